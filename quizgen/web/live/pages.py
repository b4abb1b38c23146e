"""What the live view shows: counts, one row a student, what was done. Nothing here knows what is right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.act import Act
from quizgen.domain.attempts.attempt import ENDED, Attempt, State
from quizgen.services.acting import Acted
from quizgen.services.quizzes import Quiz
from quizgen.services.watching import Place, Watched
from quizgen.web.filters import clock_time, duration

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
DID_WORDS = {
    Act.EXTEND: "More time",
    Act.PAUSE: "Paused",
    Act.RESUME: "Went on",
    Act.HAND_IN: "Handed in",
    Act.REOPEN: "Reopened",
    Act.VOID: "Voided",
    Act.RESTORE: "Counts again",
}


@dataclass(frozen=True, slots=True)
class Square:
    """One question of a row: whether it has an answer, and whether the student is there."""

    is_answered: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One student: the squares, how many are answered ("" before the start), time left, last save, state in words."""

    name: str
    attempt_id: int | None
    squares: tuple[Square, ...]
    answered: str
    left: str
    saved: str
    look: str
    words: str

    @property
    def spoken(self) -> str:
        """Return the squares in words."""
        done = [str(number) for number, square in enumerate(self.squares, start=1) if square.is_answered]
        return f"Answered: {', '.join(done)}" if done else "Nothing answered"


@dataclass(frozen=True, slots=True)
class Counts:
    """The five figures at the top; ``left`` is what most of the running clocks show."""

    left: str
    working: int
    handed_in: int
    lost: int
    not_started: int


@dataclass(frozen=True, slots=True)
class Done:
    """One line of what was done."""

    at: datetime
    words: str
    student: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class LivePage:
    """A quiz while it runs. ``still`` tells that the page does not reload itself."""

    quiz: Quiz
    counts: Counts
    rows: tuple[Row, ...]
    most: int
    done: tuple[Done, ...]
    has_open: bool
    updated: str
    still: bool


def live_page(quiz: Quiz, places: Sequence[Place], acted: Sequence[Acted], *, now: datetime, still: bool) -> LivePage:
    """Return the live view."""
    rows = tuple(_row(place, quiz, now) for place in places)
    return LivePage(
        quiz=quiz,
        counts=counts(places, now),
        rows=rows,
        most=max((len(row.squares) for row in rows), default=quiz.blueprint.count),
        done=tuple(done(entry) for entry in acted),
        has_open=any(place.watched and place.watched.attempt.is_open for place in places),
        updated=f"{clock_time(now, quiz.time_zone)}:{now:%S}",
        still=still,
    )


def counts(places: Sequence[Place], now: datetime) -> Counts:
    """Return the five figures; a voided attempt is in none of them."""
    watched = [place.watched for place in places if place.watched]
    running = [each for each in watched if each.attempt.is_open]
    lost = sum(each.is_lost(now) for each in running)
    clocks = Counter(left(each.attempt, now) for each in running if each.attempt.deadline)
    return Counts(
        left=max(clocks, key=lambda shown: (clocks[shown], shown)) if clocks else "–",
        working=len(running) - lost,
        handed_in=sum(each.attempt.state in ENDED for each in watched),
        lost=lost,
        not_started=sum(place.watched is None for place in places),
    )


def left(attempt: Attempt, now: datetime) -> str:
    """Return ``9:14``, or ``1:05:00`` from an hour on, as the clock of an open attempt shows it; "" without an end."""
    remaining = timing.remaining(attempt.deadline, attempt.clock_at(now)) if attempt.is_open else None
    if remaining is None:
        return ""
    seconds = -(-remaining // _SECOND)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def done(entry: Acted) -> Done:
    """Return the line of one act; more time says how much."""
    words = DID_WORDS[entry.act]
    before, after = entry.before.get("granted_seconds"), entry.after.get("granted_seconds")
    given = timedelta(seconds=float(str(after or 0)) - float(str(before or 0)))
    if given:
        words = f"{words}: {duration(given)}"
    return Done(entry.at, words, entry.student, entry.reason, entry.by)


def _row(place: Place, quiz: Quiz, now: datetime) -> Row:
    watched = place.watched
    if watched is None:
        squares = (Square(is_answered=False, is_here=False),) * quiz.blueprint.count
        return Row(place.name, None, squares, "", "", "", "", "Not started")
    here = watched.position if watched.attempt.is_open else None
    look, words = _now(watched, quiz.time_zone, now)
    return Row(
        name=place.name,
        attempt_id=watched.id,
        squares=tuple(
            Square(number in watched.answered, is_here=number == here) for number in range(watched.questions)
        ),
        answered=str(len(watched.answered)),
        left=left(watched.attempt, now),
        saved=clock_time(watched.saved_at, quiz.time_zone) if watched.saved_at else "",
        look=look,
        words=words,
    )


def _now(watched: Watched, zone: str, now: datetime) -> tuple[str, str]:
    """Return how the state looks (an icon's name or "") and says itself."""
    attempt = watched.attempt
    match attempt.state:
        case State.HANDED_IN:
            return "tick", f"Handed in at {clock_time(attempt.finished or now, zone)}"
        case State.EXPIRED:
            return "server", f"Handed in by the server at {clock_time(attempt.finished or now, zone)}"
        case State.VOIDED:
            return "", "Voided"
        case State.PAUSED if attempt.resumes:
            return "clock", f"On a break, until {clock_time(attempt.resumes, zone)} at the latest"
        case State.PAUSED:
            return "clock", f"Paused at {clock_time(attempt.paused_at or now, zone)}"
    if watched.is_lost(now):
        return "offline", f"No word for {_about(now - watched.seen)}"
    return "", f"{_where(watched)}{_extra(attempt)}"


def _where(watched: Watched) -> str:
    if watched.position is None:
        return "Has started"
    back = watched.position in watched.answered and any(number > watched.position for number in watched.answered)
    return f"{'Back on' if back else 'On'} question {watched.position + 1}"


def _extra(attempt: Attempt) -> str:
    return f", {duration(attempt.granted)} extra" if attempt.granted else ""


def _about(length: timedelta) -> str:
    """Return the seconds of the first two minutes, then whole minutes."""
    return duration(length if length < 2 * _MINUTE else length // _MINUTE * _MINUTE)
