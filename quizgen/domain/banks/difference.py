"""What differs between two banks: passages, claims with their evidence, and items, field by field and in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.writing import claim_document, evidence_document, item_document, passage_document
from quizgen.domain.claims.claim import Claim
from quizgen.domain.document import Document
from quizgen.domain.items.item import Item
from quizgen.domain.passages.passage import Passage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """A field before and after, as text; "" where there was or is nothing. Of a long text only what differs."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Named:
    """A passage, claim or item by its id and by the words that it is known by."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Altered:
    """Something that is in both banks and says something else."""

    thing: Named
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One list of a bank; ``moved`` when what both have stands in another order."""

    added: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    altered: tuple[Altered, ...] = ()
    moved: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.altered or self.moved)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs; conflicts are pairs of claim ids, written ``a / b``."""

    title: Change | None
    passages: Part
    claims: Part
    conflicts: Part
    items: Part

    @property
    def is_empty(self) -> bool:
        return self.title is None and all(part.is_empty for part in self.parts.values())

    @property
    def parts(self) -> dict[str, Part]:
        """Return the parts by name, in the order of the file."""
        return {"passages": self.passages, "claims": self.claims, "conflicts": self.conflicts, "items": self.items}


def difference(before: Bank, after: Bank) -> Difference:
    """Return what has to be done to ``before`` to make it ``after``; things are the same when their ids are.

    The file that a passage came from does not count: its text does.
    """
    old, new = before.self_contained(), after.self_contained()
    title = None if old.title == new.title else Change("title", old.title, new.title)
    return Difference(
        title,
        _part(old.passages, new.passages, lambda each: each.id, lambda each: each.title, _passage_changes),
        _part(old.claims, new.claims, lambda each: each.id, lambda each: each.statement, _claim_changes),
        _part(old.conflicts, new.conflicts, " / ".join, lambda _: "", lambda *_: ()),
        _part(old.items, new.items, lambda each: each.id, lambda each: each.stem, _item_changes),
    )


def pieces(before: str, after: str, *, most: int = 2000) -> tuple[tuple[str, str], ...]:
    """Return how one text becomes the other, word by word: pairs of ``=``, ``-`` or ``+`` and a stretch of text.

    Beyond ``most`` words one text simply takes the place of the other.
    """
    old, new = _words(before), _words(after)
    if max(len(old), len(new)) > most:
        return tuple(_told(before, after))
    gone, come = "", ""
    found: list[tuple[str, str]] = []
    for act, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(old[a:b])
        if act == "equal" and (same.strip() or not (gone or come) or b == len(old)):
            found += [*_told(gone, come), ("=", same)]
            gone, come = "", ""
        else:
            # A blank that both have between changed words belongs to them, so that phrases stay together.
            gone, come = gone + same, come + "".join(new[c:d])
    return (*found, *_told(gone, come))


def _told(gone: str, come: str) -> list[tuple[str, str]]:
    return [pair for pair in (("-", gone), ("+", come)) if pair[1]]


def _part(
    before: tuple[T, ...],
    after: tuple[T, ...],
    name: Callable[[T], str],
    words: Callable[[T], str],
    changes: Callable[[T, T], tuple[Change, ...]],
) -> Part:
    old, new = {name(each): each for each in before}, {name(each): each for each in after}
    both = [key for key in old if key in new]
    pairs = [(Named(key, words(new[key])), changes(old[key], new[key])) for key in both]
    return Part(
        added=tuple(Named(key, words(each)) for key, each in new.items() if key not in old),
        removed=tuple(Named(key, words(each)) for key, each in old.items() if key not in new),
        altered=tuple(Altered(thing, found) for thing, found in pairs if found),
        moved=both != [key for key in new if key in old],
    )


def _passage_changes(before: Passage, after: Passage) -> tuple[Change, ...]:
    """Return changes of a passage; of its text the paragraphs that differ."""
    changes = _changes(passage_document(before), passage_document(after), {"text"})
    if before.text == after.text:
        return changes
    old, new = before.text.split("\n"), after.text.split("\n")
    gone: list[str] = []
    come: list[str] = []
    for act, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act != "equal":
            gone += old[a:b]
            come += new[c:d]
    return (*changes, Change("text", "\n".join(gone), "\n".join(come)))


def _claim_changes(before: Claim, after: Claim) -> tuple[Change, ...]:
    """Return changes of a claim; those of its evidence one by one."""
    own = _changes(claim_document(before), claim_document(after), {"evidence"})
    evidence = _changes(evidence_document(before.evidence), evidence_document(after.evidence), set())
    return (*own, *(Change(f"evidence.{each.field}", each.before, each.after) for each in evidence))


def _item_changes(before: Item, after: Item) -> tuple[Change, ...]:
    return _changes(item_document(before), item_document(after), set())


def _changes(before: Document, after: Document, but: set[str]) -> tuple[Change, ...]:
    names = [name for name in {**before, **after} if name not in but and before.get(name) != after.get(name)]
    return tuple(Change(name, _text(before.get(name)), _text(after.get(name))) for name in names)


def _text(value: object) -> str:
    """Return a value of a document as a person reads it: lists one entry a line, spans as from and to."""
    if isinstance(value, list | tuple):
        if value and all(isinstance(each, int) for each in value):
            return " to ".join(map(str, value))
        return "\n".join(map(_text, value))
    if isinstance(value, Mapping):
        return _entry(value)
    return "" if value is None else str(value)


def _entry(value: Mapping[str, object]) -> str:
    if set(value) == {"left", "right"}:
        return f"{value['left']} = {value['right']}"
    return "; ".join(f"{name}: {_text(each)}" for name, each in value.items())


def _words(text: str) -> list[str]:
    found: list[str] = []
    for character in text:
        if found and character.isalnum() and found[-1][-1].isalnum():
            found[-1] += character
        else:
            found.append(character)
    return found


def summary(part: Part) -> str:
    """Return a part in short, such as ``2 added, 1 changed``; "" when nothing differs."""
    counts = {"added": part.added, "changed": part.altered, "taken out": part.removed}
    said = [f"{len(things):,} {word}" for word, things in counts.items() if things]
    return ", ".join([*said, *(["in another order"] if part.moved else [])])
