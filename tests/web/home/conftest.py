"""A class with Juniper in it, and quizzes that she sits."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.services import taking
from quizgen.services.classes import ClassCard
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.stored import a_class, a_quiz, an_attempt, answers


@pytest.fixture
def now() -> datetime:
    return clock.now()


@pytest.fixture
def heron(database: Database, cast: Cast) -> ClassCard:
    with database.writing() as session:
        return a_class(session, cast.hazel, cast.juniper, name="8 Heron")


@pytest.fixture
def publish(database: Database, cast: Cast, heron: ClassCard) -> Callable[..., int]:
    """Publish a quiz of six questions to 8 Heron: ``publish("The paper mill", opens=..., attempts=2)``."""

    def publish(title: str, **rules: object) -> int:
        with database.writing() as session:
            return a_quiz(session, cast.hazel, class_id=heron.id, title=title, policy=Policy(**rules))

    return publish


@pytest.fixture
def sit(database: Database, cast: Cast) -> Callable[..., int]:
    """Let Juniper sit a quiz with every answer right, and hand it in unless told otherwise."""

    def sit(quiz_id: int, now: datetime, *, hand_in: bool = True) -> int:
        with database.writing() as session:
            attempt_id = an_attempt(session, quiz_id, cast.juniper, now=now)
            for place, response in answers(taking.sitting(session, attempt_id)).items():
                saved = {"position": place, "response": response, "sequence": 1}
                taking.save(session, attempt_id=attempt_id, now=now, grace=timedelta(0), **saved)
            if hand_in:
                taking.hand_in(session, attempt_id=attempt_id, now=now)
            return attempt_id

    return sit
