"""The report as a person reads it: short lines, most important first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizgen.domain.document import Document

_KEYS = ("true", "false", "unverified")
_MOST_SKIPPED = 10


def report_text(document: Document) -> str:
    """Return the document of a report in plain lines."""
    return "\n".join(_lines(document)) + "\n"


def _lines(report: Mapping[str, Any]) -> Iterator[str]:
    claims, coverage, items = report["claims"], report["coverage"], report["items"]
    time = f" Made in {report['seconds']:,} seconds." if "seconds" in report else ""
    yield f"{report['words']:,} words, {report['sentences']:,} sentences, {claims['count']:,} claims.{time}"
    yield f"Claims by stance: {_counts(claims['by_stance'])}."
    yield (
        f"Claims with a ready verdict item: {coverage['with_ready_verdict_item']:,}; with a ready or queued one: "
        f"{coverage['with_verdict_item']:,}. Conflicts between claims: {report['conflicts']:,}."
    )
    yield f"Ready items: {_counts(items['ready_by_kind'])}."
    yield f"Ready verdict items by key: {_counts(items['ready_by_key'])}. Queued: {_counts(items['queued_by_key'])}."
    yield f"By difficulty, from 1 to 5: {_counts(items['by_difficulty'])}."
    # Reports that were kept before these were told do not have them.
    if report.get("set_aside"):
        yield f"Ready but not asked for, so queued: {report['set_aside']:,}."
    yield from report.get("unmet", ())
    yield ""
    yield "Ready items by operation"
    yield from (f"  {count:>5}  {maker}" for maker, count in items["ready_by_maker"].items())
    yield "Queued items by operation"
    yield from (f"  {count:>5}  {maker}" for maker, count in items["queued_by_maker"].items())
    yield "Refused, by gate"
    for gate, refused in report["refused"].items():
        yield f"  {refused['count']:>5}  {gate}"
        yield from (f"         {example['statement']} ({example['reason']})" for example in refused["examples"])
    yield "Cues in ready verdict items: true / false / unverified"
    yield from (
        f"  {cue:<17} {' / '.join(str(counts.get(key, 0)) for key in _KEYS)}" for cue, counts in report["cues"].items()
    )
    yield from _skipped(report["skipped"])
    yield from _left_out(report.get("left_out", ()))


def _skipped(skipped: list[dict[str, str]]) -> Iterator[str]:
    if skipped:
        yield f"Sentences without a claim: {len(skipped):,}"
        yield from (f"  {one['reason']}: {one['sentence']}" for one in skipped[:_MOST_SKIPPED])
        if len(skipped) > _MOST_SKIPPED:
            yield f"  and {len(skipped) - _MOST_SKIPPED:,} more"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items()) or "none"


def _left_out(pieces: Sequence[Mapping[str, str]]) -> Iterator[str]:
    if pieces:
        yield f"Left out of the text: {len(pieces):,}"
        yield from (f"  {piece['reason']}: {' '.join(piece['text'].split())}" for piece in pieces)
