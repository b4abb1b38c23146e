"""What the pages about rules, exceptions and needs show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from quizgen.domain.attempts.access import Access, Entry
from quizgen.domain.attempts.override import Override
from quizgen.domain.attempts.resolving import Resolved
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.services.classes import ClassCard, RosterEntry
from quizgen.services.holding import Held
from quizgen.services.quizzes import Quiz
from quizgen.web.filters import moment
from quizgen.web.rules.forms import MoreRulesForm, OverrideForm
from quizgen.web.rules.needs import NeedsForm
from quizgen.web.rules.words import changes_said, draw_said, needs_said, policy_said

_ENTRY_WORDS = {
    Entry.START: "Can start now.",
    Entry.ELSEWHERE: "Can start now from the networks below.",
    Entry.GO_ON: "Is sitting it now.",
    Entry.CLOSED: "Cannot start: the quiz is closed.",
    Entry.NO_ATTEMPTS_LEFT: "Cannot start: no attempts are left.",
}


@dataclass(frozen=True, slots=True)
class MoreRulesPage:
    """The form for the rules that few quizzes need; ``running`` students are sitting it now.

    ``address`` is where the teacher's own request comes from.
    """

    quiz: Quiz
    form: MoreRulesForm
    running: int
    address: str


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """An exception: its place (the last one on top), for whom, and what it changes, as labels and words."""

    id: int
    place: int
    name: str
    who: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StudentRow:
    """A student and what comes out for them; ``concerned`` are the places of the exceptions that concern them."""

    id: int
    name: str
    time: timedelta | None
    closes: str
    concerned: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExceptionsPage:
    """The exceptions of a quiz in their order, and what holds for each student."""

    quiz: Quiz
    rows: tuple[ExceptionRow, ...]
    students: tuple[StudentRow, ...]


@dataclass(frozen=True, slots=True)
class NewExceptionPage:
    """The form for an exception, with the rules of the quiz beside it."""

    quiz: Quiz
    form: OverrideForm
    rules: Mapping[str, str]

    @property
    def opened(self) -> bool:
        """Tell whether something that lies folded was chosen or is to be mended."""
        form = self.form
        folded = (form.closing, form.wait, form.access_code, form.networks, form.order, form.layout, form.navigation)
        return any(field.data or field.errors for field in (*folded, form.lifted))

    @property
    def draws(self) -> bool:
        """Tell whether something about the questions was chosen or is to be mended."""
        return any(field.data or field.errors for field in (*self.form.drawn_fields(), self.form.reveal))


@dataclass(frozen=True, slots=True)
class RemoveExceptionPage:
    """The question before an exception is taken away."""

    quiz: Quiz
    row: ExceptionRow


@dataclass(frozen=True, slots=True)
class HoldsPage:
    """What holds for one student: where they stand, every rule in words, needs, and how the times come about."""

    quiz: Quiz
    student: RosterEntry
    stands: str
    rules: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    trace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """The form for what a student needs in every quiz."""

    card: ClassCard
    student: RosterEntry
    form: NeedsForm


def exceptions_page(quiz: Quiz, listed: Sequence[tuple[int, Override]], held: Sequence[Held]) -> ExceptionsPage:
    """Return the page of the exceptions of a quiz."""
    names = {each.student: each.name for each in held}
    rows = tuple(exception_row(quiz, place, each, names) for place, each in enumerate(listed, start=1))
    return ExceptionsPage(quiz, rows, tuple(_student(quiz, each, listed) for each in held))


def exception_row(quiz: Quiz, place: int, entry: tuple[int, Override], names: Mapping[int, str]) -> ExceptionRow:
    """Return one exception; ``names`` are those of the class, by student."""
    number, override = entry
    who = f"The whole class, {quiz.class_name}"
    if override.students is not None:
        known = sorted((names[each] for each in override.students if each in names), key=str.casefold)
        gone = len(override.students) - len(known)
        who = ", ".join([*known, *([f"{gone} no longer in the class"] if gone else [])])
    return ExceptionRow(number, place, override.name, who, changes_said(override.changes, quiz.time_zone))


def holds_page(quiz: Quiz, student: RosterEntry, resolved: Resolved) -> HoldsPage:
    """Return the page of what holds for one student."""
    return HoldsPage(
        quiz=quiz,
        student=student,
        stands=_stands(resolved.access, quiz.time_zone),
        rules=(*policy_said(resolved.policy, quiz.time_zone), *draw_said(_drawn(quiz, resolved))),
        needs=needs_said(resolved.accommodation),
        trace=resolved.trace,
    )


def _stands(access: Access, zone: str) -> str:
    if access.starts is not None:
        return f"Can start {moment(access.starts, zone)}."
    return _ENTRY_WORDS[access.entry]


def _drawn(quiz: Quiz, resolved: Resolved) -> Blueprint:
    wanted = quiz.blueprint
    for override in resolved.overrides:
        wanted = override.draws(wanted)
    return wanted


def _student(quiz: Quiz, held: Held, listed: Sequence[tuple[int, Override]]) -> StudentRow:
    closes = held.policy.closes
    return StudentRow(
        id=held.student,
        name=held.name,
        time=held.policy.time_limit,
        closes="It stays open" if closes is None else moment(closes, quiz.time_zone),
        concerned=tuple(place for place, (_, each) in enumerate(listed, start=1) if each.concerns(held.student)),
    )
