"""The matrix on its page, the teacher's word, and the result page under each choice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Part, Reveal, When, reveal_document
from quizgen.services import quizzes, taking
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.stored import a_quiz, an_attempt
from tests.web.conftest import Browser

DAY = timedelta(days=1)


@pytest.fixture
def quiz(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        policy = Policy(closes=clock.now() + DAY)
        return a_quiz(session, cast.hazel, [cast.juniper], policy=policy)


def reveal_of(database: Database, quiz: int) -> Reveal:
    with database.reading() as session:
        return quizzes.get(session, quiz).policy.reveal


def form(choice: str, reveal: Reveal) -> dict[str, object]:
    return {"choice": choice, **reveal_document(reveal)}


def result(database: Database, cast: Cast, quiz: int, browser: Browser, reveal: Reveal) -> str:
    """Return the result of an attempt of Juniper's under a matrix."""
    with database.writing() as session:
        found = quizzes.get(session, quiz)
        policy = replace(found.policy, reveal=reveal)
        quizzes.change(session, quiz, title=found.title, policy=policy, now=clock.now())
        attempt = an_attempt(session, quiz, cast.juniper, now=clock.now())
        taking.hand_in(session, attempt_id=attempt, now=clock.now())
    return browser.text(f"/attempts/{attempt}/result")


def test_a_preset_is_one_choice(hazel: Browser, database: Database, quiz: int) -> None:
    answer = hazel.send(f"/quizzes/{quiz}/showing", form("marks first", Reveal()))
    assert (answer.status_code, answer.location) == (303, f"/quizzes/{quiz}")
    assert reveal_of(database, quiz) == Reveal.MARKS_FIRST
    assert "Their marks after handing in" in hazel.text(f"/quizzes/{quiz}")


def test_each_part_has_its_own_time(hazel: Browser, database: Database, quiz: int) -> None:
    own = replace(Reveal.AFTER_CLOSING, evidence=When.NEVER)
    hazel.send(f"/quizzes/{quiz}/showing", form("own", own))
    assert reveal_of(database, quiz) == own
    assert "Part by part" in hazel.text(f"/quizzes/{quiz}")
    assert '<details class="parts" open>' in hazel.text(f"/quizzes/{quiz}/showing")


def test_changing_a_part_is_enough_without_touching_the_choice(hazel: Browser, database: Database, quiz: int) -> None:
    own = replace(Reveal(), evidence=When.NEVER)
    hazel.send(f"/quizzes/{quiz}/showing", form("after handing in", own))
    assert reveal_of(database, quiz) == own


def test_what_gives_the_answer_away_is_refused_and_what_was_chosen_stays(
    hazel: Browser, database: Database, quiz: int
) -> None:
    answer = hazel.send(f"/quizzes/{quiz}/showing", form("own", replace(Reveal(), key=When.AFTER_CLOSING)))
    assert answer.status_code == 422
    assert "The reasons tell the right answer" in answer.text
    assert '<option selected value="after closing">' in answer.text
    assert reveal_of(database, quiz) == Reveal()


def test_the_page_says_what_a_teacher_may_not_have_thought_of(hazel: Browser, quiz: int) -> None:
    assert "Whoever hands in first can tell the others" in hazel.text(f"/quizzes/{quiz}/showing")
    hazel.send(f"/quizzes/{quiz}/showing", form("marks first", Reveal()))
    assert "two options gives its right answer away" in hazel.text(f"/quizzes/{quiz}/showing")


def test_the_teachers_word_is_a_button_with_a_way_back(
    hazel: Browser, juniper: Browser, database: Database, cast: Cast, quiz: int
) -> None:
    assert "Show results now" not in hazel.text(f"/quizzes/{quiz}")
    page = result(database, cast, quiz, juniper, Reveal.RELEASED)
    assert "when your teacher says so" in page
    assert "Score not shown yet" in juniper.text("/")
    hazel.send(f"/quizzes/{quiz}/release", {"show": "yes"}, page=f"/quizzes/{quiz}")
    assert "Hazel Ashdown said so today" in hazel.text(f"/quizzes/{quiz}")
    assert "Score not shown yet" not in juniper.text("/")
    hazel.send(f"/quizzes/{quiz}/release", {"show": "no"}, page=f"/quizzes/{quiz}")
    assert "Hazel Ashdown took them back" in hazel.text(f"/quizzes/{quiz}")
    assert "Score not shown yet" in juniper.text("/")


@pytest.mark.parametrize("who", ["basil", "juniper"])
def test_nobody_else_sets_it_or_says_the_word(
    request: pytest.FixtureRequest, database: Database, quiz: int, who: str
) -> None:
    browser: Browser = request.getfixturevalue(who)
    assert browser.get(f"/quizzes/{quiz}/showing").status_code == 404
    for path in ("showing", "release"):
        sent = {**form("never", Reveal()), "show": "yes"}
        assert browser.send(f"/quizzes/{quiz}/{path}", sent, page="/").status_code == 404
    assert reveal_of(database, quiz) == Reveal()


SOUND = [
    Reveal(*[When.NEVER] * 6),
    Reveal.NEVER,
    replace(Reveal.NEVER, answered=When.AFTER_HANDING_IN),
    replace(Reveal.NEVER, mark=When.AFTER_HANDING_IN),
    Reveal.MARKS_FIRST,
    replace(Reveal(), rationale=When.NEVER, evidence=When.NEVER),
    replace(Reveal(), evidence=When.NEVER),
    replace(Reveal(), rationale=When.NEVER),
    Reveal(),
]


@pytest.mark.parametrize("reveal", SOUND)
def test_the_result_has_each_part_that_may_be_seen_and_no_other(
    juniper: Browser, database: Database, cast: Cast, quiz: int, reveal: Reveal
) -> None:
    assert reveal.problems() == ()
    page = result(database, cast, quiz, juniper, reveal)
    seen = {part for part in Part if reveal.when(part) is When.AFTER_HANDING_IN}
    assert ('class="score-line"' in page) is (Part.SCORE in seen)
    assert ("You said" in page) is (Part.ANSWERED in seen)
    assert ("Not right</span>" in page.replace("\n", "")) is (Part.MARK in seen)
    assert ("Key " in page) is (Part.KEY in seen)
    assert ("Passage with the evidence" in page) is (Part.EVIDENCE in seen)
    assert ('class="score-rest"' in page) is (seen != set(Part))


@pytest.mark.parametrize(
    ("reveal", "sentence"),
    [
        (Reveal.NEVER, "The right answers are not shown here: ask your teacher about them."),
        (Reveal.RELEASED, "The score and the right answers are shown here when your teacher says so."),
        (replace(Reveal(), evidence=When.NEVER), "The evidence is not shown here: ask your teacher about it."),
        (Reveal.MARKS_FIRST, "The right answers are shown here when the quiz has closed for everybody, not before"),
        (
            replace(Reveal.MARKS_FIRST, rationale=When.NEVER, evidence=When.NEVER),
            "The reasons and the evidence are not shown here: ask your teacher about them.",
        ),
    ],
)
def test_one_sentence_says_when_the_rest_comes(
    juniper: Browser, database: Database, cast: Cast, quiz: int, reveal: Reveal, sentence: str
) -> None:
    page = result(database, cast, quiz, juniper, reveal)
    assert sentence.lower() in page.lower()
