"""The result: how it ended, the score, the answers and the evidence."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Reveal
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.span import Span
from quizgen.domain.people import Person
from quizgen.services import taking
from tests import builders, stored
from tests.cast import NOW
from tests.web.attempts.conftest import TWENTY_MINUTES, Hands, Sat
from tests.web.conftest import Browser


def finish(sat: Sat, hands: Hands, which: dict[int, str] | str = stored.RIGHT, **after: float) -> str:
    """Answer all questions (or those in ``which``), hand in ``after`` that time, and return the result page."""
    chosen = dict.fromkeys(range(1, 7), which) if isinstance(which, str) else which
    for number, side in chosen.items():
        sat.save(number, sat.response(number, side))
    hands.move(**after)
    sat.juniper.send(f"{sat.url}/hand-in")
    return sat.juniper.text(f"{sat.url}/result")


def test_handing_in_is_told_with_the_time_that_was_left(sat: Sat, hands: Hands) -> None:
    page = finish(sat, hands, minutes=18, seconds=48)
    assert "Handed in at 10:18, with 1\u00a0minute 12\u00a0seconds left." in page


def test_without_a_limit_nothing_was_left(start: Callable[..., Sat], hands: Hands) -> None:
    assert "Handed in at 10:03." in finish(start(Policy()), hands, minutes=3)


def test_on_another_day_the_day_is_told(sat: Sat, hands: Hands) -> None:
    finish(sat, hands, minutes=1)
    hands.move(days=1)
    assert "Handed in on 1\u00a0September" in sat.juniper.text(f"{sat.url}/result")


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (0, "You had answered none of the 6 questions."),
        (1, "You had answered 1 of 6 questions, and it is saved."),
        (5, "You had answered 5 of 6 questions, and all 5 are saved."),
        (6, "You had answered all 6 questions, and all are saved."),
    ],
)
def test_handed_in_by_the_server_is_told_with_what_was_saved(sat: Sat, hands: Hands, answered: int, words: str) -> None:
    for number in range(1, answered + 1):
        sat.save(number, sat.response(number))
    hands.move(minutes=25)
    with sat.database.writing() as session:
        taking.close_overdue(session, now=hands.now, grace=timedelta(seconds=30))
    page = sat.juniper.text(f"{sat.url}/result")
    assert f"Time was up at 10:20, so your work was handed in for you. {words}" in page


def test_the_score_counts_right_answers(sat: Sat, hands: Hands) -> None:
    page = finish(sat, hands, {1: stored.RIGHT, 2: stored.RIGHT, 3: stored.WRONG})
    assert "<b>2</b> of 6 right" in page
    assert page.count("score-bar is-earned") == 2
    assert "Not right 4" in page


def test_every_answer_is_told_with_the_key(sat: Sat, hands: Hands) -> None:
    page = finish(sat, hands, stored.WRONG)
    assert page.count("You said") == 6
    assert page.count("Key <b>") + page.count("Key <span") == 6
    assert "You said <b>nothing</b>" not in page


def test_a_question_without_an_answer_says_so(sat: Sat, hands: Hands) -> None:
    assert finish(sat, hands, {}).count("You said <b>nothing</b>") == 6


def test_the_tab_shows_what_was_not_right_alone(sat: Sat, hands: Hands) -> None:
    finish(sat, hands, dict.fromkeys(range(1, 6), stored.RIGHT))
    page = sat.juniper.text(f"{sat.url}/result?show=not-right")
    assert page.count('<li class="answer"') == 1
    assert 'id="answer-6"' in page


def test_with_everything_right_the_other_tab_says_so(sat: Sat, hands: Hands) -> None:
    finish(sat, hands)
    assert "Every answer is right." in sat.juniper.text(f"{sat.url}/result?show=not-right")


def test_the_table_of_verdicts_is_there_only_with_verdicts(start: Callable[..., Sat], hands: Hands) -> None:
    items = tuple(builders.choice(f"i-{number}", (f"c-{number}",)) for number in (1, 2, 3))
    page = finish(start(bank=builders.bank(items=items)), hands, {})
    assert "what the key says" not in page
    assert "of 3 right" in page


def evidence_bank() -> object:
    """Return a bank whose first two items speak of overlapping words."""
    spans = {"i-1": (Span(10, 29),), "i-2": (Span(18, 40), Span(56, 81)), "i-3": (Span(10, 29),)}
    items = tuple(
        VerdictItem(
            id=name,
            basis=builders.Basis.PASSAGE,
            claims=(f"c-{number}",),
            stem=f"Statement {number}.",
            rationale=f"Reason {number}.",
            key=Verdict.TRUE,
            spans=each,
        )
        for number, (name, each) in enumerate(spans.items(), start=1)
    )
    return builders.bank(items=items)


def test_evidence_is_underlined_and_the_open_question_marked(start: Callable[..., Sat], hands: Hands) -> None:
    sat = start(bank=evidence_bank())
    finish(sat, hands, {})
    numbers = {question.item.id: place for place, question in enumerate(sat.sitting.paper.questions, 1)}
    one, two, three = numbers["i-1"], numbers["i-2"], numbers["i-3"]
    page = sat.juniper.text(f"{sat.url}/result?open={two}")
    assert f"Question {two} is open." in page
    assert f"evidence q-{two} open" in page
    shared = ", ".join(map(str, sorted((one, three))))
    assert f'<span aria-hidden="true">{shared}</span>' in page
    assert "The Wye is a river." in page
    assert "paragraph 1" in page


@pytest.mark.parametrize("asked", ["99", "-1", "rubbish"])
def test_an_open_question_that_is_none_opens_the_first_not_right(sat: Sat, hands: Hands, asked: str) -> None:
    finish(sat, hands, {1: stored.RIGHT})
    assert "Question 2 is open." in sat.juniper.text(f"{sat.url}/result?open={asked}")


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (Policy(reveal=Reveal.NEVER), "are not shown here"),
        (Policy(reveal=Reveal.AFTER_CLOSING), "when your teacher closes the quiz"),
        (Policy(reveal=Reveal.AFTER_CLOSING, closes=NOW + timedelta(days=40)), "closed for everybody, not before"),
    ],
)
def test_while_the_key_is_closed_the_page_says_when_it_opens(
    start: Callable[..., Sat], hands: Hands, policy: Policy, words: str
) -> None:
    page = finish(start(policy), hands, minutes=1)
    assert words in page
    assert "<b>6</b> of 6 right" in page


def test_after_closing_the_key_is_shown(start: Callable[..., Sat], hands: Hands) -> None:
    sat = start(Policy(time_limit=TWENTY_MINUTES, reveal=Reveal.AFTER_CLOSING, closes=NOW + timedelta(hours=1)))
    assert "You said" not in finish(sat, hands, stored.WRONG)
    hands.move(hours=1)
    assert "You said" in sat.juniper.text(f"{sat.url}/result")


def test_a_teacher_is_not_told_that_it_is_theirs(
    sat: Sat, hands: Hands, hazel: Person, signed_in_as: Callable[[Person], Browser]
) -> None:
    sat.save(1, sat.response(1))
    hands.move(minutes=25)
    with sat.database.writing() as session:
        taking.close_overdue(session, now=hands.now, grace=timedelta(seconds=30))
    page = signed_in_as(hazel).text(f"{sat.url}/result")
    assert "Juniper Quill. Time was up at 10:20, and the server handed in. Answered: 1 of 6." in page
    assert "You " not in page
    assert "your " not in page


def test_a_teacher_sees_the_key_before_the_student_may(
    start: Callable[..., Sat], hands: Hands, hazel: Person, signed_in_as: Callable[[Person], Browser]
) -> None:
    sat = start(Policy(reveal=Reveal.NEVER))
    assert "Key <" not in finish(sat, hands)
    assert "Key <" in signed_in_as(hazel).text(f"{sat.url}/result")


@pytest.mark.parametrize(("answered", "words"), [(6, "All 6 answers arrived."), (1, "1 of 6 answers arrived.")])
def test_while_the_key_is_closed_the_page_says_what_arrived(
    start: Callable[..., Sat], hands: Hands, answered: int, words: str
) -> None:
    page = finish(start(Policy(reveal=Reveal.NEVER)), hands, dict.fromkeys(range(1, answered + 1), stored.RIGHT))
    assert f"{words} You can close this page." in page
