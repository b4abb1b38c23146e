"""Saving: the newest change stands, nothing changes after the end, and each save costs next to nothing."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.attempt import Attempt, State, pause, takes
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import BadInput, NotAllowed, NotFound
from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.scoring.confidence import Confidence
from quizgen.services import receipts, taking
from quizgen.services.saving import LARGEST_SEQUENCE
from quizgen.services.taking import Saved
from quizgen.storage.engine import Database
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.tables import AttemptRow
from tests.cast import NOW, Cast
from tests.statements import statements_of
from tests.stored import a_quiz, an_attempt, answers, big_bank

TICK = timedelta(microseconds=1)
GRACE = timedelta(seconds=30)
LIMIT = timedelta(minutes=10)
DEADLINE = NOW + LIMIT


@pytest.fixture
def attempt_id(database: Database, cast: Cast) -> int:
    """Juniper's running attempt at verdict items only."""
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(time_limit=LIMIT), count=9)
        return an_attempt(session, quiz_id, cast.juniper)


@pytest.fixture
def kinds(database: Database, attempt_id: int) -> dict[str, int]:
    """The position of the first question of each kind."""
    with database.reading() as session:
        questions = taking.sitting(session, attempt_id).paper.questions
    return {question.item.kind: place for place, question in reversed(list(enumerate(questions)))}


def save(
    database: Database, attempt_id: int, position: int, response: str, sequence: int, now: datetime = NOW
) -> Saved:
    with database.writing() as session:
        return taking.save(
            session,
            attempt_id=attempt_id,
            position=position,
            response=response,
            sequence=sequence,
            now=now,
            grace=GRACE,
        )


def responses(database: Database, attempt_id: int) -> dict[int, str]:
    with database.reading() as session:
        return taking.sitting(session, attempt_id).responses


def test_a_saved_response_is_there(database: Database, attempt_id: int, kinds: dict[str, int]) -> None:
    place = kinds["verdict"]
    saved = save(database, attempt_id, place, "true", 0, NOW + TICK)
    assert saved == Saved(True, "true", 0, NOW + TICK, DEADLINE, State.RUNNING, LIMIT - TICK, True)
    with database.reading() as session:
        sitting = taking.sitting(session, attempt_id)
    assert (sitting.responses, sitting.sequences, sitting.saved_at) == ({place: "true"}, {place: 0}, NOW + TICK)


def test_a_later_change_replaces_an_earlier_one(database: Database, attempt_id: int, kinds: dict[str, int]) -> None:
    place = kinds["verdict"]
    save(database, attempt_id, place, "true", 1)
    assert save(database, attempt_id, place, "false", 7).accepted
    assert responses(database, attempt_id) == {place: "false"}


def test_an_older_change_never_replaces_a_later_one(database: Database, attempt_id: int, kinds: dict[str, int]) -> None:
    place = kinds["verdict"]
    save(database, attempt_id, place, "true", 7)
    late = save(database, attempt_id, place, "false", 3, NOW + LIMIT / 2)
    assert late == Saved(False, "true", 7, NOW, DEADLINE, State.RUNNING, LIMIT / 2, True)
    assert responses(database, attempt_id) == {place: "true"}


