"""Who has to do with what; each answer is yes or no, and no for a thing that does not exist."""

from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from quizgen.domain.banks.duty import Duty
from quizgen.domain.people import Role
from quizgen.storage.tables import (
    AccountRow,
    AttemptRow,
    BankRow,
    ClassRow,
    ColleagueRow,
    EnrolmentRow,
    ImportRow,
    JobRow,
    PracticeCardRow,
    PracticeOpeningRow,
    PracticeReviewRow,
    QuizRow,
)


def teaches_class(session: Session, person: int, class_id: int) -> bool:
    """Tell whether the class is this person's."""
    return _holds(session, ClassRow.id == class_id, ClassRow.teacher_id == person)


def teaches_quiz(session: Session, person: int, quiz_id: int) -> bool:
    """Tell whether the quiz was given to a class of this person."""
    return _holds(session, QuizRow.id == quiz_id, ClassRow.id == QuizRow.class_id, ClassRow.teacher_id == person)


def teaches_attempt(session: Session, person: int, attempt_id: int) -> bool:
    """Tell whether the attempt is at a quiz of a class of this person."""
    return _holds(
        session,
        AttemptRow.id == attempt_id,
        QuizRow.id == AttemptRow.quiz_id,
        ClassRow.id == QuizRow.class_id,
        ClassRow.teacher_id == person,
    )


def reads_bank(session: Session, person: int, bank_id: int) -> bool:
    """Tell whether this person works in the bank, or it came with the product and the person teaches."""
    teaches = exists().where(AccountRow.id == person, AccountRow.role != Role.STUDENT)
    mine = or_(_works(person, *Duty), and_(BankRow.owner_id.is_(None), teaches))
    return _holds(session, BankRow.id == bank_id, mine)


def reviews_bank(session: Session, person: int, bank_id: int) -> bool:
    """Tell whether this person may settle what waits in the bank: its owner, or anybody invited."""
    return _holds(session, BankRow.id == bank_id, _works(person, *Duty))


def edits_bank(session: Session, person: int, bank_id: int) -> bool:
    """Tell whether this person may change the bank: its owner, or somebody invited as an author."""
    return _holds(session, BankRow.id == bank_id, _works(person, Duty.AUTHOR))


def owns_bank(session: Session, person: int, bank_id: int) -> bool:
    """Tell whether the bank is this person's own; those that came with the product are nobody's."""
    return _holds(session, BankRow.id == bank_id, BankRow.owner_id == person)


def owns_job(session: Session, person: int, job_id: int) -> bool:
    """Tell whether this person asked for the job."""
    return _holds(session, JobRow.id == job_id, JobRow.owner_id == person)


def owns_import(session: Session, person: int, import_id: int) -> bool:
    """Tell whether this person brought the file that waits."""
    return _holds(session, ImportRow.id == import_id, ImportRow.owner_id == person)


def studies_class(session: Session, person: int, class_id: int) -> bool:
    """Tell whether this person is a student of the class."""
    return _holds(session, EnrolmentRow.class_id == class_id, EnrolmentRow.student_id == person)


def studies_quiz(session: Session, person: int, quiz_id: int) -> bool:
    """Tell whether the quiz was given to a class that this person is in."""
    return _holds(
        session,
        QuizRow.id == quiz_id,
        EnrolmentRow.class_id == QuizRow.class_id,
        EnrolmentRow.student_id == person,
    )


def practises_bank(session: Session, person: int, bank_id: int) -> bool:
    """Tell whether the bank is open for practice in a class that this person is in."""
    return _holds(
        session,
        PracticeOpeningRow.bank_id == bank_id,
        EnrolmentRow.class_id == PracticeOpeningRow.class_id,
        EnrolmentRow.student_id == person,
    )


def owns_review(session: Session, person: int, review_id: int) -> bool:
    """Tell whether this person gave the answer in practice."""
    return _holds(
        session,
        PracticeReviewRow.id == review_id,
        PracticeCardRow.id == PracticeReviewRow.card_id,
        PracticeCardRow.student_id == person,
    )


def owns_attempt(session: Session, person: int, attempt_id: int) -> bool:
    """Tell whether the attempt is this person's own."""
    asked = {"attempt_id": attempt_id, "person": person}
    return session.execute(_own_attempt(), asked).one_or_none() is not None


@cache
def _own_attempt() -> Select[int]:
    """Return the question that every save asks, put together once."""
    columns = AttemptRow.__table__.c
    return select(columns.id).where(columns.id == bindparam("attempt_id"), columns.student_id == bindparam("person"))


def _works(person: int, *duties: Duty) -> ColumnElement[bool]:
    """Return the condition that a bank is this person's own, or that they were invited to it for one of these."""
    invited = exists().where(
        ColleagueRow.bank_id == BankRow.id, ColleagueRow.account_id == person, ColleagueRow.duty.in_(duties)
    )
    return or_(BankRow.owner_id == person, and_(BankRow.owner_id.is_not(None), invited))


def _holds(session: Session, *conditions: ColumnElement[bool]) -> bool:
    return bool(session.scalar(select(exists().where(*conditions))))
