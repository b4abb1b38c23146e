"""What a run found, made and refused; plain counts, no clock."""

from dataclasses import dataclass

from quizgen.domain.document import Document


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, made and refused."""

    words: int = 0

    def document(self) -> Document:
        """Return plain values that JSON can hold."""
        return {"words": self.words}

    def text(self) -> str:
        """Return the report as a person reads it."""
        return f"{self.words:,} words."
