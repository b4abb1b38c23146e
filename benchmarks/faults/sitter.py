"""A student on a bad line: every step is tried until it is answered, and all that was promised is written down."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.school.bank import responses_by_stem
from benchmarks.school.connection import Connection, Lost
from benchmarks.school.student import Student, Unexpected

Result = TypeVar("Result")
PATIENCE = 60.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
TIMEOUT = 6.0
PAUSE = 0.5


@dataclass(slots=True)
class Diary:
    """What one student was promised.

    ``sent`` has every change by position and sequence; ``acknowledged`` those that the server said it took, with the
    time of the day at which they were sent. ``attempts`` has each id that a start led to.
    """

    username: str
    attempts: set[int] = field(default_factory=set)
    sent: dict[tuple[int, int], str] = field(default_factory=dict)
    acknowledged: dict[tuple[int, int], float] = field(default_factory=dict)
    meant_right: dict[tuple[int, int], bool] = field(default_factory=dict)
    handed_in: bool = False
    refused: int = 0
    longest: float = 0.0
    longest_wait: float = 0.0
    statuses: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


class Sitter:
    """One student; ``hands_in`` or leaves the end to the clock, at ``ends`` (time of the day)."""

    def __init__(self, port: int, username: str, quiz_id: int, *, ends: float, hands_in: bool, seed: int) -> None:
        self.diary = Diary(username)
        self._port, self._quiz, self._ends, self._hands_in = port, quiz_id, ends, hands_in
        self._rng = random.Random(seed)
        self._student = Student(Connection(port, timeout=TIMEOUT), username, responses_by_stem())

    def sit(self) -> None:
        """Sit the quiz. Never raises: what went wrong is in the diary."""
        try:
            self._again(self._enter)
            self._start()
            self._answer_all()
            if self._hands_in:
                self._hand_in()
        except (Unexpected, ValueError, IndexError) as error:
            self.diary.failures.append(f"{type(error).__name__}: {error}")
        finally:
            self._student.connection.close()

    def _enter(self) -> None:
        """Sign in, unless an earlier try did and only its answer was lost."""
        if not self._student.is_signed_in():
            self._student.open_door()
            self._student.sign_in()

    def _start(self) -> None:
        self._again(lambda: self._student.start(self._quiz))
        self.diary.attempts.add(self._student.attempt)
        if not self._student.questions:
            raise Unexpected(f"{self.diary.username}: the first page has no question")
        # Pressed once more, as on another device.
        self._again(lambda: self._student.start(self._quiz))
        self.diary.attempts.add(self._student.attempt)

    def _answer_all(self) -> None:
        places = list(range(len(self._student.questions)))
        left = self._ends - time.time() - (self._rng.uniform(1, 4) if self._hands_in else -1)
        # Every question once, then some of them again, so that later sequences follow earlier ones.
        again = max(round(left / PAUSE) - len(places), len(places) // 2)
        turns = self._rng.sample(places, len(places)) + self._rng.choices(places, k=again)
        pause = max(left / len(turns), 0.01)
        begin = time.time()
        for number, position in enumerate(turns):
            time.sleep(max(begin + number * pause - time.time(), 0))
            self._save(position)
            if self._rng.random() < 0.1:
                self._save_old(position)

    def _save(self, position: int) -> None:
        right, wrong = self._student.questions[position]
        is_right = self._rng.random() < 0.7
        response = right if is_right else wrong
        sequence = sum(1 for place, _ in self.diary.sent if place == position)
        self.diary.sent[position, sequence] = response
        self.diary.meant_right[position, sequence] = is_right
        begin = time.perf_counter()
        at, said = self._again(lambda: (time.time(), self._student.save(position, response, sequence)))
        self.diary.longest_wait = max(self.diary.longest_wait, time.perf_counter() - begin)
        if said["accepted"]:
            self.diary.acknowledged[position, sequence] = at
        else:
            self.diary.refused += 1

    def _save_old(self, position: int) -> None:
        """Send the first change of a question again, as a page does that was away for long: it must change nothing."""
        if (position, 1) in self.diary.sent:
            self._again(lambda: self._student.save(position, self.diary.sent[position, 0], 0))

    def _hand_in(self) -> None:
        """Press the button on two devices at once."""
        other = Student(Connection(self._port, timeout=TIMEOUT), self.diary.username, {})
        other.connection.cookies |= self._student.connection.cookies
        other.token, other.attempt = self._student.token, self._student.attempt
        twin = threading.Thread(target=lambda: self._again(other.hand_in))
        twin.start()
        path = self._again(self._student.hand_in)
        twin.join()
        other.connection.close()
        self.diary.handed_in = True
        self._again(lambda: self._student.see_result(path))

    def _again(self, step: Callable[[], Result]) -> Result:
        """Return what the step returns, tried until the server answers it. Raises Unexpected after a minute."""
        pause, until = _SHORTEST_PAUSE, time.monotonic() + PATIENCE
        while True:
            begin = time.perf_counter()
            try:
                return step()
            except Lost:
                self.diary.statuses["no answer"] += 1
            except Unexpected as error:
                if error.status not in (429, 503):
                    raise
                self.diary.statuses[str(error.status)] += 1
            finally:
                self.diary.longest = max(self.diary.longest, time.perf_counter() - begin)
            if time.monotonic() > until:
                raise Unexpected(f"{self.diary.username}: no answer for {PATIENCE:.0f} s")
            time.sleep(pause * self._rng.uniform(0.5, 1))
            pause = min(pause * 2, _LONGEST_PAUSE)
