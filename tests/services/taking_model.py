"""What attempts of one student should come to: seconds since a beginning, dictionaries, and nothing of the product."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from fractions import Fraction

RUNNING, PAUSED, HANDED_IN, EXPIRED, VOIDED = "running", "paused", "handed in", "expired", "voided"
NEW, EITHER, FULL, DROP, LEAVE = (
    "new key only",
    "old or new key",
    "full credit for all",
    "take the question out",
    "leave what is marked",
)
NOTHING = ("", -1)

Score = tuple[Fraction, Fraction]


class Refused(Exception):
    """The rules say no, and nothing has changed."""


@dataclass
class Sat:
    """One attempt. ``answers`` and ``late`` map a position to what counts, or came too late, and its sequence."""

    number: int
    started: int
    deadline: int
    items: tuple[str, ...]
    state: str = RUNNING
    finished: int | None = None
    stopped: int | None = None
    resumes: int | None = None
    stood: int = 0
    rested: int = 0
    granted: int = 0
    sealed: int = 0
    marked: bool = False
    answers: dict[int, tuple[str, int]] = field(default_factory=dict)
    late: dict[int, tuple[str, int]] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.state in (RUNNING, PAUSED)

    def goes_on(self, now: int) -> None:
        if self.stopped is None:
            return
        stood = (now if self.resumes is None else min(now, self.resumes)) - self.stopped
        self.rested += stood if self.resumes is not None else 0
        self.stood += stood
        self.deadline += stood
        self.state, self.stopped, self.resumes = RUNNING, None, None

    def stops(self, now: int, resumes: int | None) -> None:
        if self.state != RUNNING or now >= self.deadline:
            raise Refused
        self.state, self.stopped, self.resumes = PAUSED, now, resumes

    def ends(self, state: str, finished: int) -> None:
        self.state, self.finished = state, finished


@dataclass
class Corrected:
    """A correction of the key of one item."""

    at: int
    item: str
    intention: str
    key: str | None
    undone: bool = False


@dataclass
class Model:
    """A quiz with a time limit and a closing, its one student, and what its teacher does; times in seconds."""

    limit: int
    closes: int
    attempts: int
    grace: int
    breaks: int
    keys: Mapping[str, str]
    forward: bool = False
    now: int = 0
    sats: dict[int, Sat] = field(default_factory=dict)
    corrections: dict[int, Corrected] = field(default_factory=dict)

    @property
    def open(self) -> list[int]:
        return [attempt_id for attempt_id, sat in self.sats.items() if sat.is_open]

    def edges(self, attempt_id: int) -> list[int]:
        """Return the moments from now on that are a second before, at or after one on which its rules turn."""
        sat = self.sats[attempt_id]
        stops = sat.deadline if sat.stopped is None else sat.stopped
        turns = (stops, stops + self.grace, stops if sat.resumes is None else sat.resumes)
        found = {turn + beside for turn in turns for beside in (-1, 0, 1)}
        return sorted(moment for moment in found if moment >= self.now) or [self.now]

    def may_start(self) -> bool:
        used = sum(sat.state != VOIDED for sat in self.sats.values())
        return bool(self.open) or (self.now < self.closes and used < self.attempts)

    def started(self, attempt_id: int, items: tuple[str, ...]) -> None:
        ends = min(self.now + self.limit, self.closes)
        self.sats[attempt_id] = Sat(len(self.sats) + 1, self.now, ends, items)

    def takes(self, sat: Sat) -> bool:
        """Tell whether an answer that arrives now counts."""
        if sat.stopped is not None:
            return self.now < sat.stopped + self.grace
        return sat.state == RUNNING and self.now < sat.deadline + self.grace

    def put(self, attempt_id: int, position: int, response: str, sequence: int) -> tuple[bool, bool]:
        """Take an answer, and tell whether it stands and whether it was kept as late."""
        sat = self.sats[attempt_id]
        before = sat.answers.get(position, NOTHING)
        late = False
        if sequence > before[1]:
            if self.takes(sat) and position < sat.sealed:
                raise Refused
            if self.takes(sat):
                sat.answers[position] = response, sequence
            elif sat.state != PAUSED:
                late = True
                if sequence > sat.late.get(position, NOTHING)[1]:
                    sat.late[position] = response, sequence
        return sat.answers.get(position, NOTHING) == (response, sequence), late

    def move_on(self, attempt_id: int, position: int) -> None:
        """Leave a question for good; the last one is left by handing in alone."""
        sat = self.sats[attempt_id]
        if position > sat.sealed or not self.takes(sat):
            raise Refused
        sat.sealed = max(sat.sealed, min(position + 1, len(sat.items) - 1))

    def hand_in(self, attempt_id: int) -> None:
        sat = self.sats[attempt_id]
        sat.goes_on(self.now)
        if sat.state == RUNNING and self.now >= sat.deadline:
            sat.ends(EXPIRED, sat.deadline)
        elif sat.state == RUNNING:
            sat.ends(HANDED_IN, self.now)
        sat.marked = sat.marked or sat.state != VOIDED

    def tick(self) -> None:
        for sat in self.sats.values():
            if sat.resumes is not None and self.now >= sat.resumes:
                sat.goes_on(self.now)
            if sat.state == RUNNING and self.now >= sat.deadline + self.grace:
                sat.ends(EXPIRED, sat.deadline)
        self.mark()

    def mark(self) -> None:
        for sat in self.sats.values():
            sat.marked = sat.marked or sat.state in (HANDED_IN, EXPIRED)

    def changed(self, limit: int, forward: bool) -> None:
        """Follow new rules: no time ends before the moment at which it was taken away, and going back unseals."""
        self.limit, self.forward = limit, forward
        for attempt_id in self.open:
            sat = self.sats[attempt_id]
            now = self.now if sat.stopped is None else sat.stopped
            follows = min(sat.started + limit, self.closes) + sat.stood + sat.granted
            sat.deadline = max(follows, min(now, sat.deadline))
            sat.sealed = sat.sealed if forward else 0

    def take_break(self, attempt_id: int) -> None:
        sat = deepcopy(self.sats[attempt_id])
        if sat.resumes is not None and self.now >= sat.resumes:
            sat.goes_on(self.now)
        if sat.state != PAUSED:
            if sat.rested >= self.breaks:
                raise Refused
            sat.stops(self.now, self.now + self.breaks - sat.rested)
        self.sats[attempt_id] = sat

    def end_break(self, attempt_id: int) -> None:
        sat = self.sats[attempt_id]
        if sat.stopped is not None and sat.resumes is None:
            raise Refused
        sat.goes_on(self.now)

    def act(self, attempt_id: int, act: str, extra: int) -> None:
        """Do what a teacher does; only extending and reopening give ``extra`` time."""
        sat = deepcopy(self.sats[attempt_id])
        match act:
            case "extend" if sat.is_open:
                sat.deadline += extra
                sat.granted += extra
            case "pause" if sat.state == RUNNING or sat.resumes is not None:
                sat.goes_on(self.now)
                sat.stops(self.now, None)
            case "resume" if sat.state == PAUSED:
                sat.goes_on(self.now)
            case "hand in" if sat.is_open:
                self.hand_in(attempt_id)
                self.mark()
                return
            case "reopen" if sat.finished is not None and sat.state != VOIDED:
                self._reopen(sat, sat.finished, extra)
            case "void" if sat.state != VOIDED:
                sat.goes_on(self.now)
                sat.ends(VOIDED, self.now if sat.finished is None else sat.finished)
            case "restore" if sat.state == VOIDED and sat.finished is not None:
                by_clock = sat.finished >= sat.deadline
                sat.ends(EXPIRED if by_clock else HANDED_IN, sat.deadline if by_clock else sat.finished)
            case _:
                raise Refused
        self.sats[attempt_id] = sat
        if act == "restore":
            self.mark()

    def _reopen(self, sat: Sat, finished: int, extra: int) -> None:
        stood = self.now - finished
        if self.open or self.now >= sat.deadline + stood + extra:
            raise Refused
        sat.deadline += stood + extra
        sat.stood += stood
        sat.granted += extra
        sat.state, sat.finished, sat.marked = RUNNING, None, False

    def repeats(self, item: str, intention: str, key: str | None) -> bool:
        """Tell whether the newest correction says the same and counts."""
        newest = self.corrections[max(self.corrections)] if self.corrections else None
        said = newest and not newest.undone and (newest.item, newest.intention, newest.key)
        return said == (item, intention, key)

    def may_correct(self, item: str, intention: str, key: str | None) -> bool:
        """Tell whether this changes anything."""
        own = [each for each in self.corrections.values() if each.item == item and not each.undone]
        keys = [self.keys[item], *(each.key for each in own if each.key is not None)]
        last = own[-1].intention if own else None
        return intention != last if key is None else keys[-1] != key or last in (FULL, DROP)

    def credit(self, sat: Sat, position: int) -> Fraction | None:
        """Return what the answer at a position is worth; None when its question was taken out."""
        item, answer = sat.items[position], sat.answers.get(position, NOTHING)[0]
        keys: tuple[str | None, ...] = (self.keys[item],)
        settled = None
        for each in self.corrections.values():
            left_alone = each.intention == LEAVE and sat.finished is not None and sat.finished <= each.at
            if each.undone or each.item != item or left_alone or (each.intention, settled) == (EITHER, FULL):
                continue
            settled = each.intention if each.intention in (FULL, DROP) else None
            if settled is None:
                keys = (*keys, each.key) if each.intention == EITHER else (each.key,)
        return None if settled == DROP else Fraction(settled == FULL or answer in keys)

    def credits(self, sat: Sat) -> tuple[Fraction | None, ...]:
        return tuple(self.credit(sat, position) for position in range(len(sat.items)))

    def score(self, sat: Sat) -> Score:
        each = [credit for credit in self.credits(sat) if credit is not None]
        return sum(each, Fraction(0)), Fraction(len(each))

    def scores(self) -> dict[int, Score]:
        """Return the score of each attempt that counts and is marked."""
        counting = {id_: sat for id_, sat in self.sats.items() if sat.marked and sat.state in (HANDED_IN, EXPIRED)}
        return {attempt_id: self.score(sat) for attempt_id, sat in counting.items()}
