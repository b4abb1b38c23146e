"""A quiz of an hour for Juniper and Rowan, in a class in Paris."""

from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.services import holding, quizzes
from quizgen.services.quizzes import Quiz
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.stored import a_quiz

HOUR = timedelta(hours=1)


@pytest.fixture
def quiz(database: Database, cast: Cast) -> Quiz:
    policy = Policy(closes=clock.now() + 48 * HOUR, time_limit=HOUR)
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], policy=policy)
        return quizzes.get(session, quiz_id)


def policies(database: Database, quiz: Quiz) -> dict[int, Policy]:
    """Return what holds for each student of the class."""
    with database.reading() as session:
        return {each.student: each.policy for each in holding.for_class(session, quiz.id)}
