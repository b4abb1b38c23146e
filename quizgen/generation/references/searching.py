"""Which paragraphs speak of the words of a claim: BM25 over stems, from SQLite's full-text search in memory."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.domain.claims.suggestion import Reference
from quizgen.domain.errors import Unavailable
from quizgen.domain.passages.passage import Block
from quizgen.generation.lexicon import words

_WORD = re.compile(r"\w+")
_EMPTY = words(
    "a an the of in on at to for from by with and or but is are was were be been has have had it its this that"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a reference."""

    reference: Reference
    block: Block

    @property
    def text(self) -> str:
        """Return its words in one line."""
        return self.block.span.of(self.reference.text).replace("\n", " ")


class Search:
    """An index over the paragraphs of all references."""

    def __init__(self, references: Sequence[Reference]) -> None:
        """Index the references. Raises Unavailable where SQLite has no full-text search."""
        self.paragraphs = tuple(
            Paragraph(reference, block) for reference in references for block in reference.passage.paragraphs()
        )
        self._index = sqlite3.connect(":memory:")
        try:
            self._index.execute("CREATE VIRTUAL TABLE paragraphs USING fts5(words, tokenize = 'porter unicode61')")
        except sqlite3.OperationalError:
            raise Unavailable("This Python's SQLite has no full-text search (FTS5), which sources need.") from None
        rows = enumerate(paragraph.text for paragraph in self.paragraphs)
        self._index.executemany("INSERT INTO paragraphs (rowid, words) VALUES (?, ?)", rows)

    def best(self, statement: str, most: int) -> tuple[int, ...]:
        """Return the numbers of the ``most`` paragraphs that speak most of the statement's words, the best first."""
        wanted = dict.fromkeys(word for word in _WORD.findall(statement.lower()) if word not in _EMPTY)
        if not wanted:
            return ()
        query = " OR ".join(f'"{word}"' for word in wanted)
        found = self._index.execute(
            "SELECT rowid FROM paragraphs WHERE words MATCH ? ORDER BY bm25(paragraphs), rowid LIMIT ?", (query, most)
        )
        return tuple(number for (number,) in found)

    def close(self) -> None:
        """Let go of the memory."""
        self._index.close()
