"""What the pages know of an item: its words and its controls, never its key.

A control is built field by field from what a student may see, so that whatever an item learns later stays away from
the page until somebody copies it on purpose.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from quizgen.domain.items.cloze import GAP
from quizgen.domain.items.item import Basis, Item

_CLOSING = ".,;:!?)”’%"
_CONTEXT = re.compile(r'\[Context:\s*"?(?P<context>.*?)"?\]\s*(?P<stem>\S.*)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value of its control, the word on it, a line of help, and the key that chooses it."""

    value: str
    word: str
    help: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One of several lists to choose from: what stands before it, and its choices, the empty one first."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """A question as a student meets it.

    ``context`` is the line of the passage that the stem leans on, or ""; ``before`` and ``after`` are the words around
    the gap, where the kind has one, and ``closing`` the punctuation that must stay with the gap; ``rows`` are lists of
    choices, for kinds with several; ``instruction`` says by what to judge, and ``strong`` is its first part.
    """

    kind: str
    stem: str
    context: str
    strong: str
    instruction: str
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    before: str = ""
    closing: str = ""
    after: str = ""
    longest: int = 0

    @property
    def has_gap(self) -> bool:
        """Tell whether the stem is a sentence with a gap."""
        return GAP in self.stem


@dataclass(frozen=True, slots=True)
class Words:
    """Words for a response or a key, and the verdict whose sign stands before them, or "".

    ``lines`` holds them one by one where they are several texts.
    """

    text: str
    verdict: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WebKind:
    """What a kind does on a page: show the question, read its form value, put a response and the key into words."""

    control: Callable[..., Control]
    read: Callable[[str], str]
    said: Callable[..., Words]
    key: Callable[..., Words]


def lettered(choices: Iterable[tuple[str, str]], empty: str) -> Iterator[Option]:
    """Yield the choice of nothing, whose value is ``empty``, and each pair of value and text with a capital letter."""
    yield Option(empty, "")
    for letter, (value, text) in zip(ascii_uppercase, choices, strict=False):
        yield Option(value, text, letter=letter)


def words_of(texts: Iterable[str]) -> Words:
    """Return several texts, each in a line of its own."""
    lines = tuple(texts)
    return Words("; ".join(lines), lines=lines)


def without_context(stem: str) -> tuple[str, str]:
    """Return the context line that a stem may open with, "" when it has none, and the stem without it."""
    found = _CONTEXT.fullmatch(stem)
    return (found["context"], found["stem"]) if found else ("", stem)


def around_gap(stem: str) -> tuple[str, str, str]:
    """Return the words before the gap, the punctuation that must stay with it, and the words behind."""
    before, _, rest = stem.partition(GAP)
    after = rest.lstrip(_CLOSING)
    return before, rest[: len(rest) - len(after)], after


def instruction(item: Item) -> tuple[str, str]:
    """Return by what to answer: the part that stands out ("" for the usual basis), and the rest."""
    if item.basis is Basis.EVIDENCE:
        return "Answer by what published sources show,", "not by the passage alone."
    return "", "Answer by the passage alone."
