"""What a student finds at home: the quizzes of their classes, what they may do with each, and what they did."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.access import Access
from quizgen.domain.attempts.attempt import Attempt
from quizgen.domain.attempts.resolving import Resolved, Rules, resolve
from quizgen.domain.attempts.reveal import When
from quizgen.domain.scoring.score import Score
from quizgen.services import showing
from quizgen.services.quizzes import Quiz, quiz_of, with_class
from quizgen.storage.stores.attempts import attempt_of, score_of
from quizgen.storage.stores.rules import accommodations_of, overrides_of
from quizgen.storage.tables import AttemptRow, EnrolmentRow, QuizRow, ResponseRow


@dataclass(frozen=True, slots=True)
class AttemptCard:
    """An attempt at a glance; ``score`` is None until it is marked."""

    id: int
    quiz_id: int
    attempt: Attempt
    answered: int
    questions: int
    score: Score | None


@dataclass(frozen=True, slots=True)
class StudentQuiz:
    """A quiz as one student meets it: what holds for them, with its trace, and their attempts by number.

    The attempts are without their scores until the student may see them: ``shows_score``.
    """

    quiz: Quiz
    resolved: Resolved
    attempts: tuple[AttemptCard, ...]
    shows_score: bool = True

    @property
    def access(self) -> Access:
        """Return what the student may do now."""
        return self.resolved.access


def quizzes_of_student(
    session: Session, student: int, *, now: datetime, address: str | None = None
) -> tuple[StudentQuiz, ...]:
    """Return the quizzes of all classes that a student is in, in the order of publishing; five queries, or six."""
    query = with_class().join(EnrolmentRow, EnrolmentRow.class_id == QuizRow.class_id)
    quizzes = [quiz_of(*row) for row in session.execute(query.where(EnrolmentRow.student_id == student))]
    cards = _cards(session, student)
    overrides = overrides_of(session, [quiz.id for quiz in quizzes])
    accommodation = accommodations_of(session, [student])[student]
    found = []
    for quiz in quizzes:
        own = cards[quiz.id]
        resolved = resolve(
            Rules(quiz.policy, overrides[quiz.id], quiz.time_zone),
            student=student,
            now=now,
            attempts=[card.attempt for card in own],
            accommodation=accommodation,
            address=address,
        )
        found.append(StudentQuiz(replace(quiz, policy=resolved.policy), resolved, tuple(own)))
    return _without_hidden_scores(session, found, now)


def _without_hidden_scores(session: Session, found: list[StudentQuiz], now: datetime) -> tuple[StudentQuiz, ...]:
    """Take the scores away that may not be seen yet; nothing is asked while all come after handing in, as is usual."""
    times = {each.quiz.id: each.quiz.policy.reveal.score for each in found if each.attempts}
    later = [quiz_id for quiz_id, when in times.items() if when is not When.AFTER_HANDING_IN]
    if not later:
        return tuple(found)
    come = {
        When.RELEASED: showing.released(session, later),
        When.AFTER_CLOSING: showing.closed_for_all(session, later, now=now),
    }
    hidden = {quiz_id for quiz_id in later if quiz_id not in come.get(times[quiz_id], ())}
    return tuple(_scoreless(each) if each.quiz.id in hidden else each for each in found)


def _scoreless(each: StudentQuiz) -> StudentQuiz:
    return replace(each, attempts=tuple(replace(card, score=None) for card in each.attempts), shows_score=False)


def _cards(session: Session, student: int) -> dict[int, list[AttemptCard]]:
    """Return the attempts of a student by quiz."""
    counts = (
        select(ResponseRow.attempt_id, func.count())
        .join(AttemptRow, AttemptRow.id == ResponseRow.attempt_id)
        .where(AttemptRow.student_id == student, ResponseRow.response != "")
        .group_by(ResponseRow.attempt_id)
    )
    answered = dict(session.execute(counts).all())
    cards: dict[int, list[AttemptCard]] = defaultdict(list)
    own = select(AttemptRow).where(AttemptRow.student_id == student).order_by(AttemptRow.quiz_id, AttemptRow.number)
    for row in session.scalars(own):
        card = AttemptCard(
            id=row.id,
            quiz_id=row.quiz_id,
            attempt=attempt_of(row),
            answered=answered.get(row.id, 0),
            questions=len(row.outline),
            score=score_of(row),
        )
        cards[row.quiz_id].append(card)
    return cards
