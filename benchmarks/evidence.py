"""Suggested evidence measured: against labelled pairs, and generated statements against the text they came from."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.texts import files_of, passage_of
from quizgen.domain.claims.claim import Bearing, Claim, Stance, Verdict
from quizgen.domain.claims.suggestion import Reference
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.span import Span
from quizgen.generation.pipeline import Options, Parser, generate
from quizgen.generation.references.suggesting import suggest
from quizgen.language.english import load_parser
from tests.generation.references.labelled import BUILT_WITH, FRESH, HELD_OUT, Pair

RIGHT = {Verdict.TRUE: Bearing.CONFIRMS, Verdict.FALSE: Bearing.REFUTES}


def main(arguments: list[str]) -> None:
    """Print both tables; ``arguments`` may name files or folders to use instead of the shipped passages."""
    parser = load_parser()
    print("pairs       count  confirms right/said/there  refutes right/said/there")
    for name, pairs in (("built with", BUILT_WITH), ("held out", HELD_OUT), ("fresh", FRESH)):
        print(f"{name:10} {len(pairs):6}  {_line(parser, pairs)}")
    counts = sum((_of_text(parser, file) for file in files_of(arguments)), Counter[tuple[str, str]]())
    print("\nstatements generated from a text against that text: key, suggested bearing, count")
    for (key, bearing), count in sorted(counts.items()):
        print(f"{key:11} {bearing:12} {count:5}")


def _line(parser: Parser, pairs: Iterable[Pair]) -> str:
    seen = [(_bearing(parser, statement, text), label) for statement, text, label in pairs]
    parts = []
    for bearing in (Bearing.CONFIRMS, Bearing.REFUTES):
        right = sum(got is bearing is label for got, label in seen)
        said, there = (sum(side is bearing for side in sides) for sides in zip(*seen, strict=True))
        parts.append(f"{right:8} / {said} / {there}".ljust(26))
    return " ".join(parts).rstrip()


def _bearing(parser: Parser, statement: str, text: str) -> Bearing | None:
    claim = Claim("c", "p1", Span(0, 1), statement, Stance.ASSERTED)
    found = suggest([claim], [Reference("A text", "A press", text)], parser)
    return found[0].source.says if found else None


def _of_text(parser: Parser, file: Path) -> Counter[tuple[str, str]]:
    """Count what the text itself seems to say about the ready statements made from it, by their keys."""
    passage = passage_of(file)
    bank = generate(passage.title, (passage,), parser, options=Options(kinds=("verdict",))).bank
    items = [item for item in bank.ready() if isinstance(item, VerdictItem)]
    alone = [item for item in items if not item.stem.startswith("[Context:")]
    claims = [Claim(item.id, "p1", Span(0, 1), item.stem, Stance.ASSERTED) for item in alone]
    found = suggest(claims, [Reference(passage.title, "A press", passage.text)], parser)
    first = {one.claim: one for one in reversed(found)}
    counts: Counter[tuple[str, str]] = Counter()
    for item in alone:
        one = first.get(item.id)
        counts[item.key.value, one.source.says.value if one else "-"] += 1
        if one and one.source.says not in (RIGHT.get(item.key), Bearing.LEAVES_OPEN):
            print(f"wrong: {item.stem} | {one.source.shows} | {one.why}")
    return counts


if __name__ == "__main__":
    main(sys.argv[1:])
