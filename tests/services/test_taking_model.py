"""Whatever student, teacher, clock and failing server do: nothing acknowledged is lost, and no mark is wrong."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.act import WITH_TIME, Act, possible
from quizgen.domain.attempts.attempt import ENDED, Attempt, State
from quizgen.domain.attempts.policy import Navigation, Policy
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadInput, NotAllowed
from quizgen.domain.people import Role
from quizgen.domain.scoring.correcting import RIGHTING, Correction, Intention
from quizgen.domain.scoring.score import Score
from quizgen.services import acting, breaks, quizzes, regrading, rules, taking
from quizgen.storage.engine import Database
from quizgen.storage.tables import LateResponseRow, MarkRow, ResponseRow
from tests import builders
from tests.cast import NOW, account
from tests.services.taking_model import Corrected, Model, Refused, Sat
from tests.stored import a_quiz

T = TypeVar("T")
GRACE = timedelta(seconds=30)
QUESTIONS = 3
ITEMS = tuple(f"i-{place}" for place in range(QUESTIONS))
VERDICTS = [verdict.value for verdict in Verdict]
SETTINGS = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_numbers = count(1)
seconds = st.sampled_from([0, 1, 29, 30, 31, 60, 299, 300, 301, 600])
positions = st.integers(0, QUESTIONS - 1)
responses = st.sampled_from([*VERDICTS, ""])
beside = st.sampled_from([-1, 0, 1, 1, 2])


class _Dies(Exception):
    """The server is gone before it has committed."""


class Taking(RuleBasedStateMachine):
    """One student with breaks, a quiz of three statements, ten minutes a time at first, and its teacher."""

    url: str

    def __init__(self) -> None:
        super().__init__()
        self.database = Database(self.url)
        keys = dict.fromkeys(ITEMS, VERDICTS[0])
        self.model = Model(limit=600, closes=2400, attempts=3, grace=30, breaks=300, keys=keys)

    @initialize(forward=st.booleans())
    def publish(self, forward: bool) -> None:
        self.model.forward = forward
        number = next(_numbers)
        bank = builders.bank(
            claims=tuple(builders.claim(f"c-{place}") for place in range(QUESTIONS)),
            items=tuple(builders.verdict(item, (f"c-{place}",)) for place, item in enumerate(ITEMS)),
        )
        with self.database.writing() as session:
            self.teacher = account(session, f"Teacher {number}", Role.TEACHER)
            self.student = account(session, f"Student {number}")
            self.quiz_id = a_quiz(session, self.teacher, [self.student], policy=self.policy, bank=bank)
            needs = Accommodation(breaks=timedelta(seconds=self.model.breaks))
            rules.accommodate(session, self.student.id, needs, by=self.teacher.id, now=NOW)

    @property
    def now(self) -> datetime:
        return at(self.model.now)

    @property
    def policy(self) -> Policy:
        return Policy(
            closes=at(self.model.closes),
            time_limit=timedelta(seconds=self.model.limit),
            attempts=self.model.attempts,
            navigation=Navigation.FORWARD if self.model.forward else Navigation.FREE,
        )

    def write(self, verb: Callable[[Session], T]) -> T:
        with self.database.writing() as session:
            return verb(session)

    def same(self, verb: Callable[[Session], object], modelled: Callable[[], object]) -> None:
        """Do it both ways; what the model refuses the service must refuse too, and the other way round."""
        try:
            modelled()
        except Refused:
            with pytest.raises((NotAllowed, BadInput)):
                self.write(verb)
        else:
            self.write(verb)

    def some_attempt(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.model.sats)), "attempt")

    # What a student does.

    def starts(self, seed: int) -> Callable[[Session], int]:
        return lambda session: taking.start(
            session, quiz_id=self.quiz_id, student=self.student.id, now=self.now, seed=seed
        )

    def puts(self, attempt_id: int, position: int, response: str, sequence: int) -> Callable[[Session], taking.Saved]:
        return lambda session: taking.save(
            session,
            attempt_id=attempt_id,
            position=position,
            response=response,
            sequence=sequence,
            now=self.now,
            grace=GRACE,
        )

    @rule(seed=st.integers(0, 2**62))
    def start(self, seed: int) -> None:
        if not self.model.may_start():
            with pytest.raises(NotAllowed):
                self.write(self.starts(seed))
            return
        attempt_id = self.write(self.starts(seed))
        if self.model.open:
            assert [attempt_id] == self.model.open
            return
        assert attempt_id not in self.model.sats
        with self.database.reading() as session:
            paper = taking.sitting(session, attempt_id).paper
        self.model.started(attempt_id, tuple(question.item.id for question in paper.questions))

    @precondition(lambda self: self.model.sats)
    @rule(data=st.data(), sent=st.lists(st.tuples(positions, responses, beside), min_size=1, max_size=5))
    def save(self, data: st.DataObject, sent: list[tuple[int, str, int]]) -> None:
        attempt_id = self.some_attempt(data)
        for change in sent:
            self.save_one(attempt_id, *change)

    def save_one(self, attempt_id: int, position: int, response: str, later: int) -> None:
        """Send a change whose number is so much later than the newest one; an earlier one is stale."""
        sequence = max(self.model.sats[attempt_id].answers.get(position, ("", -1))[1] + later, 0)
        try:
            stands, late = self.model.put(attempt_id, position, response, sequence)
        except Refused:
            with pytest.raises(NotAllowed):
                self.write(self.puts(attempt_id, position, response, sequence))
            return
        saved = self.write(self.puts(attempt_id, position, response, sequence))
        sat = self.model.sats[attempt_id]
        assert (saved.accepted, saved.late is not None) == (stands, late)
        assert (saved.response, saved.sequence) == sat.answers.get(position, ("", -1))
        assert (saved.state, saved.deadline) == (sat.state, at(sat.deadline))

    @precondition(lambda self: any(sat.answers for sat in self.model.sats.values()))
    @rule()
    def every_acknowledged_save_is_sent_again(self) -> None:
        for attempt_id, sat in self.model.sats.items():
            for position, (response, sequence) in sat.answers.items():
                assert self.write(self.puts(attempt_id, position, response, sequence)).accepted

    @precondition(lambda self: self.model.sats and self.model.forward)
    @rule(data=st.data(), position=positions, response=responses)
    def move_on_and_answer_what_was_left(self, data: st.DataObject, position: int, response: str) -> None:
        attempt_id = self.some_attempt(data)
        where = {"attempt_id": attempt_id, "position": position}
        self.same(
            lambda session: taking.move_on(session, **where, now=self.now, grace=GRACE),
            lambda: self.model.move_on(attempt_id, position),
        )
        self.save_one(attempt_id, 0, response, 1)

    @precondition(lambda self: self.model.sats)
    @rule(data=st.data())
    def hand_in(self, data: st.DataObject) -> None:
        attempt_id = self.some_attempt(data)
        self.model.hand_in(attempt_id)
        self.write(lambda session: taking.hand_in(session, attempt_id=attempt_id, now=self.now))

    @precondition(lambda self: self.model.sats)
    @rule(data=st.data())
    def take_a_break(self, data: st.DataObject) -> None:
        attempt_id = self.some_attempt(data)
        self.same(
            lambda session: breaks.take(session, attempt_id, now=self.now), lambda: self.model.take_break(attempt_id)
        )

    @precondition(lambda self: self.model.sats)
    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        attempt_id = self.some_attempt(data)
        self.same(
            lambda session: breaks.go_on(session, attempt_id, now=self.now), lambda: self.model.end_break(attempt_id)
        )

    # What time does.

    @rule(later=seconds)
    def time_passes(self, later: int) -> None:
        self.model.now += later

    @precondition(lambda self: self.model.open)
    @rule(data=st.data(), response=responses, saves=st.booleans())
    def something_comes_at_an_edge(self, data: st.DataObject, response: str, saves: bool) -> None:
        attempt_id = self.model.open[0]
        self.model.now = data.draw(st.sampled_from(self.model.edges(attempt_id)), "now")
        if saves:
            self.save_one(attempt_id, 0, response, 1)
        self.tick()

    @rule()
    def tick(self) -> None:
        self.model.tick()
        self.write(lambda session: taking.end_breaks(session, now=self.now))
        self.write(lambda session: taking.close_overdue(session, now=self.now, grace=GRACE))
        self.write(taking.mark_ended)

    # What a teacher does.

    @precondition(lambda self: self.model.sats)
    @rule(data=st.data(), any_act=st.booleans(), minutes=st.integers(1, 10))
    def act(self, data: st.DataObject, any_act: bool, minutes: int) -> None:
        attempt_id = self.some_attempt(data)
        fitting = possible(attempt_of(self.model.sats[attempt_id]))
        act = data.draw(st.sampled_from(Act if any_act else fitting), "act")
        extra = minutes * 60 if act in WITH_TIME else 0
        self.same(self.acts(attempt_id, act, extra), lambda: self.model.act(attempt_id, act.value, extra))

    def acts(self, attempt_id: int, act: Act, extra: int) -> Callable[[Session], Attempt]:
        return lambda session: acting.act(
            session,
            attempt_id,
            act,
            reason="The bell rang",
            by=self.teacher.id,
            now=self.now,
            extra=timedelta(seconds=extra),
        )

    @rule(minutes=st.integers(1, 20), forward=st.booleans())
    def change_the_rules(self, minutes: int, forward: bool) -> None:
        self.model.changed(minutes * 60, forward)
        self.write(
            lambda session: quizzes.change(session, self.quiz_id, title="Rivers", policy=self.policy, now=self.now)
        )

    def corrects(self, wanted: Correction) -> Callable[[Session], int]:
        return lambda session: regrading.correct(
            session, self.quiz_id, wanted, reason="The key was wrong", by=self.teacher.id, now=self.now
        )

    @precondition(lambda self: self.model.sats)
    @rule(item=st.sampled_from(ITEMS), intention=st.sampled_from(Intention), key=st.sampled_from(VERDICTS))
    def regrade(self, item: str, intention: Intention, key: str) -> None:
        righting = intention in RIGHTING
        wanted = Correction(item, intention, {"key": key} if righting else {})
        said = (item, intention.value, key if righting else None)
        if self.model.repeats(*said):
            assert self.write(self.corrects(wanted)) == max(self.model.corrections)
            return
        if not self.model.may_correct(*said):
            with pytest.raises(BadInput):
                self.write(self.corrects(wanted))
            return
        promised = self.write(lambda session: regrading.preview(session, self.quiz_id, wanted))
        before = self.model.scores()
        made = self.write(self.corrects(wanted))
        self.model.corrections[made] = Corrected(self.model.now, *said)
        after = self.model.scores()
        assert {each.attempt_id: (each.before.points, each.before.possible) for each in promised} == before
        assert {each.attempt_id: (each.after.points, each.after.possible) for each in promised} == after

    @precondition(lambda self: self.model.corrections)
    @rule(data=st.data())
    def undo_a_regrade(self, data: st.DataObject) -> None:
        made = data.draw(st.sampled_from(sorted(self.model.corrections)), "correction")
        self.model.corrections[made].undone = True
        self.write(lambda session: regrading.undo(session, self.quiz_id, made, by=self.teacher.id, now=self.now))

    # What goes wrong.

    @precondition(lambda self: self.model.sats)
    @rule(data=st.data(), position=positions, response=responses, act=st.sampled_from(Act))
    def the_server_dies_before_it_commits(self, data: st.DataObject, position: int, response: str, act: Act) -> None:
        attempt_id = self.some_attempt(data)
        dropped = Correction(ITEMS[position], Intention.DROP)
        verbs = {
            "start": self.starts(1),
            "save": self.puts(attempt_id, position, response, 9),
            "hand in": lambda session: taking.hand_in(session, attempt_id=attempt_id, now=self.now),
            "close": lambda session: taking.close_overdue(session, now=self.now, grace=GRACE),
            "mark": taking.mark_ended,
            "act": self.acts(attempt_id, act, 60 if act in WITH_TIME else 0),
            "break": lambda session: breaks.take(session, attempt_id, now=self.now),
            "regrade": self.corrects(dropped),
        }
        verb = verbs[data.draw(st.sampled_from(sorted(verbs)), "verb")]
        with suppress(_Dies), self.database.writing() as session:
            with suppress(NotAllowed, BadInput):
                verb(session)
            session.flush()
            session.connection().invalidate()
            raise _Dies
        self.restart()

    @rule()
    def restart(self) -> None:
        self.database.dispose()
        self.database = Database(self.url)

    # What must hold at every moment.

    @invariant()
    def what_is_stored_is_what_was_acknowledged(self) -> None:
        with self.database.reading() as session:
            (found,) = taking.quizzes_of_student(session, self.student.id, now=self.now)
            answers = self.stored(session, ResponseRow, lambda row: (row.response, row.sequence))
            late = self.stored(session, LateResponseRow, lambda row: (row.response, row.sequence))
            marks = self.stored(session, MarkRow, lambda row: row.credit)
        assert [card.id for card in found.attempts] == list(self.model.sats)
        assert len(self.model.open) <= 1
        for card in found.attempts:
            sat = self.model.sats[card.id]
            assert card.attempt == attempt_of(sat)
            assert (answers[card.id], late[card.id]) == (sat.answers, sat.late)
            if card.attempt.state is not State.VOIDED:
                worth = dict(enumerate(self.model.credits(sat))) if sat.marked else {}
                assert marks[card.id] == {place: credit for place, credit in worth.items() if credit is not None}
                assert card.score == (Score(*self.model.score(sat)) if sat.marked else None)

    def stored(
        self, session: Session, rows: type[T], value: Callable[[T], object]
    ) -> defaultdict[int, dict[int, object]]:
        """Return what is stored about each question of each attempt, by position."""
        found: defaultdict[int, dict[int, object]] = defaultdict(dict)
        for row in session.scalars(select(rows).where(rows.attempt_id.in_(self.model.sats))):
            found[row.attempt_id][row.position] = value(row)
        return found

    def teardown(self) -> None:
        with self.database.reading() as session:
            for attempt_id, sat in self.model.sats.items():
                if State(sat.state) in ENDED:
                    result = taking.result(session, attempt_id, now=self.now)
                    assert result.credits == self.model.credits(sat)
        self.database.dispose()


def at(later: int) -> datetime:
    """Return the instant so many seconds after the beginning."""
    return NOW + timedelta(seconds=later)


def attempt_of(sat: Sat) -> Attempt:
    """Return the attempt as the product should have it."""
    finished, stopped, resumes = (
        None if each is None else at(each) for each in (sat.finished, sat.stopped, sat.resumes)
    )
    stood, rested, granted = (timedelta(seconds=each) for each in (sat.stood, sat.rested, sat.granted))
    state = State(sat.state)
    return Attempt(
        sat.number,
        state,
        at(sat.started),
        at(sat.deadline),
        finished,
        stopped,
        resumes,
        stood,
        rested,
        granted,
        sat.sealed,
    )


def test_whatever_happens_what_was_acknowledged_is_what_counts(database_url: str) -> None:
    machine = type("TakingHere", (Taking,), {"url": database_url})
    run_state_machine_as_test(machine, settings=SETTINGS)
