"""What the pages about quizzes show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizgen.domain.attempts.attempt import ENDED, State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.timing import Phase, phase
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import SHARES, Blueprint
from quizgen.domain.items.item import EASIEST, HARDEST, Basis
from quizgen.domain.scoring.score import Score, best
from quizgen.services.classes import ClassCard
from quizgen.services.quizzes import Quiz
from quizgen.services.standings import StudentStanding
from quizgen.services.taking import AttemptCard
from quizgen.web.banks.wording import in_order, kind_words
from quizgen.web.quizzes.forms import BASIS_WORDS, PublishForm, RulesForm
from quizgen.web.quizzes.local_time import zone_words
from quizgen.web.rules.words import LABELS, said, shares_said
from quizgen.web.showing.pages import ShownNow

PHASE_WORDS = {Phase.NOT_YET: "Coming up", Phase.OPEN: "Open now", Phase.CLOSED: "Closed"}
STATE_WORDS = {
    State.RUNNING: "Sitting now",
    State.HANDED_IN: "Handed in",
    State.EXPIRED: "Handed in by the server",
    State.PAUSED: "Paused",
    State.VOIDED: "Voided",
}
NOT_SAT = "Not sat"
RARE = ("closing", "wait", "access_code", "networks", "order", "layout", "navigation")


@dataclass(frozen=True, slots=True)
class QuizRow:
    """A quiz in a list, and where it stands."""

    quiz: Quiz
    phase: Phase
    phase_word: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The teacher's quizzes, newest first."""

    rows: tuple[QuizRow, ...]


@dataclass(frozen=True, slots=True)
class PublishPage:
    """The form for a bank; without a class there is nothing to fill in. ``most`` questions can be drawn at once."""

    bank_id: int
    bank_title: str
    form: PublishForm
    has_classes: bool
    most: int
    ready: int


@dataclass(frozen=True, slots=True)
class EditPage:
    """The form for the rules of a quiz; ``running`` students are sitting it now."""

    quiz: Quiz
    form: RulesForm
    zone: str
    running: int


@dataclass(frozen=True, slots=True)
class StudentRow:
    """A student: where they stand in a word, their best score, and each attempt that has a result."""

    name: str
    word: str
    answered: str
    score: Score | None
    ended: tuple[AttemptCard, ...]


@dataclass(frozen=True, slots=True)
class QuizPage:
    """A quiz for its teacher: its rules in words, ``more`` those that are not the usual ones, and who sat it."""

    quiz: Quiz
    card: ClassCard
    phase: Phase
    phase_word: str
    zone: str
    kinds: str
    basis: str | None
    more: tuple[tuple[str, str], ...]
    shown: ShownNow
    students: tuple[StudentRow, ...]
    sat: int


def index_page(quizzes: Sequence[Quiz], now: datetime) -> IndexPage:
    """Return the list of quizzes."""
    return IndexPage(tuple(_quiz_row(quiz, now) for quiz in reversed(quizzes)))


def publish_page(bank_id: int, bank: Bank, form: PublishForm, classes: Sequence[ClassCard], most: int) -> PublishPage:
    """Return the page on which a bank becomes a quiz."""
    return PublishPage(bank_id, bank.title, form, bool(classes), most, len(bank.ready()))


def edit_page(quiz: Quiz, form: RulesForm, standings: Sequence[StudentStanding]) -> EditPage:
    """Return the page for the rules of a quiz."""
    attempts = [card.attempt for entry in standings for card in entry.attempts]
    running = sum(attempt.is_open for attempt in attempts)
    return EditPage(quiz, form, zone_words(quiz.time_zone), running)


def quiz_page(
    quiz: Quiz, card: ClassCard, standings: Sequence[StudentStanding], shown: ShownNow, now: datetime
) -> QuizPage:
    """Return the page of a quiz."""
    row = _quiz_row(quiz, now)
    kinds = quiz.blueprint.kinds
    return QuizPage(
        quiz=quiz,
        card=card,
        phase=row.phase,
        phase_word=row.phase_word,
        zone=zone_words(quiz.time_zone),
        kinds="All kinds" if kinds is None else ", ".join(map(kind_words, kinds)),
        basis=BASIS_WORDS[quiz.blueprint.basis] if quiz.blueprint.basis else None,
        more=(*_draw_said(quiz.blueprint), *_unusual(quiz.policy, quiz.time_zone)),
        shown=shown,
        students=tuple(_student_row(entry) for entry in standings),
        sat=sum(bool(entry.attempts) for entry in standings),
    )


def _unusual(policy: Policy, zone: str) -> list[tuple[str, str]]:
    """Return the rules that few quizzes have, where they differ from the usual ones."""
    values = {name: getattr(policy, name) for name in RARE}
    usual = Policy()
    return [(LABELS[name], said(name, value, zone)) for name, value in values.items() if value != getattr(usual, name)]


def _draw_said(wanted: Blueprint) -> list[tuple[str, str]]:
    """Return how the draw differs from the usual one."""
    found = []
    if wanted.shares != SHARES:
        found.append(("Shares", shares_said(wanted.shares)))
    if (wanted.easiest, wanted.hardest) != (EASIEST, HARDEST):
        found.append(("Difficulty", f"From {wanted.easiest} to {wanted.hardest} of {HARDEST}"))
    return found


def kinds_ready(bank: Bank) -> tuple[str, ...]:
    """Return the kinds of the ready items."""
    return in_order({item.kind for item in bank.ready()})


def bases_ready(bank: Bank) -> tuple[Basis, ...]:
    """Return the bases of the ready items."""
    found = {item.basis for item in bank.ready()}
    return tuple(basis for basis in Basis if basis in found)


def _quiz_row(quiz: Quiz, now: datetime) -> QuizRow:
    stands = phase(quiz.policy, now)
    return QuizRow(quiz, stands, PHASE_WORDS[stands])


def _student_row(entry: StudentStanding) -> StudentRow:
    if not entry.attempts:
        return StudentRow(entry.name, NOT_SAT, "", None, ())
    newest = entry.attempts[-1]
    running = newest.attempt.is_open
    return StudentRow(
        name=entry.name,
        word=STATE_WORDS[newest.attempt.state],
        answered=f"{newest.answered} of {newest.questions} answered" if running else "",
        score=best(card.score for card in entry.attempts if card.score and card.attempt.state in ENDED),
        ended=tuple(card for card in entry.attempts if not card.attempt.is_open),
    )
