"""What the rules come to for one student: never more time than they allow, never less than they promise."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.access import Entry
from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.attempt import Attempt, State, hand_in
from quizgen.domain.attempts.override import DRAWN, Override, changes_document, overridden_draw, read_changes
from quizgen.domain.attempts.policy import Closing, Layout, Navigation, Order, Policy
from quizgen.domain.attempts.resolving import Resolved, Rules, policy_for, resolve
from quizgen.domain.attempts.reveal import PRESETS, Reveal
from quizgen.domain.banks.blueprint import SHARES, Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from tests.domain.attempts.moments import HOUR, MINUTE, NOON, TICK, instants, lengths

JUNIPER, ROWAN = 7, 8
changes = st.fixed_dictionaries(
    {},
    optional={
        "opens": st.none() | instants,
        "closes": st.none() | instants,
        "time_limit": st.none() | lengths,
        "attempts": st.none() | st.integers(1, 5),
        "wait": st.none() | lengths,
        "closing": st.sampled_from(Closing),
        "access_code": st.sampled_from(["", "heron"]),
        "networks": st.sampled_from([(), ("10.0.0.0/8", "2001:db8::/32")]),
        "order": st.sampled_from(Order),
        "layout": st.sampled_from(Layout),
        "navigation": st.sampled_from(Navigation),
        "reveal": st.sampled_from(list(PRESETS)).map(PRESETS.get),
        "count": st.integers(1, 20),
        "kinds": st.none() | st.just(("verdict", "cloze")),
        "basis": st.none() | st.sampled_from(Basis),
        "shares": st.sampled_from([SHARES, {Verdict.TRUE: 50, Verdict.FALSE: 50, Verdict.UNVERIFIED: 0}]),
        "easiest": st.integers(1, 3),
        "hardest": st.integers(3, 5),
    },
)
overrides = st.lists(
    st.builds(
        Override,
        name=st.just("Retake"),
        students=st.none() | st.frozensets(st.sampled_from([JUNIPER, ROWAN])),
        changes=changes,
    ),
    max_size=4,
).map(tuple)
accommodations = st.builds(
    Accommodation,
    extra_time=st.sampled_from([Fraction(1), Fraction(5, 4), Fraction(4, 3), Fraction(3, 2), Fraction(2)]),
    breaks=st.sampled_from([timedelta(0), 10 * MINUTE]),
)
policies = st.builds(
    Policy,
    opens=st.none() | instants,
    closes=st.none() | instants,
    time_limit=st.none() | lengths,
    attempts=st.none() | st.integers(1, 3),
    wait=st.none() | lengths,
    closing=st.sampled_from(Closing),
).filter(lambda policy: not policy.problems())


def resolved(policy: Policy, now: datetime, *given_overrides: Override, **more: Any) -> Resolved:
    return resolve(Rules(policy, given_overrides), student=JUNIPER, now=now, **more)


@given(policies, overrides, changes)
def test_each_field_comes_from_the_last_override_that_sets_it(
    policy: Policy, before: tuple[Override, ...], last: dict[str, Any]
) -> None:
    top = Override("Juniper", frozenset({JUNIPER}), last)
    without = policy_for(Rules(policy, before), JUNIPER)
    found = policy_for(Rules(policy, (*before, top)), JUNIPER)
    for name in ("attempts", "wait", "closing", "access_code", "networks", "order", "layout", "navigation", "reveal"):
        assert getattr(found, name) == (last[name] if name in last else getattr(without, name))
    drawn_without = overridden_draw(Blueprint(12), before, JUNIPER)
    drawn = overridden_draw(Blueprint(12), (*before, top), JUNIPER)
    for name in DRAWN:
        assert getattr(drawn, name) == (last[name] if name in last else getattr(drawn_without, name))


@given(policies, overrides)
def test_whom_no_override_concerns_has_the_rules_of_the_quiz(policy: Policy, given: tuple[Override, ...]) -> None:
    others = tuple(each for each in given if not each.concerns(JUNIPER))
    assert policy_for(Rules(policy, others), JUNIPER) == policy
    assert overridden_draw(Blueprint(12), others, JUNIPER) == Blueprint(12)


@given(policies, accommodations, instants)
def test_extra_time_never_takes_time_and_never_gives_more_than_its_factor(
    policy: Policy, accommodation: Accommodation, started: datetime
) -> None:
    """Over the longest attempt that the rules allow; a second is the unit of what is rounded up."""
    usual = timing.deadline(policy, started)
    own = timing.deadline(policy_for(Rules(policy), JUNIPER, accommodation), started)
    if usual is None:
        assert own is None
        return
    assert own is not None
    assert own >= usual
    if policy.time_limit is not None:
        assert own - started <= accommodation.stretched(policy.time_limit)
        if usual - started == policy.time_limit:
            assert own - started == accommodation.stretched(policy.time_limit)


@given(policies, accommodations, overrides, instants)
def test_who_may_start_has_time_and_lies_in_the_own_window(
    policy: Policy, accommodation: Accommodation, given: tuple[Override, ...], now: datetime
) -> None:
    found = resolve(Rules(policy, given), student=JUNIPER, now=now, accommodation=accommodation, address="10.0.0.1")
    if found.access.entry is Entry.START:
        assert timing.phase(found.policy, now) is timing.Phase.OPEN
        assert found.deadline is None or found.deadline > now
        assert found.deadline == timing.deadline(found.policy, now)


@given(policies, instants, lengths)
def test_must_start_by_bounds_the_start_and_never_the_end(policy: Policy, started: datetime, limit: timedelta) -> None:
    by_start = Policy(policy.opens, policy.closes, limit, closing=Closing.START)
    assert timing.deadline(by_start, started) == started + limit
    if by_start.closes is not None:
        assert resolved(by_start, by_start.closes).access.entry in (Entry.CLOSED, Entry.NOT_YET)


def test_the_trace_says_how_the_time_comes_about() -> None:
    policy = Policy(None, datetime(2031, 3, 3, 11, 0, tzinfo=UTC), HOUR)
    started = datetime(2031, 3, 3, 9, 28, 30, tzinfo=UTC)
    needs = Accommodation(extra_time=Fraction(3, 2))
    own = policy_for(Rules(policy), JUNIPER, needs)
    running = Attempt(1, State.RUNNING, started, timing.deadline(own, started))
    found = resolved(policy, started + HOUR, attempts=[running], accommodation=needs)
    assert found.trace == (
        "Time limit: 60 min × 1.5 = 90 min.",
        "Closes at 11:00 on 3 March 2031 (UTC): finish by then.",
        "The extra time moves that by 30 min: it closes for you at 11:30 on 3 March 2031 (UTC).",
        "Started at 09:28:30 on 3 March 2031 (UTC).",
        "So your time ends at 10:58:30 on 3 March 2031 (UTC).",
    )


def test_the_trace_names_overrides_and_what_each_changes() -> None:
    later = Override("Was ill", frozenset({JUNIPER}), {"closes": NOON + 2 * HOUR, "attempts": 2})
    found = resolved(Policy(NOON, NOON + HOUR), NOON, later)
    assert found.trace[0] == "Was ill: changes the closing and the number of attempts."
    assert found.trace[-1] == "So an attempt started now would end at 14:00 on 3 March 2031 (UTC)."
    assert found.access.attempts_left == 2


def test_the_trace_tells_what_is_unusual_about_the_page() -> None:
    forward = Override("Second sitting", None, {"navigation": Navigation.FORWARD})
    said = resolved(Policy(layout=Layout.ONE), NOON, forward).trace
    assert said[:2] == (
        "Second sitting: changes going back.",
        "Questions come one after the other: a question that was left cannot be gone back to.",
    )
    assert resolved(Policy(layout=Layout.ALL), NOON).trace[0] == "All questions are on one page."


def test_the_trace_tells_how_many_questions_there_are_and_never_of_which_keys() -> None:
    shares = {Verdict.TRUE: 50, Verdict.FALSE: 50, Verdict.UNVERIFIED: 0}
    short = Override("Short", frozenset({JUNIPER}), {"count": 6, "shares": shares, "reveal": Reveal.NEVER})
    said = resolved(Policy(), NOON, short).trace
    assert said[0] == (
        "Short: changes when answers are shown, the number of questions and the shares of true, false and unverified."
    )
    assert said[1] == "Number of questions: 6."
    assert not any("50" in line for line in said)
    running = Attempt(1, State.RUNNING, NOON, None)
    assert "Number of questions: 6." not in resolved(Policy(), NOON, short, attempts=[running]).trace


@pytest.mark.parametrize(
    ("now", "entry"),
    [
        (NOON + 10 * MINUTE - TICK, Entry.WAIT),
        (NOON + 10 * MINUTE, Entry.START),
    ],
)
def test_the_wait_runs_from_the_end_of_the_last_attempt(now: datetime, entry: Entry) -> None:
    ended = hand_in(Attempt(1, State.RUNNING, NOON - HOUR, None), NOON)
    found = resolved(Policy(attempts=2, wait=10 * MINUTE), now, attempts=[ended])
    assert found.access.entry is entry
    assert found.access.starts == (NOON + 10 * MINUTE if entry is Entry.WAIT else None)


def test_a_wait_that_outlasts_the_window_closes_the_quiz() -> None:
    ended = hand_in(Attempt(1, State.RUNNING, NOON - HOUR, None), NOON)
    policy = Policy(closes=NOON + 10 * MINUTE, attempts=2, wait=10 * MINUTE)
    assert resolved(policy, NOON, attempts=[ended]).access.entry is Entry.CLOSED


def test_a_voided_attempt_is_no_attempt() -> None:
    voided = Attempt(1, State.VOIDED, NOON - HOUR, None, NOON)
    assert resolved(Policy(wait=HOUR), NOON, attempts=[voided]).access.entry is Entry.START


def test_a_paused_attempt_is_gone_on_with() -> None:
    paused = Attempt(1, State.PAUSED, NOON, None, paused_at=NOON)
    assert resolved(Policy(), NOON + HOUR, attempts=[paused]).access.entry is Entry.GO_ON


def test_only_the_schools_network_starts_what_is_bound_to_it_and_going_on_is_never_refused() -> None:
    policy = Policy(networks=("10.0.0.0/8",))
    running = Attempt(1, State.RUNNING, NOON, None)
    assert resolved(policy, NOON, address="192.0.2.1").access.entry is Entry.ELSEWHERE
    assert resolved(policy, NOON, address="10.9.9.9").access.entry is Entry.START
    assert resolved(policy, NOON, address="192.0.2.1", attempts=[running]).access.entry is Entry.GO_ON


@given(changes)
def test_changes_come_back_from_their_document_as_they_were(changed: dict[str, Any]) -> None:
    assert read_changes(changes_document(changed)) == changed


def test_a_length_is_stretched_in_whole_seconds_rounded_up() -> None:
    third = Accommodation(extra_time=Fraction(4, 3))
    assert third.stretched(timedelta(seconds=10)) == timedelta(seconds=14)
    assert third.stretched(timedelta(seconds=9)) == timedelta(seconds=12)


@pytest.mark.parametrize("factor", [Fraction(0), Fraction(1, 2), Fraction(11)])
def test_a_factor_that_cannot_be_meant_is_refused(factor: Fraction) -> None:
    assert Accommodation(extra_time=factor).problems()


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("opens", "closes", "length"),
    [
        # Spring: the clocks jump from 02:00 to 03:00 on 30 March 2031.
        (datetime(2031, 3, 30, 1, 30, tzinfo=BERLIN), datetime(2031, 3, 30, 3, 30, tzinfo=BERLIN), HOUR),
        # Autumn: they go back from 03:00 to 02:00 on 26 October 2031.
        (datetime(2031, 10, 26, 1, 30, tzinfo=BERLIN), datetime(2031, 10, 26, 3, 30, tzinfo=BERLIN), 3 * HOUR),
    ],
)
def test_an_odd_hour_neither_gives_nor_takes_time(opens: datetime, closes: datetime, length: timedelta) -> None:
    policy = Policy(opens.astimezone(UTC), closes.astimezone(UTC))
    assert policy.closes is not None
    assert policy.opens is not None
    assert policy.closes - policy.opens == length
    found = resolve(Rules(policy, zone="Europe/Berlin"), student=JUNIPER, now=policy.opens)
    assert found.access.entry is Entry.START
    assert found.deadline == policy.closes


@pytest.mark.parametrize(
    ("started", "said"),
    [
        (datetime(2031, 3, 30, 0, 30, tzinfo=UTC), "at 03:30 on 30 March 2031 (CEST)"),
        (datetime(2031, 10, 25, 23, 30, tzinfo=UTC), "at 02:30 on 26 October 2031 (CEST)"),
        (datetime(2031, 10, 26, 0, 30, tzinfo=UTC), "at 02:30 on 26 October 2031 (CET)"),
    ],
)
def test_the_trace_tells_the_two_hours_of_one_name_apart(started: datetime, said: str) -> None:
    rules = Rules(Policy(time_limit=HOUR), zone="Europe/Berlin")
    assert resolve(rules, student=JUNIPER, now=started).trace[-1] == f"So an attempt started now would end {said}."
