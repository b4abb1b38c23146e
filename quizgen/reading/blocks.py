"""A block is a heading, a paragraph or a list entry on its way into a passage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.reading.origin import Traced


@dataclass(frozen=True, slots=True)
class RawBlock:
    """``level`` is 1 to 6 for a heading and 0 for a paragraph; ``reason`` tells why it is left out, "" when it is not.

    ``listed`` marks a list entry, which is never taken for a heading.
    """

    words: Traced
    level: int = 0
    reason: str = ""
    listed: bool = False

    @property
    def text(self) -> str:
        return self.words.text


def in_passage_form(blocks: Iterable[RawBlock]) -> Traced:
    """Return headings and paragraphs as a passage is written, one blank line between them."""
    return Traced.joined(_parts(blocks))


def _parts(blocks: Iterable[RawBlock]) -> Iterator[Traced]:
    for index, block in enumerate(blocks):
        if index:
            yield Traced.inserted("\n\n")
        if block.level:
            yield Traced.inserted("#" * block.level + " ")
        yield block.words


def one_line(words: Traced) -> Traced:
    """Return it with every run of white space as one blank, and none at the ends."""
    stripped = words.stripped()
    text = stripped.text
    cuts = [(index, index + 1) for index in range(1, len(text)) if text[index].isspace() and text[index - 1].isspace()]
    squeezed = stripped.without(cuts)
    return Traced("".join(" " if char.isspace() else char for char in squeezed.text), squeezed.offsets)
