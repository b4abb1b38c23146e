"""What every item has, whatever its kind."""

import random
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput
from quizgen.domain.passages.span import Span

EASIEST, HARDEST = 1, 5


class Basis(StrEnum):
    """What settles an item: the passage itself, or cited evidence about the world."""

    PASSAGE = "passage"
    EVIDENCE = "evidence"


class Status(StrEnum):
    """Ready items enter quizzes; queued ones wait for a person."""

    READY = "ready"
    QUEUED = "queued"


class InvalidResponse(BadInput):
    """A response that no student could have given with the item's own controls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(ABC):
    """The frame around a question; each kind adds its options and key.

    ``claims`` are ids; ``spans`` lie in the passage of the first claim and show where the passage speaks to the
    item; ``maker`` names the operation that made it (None: written by hand); ``difficulty`` runs from 1 to 5.
    A response is plain text (the value of a control); "" means not answered and is never a response.
    """

    kind: ClassVar[str]

    id: str
    basis: Basis
    claims: tuple[str, ...]
    stem: str
    rationale: str
    spans: tuple[Span, ...] = ()
    maker: str | None = None
    status: Status = Status.READY
    why: str | None = None
    difficulty: int = 3
    tags: tuple[str, ...] = ()

    def problems(self) -> tuple[str, ...]:
        """Return everything wrong with the item, each as one plain sentence; () when it is valid."""
        found = []
        if not self.stem.strip():
            found.append("the stem is empty")
        if not EASIEST <= self.difficulty <= HARDEST:
            found.append(f"difficulty runs from {EASIEST} to {HARDEST}, not {self.difficulty}")
        if self.status is Status.QUEUED and not self.why:
            found.append("a queued item says why")
        return (*found, *self._problems())

    @abstractmethod
    def _problems(self) -> tuple[str, ...]:
        """Return what is wrong with the parts that this kind adds."""

    @abstractmethod
    def own_document(self) -> Document:
        """Return the fields that this kind adds, as plain values for a bank file."""

    @classmethod
    @abstractmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        """Return this kind's own constructor arguments; what is wrong goes into the problems of ``fields``."""

    def shuffled(self, rng: random.Random) -> Self:  # noqa: ARG002 (kinds with options use it)
        """Return the item as one student sees it: its options in random order, where it has any to shuffle."""
        return self

    @abstractmethod
    def key_text(self) -> str:
        """Return the key in words that a person reads."""

    @abstractmethod
    def read_response(self, raw: str) -> str:
        """Return the response in the form that is stored. Raises InvalidResponse when it cannot be one."""

    @abstractmethod
    def credit(self, response: str) -> Fraction:
        """Return the credit, from 0 to 1, for a response that ``read_response`` returned."""

    @abstractmethod
    def samples(self) -> "Samples":
        """Return a right, a wrong and an invalid raw response, so that any bank can test itself."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Raw responses to one item: full credit, no credit, and not a response at all."""

    right: str
    wrong: str
    invalid: str


def self_test(item: Item) -> tuple[str, ...]:
    """Return how the item fails its own samples; () when right, wrong and invalid all behave."""
    samples, failures = item.samples(), []
    if _credit(item, samples.right) != 1:
        failures.append("the right sample does not get full credit")
    if _credit(item, samples.wrong) != 0:
        failures.append("the wrong sample gets credit, or is refused")
    if _credit(item, samples.invalid) is not None:
        failures.append("the invalid sample is accepted")
    return tuple(failures)


def _credit(item: Item, raw: str) -> Fraction | None:
    try:
        return item.credit(item.read_response(raw))
    except InvalidResponse:
        return None
