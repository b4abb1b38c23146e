"""What the pages on files show."""

from dataclasses import dataclass

from quizgen.domain.banks.understanding import Entry
from quizgen.formats.bank_formats import MOST_BYTES
from quizgen.services.banks import StoredBank
from quizgen.services.importing import Import
from quizgen.web.banks.wording import kind_words
from quizgen.web.exchange.forms import ImportForm
from quizgen.web.versions.pages import ShownDifference, shown

MOST_SHOWN = 300
ACCEPTED = ".yaml,.yml,.json,.csv,.tsv"


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


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The form for a file; ``largest`` is the most that can be read, in bytes."""

    form: ImportForm
    largest: int = MOST_BYTES
    accepted: str = ACCEPTED


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A question of the file: where it stands, its kind in words, and what is wrong with it."""

    place: str
    kind: str
    stem: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A file that waits for its teacher: what was not understood first; ``title`` None when nothing can be kept."""

    id: int
    name: str
    title: str | None
    texts: int
    claims: int
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    refused: tuple[ShownEntry, ...]
    more_refused: int
    good: tuple[ShownEntry, ...]
    more_good: int
    count: int
    left_out: int
    target: int | None
    target_title: str | None
    difference: ShownDifference | None
    stale: bool

    @property
    def understood(self) -> int:
        return self.count - self.left_out

    @property
    def can_keep(self) -> bool:
        return self.title is not None and not self.stale and (self.understood > 0 or self.count == 0)


def waiting_page(waiting: Import) -> WaitingPage:
    """Return the page of a file that waits."""
    found = waiting.found
    refused = [entry for entry in found.entries if entry.problems]
    good = [entry for entry in found.entries if not entry.problems]
    return WaitingPage(
        id=waiting.id,
        name=waiting.name,
        title=found.bank.title if found.bank else None,
        texts=len(found.bank.passages) if found.bank else 0,
        claims=len(found.bank.claims) if found.bank else 0,
        problems=found.problems,
        notes=found.notes,
        refused=tuple(map(_shown, refused[:MOST_SHOWN])),
        more_refused=max(len(refused) - MOST_SHOWN, 0),
        good=tuple(map(_shown, good[:MOST_SHOWN])),
        more_good=max(len(good) - MOST_SHOWN, 0),
        count=len(found.entries),
        left_out=found.left_out,
        target=waiting.target,
        target_title=waiting.target_title,
        difference=shown(waiting.changes) if waiting.changes else None,
        stale=waiting.stale,
    )


def _shown(entry: Entry) -> ShownEntry:
    kind = kind_words(entry.kind) if entry.kind else "No kind"
    return ShownEntry(entry.place, kind, entry.stem or "No question", entry.problems)
