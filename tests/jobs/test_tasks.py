"""Making a bank in the worker: what the teacher's job says at the end, whatever happens on the way."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import func, select

from quizgen.domain.errors import Unavailable
from quizgen.domain.passages.passage import Passage
from quizgen.generation.options import Options
from quizgen.generation.pipeline import Parser
from quizgen.jobs.pulse import Pulse
from quizgen.jobs.tasks import UNEXPECTED, BankMaker
from quizgen.language.english import EnglishParser
from quizgen.language.parsed import ParsedSentence
from quizgen.services import banks, drafting
from quizgen.services.drafting import JobProgress, JobState
from quizgen.storage.engine import Database
from quizgen.storage.tables import BankRow, BankVersionRow, PassageRow
from tests.cast import NOW, Cast
from tests.jobs.conftest import TEXT, job, request

FERRIES = "# Ferries\n\nThe ferry was built in 1962. It crosses the bay twice a day.\n"


class Interrupted:
    """The real parser, with something that happens after the first sentence."""

    def __init__(self, parser: EnglishParser, happen: Callable[[], None]) -> None:
        self._parser, self._happen = parser, happen
        self.inflect = parser.inflect

    def parse(self, passage: Passage, *, named: bool = True) -> Iterator[ParsedSentence]:
        sentences = self._parser.parse(passage, named=named)
        yield next(sentences)
        self._happen()
        yield from sentences


def maker(database: Database, load: Callable[[], Parser], stop: threading.Event | None = None) -> BankMaker:
    return BankMaker(database, load, clock=lambda: NOW, stop=stop or threading.Event())


def test_a_text_becomes_a_bank_of_its_teacher(database: Database, cast: Cast, parser: EnglishParser) -> None:
    job_id = request(database, cast)
    maker(database, lambda: parser).run(job_id)
    done = job(database, job_id)
    assert (done.state, done.error) == (JobState.DONE, None)
    assert done.bank is not None
    with database.reading() as session:
        stored = banks.get(session, done.bank)
    assert (stored.owner, stored.bank.title) == (cast.hazel.id, "Bees of the valley")
    assert stored.bank.passages[0].text == done.texts[0].reading.text
    assert stored.report is not None


def test_several_texts_become_one_bank_whose_progress_counts_all_their_sentences(
    database: Database, cast: Cast, parser: EnglishParser
) -> None:
    job_id = request(database, cast, TEXT, FERRIES)
    makes = maker(database, lambda: parser)
    makes.run(job_id)
    done = job(database, job_id)
    assert done.bank is not None
    with database.reading() as session:
        stored = banks.get(session, done.bank)
    assert [(passage.id, passage.title) for passage in stored.bank.passages] == [
        ("p1", "Bees of the valley"),
        ("p2", "Ferries"),
    ]
    assert {claim.passage for claim in stored.bank.claims} == {"p1", "p2"}
    assert stored.report is not None
    assert (stored.report["sentences"], stored.report["seconds"]) == (7, 0)


def test_the_worker_makes_what_was_asked_for(database: Database, cast: Cast, parser: EnglishParser) -> None:
    job_id = request(database, cast, options=Options(seed=7, kinds=("verdict",)))
    maker(database, lambda: parser).run(job_id)
    done = job(database, job_id)
    assert done.bank is not None
    with database.reading() as session:
        assert {item.kind for item in banks.get(session, done.bank).bank.items} == {"verdict"}


def test_the_parser_is_loaded_at_the_first_job_and_kept(database: Database, cast: Cast, parser: EnglishParser) -> None:
    loads: list[int] = []

    def load() -> Parser:
        loads.append(1)
        return parser

    makes = maker(database, load)
    assert not loads
    for job_id in (request(database, cast), request(database, cast)):
        makes.run(job_id)
        assert job(database, job_id).state is JobState.DONE
    assert len(loads) == 1


def test_a_job_is_done_once_however_often_it_is_asked_for(
    database: Database, cast: Cast, parser: EnglishParser
) -> None:
    job_id = request(database, cast)
    makes = maker(database, lambda: parser)
    makes.run(job_id)
    makes.run(job_id)
    with database.reading() as session:
        assert len(banks.visible_to(session, cast.hazel.id)) == 1


def test_a_plain_reason_reaches_the_teacher(database: Database, cast: Cast) -> None:
    def load() -> Parser:
        raise Unavailable("No English language model is installed.")

    job_id = request(database, cast)
    maker(database, load).run(job_id)
    failed = job(database, job_id)
    assert (failed.state, failed.error) == (JobState.FAILED, "No English language model is installed.")


def test_a_fault_of_ours_is_logged_and_told_in_plain_words_and_the_job_can_be_tried_again(
    database: Database, cast: Cast, parser: EnglishParser, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble() -> None:
        raise ZeroDivisionError("a fault of ours")

    job_id = request(database, cast)
    maker(database, lambda: Interrupted(parser, stumble)).run(job_id)
    failed = job(database, job_id)
    assert (failed.state, failed.error) == (JobState.FAILED, UNEXPECTED)
    assert "a fault of ours" in caplog.text
    with database.writing() as session:
        drafting.retry(session, job_id, now=NOW)
    maker(database, lambda: parser).run(job_id)
    assert job(database, job_id).state is JobState.DONE


def test_progress_is_told_sentence_by_sentence_over_all_texts(
    database: Database, cast: Cast, parser: EnglishParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[JobProgress] = []
    monkeypatch.setattr(Pulse, "tell", lambda _pulse, progress: told.append(progress))
    maker(database, lambda: parser).run(request(database, cast, TEXT, FERRIES))
    assert [(one.done, one.total) for one in told] == [
        *((0, total) for total in range(1, 8)),
        *((done, 7) for done in range(1, 8)),
    ]
    assert told[-1].items > told[-1].claims > 0


@pytest.mark.usefixtures("quick_pulse")
def test_a_cancelled_job_stops_and_leaves_nothing_behind(database: Database, cast: Cast, parser: EnglishParser) -> None:
    job_id = request(database, cast, TEXT, FERRIES)

    def cancel() -> None:
        with database.writing() as session:
            drafting.cancel(session, job_id, now=NOW)
        wait_until(lambda: pulse_is_gone())

    makes = maker(database, lambda: Interrupted(parser, cancel))
    makes.run(job_id)
    cancelled = job(database, job_id)
    assert (cancelled.state, cancelled.bank) == (JobState.CANCELLED, None)
    assert makes.running is None
    with database.reading() as session:
        for row in (BankRow, BankVersionRow, PassageRow):
            assert session.scalar(select(func.count()).select_from(row)) == 0


def test_a_worker_that_is_to_stop_gives_its_job_back(database: Database, cast: Cast, parser: EnglishParser) -> None:
    job_id = request(database, cast)
    stop = threading.Event()
    makes = maker(database, lambda: Interrupted(parser, stop.set), stop)
    makes.run(job_id)
    assert (job(database, job_id).state, makes.running) == (JobState.QUEUED, None)
    maker(database, lambda: parser).run(job_id)
    assert job(database, job_id).state is JobState.DONE


def test_a_job_that_does_not_notice_the_stop_is_taken_from_its_thread(
    database: Database, cast: Cast, parser: EnglishParser
) -> None:
    job_id = request(database, cast)
    hangs, go_on = threading.Event(), threading.Event()

    def hang() -> None:
        hangs.set()
        go_on.wait(30)

    makes = maker(database, lambda: Interrupted(parser, hang))
    thread = threading.Thread(target=makes.run, args=(job_id,))
    thread.start()
    assert hangs.wait(30)
    makes.give_back()
    assert job(database, job_id).state is JobState.QUEUED
    go_on.set()
    thread.join(30)
    left = job(database, job_id)
    assert (left.state, left.bank) == (JobState.QUEUED, None)


def test_a_message_that_overtakes_its_own_job_waits_for_it(
    database: Database, cast: Cast, parser: EnglishParser
) -> None:
    makes = maker(database, lambda: parser)
    first = request(database, cast)
    early = threading.Thread(target=makes.run, args=(first + 1,))
    early.start()
    time.sleep(0.05)
    assert request(database, cast) == first + 1
    early.join(30)
    assert job(database, first + 1).state is JobState.DONE


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fail after half a minute."""
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def pulse_is_gone() -> bool:
    """Tell whether the job's own pulse has noticed that the job is no longer ours, and ended."""
    return all(thread.name != "pulse" for thread in threading.enumerate())
