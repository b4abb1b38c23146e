"""What the first page shows, made from what the services say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from quizgen.domain.attempts.access import Entry
from quizgen.domain.attempts.attempt import ENDED, State
from quizgen.domain.attempts.policy import Closing, Navigation
from quizgen.domain.attempts.timing import Phase, phase
from quizgen.domain.people import Person
from quizgen.services.banks import BankCard
from quizgen.services.classes import ClassCard
from quizgen.services.draft_cards import JobCard
from quizgen.services.drafting import JobState
from quizgen.services.quizzes import Quiz
from quizgen.services.taking import AttemptCard, StudentQuiz
from quizgen.web.accounts.forms import CodeForm

BANKS_SHOWN = QUIZZES_SHOWN = 6
FAILED_STAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TeacherHome:
    """``making`` holds the drafts that wait, run or failed lately, newest first."""

    greeting: str
    classes: tuple[ClassCard, ...]
    making: tuple[JobCard, ...]
    banks: tuple[BankCard, ...]
    open: tuple[Quiz, ...]


@dataclass(frozen=True, slots=True)
class OpenQuiz:
    """A quiz whose window is open; ``running`` is the attempt to go on with.

    ``starts`` is when the next attempt can start; ``elsewhere`` that this network may not start one. ``trace`` says how
    the times come about. ``refused`` is set when the access code that was just typed is another one.
    """

    quiz: Quiz
    teacher: str
    running: AttemptCard | None
    attempts_left: int | None
    sat_before: bool
    starts: datetime | None
    elsewhere: bool
    trace: tuple[str, ...]
    refused: bool

    @property
    def can_be_sat(self) -> bool:
        """Tell whether the student can start or go on now."""
        return self.starts is None and not self.elsewhere

    @property
    def asks_code(self) -> bool:
        """Tell whether the start asks for an access code."""
        return self.running is None and bool(self.quiz.policy.access_code)

    @property
    def is_start_alone_bound(self) -> bool:
        """Tell whether the closing time bounds the start alone."""
        return self.quiz.policy.closing is Closing.START

    @property
    def is_forward_only(self) -> bool:
        """Tell whether a question that was left cannot be gone back to."""
        return self.quiz.policy.navigation is Navigation.FORWARD


@dataclass(frozen=True, slots=True)
class Coming:
    """A quiz that opens later, and how its times come about for this student."""

    quiz: Quiz
    trace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """An attempt that has ended, or with None a quiz that closed without one."""

    quiz: Quiz
    card: AttemptCard | None
    one_of_several: bool = False
    shows_score: bool = True

    @property
    def by_server(self) -> bool:
        """Tell whether the server handed it in."""
        return self.card is not None and self.card.attempt.state is State.EXPIRED

    @property
    def ended(self) -> datetime | None:
        """Return when it ended."""
        return self.card.attempt.finished if self.card else self.quiz.policy.closes


@dataclass(frozen=True, slots=True)
class StudentHome:
    """What is open, what was done (newest first), what comes (soonest first), and whether there is practice."""

    greeting: str
    classes: tuple[ClassCard, ...]
    open: tuple[OpenQuiz, ...]
    done: tuple[Done, ...]
    coming: tuple[Coming, ...]
    form: CodeForm
    practises: bool = False


def teacher_home(
    person: Person,
    *,
    classes: tuple[ClassCard, ...],
    jobs: Sequence[JobCard],
    banks: Sequence[BankCard],
    quizzes: Sequence[Quiz],
    now: datetime,
) -> TeacherHome:
    """Return the page of a teacher."""
    opened = [quiz for quiz in quizzes if phase(quiz.policy, now) is Phase.OPEN]
    return TeacherHome(
        greeting=greeting(person.name, classes, now),
        classes=classes,
        making=tuple(job for job in jobs if job.state is not JobState.CANCELLED),
        banks=tuple(banks[:BANKS_SHOWN]),
        open=tuple(sorted(opened, key=_closes)[:QUIZZES_SHOWN]),
    )


def student_home(
    person: Person,
    *,
    classes: tuple[ClassCard, ...],
    quizzes: Sequence[StudentQuiz],
    now: datetime,
    form: CodeForm,
    refused: int | None = None,
    practises: bool = False,
) -> StudentHome:
    """Return the page of a student; ``refused`` is the quiz whose access code was just mistyped."""
    teachers = {card.id: card.teacher for card in classes}
    opened = [_open(each, teachers.get(each.quiz.class_id, ""), refused) for each in quizzes if _is_open(each)]
    done = [done for each in quizzes for done in _done(each)]
    coming = [Coming(each.quiz, each.resolved.trace) for each in quizzes if each.access.entry is Entry.NOT_YET]
    return StudentHome(
        greeting=greeting(person.name.split()[0], classes, now),
        classes=classes,
        open=tuple(sorted(opened, key=lambda each: (each.running is None, not each.can_be_sat, _closes(each.quiz)))),
        done=tuple(sorted(done, key=lambda each: each.ended or now, reverse=True)),
        coming=tuple(sorted(coming, key=lambda each: each.quiz.policy.opens or now)),
        form=form,
        practises=practises,
    )


def greeting(name: str, classes: Sequence[ClassCard], now: datetime) -> str:
    """Return ``Good morning, Juniper`` by the clock of the first class; ``Hello`` where no clock is known."""
    if not classes:
        return f"Hello, {name}"
    hour = now.astimezone(ZoneInfo(classes[0].time_zone)).hour
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    return f"Good {part}, {name}"


def _is_open(each: StudentQuiz) -> bool:
    return each.access.entry in (Entry.START, Entry.GO_ON, Entry.WAIT, Entry.ELSEWHERE)


def _open(each: StudentQuiz, teacher: str, refused: int | None) -> OpenQuiz:
    running = [card for card in each.attempts if card.attempt.is_open]
    return OpenQuiz(
        quiz=each.quiz,
        teacher=teacher,
        running=running[0] if running else None,
        attempts_left=each.access.attempts_left,
        sat_before=len(each.attempts) > len(running),
        starts=_next_minute(each.access.starts),
        elsewhere=each.access.entry is Entry.ELSEWHERE,
        trace=each.resolved.trace,
        refused=each.quiz.id == refused,
    )


def _next_minute(instant: datetime | None) -> datetime | None:
    """Return the first full minute from then on, so that nobody who starts at the time on the page is too early."""
    return None if instant is None else instant + (datetime.min.replace(tzinfo=UTC) - instant) % timedelta(minutes=1)


def _done(each: StudentQuiz) -> list[Done]:
    ended = [card for card in each.attempts if card.attempt.state in ENDED]
    if not each.attempts and each.access.entry is Entry.CLOSED:
        return [Done(each.quiz, None)]
    return [Done(each.quiz, card, len(each.attempts) > 1, each.shows_score) for card in ended]


def _closes(quiz: Quiz) -> tuple[bool, float]:
    return (quiz.policy.closes is None, quiz.policy.closes.timestamp() if quiz.policy.closes else 0)
