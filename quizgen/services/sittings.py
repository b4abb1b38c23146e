"""One attempt as its student sees it: the sitting while it runs, the result after."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.accommodation import NONE, Accommodation
from quizgen.domain.attempts.attempt import Attempt
from quizgen.domain.attempts.paper import Paper, read_paper
from quizgen.domain.attempts.resolving import Rules, policy_for
from quizgen.domain.errors import NotAllowed, NotFound
from quizgen.domain.passages.passage import Passage
from quizgen.domain.scoring.confidence import Confidence
from quizgen.domain.scoring.correcting import Intention, corrected_places, righted_paper, rules_after
from quizgen.domain.scoring.marking import Marks, mark
from quizgen.domain.scoring.rules import USUAL, Mark, MarkingRules
from quizgen.domain.scoring.score import Score, total
from quizgen.services import showing
from quizgen.services.quizzes import Quiz, quiz_of
from quizgen.services.showing import Shown
from quizgen.storage.stores.attempts import attempt_of, score_of
from quizgen.storage.stores.corrections import Marking, markings_of
from quizgen.storage.stores.passages import passages_by_name
from quizgen.storage.stores.rules import accommodations_of, overrides_of
from quizgen.storage.tables import AccountRow, AttemptRow, ClassRow, MarkRow, PaperRow, QuizRow, ResponseRow


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt with its frozen paper, its passages by SHA-256, and what was answered so far.

    The policy of ``quiz`` is that of its student: overrides and extra time are in it.

    ``responses`` and ``sequences`` go by position, from 0: what was answered, and the number of the last change to
    each question that had any; ``confidences`` how sure of it the student is. ``saved_at`` is the time of the newest
    one. ``marking`` are the marking rules that hold now.
    """

    id: int
    quiz: Quiz
    student: int
    student_name: str
    attempt: Attempt
    paper: Paper
    passages: dict[str, Passage]
    responses: dict[int, str]
    flags: frozenset[int]
    saved_at: datetime | None
    sequences: dict[int, int]
    rules: Rules
    accommodation: Accommodation = NONE
    confidences: dict[int, Confidence] = field(default_factory=dict)
    marking: MarkingRules = USUAL


@dataclass(frozen=True, slots=True)
class Result:
    """An ended attempt with the mark of each question, and what of it its student may see: ``shown``.

    The paper of ``sitting`` has the keys as they were put right, and its ``marking`` is what the marks were made by.
    ``corrections`` says by position, from 0, what was done about a question; the mark of one that was taken out is
    None.
    """

    sitting: Sitting
    marks: Marks
    score: Score
    shown: Shown
    corrections: dict[int, Intention] = field(default_factory=dict)

    @property
    def credits(self) -> tuple[Fraction | None, ...]:
        """Return the credit of each response; None for a question that was taken out."""
        return tuple(None if each is None else each.credit for each in self.marks)


def sitting(session: Session, attempt_id: int) -> Sitting:
    """Return an attempt with all that its page needs, in six queries. Raises NotFound."""
    return _sitting(session, attempt_id)[0]


def clock(session: Session, attempt_id: int) -> Attempt:
    """Return an attempt alone, for a page that asks often: one row, no paper and no passage. Raises NotFound."""
    row = session.get(AttemptRow, attempt_id)
    if row is None:
        raise NotFound("There is no such attempt.")
    return attempt_of(row)


def result(session: Session, attempt_id: int, *, now: datetime) -> Result:
    """Return the marks of an ended attempt. Raises NotAllowed while it runs, NotFound.

    One that ended a moment ago may not be marked yet; its marks are then worked out here, to the same figures.
    """
    found, row, marking = _sitting(session, attempt_id)
    if found.attempt.is_open:
        raise NotAllowed("This attempt is still running; its result comes after handing in.")
    score, marks = score_of(row), _marks(session, found)
    steps = marking.for_attempt(found.attempt.finished)
    if score is None:
        marks = mark(found.paper, found.responses, steps, found.confidences)
        score = total(marks)
    return Result(
        replace(found, paper=righted_paper(found.paper, steps), marking=rules_after(steps)),
        marks,
        score,
        showing.of_attempt(session, found.quiz, found.attempt, student=found.student, now=now),
        corrected_places(found.paper, steps),
    )


def _marks(session: Session, sitting: Sitting) -> Marks:
    query = select(MarkRow.position, MarkRow.credit, MarkRow.points, MarkRow.possible)
    stored = {place: Mark(*parts) for place, *parts in session.execute(query.where(MarkRow.attempt_id == sitting.id))}
    return tuple(stored.get(place) for place in range(len(sitting.paper.questions)))


def _sitting(session: Session, attempt_id: int) -> tuple[Sitting, AttemptRow, Marking]:
    query = (
        select(AttemptRow, QuizRow, ClassRow.name, ClassRow.time_zone, AccountRow.name, PaperRow.document)
        .join(QuizRow, QuizRow.id == AttemptRow.quiz_id)
        .join(ClassRow, ClassRow.id == QuizRow.class_id)
        .join(AccountRow, AccountRow.id == AttemptRow.student_id)
        .join(PaperRow, PaperRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.id == attempt_id)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound("There is no such attempt.")
    row, quiz_row, class_name, time_zone, student_name, document = found
    paper = read_paper(document)
    stored = session.scalars(select(ResponseRow).where(ResponseRow.attempt_id == attempt_id)).all()
    saved = [response for response in stored if response.saved_at is not None]
    quiz = quiz_of(quiz_row, class_name, time_zone)
    rules = Rules(quiz.policy, overrides_of(session, [quiz.id])[quiz.id], time_zone)
    accommodation = accommodations_of(session, [row.student_id])[row.student_id]
    marking = markings_of(session, [quiz.id])[quiz.id]
    value = Sitting(
        id=row.id,
        quiz=replace(quiz, policy=policy_for(rules, row.student_id, accommodation)),
        student=row.student_id,
        student_name=student_name,
        attempt=attempt_of(row),
        paper=paper,
        passages=passages_by_name(session, paper.passages),
        responses={response.position: response.response for response in saved if response.response},
        flags=frozenset(response.position for response in stored if response.flagged),
        saved_at=max((response.saved_at for response in saved if response.saved_at), default=None),
        sequences={response.position: response.sequence for response in saved},
        rules=rules,
        accommodation=accommodation,
        confidences={response.position: response.confidence for response in saved if response.confidence},
        marking=marking.rules,
    )
    return value, row, marking
