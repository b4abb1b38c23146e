"""What the pages on files show."""

from dataclasses import dataclass

from quizgen.services.banks import StoredBank


@dataclass(frozen=True, slots=True)
class ExportPage:
    """A bank that can be taken along."""

    bank_id: int
    title: str
    items: int
    claims: int
    texts: int


def export_page(stored: StoredBank) -> ExportPage:
    """Return the page of a bank's files."""
    bank = stored.bank
    return ExportPage(stored.id, bank.title, len(bank.items), len(bank.claims), len(bank.passages))
