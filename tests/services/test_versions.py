"""Versions of a bank: who and when, what differs, an old one restored, a quiz brought up to date."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadInput, NotFound
from quizgen.domain.items.item import Status
from quizgen.services import banks, ending, papers, quizzes, taking, versions
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank, a_quiz, an_attempt, big_bank


def retitled(title: str) -> Callable[[Bank], Bank]:
    def changed(bank: Bank) -> Bank:
        return replace(bank, title=title)

    return changed


def test_each_version_says_who_when_and_why(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
        banks.change(session, bank_id, retitled("Streams"), now=NOW, by=cast.basil.id, note="A better word")
        cards = versions.history(session, bank_id)
    assert [(card.number, card.title, card.by, card.note) for card in cards] == [
        (2, "Streams", "Basil Thorne", "A better word"),
        (1, "Rivers", "Hazel Ashdown", None),
    ]
    assert {card.made for card in cards} == {NOW}


def test_a_shipped_bank_was_made_by_nobody(database: Database) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, None)
        assert versions.history(session, bank_id)[0].by is None


def test_history_comes_a_page_at_a_time(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
        for number in range(versions.A_PAGE + 2):
            banks.change(session, bank_id, retitled(f"Title {number}"), now=NOW)
        first = versions.history(session, bank_id)
        rest = versions.history(session, bank_id, before=first[-1].number)
    assert [card.number for card in (*first, *rest)] == list(range(versions.A_PAGE + 3, 0, -1))


def test_an_old_version_becomes_the_newest_and_none_is_lost(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
        banks.change(session, bank_id, retitled("Streams"), now=NOW)
        assert versions.restore(session, bank_id, 1, by=cast.hazel.id, now=NOW) == 3
        assert banks.get(session, bank_id).bank == builders.bank()
        assert versions.history(session, bank_id)[0].note == "Version 1 restored"
        assert versions.compared(session, bank_id, 1, 3).is_empty
        assert versions.compared(session, bank_id, 2, 3).title is not None
        with pytest.raises(NotFound):
            versions.restore(session, bank_id, 9, by=cast.hazel.id, now=NOW)


@pytest.fixture
def quiz_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])


def _reworded(bank: Bank) -> Bank:
    return replace(bank, items=tuple(replace(item, rationale="Reworded.") for item in bank.items))


def test_a_quiz_keeps_its_version_until_it_is_updated_and_attempts_keep_their_papers(
    database: Database, cast: Cast, quiz_id: int
) -> None:
    with database.writing() as session:
        assert not versions.is_behind(session, quiz_id)
        assert versions.newer(session, quiz_id) is None
        ended, running = (an_attempt(session, quiz_id, who) for who in (cast.juniper, cast.rowan))
        ending.hand_in(session, attempt_id=ended, now=NOW)
        before = taking.sitting(session, running).paper
        bank_id = quizzes.get(session, quiz_id).bank_id
        banks.change(session, bank_id, _reworded, now=NOW)
    with database.writing() as session:
        assert versions.is_behind(session, quiz_id)
        found = versions.newer(session, quiz_id)
        assert found is not None
        assert (found.mine, found.newest, found.running, found.ended, found.fits) == (1, 2, 1, 1, True)
        assert len(found.changes.items.altered) == 9
        versions.update(session, quiz_id, seen=2)
    with database.writing() as session:
        assert not versions.is_behind(session, quiz_id)
        assert taking.sitting(session, running).paper == before
        later = an_attempt(session, quiz_id, cast.juniper, seed=5)
        stems = {question.item.rationale for question in taking.sitting(session, later).paper.questions}
    assert stems == {"Reworded."}


def test_a_paper_that_was_prepared_from_the_old_version_is_not_used(
    database: Database, cast: Cast, quiz_id: int
) -> None:
    with database.writing() as session:
        rng = random.Random(3)
        papers.put(session, papers.prepare(session, now=NOW, seed=lambda: rng.getrandbits(30)))
        banks.change(session, quizzes.get(session, quiz_id).bank_id, _reworded, now=NOW)
        versions.update(session, quiz_id, seen=2)
        attempt = an_attempt(session, quiz_id, cast.juniper)
        questions = taking.sitting(session, attempt).paper.questions
    assert {question.item.rationale for question in questions} == {"Reworded."}


def test_an_update_is_refused_when_nothing_fits_or_the_bank_changed_again(
    database: Database, cast: Cast, quiz_id: int
) -> None:
    with database.writing() as session:
        bank_id = quizzes.get(session, quiz_id).bank_id
        banks.change(session, bank_id, retitled("Once"), now=NOW)
        banks.change(session, bank_id, retitled("Twice"), now=NOW)
        with pytest.raises(BadInput, match="changed again"):
            versions.update(session, quiz_id, seen=2)
        queued = tuple(replace(item, status=Status.QUEUED, why="Later") for item in big_bank().items)
        banks.change(session, bank_id, lambda bank: replace(bank, items=queued), now=NOW)
        found = versions.newer(session, quiz_id)
        assert found is not None
        assert not found.fits
        with pytest.raises(BadInput, match="keeps the version"):
            versions.update(session, quiz_id, seen=4)
        with pytest.raises(NotFound):
            versions.update(session, 999, seen=1)


def test_a_version_knows_the_quizzes_that_are_given_from_it(database: Database, cast: Cast, quiz_id: int) -> None:
    with database.writing() as session:
        bank_id = quizzes.get(session, quiz_id).bank_id
        banks.change(session, bank_id, retitled("Later"), now=NOW)
        assert [card.quizzes for card in versions.history(session, bank_id)] == [0, 1]
