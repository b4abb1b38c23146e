"""A parsed sentence in our own values: tokens with lemma, part of speech and head, entities, offsets."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.domain.passages.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign. ``index`` and ``head`` count from 0 in the sentence; the root is its own head.

    ``pos`` is the universal part of speech, ``tag`` the Penn Treebank tag, ``dep`` the dependency label;
    ``start`` and ``end`` are half-open in the passage; ``space`` tells whether white space follows; ``lower`` is the
    text in small letters.
    """

    index: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    space: bool

    @property
    def is_word(self) -> bool:
        """Tell whether it is more than punctuation or white space."""
        return self.pos not in ("PUNCT", "SPACE", "SYM")


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing: tokens ``first <= i < last`` and the model's label (PERSON, GPE, DATE ...)."""

    first: int
    last: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence of a passage. ``paragraph`` counts from 1; ``section`` is the heading above, or ""."""

    span: Span
    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    children: tuple[tuple[int, ...], ...]
    paragraph: int
    section: str

    @property
    def root(self) -> Token:
        """Return the token that heads the sentence."""
        return next(token for token in self.tokens if token.head == token.index)

    def of(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the direct dependents of ``token``, those with one of ``deps`` when any are given."""
        below = self.children[token.index]
        if not below:
            return ()
        found = [self.tokens[index] for index in below]
        return tuple([child for child in found if child.dep in deps] if deps else found)

    def subtree(self, token: Token) -> tuple[int, ...]:
        """Return the indexes of ``token`` and everything below it, in order."""
        return tuple(sorted(self._below(token.index))) if self.children[token.index] else (token.index,)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads above ``token`` up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def entity_at(self, index: int) -> Entity | None:
        """Return the entity that covers token ``index``."""
        return next((entity for entity in self.entities if entity.first <= index < entity.last), None)

    def _below(self, index: int) -> Iterator[int]:
        stack = [index]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(self.children[current])