def test_the_same_change_again_is_accepted_and_changes_nothing(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    place = kinds["verdict"]
    save(database, attempt_id, place, "true", 7)
    assert save(database, attempt_id, place, "true", 7, NOW + TICK) == Saved(
        True, "true", 7, NOW, DEADLINE, State.RUNNING, LIMIT - TICK, True
    )
    assert not save(database, attempt_id, place, "false", 7).accepted


def test_how_sure_a_student_is_is_kept_in_the_row_of_the_answer(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    place = kinds["verdict"]

    def say(confidence: Confidence | None, sequence: int) -> Saved:
        with database.writing() as session, statements_of(session) as sent:
            saved = taking.save(
                session,
                attempt_id=attempt_id,
                position=place,
                response="true",
                sequence=sequence,
                now=NOW,
                grace=GRACE,
                confidence=confidence,
            )
        assert len(sent) == 2 + (not saved.accepted)
        return saved

    assert say(Confidence.SURE, 1).confidence is Confidence.SURE
    assert say(Confidence.FAIRLY, 2).accepted
    older = say(Confidence.SURE, 1)
    assert (older.accepted, older.confidence) == (False, Confidence.FAIRLY)
    with database.reading() as session:
        assert taking.sitting(session, attempt_id).confidences == {place: Confidence.FAIRLY}


def test_an_empty_response_clears(database: Database, attempt_id: int, kinds: dict[str, int]) -> None:
    save(database, attempt_id, kinds["verdict"], "true", 1)
    assert save(database, attempt_id, kinds["verdict"], "", 2).response == ""
    save(database, attempt_id, kinds["cloze"], "250", 1)
    assert save(database, attempt_id, kinds["cloze"], "  ", 2).response == ""
    assert responses(database, attempt_id) == {}


@pytest.mark.parametrize(
    ("offset", "accepted"),
    [(-TICK, True), (timedelta(0), True), (GRACE - TICK, True), (GRACE, False), (GRACE + TICK, False)],
)
def test_the_deadline_with_its_grace_is_exact(
    database: Database, attempt_id: int, kinds: dict[str, int], offset: timedelta, accepted: bool
) -> None:
    saved = save(database, attempt_id, kinds["verdict"], "true", 1, DEADLINE + offset)
    assert saved.accepted == accepted
    assert responses(database, attempt_id) == ({kinds["verdict"]: "true"} if accepted else {})


def test_nothing_is_saved_after_handing_in(database: Database, attempt_id: int, kinds: dict[str, int]) -> None:
    place = kinds["verdict"]
    save(database, attempt_id, place, "true", 1)
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    late = save(database, attempt_id, place, "false", 2, NOW + TICK)
    assert late == Saved(False, "true", 1, NOW, DEADLINE, State.HANDED_IN, LIMIT - TICK, False, late=TICK)
    assert not save(database, attempt_id, kinds["cloze"], "250", 1).accepted
    assert save(database, attempt_id, place, "true", 1).accepted, "a replay of what was acknowledged stays true"
    assert responses(database, attempt_id) == {place: "true"}


def test_what_comes_too_late_is_kept_apart_and_the_newest_of_each_question_stands(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    place, other = sorted((kinds["verdict"], kinds["cloze"]))
    first, second = ("true", "250") if place == kinds["verdict"] else ("250", "true")
    save(database, attempt_id, place, "", 3)
    after = DEADLINE + GRACE
    assert save(database, attempt_id, place, first, 3, after).late is None, "an older change is no late answer"
    assert save(database, attempt_id, place, first, 6, after).late == GRACE
    assert save(database, attempt_id, place, "", 5, after + TICK).accepted is False
    assert save(database, attempt_id, other, second, 0, after + TICK).late == GRACE + TICK
    with database.writing() as session:
        taking.close_overdue(session, now=after + GRACE, grace=GRACE)
        found = receipts.late_responses(session, attempt_id)
    assert found == (
        receipts.LateResponse(place, first, after, GRACE),
        receipts.LateResponse(other, second, after + TICK, GRACE + TICK),
    )
    assert responses(database, attempt_id) == {}


def test_an_answer_to_a_question_that_was_left_for_good_is_refused(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    place = kinds["verdict"]
    save(database, attempt_id, place, "true", 3)
    with database.writing() as session:
        for position in range(place + 1):
            taking.move_on(session, attempt_id=attempt_id, position=position, now=NOW, grace=GRACE)
    assert save(database, attempt_id, place, "true", 3).accepted, "the same change may arrive twice"
    assert not save(database, attempt_id, place, "false", 2).accepted
    with pytest.raises(NotAllowed, match=f"gone on from question {place + 1}"):
        save(database, attempt_id, place, "false", 4)
    assert responses(database, attempt_id)[place] == "true"
    with database.reading() as session:
        assert receipts.late_responses(session, attempt_id) == ()


def test_an_answer_during_a_pause_is_neither_taken_nor_late(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    with database.writing() as session:
        row = session.get(AttemptRow, attempt_id)
        assert row is not None
        write_attempt(row, pause(attempt_of(row), NOW))
    saved = save(database, attempt_id, kinds["verdict"], "true", 1, NOW + GRACE)
    assert (saved.accepted, saved.is_open, saved.late, saved.remaining) == (False, False, None, LIMIT)
    with database.reading() as session:
        assert receipts.late_responses(session, attempt_id) == ()


@given(offset=st.timedeltas(-LIMIT, 2 * GRACE))
def test_while_the_page_shows_time_an_answer_is_taken(offset: timedelta) -> None:
    attempt = Attempt(1, State.RUNNING, NOW, DEADLINE)
    left = timing.remaining(DEADLINE, DEADLINE + offset)
    assert left is not None
    assert takes(attempt, DEADLINE + offset, timedelta(0)) == (left > timedelta(0))
    assert takes(attempt, DEADLINE + offset, GRACE) == (offset < GRACE)


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("verdict", "True"),
        ("verdict", "perhaps"),
        ("single_choice", "river"),
        ("single_choice", "o-12345"),
        ("single_choice", "o-12345G"),
        ("single_choice", "o-" + "a" * 65),
        ("cloze", "a" * 201),
        ("cloze", "a\x00b"),
        ("cloze", "\ud800"),
    ],
)
def test_what_no_control_could_give_is_refused(
    database: Database, attempt_id: int, kinds: dict[str, int], kind: str, response: str
) -> None:
    with pytest.raises(InvalidResponse):
        save(database, attempt_id, kinds[kind], response, 1)
    assert responses(database, attempt_id) == {}


@pytest.mark.parametrize("position", [-1, 9, 10**9])
def test_a_question_that_is_not_there_is_refused(database: Database, attempt_id: int, position: int) -> None:
    with pytest.raises(BadInput, match="no question"):
        save(database, attempt_id, position, "true", 1)
    with pytest.raises(BadInput, match="no question"), database.writing() as session:
        taking.flag(session, attempt_id=attempt_id, position=position, flagged=True)


@pytest.mark.parametrize("sequence", [-1, LARGEST_SEQUENCE + 1, 10**30])
def test_a_number_that_no_page_gives_is_refused(
    database: Database, attempt_id: int, kinds: dict[str, int], sequence: int
) -> None:
    with pytest.raises(BadInput, match="reload"):
        save(database, attempt_id, kinds["verdict"], "true", sequence)
    assert save(database, attempt_id, kinds["verdict"], "true", LARGEST_SEQUENCE).accepted


def test_an_attempt_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        save(database, 1, 0, "true", 1)


def test_a_flag_comes_and_goes_without_touching_the_response(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    place = kinds["verdict"]

    def flag(position: int, flagged: bool) -> frozenset[int]:
        with database.writing() as session:
            taking.flag(session, attempt_id=attempt_id, position=position, flagged=flagged)
            return taking.sitting(session, attempt_id).flags

    assert flag(place, True) == {place}
    assert save(database, attempt_id, place, "true", 0).accepted
    assert flag(kinds["cloze"], True) == {place, kinds["cloze"]}
    assert flag(place, False) == {kinds["cloze"]}
    assert responses(database, attempt_id) == {place: "true"}
    with database.reading() as session:
        assert taking.sitting(session, attempt_id).saved_at == NOW


def test_no_flag_moves_after_the_end(database: Database, attempt_id: int) -> None:
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
        with pytest.raises(NotAllowed, match="ended"):
            taking.flag(session, attempt_id=attempt_id, position=0, flagged=True)


def test_a_save_is_two_statements_by_primary_key_and_a_refusal_three(
    database: Database, attempt_id: int, kinds: dict[str, int]
) -> None:
    place = kinds["verdict"]
    for sequence, count in ((2, 2), (3, 2), (1, 3)):
        with database.writing() as session, statements_of(session) as sent:
            taking.save(
                session,
                attempt_id=attempt_id,
                position=place,
                response="true",
                sequence=sequence,
                now=NOW,
                grace=GRACE,
            )
        assert len(sent) == count
        assert not [sql for sql in sent if any(table in sql for table in ("papers", "banks", "bank_v", "passages"))]


def test_every_question_can_be_answered_with_its_own_samples(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], count=30, bank=big_bank(30))
        attempt_id = an_attempt(session, quiz_id, cast.juniper)
        given = answers(taking.sitting(session, attempt_id))
    for place, response in given.items():
        assert save(database, attempt_id, place, response, 1).accepted
    assert responses(database, attempt_id) == {place: response.strip() for place, response in given.items()}
