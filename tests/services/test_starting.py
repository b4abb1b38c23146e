"""Starting: one running attempt a student and quiz, whoever asks and however often."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.resolving import Resolved
from quizgen.domain.errors import NotAllowed, NotFound
from quizgen.services import classes, quizzes, rules, taking
from quizgen.services.rules import resolved
from quizgen.storage.engine import Database
from quizgen.storage.tables import AttemptRow, QuizRow
from tests.cast import NOW, Cast, account
from tests.statements import statements_of
from tests.stored import a_quiz, an_attempt
from tests.threads import at_once

HOUR = timedelta(hours=1)


def test_a_start_freezes_a_paper_and_sets_the_deadline(database: Database, cast: Cast) -> None:
    policy = Policy(time_limit=HOUR, closes=NOW + 8 * HOUR)
    with database.writing() as session:
        attempt_id = an_attempt(session, a_quiz(session, cast.hazel, [cast.juniper], policy=policy), cast.juniper)
        sitting = taking.sitting(session, attempt_id)
    assert (sitting.attempt.number, sitting.attempt.state) == (1, State.RUNNING)
    assert (sitting.attempt.started, sitting.attempt.deadline) == (NOW, NOW + HOUR)
    assert len(sitting.paper.questions) == 6
    assert (sitting.responses, sitting.flags, sitting.saved_at) == ({}, frozenset(), None)


def test_the_seed_alone_decides_the_paper(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])
        papers = [
            taking.sitting(session, an_attempt(session, quiz_id, student, seed=seed)).paper
            for student, seed in ((cast.juniper, 2**62), (cast.rowan, 2**62))
        ]
        taking.hand_in(session, attempt_id=1, now=NOW)
        other = taking.sitting(session, an_attempt(session, quiz_id, cast.juniper, seed=2)).paper
    assert papers[0] == papers[1] != other


def test_a_second_start_goes_on_with_the_first(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        first = an_attempt(session, quiz_id, cast.juniper, seed=1)
        paper = taking.sitting(session, first).paper
        assert an_attempt(session, quiz_id, cast.juniper, seed=2, now=NOW + HOUR) == first
        assert taking.sitting(session, first).paper == paper


def test_attempts_are_numbered(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        for number in (1, 2, 3):
            attempt_id = an_attempt(session, quiz_id, cast.juniper)
            assert taking.sitting(session, attempt_id).attempt.number == number
            taking.hand_in(session, attempt_id=attempt_id, now=NOW)


@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        (Policy(opens=NOW + HOUR), "not open yet"),
        (Policy(closes=NOW), "is closed"),
        (Policy(attempts=1), "no attempts left"),
    ],
)
def test_the_rules_say_no_in_plain_words(database: Database, cast: Cast, policy: Policy, reason: str) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        attempt_id = an_attempt(session, quiz_id, cast.juniper)
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
        quizzes.change(session, quiz_id, title="Rivers", policy=policy, now=NOW)
        with pytest.raises(NotAllowed, match=reason):
            an_attempt(session, quiz_id, cast.juniper)


def test_the_window_is_half_open(database: Database, cast: Cast) -> None:
    tick = timedelta(microseconds=1)
    policy = Policy(opens=NOW, closes=NOW + HOUR, attempts=None)
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=policy)
        for moment, allowed in ((-tick, False), (0 * tick, True), (HOUR - tick, True), (HOUR, False)):
            try:
                attempt_id = an_attempt(session, quiz_id, cast.juniper, now=NOW + moment)
                taking.hand_in(session, attempt_id=attempt_id, now=NOW + moment)
            except NotAllowed:
                assert not allowed
            else:
                assert allowed


def test_only_the_class_may_start(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        with pytest.raises(NotAllowed, match="not in the class"):
            an_attempt(session, quiz_id, cast.rowan)
        classes.remove(session, quizzes.get(session, quiz_id).class_id, cast.juniper.id)
        with pytest.raises(NotAllowed, match="not in the class"):
            an_attempt(session, quiz_id, cast.juniper)
        with pytest.raises(NotFound):
            an_attempt(session, quiz_id + 1, cast.juniper)


def start_in_a_transaction_of_its_own(database: Database, cast: Cast, quiz_id: int, seed: int) -> Callable[[], int]:
    def start() -> int:
        with database.writing() as session:
            return an_attempt(session, quiz_id, cast.juniper, seed=seed)

    return start


def test_starts_at_once_land_on_one_attempt(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
    for number in (1, 2):
        ids = at_once(*(start_in_a_transaction_of_its_own(database, cast, quiz_id, seed) for seed in range(8)))
        assert len(set(ids)) == 1
        with database.writing() as session:
            assert session.scalar(select(func.count()).select_from(AttemptRow)) == number
            taking.hand_in(session, attempt_id=ids[0], now=NOW)


def test_a_class_that_starts_at_once_gets_an_attempt_each(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        students = [account(session, f"Student {number}") for number in range(8)]
        quiz_id = a_quiz(session, cast.hazel, students)

    def start(number: int) -> int:
        with database.writing() as session:
            return an_attempt(session, quiz_id, students[number], seed=number)

    ids = at_once(*(lambda number=number: start(number) for number in range(8)))
    assert len(set(ids)) == 8


def test_a_start_that_read_too_early_goes_on_with_the_one_that_was_first(
    database: Database, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The constraints decide; what the late one had drawn leaves nothing behind."""
    blind = iter([True])

    def see_nothing_at_first(
        session: Session,
        quiz: QuizRow,
        student: int,
        *,
        attempts: Sequence[Attempt],
        now: datetime,
        address: str | None,
    ) -> Resolved:
        known = () if next(blind, False) else attempts
        return resolved(session, quiz, student, attempts=known, now=now, address=address)

    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        first = an_attempt(session, quiz_id, cast.juniper)
        monkeypatch.setattr(rules, "resolved", see_nothing_at_first)
        assert an_attempt(session, quiz_id, cast.juniper, seed=2) == first
        assert session.scalar(select(func.count()).select_from(AttemptRow)) == 1


def test_a_start_loads_the_bank_once_and_costs_few_statements(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])
        an_attempt(session, quiz_id, cast.rowan)
    with database.writing() as session, statements_of(session) as sent:
        an_attempt(session, quiz_id, cast.juniper)
    queries = [statement for statement in sent if not statement.startswith(("SAVEPOINT", "RELEASE"))]
    assert len(queries) == 10
    assert not any("bank_versions.document" in statement for statement in queries)
