"""Plain text: which line ends end a paragraph, and which short lines are headings."""

import re
from collections.abc import Iterator
from statistics import median

from quizgen.reading.blocks import RawBlock, one_line
from quizgen.reading.joining import unwrapped, words_of
from quizgen.reading.origin import Traced

_BULLET = re.compile(r"\s*(?:[-*•‣▪–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_RULE = re.compile(r"\s*([-=_*~#])\s*(?:\1\s*){2,}")
_MARKED_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_FINAL = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
LONGEST_HEADING = 80


def plain_blocks(text: Traced) -> tuple[RawBlock, ...]:
    """Return the blocks of a plain text in order, headings told by their shape."""
    groups = list(_groups(text))
    wrapped = _is_hard_wrapped(groups)
    crowded = len(groups) < 3
    words = words_of(text.text) if wrapped else frozenset()
    blocks: list[RawBlock] = []
    for group in groups:
        blocks.extend(_wrapped(group, words) if wrapped else map(_line_block, group))
        if len(group) == 1 or (crowded and not wrapped):
            count = 1 if len(group) == 1 else len(group)
            blocks[-count:] = [_as_heading(block) for block in blocks[-count:]]
    return _levelled(blocks)


def looks_like_heading(line: str) -> bool:
    """Tell whether a line alone could head a section: short, no final punctuation, no small first letter."""
    bare = line.strip()
    if not bare or len(bare) > LONGEST_HEADING or len(bare.split()) > 12 or bare[0].islower():
        return False
    return not _FINAL.search(bare.rstrip("?")) and any(char.isalpha() for char in bare)


def unbulleted(line: Traced) -> tuple[Traced, bool]:
    """Return a line without its list mark, and whether it had one."""
    match = _BULLET.match(line.text)
    return (line.cut(match.end(), len(line.text)), True) if match else (line, False)


def _groups(text: Traced) -> Iterator[list[Traced]]:
    group: list[Traced] = []
    for line in text.lines():
        if line.text.strip() and not _RULE.fullmatch(line.text):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_hard_wrapped(groups: list[list[Traced]]) -> bool:
    """A hard-wrapped text has lines of about one width that mostly break in mid-sentence."""
    inner = [line.text.rstrip() for group in groups for line in group[:-1] if not _BULLET.match(line.text)]
    if not inner:
        return False
    lengths = [len(line) for line in inner]
    broken = sum(not re.search(r"[.!?][\"'”’)\]]*$", line) for line in inner)
    return max(lengths) <= 120 and median(lengths) >= 30 and broken >= 0.6 * len(inner)


def _wrapped(group: list[Traced], words: frozenset[str]) -> Iterator[RawBlock]:
    paragraph: list[Traced] = []
    listed = False
    for line in group:
        bare, bulleted = unbulleted(line)
        if bulleted and paragraph:
            yield RawBlock(unwrapped(paragraph, words), listed=listed)
            paragraph = []
        listed = bulleted or (listed and bool(paragraph))
        paragraph.append(bare)
    yield RawBlock(unwrapped(paragraph, words), listed=listed)


def _line_block(line: Traced) -> RawBlock:
    bare, listed = unbulleted(line)
    return RawBlock(one_line(bare), listed=listed)


def _as_heading(block: RawBlock) -> RawBlock:
    marked = _MARKED_HEADING.match(block.text)
    if marked:
        return RawBlock(block.words.cut(marked.end(), len(block.text)), level=len(marked[1]))
    if block.listed or not looks_like_heading(block.text):
        return block
    return RawBlock(block.words, level=2)


def _levelled(blocks: list[RawBlock]) -> tuple[RawBlock, ...]:
    """The first block, when it is a heading, is the title."""
    if blocks and blocks[0].level:
        return (RawBlock(blocks[0].words, level=1), *blocks[1:])
    return tuple(blocks)
