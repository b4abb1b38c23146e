"""The report of a run in a teacher's words: what was found, what was dropped and why, which sentences claim nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizgen.domain.document import Document
from quizgen.web.banks.wording import counted

MOST_SENTENCES = 40
GATE_WORDS = {
    "spare": "Not needed",
    "said-elsewhere": "Settled elsewhere in the passage",
    "well-formed": "Not a sound sentence",
    "asking": "Gives itself away",
    "standing-alone": "Not clear on its own",
    "readable": "Hard to read",
    "repeated": "Asked already",
    "never-gap": "Asks for a word that you keep out of gaps",
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """Questions that one check refused: how many, and the first few as (statement, reason)."""

    words: str
    count: int
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One sentence on the run, what was asked for and could not be had, what was left out of the text as (text, reason)
    and what reading it noted, what was dropped, and sentences without a claim as (sentence, reason)."""

    sentence: str
    unmet: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    skipped: tuple[tuple[str, str], ...]
    more_skipped: int


def report_summary(report: Document | None) -> ReportSummary | None:
    """Return what a report says, None without one; what it does not hold is left out."""
    if not report:
        return None
    skipped = [
        (_text(each, "sentence"), _text(each, "reason")) for each in _list(report, "skipped") if _text(each, "sentence")
    ]
    dropped = tuple(
        Dropped(
            GATE_WORDS.get(str(gate), str(gate).replace("-", " ").capitalize()),
            _count(found, "count"),
            tuple((_text(each, "statement"), _text(each, "reason")) for each in _list(found, "examples")),
        )
        for gate, found in _mapping(report, "refused").items()
    )
    return ReportSummary(
        sentence=_sentence(report),
        unmet=tuple(str(wish) for wish in _list(report, "unmet")),
        left_out=tuple((_text(each, "text"), _text(each, "reason")) for each in _list(report, "left_out")),
        notes=tuple(str(note) for note in _list(report, "notes")),
        dropped=tuple(sorted(dropped, key=lambda each: -each.count)),
        skipped=tuple(skipped[:MOST_SENTENCES]),
        more_skipped=max(len(skipped) - MOST_SENTENCES, 0),
    )


def _sentence(report: Document) -> str:
    words, sentences = counted(_count(report, "words"), "word"), counted(_count(report, "sentences"), "sentence")
    claims = counted(_count(_mapping(report, "claims"), "count"), "claim")
    conflicts = _count(report, "conflicts")
    clash = f" {counted(conflicts, 'pair')} of claims cannot hold together." if conflicts else ""
    return f"{words} in {sentences} gave {claims}.{clash}"


def _mapping(raw: object, name: str) -> Mapping[object, object]:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _list(raw: object, name: str) -> Sequence[object]:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, Sequence) and not isinstance(found, str) else ()


def _count(raw: object, name: str) -> int:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, int) else 0


def _text(raw: object, name: str) -> str:
    return str(raw.get(name, "")) if isinstance(raw, Mapping) else ""
