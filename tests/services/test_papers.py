"""Papers that are drawn ahead: the same as those drawn on the spot, used once, and worth nothing under other rules."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.policy import Order, Policy
from quizgen.domain.people import Person
from quizgen.services import banks, classes, papers, quizzes, rules, taking
from quizgen.services.papers import AFTERWARDS, AHEAD
from quizgen.services.taking import Sitting
from quizgen.storage.engine import Database
from quizgen.storage.tables import AttemptRow, PreparedPaperRow, QuizRow
from tests.cast import NOW, Cast, account
from tests.statements import statements_of
from tests.stored import a_quiz, an_attempt
from tests.threads import at_once

TICK = timedelta(microseconds=1)
WORKERS_SEED = 7_000


def prepared(session: Session, *, now: datetime = NOW, limit: int = 20) -> int:
    """Prepare as the worker does, with the seeds 7000, 7001, ..., and return how many papers were drawn."""
    numbers = count(WORKERS_SEED)
    found = papers.prepare(session, now=now, seed=lambda: next(numbers), limit=limit)
    papers.put(session, found)
    papers.tidy(session, now=now)
    return len(found)


def waiting(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(PreparedPaperRow)) or 0


def started(session: Session, quiz_id: int, student: Person, *, seed: int = 1, now: datetime = NOW) -> Sitting:
    return taking.sitting(session, an_attempt(session, quiz_id, student, seed=seed, now=now))


def test_a_prepared_paper_is_the_one_that_its_seed_gives_and_is_used_once(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        assert prepared(session) == waiting(session) == 1
        first = started(session, quiz_id, cast.juniper)
        assert waiting(session) == 0
        assert session.scalar(select(AttemptRow.seed)) == WORKERS_SEED
        taking.hand_in(session, attempt_id=first.id, now=NOW)
        again = started(session, quiz_id, cast.juniper, seed=WORKERS_SEED)
    assert first.paper == again.paper


def test_a_start_with_a_prepared_paper_looks_at_no_bank(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        prepared(session)
    with database.writing() as session, statements_of(session) as sent:
        an_attempt(session, quiz_id, cast.juniper)
    assert not any("bank_versions" in statement or "passages" in statement for statement in sent)


def shuffle_no_more(session: Session, quiz_id: int) -> None:
    policy = quizzes.get(session, quiz_id).policy
    quizzes.change(session, quiz_id, title="Rivers", policy=replace(policy, order=Order.AS_IN_BANK), now=NOW)


def ask_less(session: Session, quiz_id: int) -> None:
    session.get_one(QuizRow, quiz_id).count = 5
    session.flush()


def drop_an_item(session: Session, quiz_id: int) -> None:
    quiz = session.get_one(QuizRow, quiz_id)
    banks.change(session, quiz.bank_id, lambda bank: replace(bank, items=bank.items[1:]), now=NOW)
    quiz.bank_version_id = banks.get(session, quiz.bank_id).version_id
    session.flush()


def ask_some_less(session: Session, quiz_id: int) -> None:
    an_exception(session, quiz_id, None, {"count": 5})


def an_exception(session: Session, quiz_id: int, students: list[int] | None, changes: dict[str, object]) -> None:
    by = session.get_one(QuizRow, quiz_id).published_by_id
    rules.override(session, quiz_id, name="Short", students=students, changes=changes, by=by, now=NOW)


@pytest.mark.parametrize("change", [shuffle_no_more, ask_less, ask_some_less, drop_an_item])
def test_a_paper_drawn_under_other_rules_is_not_used_and_is_replaced(
    database: Database, cast: Cast, change: Callable[[Session, int], None]
) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])
        assert prepared(session) == 2
        change(session, quiz_id)
        first = started(session, quiz_id, cast.juniper, seed=1)
        taking.hand_in(session, attempt_id=first.id, now=NOW)
        assert started(session, quiz_id, cast.juniper, seed=1).paper == first.paper
        assert prepared(session) == 1
        started(session, quiz_id, cast.rowan, seed=1)
        assert session.scalars(select(AttemptRow.seed).order_by(AttemptRow.id)).all() == [1, 1, WORKERS_SEED]


def test_a_student_with_an_exception_gets_the_questions_that_it_names(database: Database, cast: Cast) -> None:
    """Prepared, or drawn at the start; the others keep theirs, and a paper that was begun stays as it is."""
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])
        before = started(session, quiz_id, cast.juniper)
        assert prepared(session) == 1
        an_exception(session, quiz_id, [cast.rowan.id, cast.juniper.id], {"count": 2, "kinds": ("verdict",)})
        assert started(session, quiz_id, cast.juniper).paper == before.paper
        assert len(before.paper.questions) == 6
        assert prepared(session) == 1
        short = started(session, quiz_id, cast.rowan)
        assert session.scalar(select(AttemptRow.seed).where(AttemptRow.id == short.id)) == WORKERS_SEED
        taking.hand_in(session, attempt_id=before.id, now=NOW)
        anew = started(session, quiz_id, cast.juniper)
    for each in (short, anew):
        assert [question.item.kind for question in each.paper.questions] == ["verdict", "verdict"]


def test_papers_are_prepared_shortly_before_the_opening_and_not_for_long(database: Database, cast: Cast) -> None:
    opens = NOW + timedelta(hours=3)
    with database.writing() as session:
        a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(opens=opens))
        assert prepared(session, now=opens - AHEAD - TICK) == 0
        assert prepared(session, now=opens - AHEAD) == 1
        assert prepared(session, now=opens) == 0
        assert waiting(session) == 1
        prepared(session, now=opens + AFTERWARDS)
        assert waiting(session) == 0


def test_a_quiz_that_has_closed_is_not_prepared(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(closes=NOW + AHEAD))
        assert prepared(session, now=NOW + AHEAD) == 0
        assert prepared(session, now=NOW + AHEAD - TICK) == 1


def test_a_large_class_is_prepared_in_parts_and_who_has_started_is_left_out(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        students = [account(session, f"Student {number}") for number in range(5)]
        quiz_id = a_quiz(session, cast.hazel, students)
        started(session, quiz_id, students[0])
        assert [prepared(session, limit=3), prepared(session, limit=3), prepared(session, limit=3)] == [3, 1, 0]


def test_two_workers_leave_one_paper_and_two_starts_use_it_once(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
    with database.reading() as session:
        found = [papers.prepare(session, now=NOW, seed=lambda seed=seed: seed) for seed in (11, 12)]
    for each in found:
        with database.writing() as session:
            papers.put(session, each)

    def start() -> int:
        with database.writing() as session:
            return an_attempt(session, quiz_id, cast.juniper)

    assert len(set(at_once(start, start, start))) == 1
    with database.reading() as session:
        assert (waiting(session), session.scalar(select(AttemptRow.seed))) == (0, 12)


def test_a_student_who_leaves_the_class_cannot_start_a_paper_that_waits(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        prepared(session)
        classes.remove(session, quizzes.get(session, quiz_id).class_id, cast.juniper.id)
        assert prepared(session) == 0
