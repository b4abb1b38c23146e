"""The report of a run in a teacher's words: what was found, made and dropped, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from quizgen.domain.claims.claim import Stance, Verdict
from quizgen.domain.document import Document
from quizgen.web.banks.loose import count_of, counts_of, listed, mapping, text_of
from quizgen.web.banks.wording import STANCE_WORDS, counted, in_order, kind_words, maker_words
from quizgen.web.filters import duration

MOST_SENTENCES, MOST_PIECES = 200, 200
GATE_WORDS = {
    "spare": "Not needed",
    "said-elsewhere": "Settled elsewhere in the passage",
    "well-formed": "Not a sound sentence",
    "asking": "Gives itself away",
    "standing-alone": "Not clear on its own",
    "readable": "Hard to read",
    "repeated": "Asked already",
    "never-gap": "Asks for a word that you keep out of gaps",
    "cue-balance": "Its wording would give the answer away",
    "conflict": "About claims that cannot both hold",
}
VERDICT_WORDS = {verdict.value: verdict.value.capitalize() for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One sentence on the run, what was asked for and could not be had, and what reading noted."""

    sentence: str
    unmet: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Questions that one check refused: how many, and the first few as (statement, reason)."""

    words: str
    count: int
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Stretches of the text that share a reason: how often, and the first of them."""

    reason: str
    count: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by row: ``heads`` name the columns, the first that of the rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The whole report of a bank. ``time`` is "" where nobody measured it."""

    bank_id: int
    title: str
    summary: ReportSummary
    time: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    dropped: tuple[Dropped, ...]
    skipped: tuple[Apart, ...]
    left_out: tuple[Apart, ...]


def report_summary(report: Document | None) -> ReportSummary | None:
    """Return what a report says in short, None without one; what it does not hold is left out."""
    if not report:
        return None
    unmet, notes = listed(report, "unmet"), listed(report, "notes")
    return ReportSummary(_sentence(report), tuple(map(str, unmet)), tuple(map(str, notes)))


def report_page(bank_id: int, title: str, report: Document) -> ReportPage:
    """Return the page of a report; what it does not hold is left out."""
    seconds = report.get("seconds")
    return ReportPage(
        bank_id=bank_id,
        title=title,
        summary=report_summary(report) or ReportSummary("", (), ()),
        time=_time(seconds) if isinstance(seconds, int | float) else "",
        facts=tuple(_facts(report)),
        tables=tuple(table for table in _tables(report) if table.rows),
        dropped=tuple(sorted(_dropped(report), key=lambda each: -each.count)),
        skipped=_apart(listed(report, "skipped"), "sentence", MOST_SENTENCES),
        left_out=_apart(listed(report, "left_out"), "text", MOST_PIECES),
    )


def _time(seconds: float) -> str:
    return duration(timedelta(seconds=seconds)) if seconds >= 1 else "less than a second"


def _sentence(report: Document) -> str:
    words, sentences = counted(count_of(report, "words"), "word"), counted(count_of(report, "sentences"), "sentence")
    claims = counted(count_of(mapping(report, "claims"), "count"), "claim")
    conflicts = count_of(report, "conflicts")
    clash = f" {counted(conflicts, 'pair')} of claims cannot hold together." if conflicts else ""
    return f"{words} in {sentences} gave {claims}.{clash}"


def _facts(report: Document) -> Iterator[tuple[str, str]]:
    claims, coverage = count_of(mapping(report, "claims"), "count"), mapping(report, "coverage")
    for words, name in (
        ("Claims with a ready question", "with_ready_verdict_item"),
        ("Claims with a ready one or one to check", "with_verdict_item"),
    ):
        covered = count_of(coverage, name)
        share = f" ({round(100 * covered / claims)}\u00a0%)" if claims else ""
        yield words, f"{covered:,} of {claims:,}{share}"
    yield "Sentences without a claim", f"{len(listed(report, 'skipped')):,} of {count_of(report, 'sentences'):,}"
    if aside := count_of(report, "set_aside"):
        yield "Good, but more than you asked for", f"{aside:,}"


def _tables(report: Document) -> Iterator[Table]:
    stances = counts_of(mapping(report, "claims"), "by_stance")
    words = {stance.value: f"The writer {STANCE_WORDS[stance]}" for stance in Stance}
    yield Table("Claims by how the writer says them", ("How", "Claims"), _rows(words, stances))
    items = mapping(report, "items")
    ready, every = counts_of(items, "ready_by_kind"), counts_of(items, "by_kind")
    queued = {kind: count - ready.get(kind, 0) for kind, count in every.items()}
    heads = ("Ready", "To check")
    kinds = {kind: kind_words(kind) for kind in in_order(every)}
    yield Table("Questions by kind", ("Kind", *heads), _rows(kinds, ready, queued))
    keys = counts_of(items, "ready_by_key"), counts_of(items, "queued_by_key")
    yield Table("Statements by key", ("Key", *heads), _rows(VERDICT_WORDS, *keys))
    levels = counts_of(items, "by_difficulty")
    yield Table("Questions by difficulty, 1 to 5", ("Difficulty", "Questions"), _rows({n: n for n in levels}, levels))
    makers = counts_of(items, "ready_by_maker"), counts_of(items, "queued_by_maker")
    names = sorted({*makers[0], *makers[1]}, key=lambda name: (-makers[0].get(name, 0), name))
    operations = {name: maker_words(name or None).capitalize() for name in names}
    yield Table("Questions by how they were made", ("How", *heads), _rows(operations, *makers))
    cues = mapping(report, "cues")
    by_cue = tuple(
        (str(cue).capitalize(), tuple(count_of(cues[cue], verdict.value) for verdict in Verdict)) for cue in cues
    )
    caption = "Words that could give a key away: ready statements that have them, by key"
    yield Table(caption, ("Cue", *VERDICT_WORDS.values()), by_cue)


def _rows(words: dict[str, str], *columns: dict[str, int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return a row for each name that is counted anywhere; names without words of their own come last."""
    names = dict.fromkeys([*words, *(name for column in columns for name in column)])
    rows = ((words.get(name, name), tuple(column.get(name, 0) for column in columns)) for name in names)
    return tuple(row for row in rows if any(row[1]))


def _dropped(report: Document) -> Iterator[Dropped]:
    for gate, found in mapping(report, "refused").items():
        words = GATE_WORDS.get(str(gate), str(gate).replace("-", " ").capitalize())
        examples = ((text_of(each, "statement"), text_of(each, "reason")) for each in listed(found, "examples"))
        yield Dropped(words, count_of(found, "count"), tuple(examples))


def _apart(pieces: Sequence[object], name: str, most: int) -> tuple[Apart, ...]:
    """Return pieces by their reason, the commonest first; of all of them the texts of the first ``most``."""
    reasons = Counter(text_of(piece, "reason") for piece in pieces if text_of(piece, name))
    shown = sorted(
        ((text_of(piece, "reason"), text_of(piece, name)) for piece in pieces[:most] if text_of(piece, name)),
        key=lambda piece: piece[0],
    )
    texts = {reason: tuple(text for _, text in group) for reason, group in groupby(shown, key=lambda piece: piece[0])}
    return tuple(Apart(reason, count, texts.get(reason, ())) for reason, count in reasons.most_common())
