"""Drafting as the teacher sees it: asked for, watched, cancelled, tried again."""

from datetime import timedelta

import pytest

from quizgen.domain.errors import BadText, Conflict, NotFound
from quizgen.services import drafting, generating
from quizgen.services.drafting import Job, JobProgress, JobState
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.services.drafts import DRAFT

TEXT = "# Rivers\r\n\r\nThe Wye is a river in Wales. It may flood in spring.\r\n\r\nSubscribe to our newsletter.\r\n"
LATER = NOW + timedelta(minutes=1)


def request(database: Database, cast: Cast, title: str | None = None, data: bytes = TEXT.encode()) -> int:
    with database.writing() as session:
        return drafting.request(
            session, owner=cast.hazel.id, data=data, name="rivers.md", title=title, seed=2**40, now=NOW
        )


def get(database: Database, job_id: int) -> Job:
    with database.reading() as session:
        return drafting.get(session, job_id)


def test_a_request_waits_with_everything_that_was_read(database: Database, cast: Cast) -> None:
    job = get(database, request(database, cast))
    assert job.reading == drafting.understand(TEXT.encode(), name="rivers.md")
    assert (job.owner, job.title, job.seed, job.state) == (cast.hazel.id, "Rivers", 2**40, JobState.QUEUED)
    assert (job.progress, job.error, job.bank) == (JobProgress(0, 0, 0, 0), None, None)
    assert (job.requested, job.started, job.finished) == (NOW, None, None)


def test_the_original_is_kept_byte_for_byte(database: Database, cast: Cast) -> None:
    data = TEXT.encode("utf-16")
    job_id = request(database, cast, data=data)
    with database.reading() as session:
        assert drafting.original(session, job_id) == data


def test_places_in_the_text_lead_back_to_the_original(database: Database, cast: Cast) -> None:
    reading = get(database, request(database, cast)).reading
    start = reading.text.index("flood")
    assert TEXT[reading.origin.original(start) :].startswith("flood")


def test_a_title_may_be_given(database: Database, cast: Cast) -> None:
    assert get(database, request(database, cast, "  About  rivers ")).title == "About rivers"


def test_a_text_that_cannot_be_read_is_not_kept(database: Database, cast: Cast) -> None:
    with pytest.raises(BadText):
        request(database, cast, data=b"")
    with database.reading() as session:
        assert drafting.of_owner(session, cast.hazel.id) == ()


def test_teachers_see_their_own_jobs_newest_first(database: Database, cast: Cast) -> None:
    first, second = request(database, cast), request(database, cast)
    with database.reading() as session:
        assert [job.id for job in drafting.of_owner(session, cast.hazel.id)] == [second, first]
        assert drafting.of_owner(session, cast.basil.id) == ()


@pytest.mark.parametrize("begun", [False, True])
def test_a_job_that_waits_or_runs_can_be_cancelled_and_tried_again(database: Database, cast: Cast, begun: bool) -> None:
    job_id = request(database, cast)
    with database.writing() as session:
        if begun:
            assert generating.take(session, job_id, now=NOW)
            generating.beat(session, job_id, JobProgress(1, 2, 3, 4), now=NOW)
        drafting.cancel(session, job_id, now=LATER)
    cancelled = get(database, job_id)
    assert (cancelled.state, cancelled.finished) == (JobState.CANCELLED, LATER)
    with database.writing() as session:
        drafting.retry(session, job_id, now=LATER)
    again = get(database, job_id)
    assert (again.state, again.progress, again.started, again.finished) == (
        JobState.QUEUED,
        JobProgress(),
        None,
        None,
    )


def test_a_failed_job_can_be_tried_again_and_a_waiting_one_stays(database: Database, cast: Cast) -> None:
    job_id = request(database, cast)
    with database.writing() as session:
        generating.take(session, job_id, now=NOW)
        generating.fail(session, job_id, "No claims were found.", now=LATER)
    failed = get(database, job_id)
    assert (failed.state, failed.error, failed.finished) == (JobState.FAILED, "No claims were found.", LATER)
    for _ in range(2):
        with database.writing() as session:
            drafting.retry(session, job_id, now=LATER)
        assert (get(database, job_id).state, get(database, job_id).error) == (JobState.QUEUED, None)


def test_a_job_that_is_done_is_neither_cancelled_nor_tried_again(database: Database, cast: Cast) -> None:
    from_draft = request(database, cast)
    with database.writing() as session:
        generating.take(session, from_draft, now=NOW)
        generating.finish(session, from_draft, DRAFT, now=LATER)
        drafting.cancel(session, from_draft, now=LATER)
        with pytest.raises(Conflict, match="already made"):
            drafting.retry(session, from_draft, now=LATER)
    assert get(database, from_draft).state is JobState.DONE


def test_a_job_that_is_not_there_is_not_found(database: Database) -> None:
    with database.writing() as session:
        for call in (drafting.get, drafting.original):
            with pytest.raises(NotFound):
                call(session, 1)
        for change in (drafting.retry, drafting.cancel):
            with pytest.raises(NotFound):
                change(session, 1, now=NOW)
