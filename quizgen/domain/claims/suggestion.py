"""A reference text, and what a sentence of it seems to show about a claim; a person decides whether it is evidence."""

from dataclasses import dataclass
from typing import Self

from quizgen.domain.claims.claim import Bearing, Source
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput, Problem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that claims are checked against, and what a reader needs to find it."""

    title: str
    publisher: str
    text: str
    year: int | None = None
    url: str | None = None

    @property
    def passage(self) -> Passage:
        """Return its text with the structure that it shows."""
        return Passage("reference", self.title, self.text)

    def source(self, shows: str, says: Bearing) -> Source:
        """Return it as a source that shows something about a claim."""
        return Source(self.title, self.publisher, shows, says, self.year, self.url)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a sentence of a reference text seems to show about the claim with the id ``claim``.

    ``source`` quotes the sentence word for word and holds the suggested bearing. ``span`` is its place in the text of
    the reference, ``paragraph`` counts from 1, ``section`` is the heading above, "" without one or where it is the
    title. ``agrees`` and ``differs`` are short phrases in plain words.
    """

    claim: str
    source: Source
    span: Span
    paragraph: int
    section: str
    agrees: tuple[str, ...]
    differs: tuple[str, ...]

    @property
    def why(self) -> str:
        """Return what agrees and what differs, in plain words."""
        same = f"The same in both: {', '.join(self.agrees)}." if self.agrees else ""
        other = " ".join(f"{part[:1].upper()}{part[1:]}." for part in self.differs)
        return " ".join(filter(None, (same, other)))

    def document(self) -> Document:
        """Return plain values that JSON can hold."""
        source = self.source
        document: Document = {
            "claim": self.claim,
            "says": source.says.value,
            "quote": source.shows,
            "title": source.title,
            "publisher": source.publisher,
            "year": source.year,
            "url": source.url,
            "section": self.section,
            "paragraph": self.paragraph,
            "span": [self.span.start, self.span.end],
            "agrees": list(self.agrees),
            "differs": list(self.differs),
        }
        return {name: value for name, value in document.items() if value not in (None, "", [])}

    @classmethod
    def from_document(cls, document: Document) -> Self:
        """Return what ``document`` returned. Raises BadInput."""
        problems: list[Problem] = []
        fields = Fields(document, "", problems)
        suggestion = cls(
            claim=fields.text("claim"),
            source=Source(
                title=fields.text("title"),
                publisher=fields.text("publisher"),
                shows=fields.text("quote"),
                says=fields.choice("says", Bearing),
                year=fields.optional_integer("year"),
                url=fields.optional_text("url"),
            ),
            span=fields.span("span"),
            paragraph=fields.integer("paragraph", 1),
            section=fields.optional_text("section") or "",
            agrees=fields.texts("agrees"),
            differs=fields.texts("differs"),
        )
        if problems:
            raise BadInput("This suggestion cannot be read: " + "; ".join(map(str, problems)))
        return suggestion
