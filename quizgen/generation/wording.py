"""Writing a statement from kept tokens and edits, with spacing, capitals, article and full stop put right."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from quizgen.language.parsed import Token

_VOWEL = re.compile(r"(?:[aeio]|u(?!n[ai][^nm]|s[aeiu]|r[aeiou]|k\b)|8|1[18]\b|hour|honest|heir)", re.IGNORECASE)
_VOWEL_SOUND_EXCEPTIONS = re.compile(r"(?:one\b|once\b|eu|uni(?!n))", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Tokens ``start <= i < end`` of the sentence become ``new``; an empty stretch inserts before ``start``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    spaced: bool
    edited: bool


_NOTHING = _Piece("", False, False)


def write(tokens: Sequence[Token], kept: Collection[int], edits: Iterable[Edit] = ()) -> str:
    """Return the kept tokens as a sentence with the edits done. Edits do not overlap."""
    return _finished(_with_articles(_pieces(tokens, kept, edits)))


def arrange(tokens: Sequence[Token], parts: Iterable[str | Sequence[int]], edits: Iterable[Edit] = ()) -> str:
    """Return a sentence from parts in their order: words to write, or indexes of tokens with the edits done.

    An edit belongs to the part that holds the token at its start. Parts stand apart by a blank.
    """
    pieces: list[_Piece] = []
    several = tuple(edits)
    for part in parts:
        if isinstance(part, str):
            pieces.append(_Piece(part, True, True))
        elif part:
            own = frozenset(part)
            first, *rest = _pieces(tokens, own, [edit for edit in several if edit.start in own]) or [_NOTHING]
            pieces.extend((_Piece(first.text, True, first.edited), *rest))
    return _finished(_with_articles(pieces))


def _pieces(tokens: Sequence[Token], kept: Collection[int], edits: Iterable[Edit]) -> list[_Piece]:
    pieces: list[_Piece] = []
    kept_set = frozenset(kept)
    by_start: dict[int, list[Edit]] = {}
    for edit in sorted(edits):
        by_start.setdefault(edit.start, []).append(edit)
    skip_until, after_edit = 0, False
    for token in (*tokens, None):
        index = token.index if token else len(tokens)
        for edit in by_start.get(index, []):
            if edit.new:
                inserted = edit.start == edit.end and index > 0 and tokens[index - 1].is_word
                pieces.append(_Piece(edit.new, inserted or _spaced(tokens, index), True))
            after_edit = bool(edit.new) and edit.start == edit.end
            skip_until = max(skip_until, edit.end)
        if token and index >= skip_until and index in kept_set:
            spaced = _spaced(tokens, index) or (after_edit and token.is_word)
            pieces.append(_Piece(token.text, spaced, False))
            after_edit = False
    return pieces


def article_for(word: str) -> str:
    """Return "an" before a vowel sound, else "a"."""
    if _VOWEL_SOUND_EXCEPTIONS.match(word):
        return "a"
    return "an" if _VOWEL.match(word) else "a"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: a, b and c."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def _spaced(tokens: Sequence[Token], index: int) -> bool:
    return index >= len(tokens) or index == 0 or tokens[index - 1].space


def _with_articles(pieces: list[_Piece]) -> str:
    texts: list[str] = []
    for position, piece in enumerate(pieces):
        text = piece.text
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if following and following.edited and not piece.edited and text.lower() in ("a", "an"):
            right = article_for(following.text)
            text = right.capitalize() if text[0].isupper() else right
        texts.append((" " if piece.spaced and texts else "") + text)
    return "".join(texts)


def _finished(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,;:.!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = re.sub(r"^[,;:–—\-\s]+|[,;:–—\-\s]+$", "", text)
    text = re.sub(r",\.$", ".", text)
    text = re.sub(r"\b([Cc])an not\b", r"\1annot", text)
    if text and text[-1] not in ".!?" and not re.search(r"[.!?][\"'”’)]+$", text):
        text += "."
    return text[:1].upper() + text[1:]
