"""The journeys: each student signs in, starts, saves twenty answers, hands in and looks at the result."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from benchmarks.school.bank import responses_by_stem
from benchmarks.school.connection import Connection, address_of
from benchmarks.school.student import Student, Unexpected

Barrier = Callable[[], object]
Acknowledged = dict[tuple[int, int], str]


@dataclass(slots=True)
class Log:
    """Seconds by operation, the newest acknowledged response by attempt and position, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: Acknowledged = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    requests: int = 0
    done: int = 0

    @contextmanager
    def timed(self, operation: str) -> Iterator[None]:
        """Note how long the block takes."""
        begin = time.perf_counter()
        yield
        self.seconds[operation].append(time.perf_counter() - begin)


@dataclass(frozen=True, slots=True)
class Steps:
    """Where the students of a surge wait for one another: each is called before its step."""

    sign_in: Barrier
    start: Barrier
    save: Barrier
    hand_in: Barrier
    end: Barrier


def closed_loop(port: int, quiz_id: int, usernames: Sequence[str], at_once: int) -> Log:
    """Let the students sit the quiz, ``at_once`` of them at any time: who is done makes room for the next."""
    log, waiting = Log(), list(enumerate(usernames))[::-1]

    def seat() -> None:
        while waiting:
            try:
                number, username = waiting.pop()
            except IndexError:
                return
            _sit(log, port, quiz_id, number, username, _no_steps())

    _together([seat] * at_once)
    return log


def surge(port: int, quiz_id: int, usernames: Sequence[str], steps: Steps) -> Log:
    """Let all students sit at once, each step pressed by everybody together."""
    log = Log()

    def seat(number: int, username: str) -> Callable[[], None]:
        return lambda: _sit(log, port, quiz_id, number, username, steps)

    _together([seat(number, username) for number, username in enumerate(usernames)])
    return log


def _sit(log: Log, port: int, quiz_id: int, number: int, username: str, steps: Steps) -> None:
    connection = Connection(port, address_of(number))
    student = Student(connection, username, responses_by_stem())
    try:
        student.open_door()
        steps.sign_in()
        with log.timed("sign in"):
            student.sign_in()
        steps.start()
        with log.timed("start"):
            student.start(quiz_id)
        steps.save()
        for position, (right, wrong) in enumerate(student.questions):
            response = wrong if position % 5 == 4 else right
            with log.timed("save"):
                said = student.save(position, response, 0)
            if said["accepted"]:
                log.acknowledged[student.attempt, position] = response
        steps.hand_in()
        with log.timed("hand in"):
            result = student.hand_in()
        with log.timed("result"):
            student.see_result(result)
        steps.end()
        log.done += 1
    except (Unexpected, OSError, threading.BrokenBarrierError) as error:
        log.failures.append(f"{type(error).__name__}: {error}")
    finally:
        log.requests += connection.requests
        connection.close()


def _no_steps() -> Steps:
    return Steps(*[lambda: None] * 5)


def _together(seats: Sequence[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=seat) for seat in seats]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
