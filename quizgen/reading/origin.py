"""Where each character of a cleaned text stood in the decoded original."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgen.domain.passages.span import Span

INSERTED = -1


@dataclass(frozen=True, slots=True)
class OriginMap:
    """Runs ``(start, original, step)``: character ``start + k`` of the text stood at ``original + k * step``.

    ``step`` is 1 for kept characters and 0 for inserted ones (heading marks, the blank lines between blocks), which
    all point to where the next kept character could have stood. ``length`` is the length of the text.
    """

    runs: tuple[tuple[int, int, int], ...]
    length: int

    def original(self, offset: int) -> int:
        """Return the place in the decoded original of ``0 <= offset <= length``. Raises ValueError outside."""
        if not 0 <= offset <= self.length:
            raise ValueError(f"the text has {self.length} characters, there is no place {offset}")
        if offset == self.length and offset:
            return self.original(offset - 1) + self.runs[-1][2]
        index = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        if index < 0:
            return 0
        start, original, step = self.runs[index]
        return original + (offset - start) * step

    def span(self, span: Span) -> Span:
        """Return the stretch of the original that a stretch of the text came from; what was cut inside is inside."""
        start = self.original(span.start)
        return Span(start, max(self.original(span.end - 1), start) + 1)

    def offsets(self) -> "array[int]":
        """Return one offset a character, INSERTED where the character is new: what ``of`` was given."""
        found = array("q")
        ends = (*(start for start, _, _ in self.runs[1:]), self.length)
        for (start, original, step), end in zip(self.runs, ends, strict=False):
            found.extend(range(original, original + end - start) if step else [INSERTED] * (end - start))
        return found

    def document(self) -> dict[str, object]:
        """Return plain values for storage."""
        return {"length": self.length, "runs": [list(run) for run in self.runs]}

    @classmethod
    def from_document(cls, document: dict[str, object]) -> "OriginMap":
        """Return the map that ``document`` described."""
        runs, length = document["runs"], document["length"]
        if not isinstance(runs, Sequence) or not isinstance(length, int):
            raise ValueError("an origin map is stored as its length and its runs")
        return cls(tuple((int(start), int(original), int(step)) for start, original, step in runs), length)

    @classmethod
    def of(cls, offsets: Iterable[int]) -> "OriginMap":
        """Return the map for one offset a character, INSERTED where the character is new."""
        runs: list[tuple[int, int, int]] = []
        index, after = 0, 0
        for offset in offsets:
            step = 0 if offset == INSERTED else 1
            place = after if offset == INSERTED else offset
            if not runs or runs[-1][2] != step or (step and place != after):
                runs.append((index, place, step))
            if step:
                after = offset + 1
            index += 1
        return cls(tuple(runs), index)


NOWHERE = OriginMap((), 0)


@dataclass(frozen=True, slots=True)
class Traced:
    """A text that remembers the offset of each of its characters in the original."""

    text: str
    offsets: "array[int]"

    @classmethod
    def whole(cls, text: str) -> "Traced":
        """Return an original text, traced to itself."""
        return cls(text, array("q", range(len(text))))

    @classmethod
    def inserted(cls, text: str) -> "Traced":
        """Return a text that was not in the original."""
        return cls(text, array("q", [INSERTED]) * len(text))

    @classmethod
    def joined(cls, parts: Iterable["Traced"]) -> "Traced":
        """Return the parts one after the other."""
        offsets, texts = array("q"), []
        for part in parts:
            texts.append(part.text)
            offsets.extend(part.offsets)
        return cls("".join(texts), offsets)

    def cut(self, start: int, end: int) -> "Traced":
        """Return characters ``start <= i < end``."""
        return Traced(self.text[start:end], self.offsets[start:end])

    def stripped(self) -> "Traced":
        """Return it without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(len(self.text.rstrip()), start))

    def without(self, cuts: Iterable[tuple[int, int]]) -> "Traced":
        """Return it without the given half-open stretches, which come in order and do not overlap."""
        bounds = [0, *(place for cut in cuts for place in cut), len(self.text)]
        kept = [self.cut(start, end) for start, end in list(pairwise(bounds))[::2] if start < end]
        return Traced.joined(kept)

    def lines(self) -> Iterator["Traced"]:
        """Yield its lines without their ends."""
        start = 0
        for line in self.text.split("\n"):
            yield self.cut(start, start + len(line))
            start += len(line) + 1

    def bounds(self) -> tuple[int, int]:
        """Return the half-open stretch of the original from its first to its last kept character."""
        kept = [offset for offset in self.offsets if offset != INSERTED]
        return (kept[0], kept[-1] + 1) if kept else (0, 0)
