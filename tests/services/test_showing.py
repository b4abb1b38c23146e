"""What a student may see of an attempt, on stored quizzes: overrides, extra time, releases, other attempts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Closing, Policy
from quizgen.domain.attempts.reveal import Part, Reveal, When
from quizgen.domain.attempts.showing import ALL
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import quizzes, rules, showing, taking
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.stored import a_quiz, an_attempt

HOUR = timedelta(hours=1)
CLOSES = NOW + HOUR
SCORE = frozenset({Part.SCORE})


@pytest.fixture
def handed_in(database: Database, cast: Cast) -> Callable[..., tuple[int, int]]:
    """Return quiz and attempt, handed in by Juniper; Rowan is in the class too."""

    def begin(reveal: Reveal, **rest: object) -> tuple[int, int]:
        policy = replace(Policy(closes=CLOSES, attempts=None, reveal=reveal), **rest)  # type: ignore[arg-type]
        with database.writing() as session:
            quiz = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], policy=policy)
            attempt = an_attempt(session, quiz, cast.juniper)
            taking.hand_in(session, attempt_id=attempt, now=NOW)
        return quiz, attempt

    return begin


def seen(database: Database, attempt: int, now: datetime) -> frozenset[Part]:
    with database.reading() as session:
        return taking.result(session, attempt, now=now).shown.parts


def test_after_closing_waits_for_the_student_with_a_later_closing(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.AFTER_CLOSING)
    with database.writing() as session:
        rules.override(
            session,
            quiz,
            name="Ill",
            students=[cast.rowan.id],
            changes={"closes": CLOSES + HOUR},
            by=cast.hazel.id,
            now=NOW,
        )
    assert seen(database, attempt, CLOSES) == SCORE
    with database.reading() as session:
        found = quizzes.get(session, quiz)
        assert showing.kept_open_by(session, found, now=CLOSES) == ("Rowan Pike",)
        assert showing.kept_open_by(session, found, now=CLOSES + HOUR) == ()
    assert seen(database, attempt, CLOSES + HOUR) == ALL


def an_exception(database: Database, cast: Cast, quiz: int, **changes: object) -> None:
    with database.writing() as session:
        concerned = [cast.juniper.id]
        rules.override(session, quiz, name="Talk", students=concerned, changes=changes, by=cast.hazel.id, now=NOW)


def test_an_exception_shows_more_or_less_to_its_student_alone(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.AFTER_CLOSING)
    with database.writing() as session:
        other = an_attempt(session, quiz, cast.rowan)
        taking.hand_in(session, attempt_id=other, now=NOW)
    an_exception(database, cast, quiz, reveal=Reveal.AFTER_HANDING_IN)
    assert (seen(database, attempt, NOW), seen(database, other, NOW)) == (ALL, SCORE)
    an_exception(database, cast, quiz, reveal=Reveal.NEVER)
    assert seen(database, attempt, CLOSES) == SCORE


def test_an_exception_that_waits_for_the_teachers_word_is_asked_about(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.AFTER_HANDING_IN)
    with database.reading() as session:
        assert When.RELEASED not in showing.times_in_use(session, quizzes.get(session, quiz))
    an_exception(database, cast, quiz, reveal=Reveal.RELEASED)
    with database.writing() as session:
        assert When.RELEASED in showing.times_in_use(session, quizzes.get(session, quiz))
        (home,) = taking.quizzes_of_student(session, cast.juniper.id, now=NOW)
        assert not home.shows_score
        assert taking.result(session, attempt, now=NOW).shown.parts == frozenset()
        showing.release(session, quiz, show=True, by=cast.hazel.id, now=NOW)
    assert seen(database, attempt, NOW) == ALL


def test_what_waits_for_a_closing_that_never_comes_is_refused(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, _ = handed_in(Reveal.AFTER_HANDING_IN, closes=None)
    with pytest.raises(BadInput, match="no closing time"):
        an_exception(database, cast, quiz, reveal=Reveal.MARKS_FIRST)


def test_after_closing_waits_for_extra_time(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    _, attempt = handed_in(Reveal.AFTER_CLOSING, time_limit=20 * HOUR / 60)
    with database.writing() as session:
        needs = Accommodation(extra_time=Fraction(3, 2))
        rules.accommodate(session, cast.rowan.id, needs, by=cast.hazel.id, now=NOW)
    assert seen(database, attempt, CLOSES) == SCORE
    assert seen(database, attempt, CLOSES + 10 * HOUR / 60) == ALL


def test_after_closing_waits_for_an_attempt_that_still_runs(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.AFTER_CLOSING, closing=Closing.START)
    with database.writing() as session:
        late = an_attempt(session, quiz, cast.rowan, now=CLOSES - HOUR / 60)
    assert seen(database, attempt, CLOSES) == SCORE
    with database.writing() as session:
        taking.hand_in(session, attempt_id=late, now=CLOSES)
    assert seen(database, attempt, CLOSES) == ALL


def test_a_teachers_word_shows_and_takes_back_and_is_recorded(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.RELEASED)
    found = []
    for minutes, show in enumerate((True, True, False, True)):
        with database.writing() as session:
            showing.release(session, quiz, show=show, by=cast.hazel.id, now=NOW + minutes * HOUR / 60)
            found.append(showing.newest_release(session, quiz))
        assert seen(database, attempt, NOW) == (ALL if show else frozenset())
    assert [(each.shown, each.said, each.by) for each in found if each] == [
        (True, NOW, "Hazel Ashdown"),
        (True, NOW, "Hazel Ashdown"),
        (False, NOW + 2 * HOUR / 60, "Hazel Ashdown"),
        (True, NOW + 3 * HOUR / 60, "Hazel Ashdown"),
    ]


def test_one_quiz_is_released_without_the_other(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, _ = handed_in(Reveal.RELEASED)
    with database.writing() as session:
        other = a_quiz(session, cast.hazel, policy=Policy(reveal=Reveal.RELEASED), title="Other")
        showing.release(session, quiz, show=True, by=cast.hazel.id, now=NOW)
        assert showing.released(session, [quiz, other]) == {quiz}


def test_an_override_decides_when_its_student_sees(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.NEVER)
    with database.writing() as session:
        changes = {"reveal": Reveal.AFTER_HANDING_IN}
        rules.override(
            session, quiz, name="Retake", students=[cast.juniper.id], changes=changes, by=cast.hazel.id, now=NOW
        )
    assert seen(database, attempt, NOW) == ALL


def test_while_the_bank_is_sat_again_earlier_keys_are_put_away(
    database: Database, cast: Cast, handed_in: Callable[..., tuple[int, int]]
) -> None:
    quiz, attempt = handed_in(Reveal.AFTER_HANDING_IN)
    assert seen(database, attempt, NOW) == ALL
    with database.writing() as session:
        again = an_attempt(session, quiz, cast.juniper)
    assert seen(database, attempt, NOW) == {Part.SCORE, Part.ANSWERED}
    with database.writing() as session:
        taking.hand_in(session, attempt_id=again, now=NOW)
    assert seen(database, attempt, NOW) == ALL


@pytest.mark.parametrize(
    ("reveal", "sentence"),
    [
        (replace(Reveal.AFTER_CLOSING, rationale=When.AFTER_HANDING_IN), "The reasons tell the right answer"),
        (Reveal.AFTER_CLOSING, "no closing time"),
    ],
)
def test_what_cannot_be_meant_is_refused(database: Database, cast: Cast, reveal: Reveal, sentence: str) -> None:
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel)
        with pytest.raises(BadInput, match=sentence):
            showing.set_reveal(session, quiz, reveal)
        assert quizzes.get(session, quiz).policy.reveal == Reveal.AFTER_HANDING_IN


def test_a_matrix_is_kept_as_it_was_set(database: Database, cast: Cast) -> None:
    own = replace(Reveal.NEVER, answered=When.RELEASED)
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel)
        showing.set_reveal(session, quiz, own)
    with database.reading() as session:
        assert quizzes.get(session, quiz).policy.reveal == own


def test_there_is_nothing_to_set_or_to_release_of_a_quiz_that_is_not_there(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        with pytest.raises(NotFound):
            showing.set_reveal(session, 99, Reveal())
        with pytest.raises(NotFound):
            showing.release(session, 99, show=True, by=cast.hazel.id, now=NOW)


@pytest.mark.parametrize(
    ("reveal", "now", "released", "visible"),
    [
        (Reveal.AFTER_CLOSING, NOW, False, True),
        (Reveal.RELEASED, NOW, False, False),
        (Reveal.RELEASED, NOW, True, True),
        (Reveal(*[When.AFTER_CLOSING] * 6), NOW, False, False),
        (Reveal(*[When.AFTER_CLOSING] * 6), CLOSES, False, True),
        (Reveal(*[When.NEVER] * 6), CLOSES, True, False),
    ],
)
def test_a_score_is_at_home_only_when_it_may_be_seen(
    database: Database,
    cast: Cast,
    handed_in: Callable[..., tuple[int, int]],
    reveal: Reveal,
    now: datetime,
    released: bool,
    visible: bool,
) -> None:
    quiz, _ = handed_in(reveal)
    with database.writing() as session:
        showing.release(session, quiz, show=released, by=cast.hazel.id, now=NOW)
    with database.reading() as session:
        (found,) = taking.quizzes_of_student(session, cast.juniper.id, now=now)
    assert found.shows_score is visible
    assert (found.attempts[0].score is not None) is visible
