"""Markdown: its structure is read, its mark-up is taken off, and what is not prose is left out with a reason."""

import re
from collections.abc import Iterator

from quizgen.reading.blocks import RawBlock, one_line
from quizgen.reading.origin import Traced
from quizgen.reading.plain import unbulleted

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
_RULE = re.compile(r" {0,3}([-*_])\s*(?:\1\s*){2,}")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:\s+\S+")
_TABLE = re.compile(r"\s*\|.*\|\s*|\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+")
_HIDDEN = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
_HIDDEN_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")} | {
    "": re.compile("-->")
}
_INLINE = (
    re.compile(r"!\[[^\]]{0,500}\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"),
    re.compile(r"\[\^[^\]]{1,100}\]"),
    re.compile(r"</?[A-Za-z][^<>\n]*/?>|<(?:https?://|mailto:)[^<>\s]*>"),
)
_LINK = re.compile(r"(\[)([^\[\]]+)(\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"']*[\"'])?\)|\]\[[^\]]*\])")
_EMPHASIS = re.compile(r"(\*{1,3}|~~|`{1,2})(?=\S)((?:(?!\1).)+)(?<=\S)(\1)")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=\S)((?:(?!\1).)+)(?<=\S)(\1)(?!\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_AMPERSAND = re.compile(r"(?<=&)amp;")


def markdown_blocks(text: Traced) -> tuple[RawBlock, ...]:
    """Return the blocks of a Markdown text in order; code, tables and notes carry the reason why they are left out."""
    front = re.match(r"---\n.*?\n(?:---|\.\.\.)\n", text.text, re.DOTALL)
    begin = front.end() if front else 0
    body = text.cut(begin, len(text.text))
    blocks = list(_blocks(body.without(_hidden(body.text))))
    if front:
        blocks.insert(0, RawBlock(text.cut(0, begin).stripped(), reason="front matter"))
    return tuple(blocks)


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of comments, scripts and styles; one that never ends is none."""
    place, endless = 0, set[str]()
    while opening := _HIDDEN.search(text, place):
        name = (opening[1] or "").lower()
        ending = None if name in endless else _HIDDEN_ENDS[name].search(text, opening.end())
        if ending:
            yield opening.start(), ending.end()
        else:
            endless.add(name)
        place = (ending or opening).end()


def _blocks(body: Traced) -> Iterator[RawBlock]:
    paragraph: list[Traced] = []
    lines = list(body.lines())
    index = 0
    while index < len(lines):
        line = lines[index]
        taken, block = _special(lines, index, bool(paragraph))
        underline = _UNDERLINE.fullmatch(line.text) if paragraph else None
        if underline and len(paragraph) == 1:
            yield RawBlock(_inline(paragraph.pop()), level=1 if "=" in underline[1] else 2)
        elif taken or not line.text.strip():
            yield from _paragraph(paragraph)
            paragraph = []
            if block:
                yield block
        else:
            quote = _QUOTE.match(line.text)
            bare, listed = unbulleted(line.cut(quote.end(), len(line.text)) if quote else line)
            if listed:
                yield from _paragraph(paragraph)
                paragraph = []
            paragraph.append(bare)
        index += max(taken, 1)
    yield from _paragraph(paragraph)


def _special(lines: list[Traced], index: int, inside: bool) -> tuple[int, RawBlock | None]:
    """Return how many lines a heading, rule, fence, table or note takes (0: it is prose), and its block."""
    line = lines[index]
    heading = _HEADING.match(line.text)
    if heading:
        words = line.cut(heading.end(), len(line.text.rstrip().rstrip("#")))
        return 1, RawBlock(_inline(words), level=len(heading[1]))
    fence = _FENCE.match(line.text)
    if fence:
        return _run(lines, index, _fence_end(lines, index, fence[1]), "code")
    if _RULE.fullmatch(line.text) and not (inside and _UNDERLINE.fullmatch(line.text)):
        return 1, None
    if _TABLE.fullmatch(line.text):
        end = index
        while end < len(lines) and _TABLE.fullmatch(lines[end].text):
            end += 1
        return _run(lines, index, end, "table")
    if _FOOTNOTE.match(line.text):
        return _run(lines, index, index + 1, "footnote")
    if _REFERENCE.match(line.text):
        return _run(lines, index, index + 1, "link address")
    return 0, None


def _fence_end(lines: list[Traced], index: int, mark: str) -> int:
    for end in range(index + 1, len(lines)):
        if lines[end].text.strip().startswith(mark):
            return end + 1
    return len(lines)


def _run(lines: list[Traced], start: int, end: int, reason: str) -> tuple[int, RawBlock]:
    parts = [part for line in lines[start:end] for part in (line, Traced.inserted("\n"))]
    return end - start, RawBlock(Traced.joined(parts).stripped(), reason=reason)


def _paragraph(lines: list[Traced]) -> Iterator[RawBlock]:
    if lines:
        parts = [part for line in lines for part in (Traced.inserted(" "), line)]
        words = _inline(Traced.joined(parts))
        if words.text:
            yield RawBlock(words)
        elif Traced.joined(parts).text.strip():
            yield RawBlock(Traced.joined(parts).stripped(), reason="picture")


def _inline(words: Traced) -> Traced:
    for pattern in _INLINE:
        words = words.without(match.span() for match in pattern.finditer(words.text))
    for pattern in (_LINK, _EMPHASIS, _UNDERSCORES, _EMPHASIS):
        words = words.without(span for match in pattern.finditer(words.text) for span in (match.span(1), match.span(3)))
    for pattern in (_ESCAPE, _AMPERSAND):
        words = words.without(match.span() for match in pattern.finditer(words.text))
    return one_line(words)
