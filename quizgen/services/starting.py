"""Starting an attempt: two starts at once land on the same one."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.access import Entry
from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import same_code
from quizgen.domain.errors import BadInput, Conflict, NotAllowed, NotFound
from quizgen.services import papers, permissions, rules
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.tables import AttemptRow, QuizRow

_REASONS = {
    Entry.NOT_YET: "This quiz is not open yet.",
    Entry.CLOSED: "This quiz is closed.",
    Entry.NO_ATTEMPTS_LEFT: "You have no attempts left for this quiz.",
    Entry.WAIT: "You have to wait before your next attempt at this quiz.",
    Entry.ELSEWHERE: "This quiz can only be started from your school's network.",
}
WRONG_CODE = "That is not the access code of this quiz; please look again."
_TRIES = 3


class WrongCode(BadInput):
    """The access code that was typed is not that of the quiz."""


def start(
    session: Session,
    *,
    quiz_id: int,
    student: int,
    now: datetime,
    seed: int,
    code: str = "",
    address: str | None = None,
) -> int:
    """Return the id of the student's open attempt, made now when there is none; ``seed`` decides its paper
    where none was prepared.

    ``code`` is the access code as it was typed, ``address`` where the request comes from. Raises WrongCode for another
    code, NotAllowed with the reason when the rules say no or the student is not in the class, NotFound.
    """
    # A share lock: the teacher's change of the rules waits, so that it finds this attempt and moves its deadline.
    quiz = session.get(QuizRow, quiz_id, with_for_update={"read": True})
    if quiz is None:
        raise NotFound("There is no such quiz.")
    if not permissions.studies_class(session, student, quiz.class_id):
        raise NotAllowed("You are not in the class that this quiz was given to.")
    for _ in range(_TRIES):
        attempt_id = _go_on_or_start(session, quiz, student, now, seed, code, address)
        if attempt_id is not None:
            return attempt_id
    raise Conflict("This quiz was started elsewhere at the same moment; please open it again.")


def _go_on_or_start(
    session: Session, quiz: QuizRow, student: int, now: datetime, seed: int, code: str, address: str | None
) -> int | None:
    """Return the attempt's id, or None when another start came between reading and writing."""
    rows = session.scalars(
        select(AttemptRow)
        .where(AttemptRow.quiz_id == quiz.id, AttemptRow.student_id == student)
        .order_by(AttemptRow.number)
        .execution_options(populate_existing=True)
    ).all()
    attempts = [attempt_of(row) for row in rows]
    resolved = rules.resolved(session, quiz, student, attempts=attempts, now=now, address=address)
    policy, entry = resolved.policy, resolved.access.entry
    if entry is Entry.GO_ON:
        return next(row.id for row, attempt in zip(rows, attempts, strict=True) if attempt.is_open)
    if entry is not Entry.START:
        raise NotAllowed(_REASONS[entry])
    if policy.access_code and not same_code(code, policy.access_code):
        raise WrongCode("This quiz asks for its access code, which your teacher tells you." if not code else WRONG_CODE)
    wanted = papers.wanted(quiz, resolved.overrides, student, policy.order)
    drawn = papers.draw(session, quiz, student, wanted, seed=seed)
    row = AttemptRow(quiz_id=quiz.id, student_id=student, seed=drawn.seed, outline=drawn.outline, marked=False)
    number = rows[-1].number + 1 if rows else 1
    write_attempt(row, Attempt(number, State.RUNNING, now, timing.deadline(policy, now)))
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return None
    papers.keep(session, quiz.id, student, row.id, drawn)
    return row.id
