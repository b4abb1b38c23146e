"""Messages to the worker, beside each database in turn."""

import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from quizgen.jobs.queue import JobQueue, job_queue
from quizgen.settings import Settings

QueueOf = Callable[..., JobQueue]


def test_what_one_process_sends_another_runs_in_order(queue_of: QueueOf) -> None:
    ran: list[int] = []
    sender, worker = queue_of(), queue_of(ran.append)
    for job_id in (3, 1, 2):
        sender.enqueue(job_id)
    assert worker.waiting() == {1, 2, 3}
    assert [worker.work() for _ in range(4)] == [True, True, True, False]
    assert ran == [3, 1, 2]
    assert sender.waiting() == frozenset()


def test_two_workers_never_run_the_same_message(queue_of: QueueOf) -> None:
    one: list[int] = []
    other: list[int] = []
    sender = queue_of()
    workers = queue_of(one.append), queue_of(other.append)
    for job_id in range(6):
        sender.enqueue(job_id)
    for _ in range(3):
        for worker in workers:
            assert worker.work()
    assert sorted(one + other) == list(range(6))
    assert len(one) == len(other) == 3


def test_processes_that_start_at_once_on_a_new_database_all_get_the_queue(settings: Settings) -> None:
    together = Barrier(8)

    def start(_number: int) -> JobQueue:
        together.wait()
        return job_queue(settings)

    with ThreadPoolExecutor(8) as starters:
        queues = list(starters.map(start, range(8)))
    queues[0].enqueue(4)
    assert [queue.waiting() for queue in queues] == [{4}] * 8
    for queue in queues:
        queue.close()


def test_a_job_that_raises_does_not_stop_the_worker(queue_of: QueueOf, caplog: pytest.LogCaptureFixture) -> None:
    def run(job_id: int) -> None:
        raise RuntimeError(f"no luck with {job_id}")

    queue = queue_of(run)
    queue.enqueue(1)
    with caplog.at_level(logging.ERROR):
        assert queue.work()
    assert "no luck with 1" in caplog.text
    assert not queue.work()


def test_a_queue_that_is_out_of_order_fails_no_request(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings.from_env({"QUIZGEN_DATA_DIR": str(tmp_path)})
    queue = job_queue(settings)
    broken = sqlite3.connect(tmp_path / "jobs.sqlite3")
    broken.execute("drop table task")
    broken.close()
    queue.enqueue(1)
    assert "no message could be sent for job 1" in caplog.text
    queue.close()


def test_the_queue_keeps_its_messages_when_everybody_has_gone(queue_of: QueueOf) -> None:
    queue_of().enqueue(5)
    ran: list[int] = []
    assert queue_of(ran.append).work()
    assert ran == [5]
