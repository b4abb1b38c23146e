"""A bank that comes from outside: what was understood of it, and what was not, item by item; nothing is guessed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.lint import lint
from quizgen.domain.banks.reading import SourceText, read_bank
from quizgen.domain.errors import BadBank, Problem

_ITEM = re.compile(r"items\[([0-9]+)\]\.?(.*)", re.DOTALL)
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST_STEM = LONGEST_PROBLEM = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the file: where it stands, what it is and what is wrong with it; () when it was understood."""

    place: str
    kind: str
    stem: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """The bank of all items that were understood, each item, and what is wrong with the rest of the file.

    ``bank`` is None when there is a problem outside the items, since nothing can be kept then. ``notes`` say what was
    passed over without harm.
    """

    bank: Bank | None
    entries: tuple[Entry, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def left_out(self) -> int:
        return sum(bool(entry.problems) for entry in self.entries)


def understood(
    raw: object,
    source_text: SourceText,
    *,
    placed: Callable[[Problem], str] = str,
    place: Callable[[int], str] = lambda index: f"Item {index + 1}",
    judged: Sequence[int] | None = None,
    refused: Mapping[int, Sequence[str]] | None = None,
) -> Understood:
    """Return what a document of a bank says.

    ``placed`` writes a problem outside the items with its line, ``place`` names an item by its index, ``judged`` are
    the indexes of the items that came from outside (None: all), ``refused`` says of some what is wrong already.
    """
    items = _items(raw)
    came = range(len(items)) if judged is None else judged
    kept = list(range(len(items)))
    wrong = {index: list(messages) for index, messages in (refused or {}).items()}
    rest: list[str] = []
    bank: Bank | None = None
    for problem in _strange(raw, ""):
        index, message = _of_item(problem, kept)
        if index is None:
            rest.append(placed(problem))
        else:
            wrong.setdefault(index, []).append(message)
    while not rest:
        kept = [index for index in kept if index not in wrong]
        bank, problems = _tried(_with_items(raw, [items[index] for index in kept]), source_text)
        own = [(_of_item(problem, kept), problem) for problem in problems]
        rest = [placed(problem) for (index, _), problem in own if index is None]
        for (index, message), _ in own:
            if index is not None:
                wrong.setdefault(index, []).append(message)
        if not own:
            break
    entries = tuple(_entry(items[index], place(index), wrong.get(index, ())) for index in came)
    told = tuple(dict.fromkeys(problem[:LONGEST_PROBLEM] for problem in rest))
    return Understood(None if rest else bank, entries, told)


def _tried(raw: object, source_text: SourceText) -> tuple[Bank | None, tuple[Problem, ...]]:
    try:
        bank = read_bank(raw, source_text)
    except BadBank as error:
        return None, error.problems
    except ValueError:
        return None, (Problem("", "the same claim or question stands in it dozens of times: keep it once"),)
    return bank, lint(bank)


def _items(raw: object) -> Sequence[object]:
    items = raw.get("items") if isinstance(raw, Mapping) else None
    return items if isinstance(items, list) else []


def _with_items(raw: object, items: list[object]) -> object:
    if not isinstance(raw, Mapping) or not isinstance(raw.get("items"), list):
        return raw
    return {**raw, "items": items}


def _of_item(problem: Problem, kept: Sequence[int]) -> tuple[int | None, str]:
    """Return the index in the file of the item that a problem is about, None for none, and the problem in words."""
    found = _ITEM.fullmatch(problem.path)
    if found is None or int(found[1]) >= len(kept):
        return None, str(problem)
    return kept[int(found[1])], str(Problem(found[2], problem.message))


def _strange(value: object, path: str) -> Iterator[Problem]:
    """Yield the texts with characters that no text should hold, and that not every database keeps."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _strange(str(name), path)
            yield from _strange(each, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _strange(each, f"{path}[{index}]")
    elif isinstance(value, str) and (found := _STRANGE.search(value)):
        yield Problem(path, f"holds a character that no text should hold (U+{ord(found[0]):04X}): delete it")


def _entry(item: object, place: str, problems: Sequence[str]) -> Entry:
    said = item if isinstance(item, Mapping) else {}
    stem = " ".join(_STRANGE.sub("", str(said.get("stem") or "")).split())
    short = tuple(problem[:LONGEST_PROBLEM] for problem in problems)
    return Entry(place, str(said.get("kind") or "")[:100], stem[:LONGEST_STEM], short)
