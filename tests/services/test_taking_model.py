"""Any order of starts, saves, ends and extensions, against a small model: nothing acknowledged is ever lost."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import count

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

from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import NotAllowed
from quizgen.domain.people import Role
from quizgen.domain.scoring.marking import mark
from quizgen.services import quizzes, taking
from quizgen.services.taking import Saved
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, account
from tests.stored import a_quiz

MINUTE = timedelta(minutes=1)
GRACE = timedelta(seconds=30)
CLOSES = NOW + 40 * MINUTE
ATTEMPTS = 3
QUESTIONS = 3
SETTINGS = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_numbers = count(1)
seconds = st.sampled_from([0, 1, 29, 30, 31, 60, 299, 300, 301, 600])


@dataclass
class Known:
    """What the model knows of one attempt: what must be stored, and where it stands."""

    started: datetime
    deadline: datetime
    state: State = State.RUNNING
    finished: datetime | None = None
    responses: dict[int, tuple[str, int]] = field(default_factory=dict)

    def ends(self, state: State, finished: datetime) -> None:
        self.state, self.finished = state, finished


class Taking(RuleBasedStateMachine):
    """One student, one quiz of three verdict items, ten minutes a time at first."""

    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.limit = 10 * MINUTE
        self.known: dict[int, Known] = {}

    @initialize()
    def publish(self) -> None:
        number = next(_numbers)
        items = tuple(builders.verdict(f"i-{place}", (f"c-{place}",)) for place in range(QUESTIONS))
        bank = builders.bank(claims=tuple(builders.claim(f"c-{place}") for place in range(QUESTIONS)), items=items)
        with self.database.writing() as session:
            teacher = account(session, f"Teacher {number}", Role.TEACHER)
            self.student = account(session, f"Student {number}")
            self.quiz_id = a_quiz(session, teacher, [self.student], policy=self.policy, bank=bank)

    @property
    def policy(self) -> Policy:
        return Policy(closes=CLOSES, time_limit=self.limit, attempts=ATTEMPTS)

    @property
    def running(self) -> list[int]:
        return [attempt_id for attempt_id, known in self.known.items() if known.state is State.RUNNING]

    def is_over(self, known: Known) -> bool:
        return self.now >= known.deadline + GRACE

    @rule(later=seconds)
    def time_passes(self, later: int) -> None:
        self.now += timedelta(seconds=later)

    @rule(seed=st.integers(0, 2**62))
    def start(self, seed: int) -> None:
        allowed = bool(self.running) or (self.now < CLOSES and len(self.known) < ATTEMPTS)
        try:
            with self.database.writing() as session:
                attempt_id = taking.start(
                    session, quiz_id=self.quiz_id, student=self.student.id, now=self.now, seed=seed
                )
        except NotAllowed:
            assert not allowed
            return
        assert allowed
        if self.running:
            assert [attempt_id] == self.running
        else:
            assert attempt_id not in self.known
            self.known[attempt_id] = Known(self.now, min(self.now + self.limit, CLOSES))

    def put(self, attempt_id: int, position: int, response: str, sequence: int) -> Saved:
        with self.database.writing() as session:
            return taking.save(
                session,
                attempt_id=attempt_id,
                position=position,
                response=response,
                sequence=sequence,
                now=self.now,
                grace=GRACE,
            )

    @precondition(lambda self: self.known)
    @rule(
        data=st.data(),
        position=st.integers(0, QUESTIONS - 1),
        response=st.sampled_from(["true", "false", "unverified", ""]),
        sequence=st.integers(0, 6),
    )
    def save(self, data: st.DataObject, position: int, response: str, sequence: int) -> None:
        attempt_id = data.draw(st.sampled_from(sorted(self.known)))
        known = self.known[attempt_id]
        saved = self.put(attempt_id, position, response, sequence)
        before = known.responses.get(position, ("", -1))
        takes = known.state is State.RUNNING and not self.is_over(known)
        if takes and sequence > before[1]:
            known.responses[position] = (response, sequence)
        after = known.responses.get(position, ("", -1))
        assert saved.accepted == ((response, sequence) == after)
        assert (saved.response, saved.sequence) == after
        assert (saved.state, saved.deadline) == (known.state, known.deadline)

    @precondition(lambda self: any(known.responses for known in self.known.values()))
    @rule()
    def every_acknowledged_save_is_sent_again(self) -> None:
        for attempt_id, known in self.known.items():
            for position, (response, sequence) in known.responses.items():
                assert self.put(attempt_id, position, response, sequence).accepted

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def hand_in(self, data: st.DataObject) -> None:
        attempt_id = data.draw(st.sampled_from(sorted(self.known)))
        known = self.known[attempt_id]
        with self.database.writing() as session:
            attempt = taking.hand_in(session, attempt_id=attempt_id, now=self.now)
        if known.state is State.RUNNING:
            if self.now >= known.deadline:
                known.ends(State.EXPIRED, known.deadline)
            else:
                known.ends(State.HANDED_IN, self.now)
        assert (attempt.state, attempt.finished) == (known.state, known.finished)

    @rule()
    def sweep(self) -> None:
        with self.database.writing() as session:
            ended = taking.close_overdue(session, now=self.now, grace=GRACE)
        overdue = [attempt_id for attempt_id in self.running if self.is_over(self.known[attempt_id])]
        assert [attempt_id for attempt_id in ended if attempt_id in self.known] == overdue
        for attempt_id in overdue:
            self.known[attempt_id].ends(State.EXPIRED, self.known[attempt_id].deadline)

    @rule()
    def mark_what_ended(self) -> None:
        with self.database.writing() as session:
            taking.mark_ended(session)

    @rule(minutes=st.integers(1, 20))
    def change_the_limit(self, minutes: int) -> None:
        self.limit = minutes * MINUTE
        with self.database.writing() as session:
            quizzes.change(session, self.quiz_id, title="Rivers", policy=self.policy, now=self.now)
        for attempt_id in self.running:
            known = self.known[attempt_id]
            follows = min(known.started + self.limit, CLOSES)
            known.deadline = max(follows, min(self.now, known.deadline))

    @invariant()
    def what_is_stored_is_what_was_acknowledged(self) -> None:
        if not self.known:
            return
        with self.database.reading() as session:
            (found,) = taking.quizzes_of_student(session, self.student.id, now=self.now)
            assert [card.id for card in found.attempts] == list(self.known)
            assert [card.attempt.state for card in found.attempts].count(State.RUNNING) <= 1
            for card in found.attempts:
                known = self.known[card.id]
                sitting = taking.sitting(session, card.id)
                stored = {place: (sitting.responses.get(place, ""), at) for place, at in sitting.sequences.items()}
                assert stored == known.responses
                assert (card.attempt.state, card.attempt.finished) == (known.state, known.finished)
                assert card.attempt.deadline == known.deadline
                if card.score is not None:
                    assert card.attempt.state is not State.RUNNING
                    expected = mark(sitting.paper, {place: text for place, (text, _) in known.responses.items()})
                    assert taking.result(session, card.id, now=self.now).credits == expected
                    assert card.score.points == sum(expected, Fraction(0))


def test_whatever_happens_what_was_acknowledged_is_what_counts(database: Database) -> None:
    machine = type("TakingHere", (Taking,), {"database": database})
    run_state_machine_as_test(machine, settings=SETTINGS)
