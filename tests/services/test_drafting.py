"""Drafting as the teacher sees it: asked for, watched, cancelled, tried again."""

from datetime import timedelta

import pytest

from quizgen.domain.errors import BadInput, BadText, Conflict, NotFound
from quizgen.generation.options import Options
from quizgen.services import drafting, generating, stale_jobs
from quizgen.services.draft_texts import MOST_TEXTS
from quizgen.services.drafting import Job, JobProgress, JobState, TextChoice
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.services.drafts import DRAFT
from tests.stored import a_draft, a_job

TEXT = "# Rivers\r\n\r\nThe Wye is a river in Wales. It may flood in spring.\r\n\r\nSubscribe to our newsletter.\r\n"
OTHER = "# Locks\n\nA lock lifts a boat from one level of the canal to the next.\n"
ASKED = Options(seed=2**40, kinds=("verdict",), count=12, left_out=("Notes",), never_gaps=("Wye",))
LATER = NOW + timedelta(minutes=1)


def request(database: Database, cast: Cast, title: str | None = None, data: bytes = TEXT.encode()) -> int:
    with database.writing() as session:
        return a_job(session, cast.hazel, data, name="rivers.md", title=title, options=ASKED)


def draft(database: Database, cast: Cast, *texts: str) -> int:
    with database.writing() as session:
        return a_draft(session, cast.hazel, *(text.encode() for text in texts))


def ask(database: Database, job_id: int, *choices: TextChoice, title: str = "Rivers", options: Options = ASKED) -> None:
    with database.writing() as session:
        drafting.ask(session, job_id, title=title, choices=choices, options=options, now=NOW)


def get(database: Database, job_id: int) -> Job:
    with database.reading() as session:
        return drafting.get(session, job_id)


def test_a_request_waits_with_everything_that_was_read(database: Database, cast: Cast) -> None:
    job = get(database, request(database, cast))
    assert [text.read for text in job.texts] == [drafting.understand(TEXT.encode(), name="rivers.md")]
    assert (job.owner, job.title, job.options, job.state) == (cast.hazel.id, "Rivers", ASKED, JobState.QUEUED)
    assert (job.progress, job.error, job.bank) == (JobProgress(0, 0, 0, 0), None, None)
    assert (job.requested, job.started, job.finished) == (NOW, None, None)


def test_the_original_is_kept_byte_for_byte(database: Database, cast: Cast) -> None:
    data = TEXT.encode("utf-16")
    job_id = request(database, cast, data=data)
    with database.reading() as session:
        assert drafting.original(session, job_id) == data


def test_places_in_the_text_lead_back_to_the_original(database: Database, cast: Cast) -> None:
    reading = get(database, request(database, cast)).texts[0].reading
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
        for change in (drafting.retry, drafting.cancel, drafting.reopen):
            with pytest.raises(NotFound):
                change(session, 1, now=NOW)


def test_several_texts_become_passages_in_the_order_in_which_they_came(database: Database, cast: Cast) -> None:
    job_id = draft(database, cast, TEXT)
    with database.writing() as session:
        drafting.add_texts(session, job_id, [drafting.bring(OTHER.encode(), name="locks.md")])
    job = get(database, job_id)
    assert job.state is JobState.READ
    assert [(passage.id, passage.title) for passage in job.passages()] == [("p1", "Rivers"), ("p2", "Locks")]
    with database.reading() as session:
        assert drafting.original(session, job_id, 2) == OTHER.encode()


def test_a_text_that_is_in_the_draft_already_counts_once(database: Database, cast: Cast) -> None:
    job_id = draft(database, cast, TEXT, OTHER, TEXT)
    with database.writing() as session:
        drafting.add_texts(session, job_id, [drafting.bring(OTHER.encode(), name="again.md")])
    assert [text.name for text in get(database, job_id).texts] == ["wye.md", "wye.md"]


def test_a_draft_that_waits_for_its_teacher_is_not_taken_by_a_worker(database: Database, cast: Cast) -> None:
    job_id = draft(database, cast, TEXT)
    with database.writing() as session:
        assert generating.take(session, job_id, now=NOW) is None
        assert stale_jobs.requeue_stale(session, now=LATER, older_than=timedelta(0)) == ()


def test_what_the_teacher_chose_is_what_the_worker_gets(database: Database, cast: Cast) -> None:
    job_id = draft(database, cast, TEXT, OTHER)
    ask(database, job_id, TextChoice("On rivers", put_back=(0,)), TextChoice("Locks", used=False), title=" My  bank ")
    job = get(database, job_id)
    assert (job.title, job.state, job.options) == ("My bank", JobState.QUEUED, ASKED)
    (passage,) = job.passages()
    assert (passage.id, passage.title) == ("p1", "On rivers")
    assert passage.text.endswith("\n\nSubscribe to our newsletter.")
    assert job.texts[0].reading.left_out == ()


@pytest.mark.parametrize(
    ("choice", "options", "sentence"),
    [
        (TextChoice("Rivers", used=False), ASKED, "at least one of the texts"),
        (TextChoice(" "), ASKED, "The title of a text is empty"),
        (TextChoice("Rivers"), Options(count=0), "1 or more"),
    ],
)
def test_what_no_text_can_meet_is_refused_and_the_draft_waits_on(
    database: Database, cast: Cast, choice: TextChoice, options: Options, sentence: str
) -> None:
    job_id = draft(database, cast, TEXT)
    with pytest.raises(BadInput, match=sentence):
        ask(database, job_id, choice, options=options)
    assert get(database, job_id).state is JobState.READ


def test_after_it_is_asked_for_a_draft_stays_as_it_is(database: Database, cast: Cast) -> None:
    job_id = draft(database, cast, TEXT)
    ask(database, job_id, TextChoice("Rivers"))
    with pytest.raises(Conflict, match="asked for already"):
        ask(database, job_id, TextChoice("Streams"))
    with database.writing() as session, pytest.raises(Conflict, match="asked for already"):
        drafting.add_texts(session, job_id, [drafting.bring(OTHER.encode(), name="locks.md")])
    with database.writing() as session, pytest.raises(Conflict, match="at work"):
        drafting.reopen(session, job_id, now=LATER)


def test_a_stopped_job_can_be_chosen_for_again(database: Database, cast: Cast) -> None:
    job_id = request(database, cast)
    with database.writing() as session:
        drafting.cancel(session, job_id, now=NOW)
        drafting.reopen(session, job_id, now=LATER)
        drafting.reopen(session, job_id, now=LATER)
    ask(database, job_id, TextChoice("Streams"))
    assert get(database, job_id).texts[0].title == "Streams"


def test_a_draft_can_be_put_away(database: Database, cast: Cast) -> None:
    job_id = draft(database, cast, TEXT)
    with database.writing() as session:
        drafting.cancel(session, job_id, now=LATER)
    assert get(database, job_id).state is JobState.CANCELLED


def test_a_bank_takes_so_many_texts_and_no_more(database: Database, cast: Cast) -> None:
    texts = [f"The canal has {number} locks between the town and the sea.\n" for number in range(MOST_TEXTS + 1)]
    with pytest.raises(BadText, match=str(MOST_TEXTS)):
        draft(database, cast, *texts)
    with pytest.raises(BadInput, match="at least one"):
        draft(database, cast)
    assert len(get(database, draft(database, cast, *texts[1:])).texts) == MOST_TEXTS
