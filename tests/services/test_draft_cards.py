"""What lists and progress pages learn of a drafting job."""

from datetime import timedelta

import pytest

from quizgen.domain.errors import NotFound
from quizgen.domain.people import Person
from quizgen.generation.pipeline import Draft
from quizgen.generation.report import Report
from quizgen.services import draft_cards, drafting, generating
from quizgen.services.drafting import JobProgress, JobState
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, the_cast
from tests.stored import a_draft, a_job

TEXT = b"The Wye is a river. It may flood in spring when the snow melts."
LONG_AGO = NOW - timedelta(days=1)


def asked(session, owner: Person, *, later: int = 0) -> int:
    now = NOW + timedelta(seconds=later)
    return a_job(session, owner, TEXT, name="wye.txt", now=now)


def test_a_card_says_how_far_the_work_is(database: Database) -> None:
    with database.writing() as session:
        job = asked(session, the_cast(session).hazel)
        generating.take(session, job, now=NOW)
        generating.beat(session, job, JobProgress(1, 2, 3, 4), now=NOW)
    with database.reading() as session:
        card = draft_cards.card(session, job)
    assert (card.title, card.state, card.progress) == ("Wye", JobState.RUNNING, JobProgress(1, 2, 3, 4))


def test_an_unknown_job_is_not_found(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFound):
        draft_cards.card(session, 404)


def test_unfinished_jobs_are_the_teachers_own_newest_first_and_without_those_that_have_a_bank(
    database: Database,
) -> None:
    with database.writing() as session:
        cast = the_cast(session)
        done, waiting, failed, stopped = (asked(session, cast.hazel, later=number) for number in range(4))
        asked(session, cast.basil)
        for job in (done, failed):
            generating.take(session, job, now=NOW)
        generating.finish(session, done, Draft(builders.bank(), Report()), now=NOW)
        generating.fail(session, failed, "The text is too short.", now=NOW)
        drafting.cancel(session, stopped, now=NOW)
        found = draft_cards.unfinished(session, cast.hazel.id, since=LONG_AGO)
    assert [card.id for card in found] == [stopped, failed, waiting]
    assert found[1].error == "The text is too short."


def test_what_broke_off_long_ago_is_left_out_and_what_waits_never_is(database: Database) -> None:
    with database.writing() as session:
        hazel = the_cast(session).hazel
        waiting, stopped = asked(session, hazel), asked(session, hazel)
        drafting.cancel(session, stopped, now=NOW)
        found = draft_cards.unfinished(session, hazel.id, since=NOW + timedelta(days=7))
    assert [card.id for card in found] == [waiting]


def test_a_draft_that_waits_for_its_teacher_is_among_them_for_a_while(database: Database) -> None:
    with database.writing() as session:
        hazel = the_cast(session).hazel
        draft = a_draft(session, hazel, TEXT)
        found = draft_cards.unfinished(session, hazel.id, since=LONG_AGO)
        later = draft_cards.unfinished(session, hazel.id, since=NOW)
    assert ([card.id for card in found], later) == ([draft], ())
    assert found[0].state is JobState.READ
