"""What a teacher says of a reference text: who published it, when, and where it is."""

from dataclasses import dataclass

from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput
from quizgen.services.draft_texts import Brought
from quizgen.services.wording import LONGEST_TITLE, one_line

LONGEST_ADDRESS = 2000
NO_ADDRESS = "An address starts with https:// or http://."


@dataclass(frozen=True, slots=True)
class Citation:
    """Publisher, year and address of a text."""

    publisher: str
    year: int | None = None
    url: str | None = None

    def document(self) -> Document:
        """Return plain values that JSON can hold."""
        return {"publisher": self.publisher, "year": self.year, "url": self.url}


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference text that was brought and read, with its title and what else is said of it."""

    text: Brought
    title: str
    citation: Citation


def citation(*, publisher: str, year: int | None = None, url: str | None = None) -> Citation:
    """Return what is said of a text, in one line each. Raises BadInput."""
    address = (url or "").strip()
    if address and (
        not address.startswith(("https://", "http://")) or len(address) > LONGEST_ADDRESS or " " in address
    ):
        raise BadInput(NO_ADDRESS)
    return Citation(one_line(publisher, "The publisher", longest=LONGEST_TITLE), year, address or None)
