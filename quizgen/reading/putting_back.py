"""A teacher wants a piece after all that reading left out: it goes back to its place in the passage."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from quizgen.reading.blocks import RawBlock, in_passage_form, one_line
from quizgen.reading.finishing import LeftOut, Reading
from quizgen.reading.origin import OriginMap, Traced

_SEAM = "\n\n"


def can_be_put_back(piece: LeftOut) -> bool:
    """Tell whether a piece still knows its words: those of readings that were kept long ago do not."""
    return any(map(str.isalnum, piece.words))


def put_back(reading: Reading, chosen: Collection[int]) -> Reading:
    """Return the reading with the chosen pieces of ``left_out``, counted from 0, in the passage where they stood.

    Each line of a piece becomes a paragraph, or a heading where it was one; lines without a letter or figure, such as
    the rule of a table, stay away. The rest of the passage stays as it is, and every place still leads to the original.
    Places that are not in ``left_out`` count for nothing.
    """
    back = {place for place, piece in enumerate(reading.left_out) if place in chosen and can_be_put_back(piece)}
    blocks = [*_blocks(reading), *(block for place in sorted(back) for block in _lines(reading.left_out[place]))]
    passage = in_passage_form(sorted(blocks, key=lambda block: block.words.bounds()))
    left_out = tuple(piece for place, piece in enumerate(reading.left_out) if place not in back)
    return replace(reading, text=passage.text, origin=OriginMap.of(passage.offsets), left_out=left_out)


def _blocks(reading: Reading) -> Iterator[RawBlock]:
    """Yield the blocks of the passage as they stand, the marks of headings included."""
    passage, place = Traced(reading.text, reading.origin.offsets()), 0
    for words in reading.text.split(_SEAM):
        yield RawBlock(passage.cut(place, place + len(words)))
        place += len(words) + len(_SEAM)


def _lines(piece: LeftOut) -> Iterator[RawBlock]:
    for line in Traced(piece.words, piece.origin.offsets()).lines():
        words = one_line(line)
        if any(map(str.isalnum, words.text)):
            yield RawBlock(words, level=piece.level)
