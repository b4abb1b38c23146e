"""Turns come in the order of asking, and nobody's leaving breaks the queue."""

import fcntl
import threading
import time
from pathlib import Path

import pytest

from quizgen.domain.errors import Unavailable
from quizgen.storage.turns import FifoLock, Turns

LONG = 30.0


def waiting(lock: FifoLock) -> int:
    return len(lock._waiting)


def wait_until_waiting(lock: FifoLock, count: int) -> None:
    while waiting(lock) < count:
        time.sleep(0.001)


def test_the_lock_is_handed_over_in_the_order_of_asking() -> None:
    lock, served = FifoLock(), list[int]()

    def stand_in_line(number: int) -> None:
        assert lock.acquire(LONG)
        served.append(number)
        lock.release()

    assert lock.acquire(LONG)
    threads = []
    for number in range(8):
        thread = threading.Thread(target=stand_in_line, args=(number,))
        thread.start()
        threads.append(thread)
        wait_until_waiting(lock, number + 1)
    lock.release()
    for thread in threads:
        thread.join(LONG)
    assert served == list(range(8))


def test_nobody_slips_in_while_the_lock_is_being_handed_over() -> None:
    lock = FifoLock()
    assert lock.acquire(LONG)
    first = threading.Thread(target=lock.acquire, args=(LONG,))
    first.start()
    wait_until_waiting(lock, 1)
    lock.release()
    assert not lock.acquire(0)
    first.join(LONG)


def test_who_gives_up_leaves_the_queue_in_order() -> None:
    lock = FifoLock()
    assert lock.acquire(LONG)
    assert not lock.acquire(0.01)
    assert waiting(lock) == 0
    lock.release()
    assert lock.acquire(0)


def test_a_turn_that_does_not_come_in_time_is_unavailable(tmp_path: Path) -> None:
    turns = Turns(tmp_path / "lock", patience=0.01)
    with turns.turn(), pytest.raises(Unavailable, match="try again"), turns.turn():
        pass


def test_a_turn_ends_with_an_error_too(tmp_path: Path) -> None:
    turns = Turns(tmp_path / "lock", patience=0.01)
    with pytest.raises(KeyError), turns.turn():
        raise KeyError
    with turns.turn():
        pass


def test_a_turn_keeps_other_processes_out(tmp_path: Path) -> None:
    """Each open file has an flock of its own, as each process has."""
    path = tmp_path / "lock"
    with Turns(path, patience=LONG).turn(), path.open() as theirs, pytest.raises(BlockingIOError):
        fcntl.flock(theirs, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with path.open() as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX | fcntl.LOCK_NB)
