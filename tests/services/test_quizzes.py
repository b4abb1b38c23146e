"""Quizzes: published from a version of a bank, and changed with everybody's deadline."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Reveal
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadInput, NotFound
from quizgen.domain.items.item import Basis, Status
from quizgen.services import banks, quizzes, taking
from quizgen.storage.engine import Database
from quizgen.storage.tables import QuizRow
from tests import builders
from tests.cast import NOW, Cast
from tests.statements import statements_of
from tests.stored import a_bank, a_class, a_quiz, an_attempt, big_bank

MINUTE = timedelta(minutes=1)
FULL = Policy(
    opens=NOW,
    closes=NOW + timedelta(days=1, microseconds=1),
    time_limit=timedelta(minutes=10),
    attempts=2,
    reveal=Reveal.AFTER_CLOSING,
)


def deadline(database: Database, attempt_id: int) -> datetime | None:
    with database.reading() as session:
        return taking.sitting(session, attempt_id).attempt.deadline


def change(database: Database, quiz_id: int, policy: Policy, now: datetime, title: str = "Rivers") -> None:
    with database.writing() as session:
        quizzes.change(session, quiz_id, title=title, policy=policy, now=now)


def test_a_quiz_comes_back_as_it_was_published(database: Database, cast: Cast) -> None:
    shares = {Verdict.TRUE: 50, Verdict.FALSE: 50, Verdict.UNVERIFIED: 0}
    blueprint = Blueprint(3, ("verdict", "cloze"), Basis.PASSAGE, shares, easiest=2, hardest=4)
    with database.writing() as session:
        card = a_class(session, cast.hazel)
        bank_id = a_bank(session, cast.hazel)
        quiz_id = quizzes.publish(
            session,
            bank_id=bank_id,
            class_id=card.id,
            title=" Rivers,  first part ",
            policy=FULL,
            blueprint=blueprint,
            by=cast.hazel.id,
            now=NOW,
        )
    with database.reading() as session:
        quiz = quizzes.get(session, quiz_id)
        version_id = banks.get(session, bank_id).version_id
    assert quiz == quizzes.Quiz(
        id=quiz_id,
        class_id=card.id,
        class_name="Class 7b",
        time_zone="Europe/Paris",
        bank_id=bank_id,
        bank_version_id=version_id,
        title="Rivers, first part",
        policy=FULL,
        blueprint=blueprint,
        published=NOW,
    )


def test_a_quiz_without_bounds_comes_back_without_bounds(database: Database, cast: Cast) -> None:
    unbounded = Policy(attempts=None)
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, policy=unbounded)
        assert quizzes.get(session, quiz_id).policy == unbounded


def test_a_new_version_of_the_bank_does_not_change_the_quiz(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = banks.put_shipped(session, "rivers", big_bank(), now=NOW)
        quiz_id = quizzes.publish(
            session,
            bank_id=bank_id,
            class_id=a_class(session, cast.hazel).id,
            title="Rivers",
            policy=Policy(),
            blueprint=Blueprint(3),
            by=cast.hazel.id,
            now=NOW,
        )
        banks.put_shipped(session, "rivers", replace(big_bank(), title="Rivers, again"), now=NOW)
        version_id = quizzes.get(session, quiz_id).bank_version_id
        assert banks.version(session, version_id).bank == big_bank()


def test_a_quiz_from_before_shares_and_difficulty_is_drawn_as_by_default(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel)
        session.execute(update(QuizRow).values(shares=None, easiest=None, hardest=None))
    with database.reading() as session:
        quiz = quizzes.get(session, quiz_id)
        assert quiz.blueprint == Blueprint(quiz.blueprint.count)


@pytest.mark.parametrize(
    ("policy", "message"),
    [
        (replace(FULL, closes=NOW), "close after it opens"),
        (replace(FULL, time_limit=timedelta(0)), "longer than nothing"),
        (replace(FULL, attempts=0), "At least one attempt"),
    ],
)
def test_a_policy_that_cannot_be_meant_is_refused(database: Database, cast: Cast, policy: Policy, message: str) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel)
        with pytest.raises(BadInput, match=message):
            quizzes.change(session, quiz_id, title="Rivers", policy=policy, now=NOW)
        with pytest.raises(BadInput, match=message):
            a_quiz(session, cast.hazel, policy=policy)


def test_a_quiz_needs_a_question_that_fits(database: Database, cast: Cast) -> None:
    queued = tuple(builders.verdict(f"i-{number}", status=Status.QUEUED) for number in range(3))
    with database.writing() as session:
        with pytest.raises(BadInput, match="no ready question"):
            a_quiz(session, cast.hazel, bank=builders.bank(items=queued))
        with pytest.raises(BadInput, match="at least one question"):
            a_quiz(session, cast.hazel, count=0)
        with pytest.raises(BadInput, match="title is empty"):
            a_quiz(session, cast.hazel, title="")
        with pytest.raises(NotFound, match="class"):
            a_quiz(session, cast.hazel, class_id=10_000)


def test_a_quiz_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound), database.reading() as session:
        quizzes.get(session, 1)
    with pytest.raises(NotFound):
        change(database, 1, Policy(), NOW)


def test_quizzes_are_listed_by_class_bank_and_teacher_in_the_order_of_publishing(
    database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)
        second = a_quiz(session, cast.hazel, class_id=card.id, now=NOW + MINUTE)
        first = a_quiz(session, cast.hazel, class_id=card.id, now=NOW)
        elsewhere = a_quiz(session, cast.hazel, class_id=a_class(session, cast.hazel, name="b").id, now=NOW + MINUTE)
        theirs = a_quiz(session, cast.basil)
        assert [quiz.id for quiz in quizzes.of_class(session, card.id)] == [first, second]
        assert [quiz.id for quiz in quizzes.taught_by(session, cast.hazel.id)] == [first, second, elsewhere]
        bank_id = quizzes.get(session, theirs).bank_id
        assert [quiz.id for quiz in quizzes.of_bank(session, bank_id)] == [theirs]


def test_each_list_costs_one_query(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)
        for _ in range(4):
            a_quiz(session, cast.hazel, class_id=card.id)
    with database.reading() as session, statements_of(session) as sent:
        quizzes.of_class(session, card.id)
        quizzes.taught_by(session, cast.hazel.id)
        quizzes.of_bank(session, 1)
    assert len(sent) == 3


def test_an_extension_reaches_the_running_attempts_and_no_ended_one(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], policy=FULL)
        running, ended = (an_attempt(session, quiz_id, student) for student in (cast.juniper, cast.rowan))
        taking.hand_in(session, attempt_id=ended, now=NOW + MINUTE)
    change(database, quiz_id, replace(FULL, time_limit=timedelta(minutes=15)), NOW + MINUTE, "Longer")
    assert deadline(database, running) == NOW + 15 * MINUTE
    assert deadline(database, ended) == NOW + 10 * MINUTE
    with database.writing() as session:
        assert quizzes.get(session, quiz_id).title == "Longer"
        assert taking.close_overdue(session, now=NOW + 14 * MINUTE, grace=timedelta(0)) == ()
        assert taking.close_overdue(session, now=NOW + 15 * MINUTE, grace=timedelta(0)) == (running,)


def test_lifting_the_limits_lifts_the_deadline(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=FULL)
        attempt_id = an_attempt(session, quiz_id, cast.juniper)
    change(database, quiz_id, Policy(), NOW + MINUTE)
    assert deadline(database, attempt_id) is None


def test_a_limit_in_the_past_ends_attempts_now_and_never_before(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=Policy())
        attempt_id = an_attempt(session, quiz_id, cast.juniper)
    now = NOW + 30 * MINUTE
    change(database, quiz_id, Policy(time_limit=5 * MINUTE), now)
    assert deadline(database, attempt_id) == now
    change(database, quiz_id, Policy(closes=NOW - MINUTE), now + MINUTE)
    assert deadline(database, attempt_id) == now
    with database.writing() as session:
        taking.close_overdue(session, now=now + MINUTE, grace=timedelta(0))
        attempt = taking.sitting(session, attempt_id).attempt
    assert (attempt.state, attempt.finished) == (State.EXPIRED, now)
