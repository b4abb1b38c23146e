"""The versions of a bank: who made them and when, what differs, an old one restored, and quizzes brought up to date."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import OPEN, State
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.difference import Difference, difference
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import banks
from quizgen.storage.stores.quizzes import blueprint_of
from quizgen.storage.tables import AccountRow, AttemptRow, BankRow, BankVersionRow, QuizRow

A_PAGE = 50
LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class VersionCard:
    """A version at a glance; ``by`` is a name, None for what came with the product; ``quizzes`` are given from it."""

    number: int
    title: str
    claims: int
    ready: int
    queued: int
    made: datetime
    by: str | None
    note: str | None
    quizzes: int


@dataclass(frozen=True, slots=True)
class Newer:
    """What it means to give a quiz the newest version of its bank.

    ``running`` attempts keep the papers that they have, ``ended`` ones their marks. ``fits`` tells whether the new
    version has a ready question for the quiz at all.
    """

    quiz: int
    title: str
    bank: int
    mine: int
    newest: int
    running: int
    ended: int
    fits: bool
    changes: Difference


def history(session: Session, bank_id: int, *, before: int | None = None) -> tuple[VersionCard, ...]:
    """Return versions of a bank, the newest first, at most a page of them, from below number ``before``."""
    used = select(func.count()).where(QuizRow.bank_version_id == BankVersionRow.id).scalar_subquery()
    query = (
        select(BankVersionRow, AccountRow.name, used)
        .outerjoin(AccountRow, AccountRow.id == BankVersionRow.made_by_id)
        .where(BankVersionRow.bank_id == bank_id)
        .order_by(BankVersionRow.number.desc())
        .limit(A_PAGE)
    )
    if before is not None:
        query = query.where(BankVersionRow.number < min(before, LARGEST))
    return tuple(
        VersionCard(row.number, row.title, row.claims, row.ready, row.queued, row.made, name, row.note, quizzes)
        for row, name, quizzes in session.execute(query)
    )


def compared(session: Session, bank_id: int, before: int, after: int) -> Difference:
    """Return what differs between two versions by their numbers. Raises NotFound."""
    if not all(0 < number <= LARGEST for number in (before, after)):
        raise NotFound("There is no such version of this bank.")
    old, new = (banks.numbered(session, bank_id, number) for number in (before, after))
    return difference(old.bank, new.bank)


def restore(session: Session, bank_id: int, number: int, *, by: int, now: datetime) -> int:
    """Make an old version the newest again and return its new number; nothing in between is lost. Raises NotFound."""
    old = banks.numbered(session, bank_id, number)

    def changed(_newest: Bank) -> Bank:
        return old.bank

    return banks.change(session, bank_id, changed, now=now, by=by, note=f"Version {number} restored")


def newer(session: Session, quiz_id: int) -> Newer | None:
    """Return what an update of a quiz would mean, None when it has the newest version that says something else."""
    quiz = _quiz(session, quiz_id)
    mine, stored = banks.version(session, quiz.bank_version_id), banks.get(session, quiz.bank_id)
    if stored.version == mine.version or stored.bank == mine.bank:
        return None
    wanted = blueprint_of(quiz)
    states = select(AttemptRow.state, func.count()).where(AttemptRow.quiz_id == quiz_id).group_by(AttemptRow.state)
    counts = {state: count for state, count in session.execute(states) if state is not State.VOIDED}
    running = sum(count for state, count in counts.items() if state in OPEN)
    return Newer(
        quiz=quiz_id,
        title=quiz.title,
        bank=quiz.bank_id,
        mine=mine.version,
        newest=stored.version,
        running=running,
        ended=sum(counts.values()) - running,
        fits=any(wanted.fits(item) for item in stored.bank.ready()),
        changes=difference(mine.bank, stored.bank),
    )


def is_behind(session: Session, quiz_id: int) -> bool:
    """Tell whether the bank of a quiz has a newer version than the quiz, without reading either."""
    newest = (
        select(BankVersionRow.sha256)
        .join(BankRow, (BankRow.id == BankVersionRow.bank_id) & (BankRow.version == BankVersionRow.number))
        .where(BankRow.id == QuizRow.bank_id)
        .scalar_subquery()
    )
    found = session.execute(
        select(BankVersionRow.sha256, newest)
        .join_from(QuizRow, BankVersionRow, BankVersionRow.id == QuizRow.bank_version_id)
        .where(QuizRow.id == quiz_id)
    ).one_or_none()
    return found is not None and found[0] != found[1]


def update(session: Session, quiz_id: int, *, seen: int) -> None:
    """Give a quiz the newest version of its bank: papers that are drawn from now on come from it.

    Attempts keep their papers and marks. ``seen`` is the number of the version whose consequences were shown. Raises
    BadInput when there is a newer one by now, or when no question of it fits, NotFound.
    """
    quiz = session.get(QuizRow, quiz_id, with_for_update=True, populate_existing=True)
    if quiz is None:
        raise NotFound("There is no such quiz.")
    stored = banks.get(session, quiz.bank_id)
    if stored.version != seen:
        raise BadInput("The bank has changed again since you looked. Look at what is new before you update the quiz.")
    wanted = blueprint_of(quiz)
    if not any(wanted.fits(item) for item in stored.bank.ready()):
        raise BadInput("No ready question of the new version fits this quiz, so it keeps the version that it has.")
    quiz.bank_version_id = stored.version_id
    session.flush()


def _quiz(session: Session, quiz_id: int) -> QuizRow:
    quiz = session.get(QuizRow, quiz_id)
    if quiz is None:
        raise NotFound("There is no such quiz.")
    return quiz
