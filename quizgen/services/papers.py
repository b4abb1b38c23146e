"""The papers of attempts: drawn ahead for a class that is about to start, or on the spot, and frozen all the same."""

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.override import Override, overridden_draw
from quizgen.domain.attempts.paper import draw_paper, paper_document
from quizgen.domain.attempts.policy import Order
from quizgen.domain.attempts.resolving import policy_for
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.document import Document
from quizgen.domain.errors import NotAllowed
from quizgen.services import banks, rules
from quizgen.storage.inserting import insert
from quizgen.storage.stores.quizzes import blueprint_of
from quizgen.storage.tables import AttemptRow, EnrolmentRow, PaperRow, PreparedPaperRow, QuizRow

# A class starts within minutes of the opening; before and after, papers would only lie about.
AHEAD, AFTERWARDS = timedelta(minutes=30), timedelta(hours=2)
# Another way of drawing or of writing a paper down gets another number, and what was prepared before is not used.
_FORM = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the paper of one student is drawn by."""

    blueprint: Blueprint
    order: Order


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper with its seed and the kinds of its questions; ``document`` None while it lies where it was prepared."""

    seed: int
    outline: list[str]
    document: Document | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper that was drawn for a student and is not kept yet."""

    quiz: int
    student: int
    stamp: str
    drawn: Drawn


def wanted(quiz: QuizRow, overrides: Iterable[Override], student: int, order: Order) -> Wanted:
    """Return what the paper of a student is drawn by, under the overrides of the quiz."""
    return Wanted(overridden_draw(blueprint_of(quiz), overrides, student), order)


def draw(session: Session, quiz: QuizRow, student: int, wanted: Wanted, *, seed: int) -> Drawn:
    """Return the paper that waits for the student, or one drawn now with ``seed``. Raises NotAllowed."""
    mine = PreparedPaperRow.quiz_id == quiz.id, PreparedPaperRow.student_id == student
    columns = PreparedPaperRow.seed, PreparedPaperRow.outline, PreparedPaperRow.stamp
    # Locked, so that what is read here and what moves into the attempt is one and the same.
    waiting = session.execute(select(*columns).where(*mine).with_for_update()).one_or_none()
    if waiting is not None and waiting.stamp == stamp_of(quiz, wanted):
        return Drawn(waiting.seed, waiting.outline, None)
    return _draw(session, quiz, wanted, seed)


def keep(session: Session, quiz_id: int, student: int, attempt_id: int, drawn: Drawn) -> None:
    """Freeze the paper in the attempt; one that was prepared moves there without being read."""
    if drawn.document is not None:
        session.add(PaperRow(attempt_id=attempt_id, document=drawn.document))
        session.flush()
        return
    mine = PreparedPaperRow.quiz_id == quiz_id, PreparedPaperRow.student_id == student
    moved = select(literal(attempt_id), PreparedPaperRow.document).where(*mine)
    session.execute(insert(session, PaperRow).from_select(["attempt_id", "document"], moved))
    session.execute(delete(PreparedPaperRow).where(*mine))


def prepare(session: Session, *, now: datetime, seed: Callable[[], int], limit: int = 20) -> tuple[Prepared, ...]:
    """Draw at most ``limit`` papers for students who may start soon and have none; nothing is written."""
    found: list[Prepared] = []
    for quiz in session.scalars(select(QuizRow).where(*_is_soon(now)).order_by(QuizRow.opens, QuizRow.id)):
        found += _of_quiz(session, quiz, seed, limit - len(found))
        if len(found) >= limit:
            break
    return tuple(found)


def put(session: Session, prepared: Sequence[Prepared]) -> None:
    """Keep papers that were prepared, in the order of their keys; a student who started meanwhile needs none."""
    rows = [
        {
            "quiz_id": each.quiz,
            "student_id": each.student,
            "stamp": each.stamp,
            "seed": each.drawn.seed,
            "outline": each.drawn.outline,
            "document": each.drawn.document,
        }
        for each in sorted(prepared, key=lambda each: (each.quiz, each.student))
    ]
    if rows:
        statement = insert(session, PreparedPaperRow)
        new = statement.excluded
        names = "stamp", "seed", "outline", "document"
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["quiz_id", "student_id"], set_={name: getattr(new, name) for name in names}
            ),
            rows,
        )


def tidy(session: Session, *, now: datetime) -> None:
    """Throw away the papers of quizzes that nobody is about to start any more."""
    soon = select(QuizRow.id).where(*_is_soon(now))
    session.execute(delete(PreparedPaperRow).where(PreparedPaperRow.quiz_id.not_in(soon)))


def stamp_of(quiz: QuizRow, wanted: Wanted) -> str:
    """Return what names the version of the bank, the blueprint and the order that a paper was drawn under."""
    text = f"{_FORM} {quiz.bank_version_id} {wanted.blueprint!r} {wanted.order!r}"
    return hashlib.sha256(text.encode()).hexdigest()


def _of_quiz(session: Session, quiz: QuizRow, seed: Callable[[], int], limit: int) -> list[Prepared]:
    resolved = rules.of_quiz(session, quiz)
    found: list[Prepared] = []
    for student, waiting in session.execute(_without_attempt(quiz)):
        own = wanted(quiz, resolved.overrides, student, policy_for(resolved, student).order)
        stamp = stamp_of(quiz, own)
        if waiting == stamp:
            continue
        if len(found) >= limit:
            break
        try:
            drawn = _draw(session, quiz, own, seed())
        except NotAllowed:
            continue
        found.append(Prepared(quiz.id, student, stamp, drawn))
    return found


def _without_attempt(quiz: QuizRow) -> Select[int, str | None]:
    """Return the query for the students of the class who have not started, with the stamp of what waits for them."""
    mine = (PreparedPaperRow.quiz_id == quiz.id) & (PreparedPaperRow.student_id == EnrolmentRow.student_id)
    started = exists().where(AttemptRow.quiz_id == quiz.id, AttemptRow.student_id == EnrolmentRow.student_id)
    return (
        select(EnrolmentRow.student_id, PreparedPaperRow.stamp)
        .outerjoin(PreparedPaperRow, mine)
        .where(EnrolmentRow.class_id == quiz.class_id, ~started)
        .order_by(EnrolmentRow.student_id)
    )


def _is_soon(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for a quiz whose class is about to start: it has just opened or will soon."""
    opening = func.coalesce(QuizRow.opens, QuizRow.published, type_=QuizRow.published.type)
    return opening > now - AFTERWARDS, opening <= now + AHEAD, or_(QuizRow.closes.is_(None), QuizRow.closes > now)


def _draw(session: Session, quiz: QuizRow, wanted: Wanted, seed: int) -> Drawn:
    bank = banks.bank_of_version(session, quiz.bank_version_id)
    paper = draw_paper(bank, wanted.blueprint, rng=random.Random(seed), order=wanted.order)
    return Drawn(seed, [question.item.kind for question in paper.questions], paper_document(paper))
