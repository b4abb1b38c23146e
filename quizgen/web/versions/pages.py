"""What the pages on versions show; a difference in the words of a teacher."""

from dataclasses import dataclass

from quizgen.domain.banks.difference import Change, Difference, Named, Part, pieces, summary
from quizgen.services.banks import StoredBank
from quizgen.services.versions import A_PAGE, Newer, VersionCard

MOST_SHOWN = 200
PART_WORDS = {"passages": "Texts", "claims": "Claims", "conflicts": "Conflicts between claims", "items": "Questions"}
FIELD_WORDS = {
    "stem": "Question",
    "span": "Place in the text",
    "spans": "Places in the text",
    "evidence.verdict": "Verdict on evidence",
    "evidence.reason": "Reason",
    "evidence.rationale": "Explanation",
    "evidence.sources": "Sources",
    "why": "Why it waits",
    "leans_on": "Leans on",
}


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A field by its name, and how the one text became the other."""

    words: str
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One list of a bank: what was added, changed and taken out; ``more`` are not shown."""

    name: str
    words: str
    summary: str
    added: tuple[Named, ...]
    removed: tuple[Named, ...]
    altered: tuple[tuple[Named, tuple[ShownChange, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """All that differs."""

    title: ShownChange | None
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The versions of a bank; ``older`` is where the next page begins, None at the end."""

    bank_id: int
    title: str
    newest: int
    zone: str
    cards: tuple[VersionCard, ...]
    older: int | None
    is_mine: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two versions side by side; ``can_restore`` the earlier one."""

    bank_id: int
    title: str
    newest: int
    before: int
    after: int
    difference: ShownDifference
    can_restore: bool


@dataclass(frozen=True, slots=True)
class UpdatePage:
    """What an update means for a quiz."""

    newer: Newer
    difference: ShownDifference


def history_page(stored: StoredBank, cards: tuple[VersionCard, ...], zone: str, *, is_mine: bool) -> HistoryPage:
    """Return the page of the versions of a bank."""
    last = cards[-1].number if cards else 1
    older = last if len(cards) == A_PAGE and last > 1 else None
    return HistoryPage(stored.id, stored.bank.title, stored.version, zone, cards, older, is_mine)


def compare_page(stored: StoredBank, before: int, after: int, found: Difference, *, is_mine: bool) -> ComparePage:
    """Return the page on two versions."""
    can_restore = is_mine and before != stored.version and after == stored.version
    return ComparePage(
        stored.id, stored.bank.title, stored.version, before, after, shown(found), can_restore and not found.is_empty
    )


def update_page(newer: Newer) -> UpdatePage:
    """Return the page on which a quiz is brought up to date."""
    return UpdatePage(newer, shown(newer.changes))


def shown(found: Difference) -> ShownDifference:
    """Return a difference as a page shows it, long lists cut short."""
    title = _shown_change(found.title) if found.title else None
    parts = tuple(_part(name, part) for name, part in found.parts.items() if not part.is_empty)
    return ShownDifference(title, parts)


def _part(name: str, part: Part) -> ShownPart:
    altered = tuple(
        (each.thing, tuple(_shown_change(change) for change in each.changes)) for each in part.altered[:MOST_SHOWN]
    )
    more = sum(max(len(each) - MOST_SHOWN, 0) for each in (part.added, part.removed, part.altered))
    added, removed = part.added[:MOST_SHOWN], part.removed[:MOST_SHOWN]
    return ShownPart(name, PART_WORDS[name], summary(part), added, removed, altered, more)


def _shown_change(change: Change) -> ShownChange:
    words = FIELD_WORDS.get(change.field, change.field.replace("_", " ").replace(".", " ").capitalize())
    return ShownChange(words, pieces(change.before, change.after))
