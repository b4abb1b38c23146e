"""Growth: seconds and peak memory of a fresh process from 1,000 to 200,000 words, and the share of parsing.

Long texts are the given ones, one behind the other, each under a heading of its own. When they are used up they come
again with names changed and numbers moved, so that hardly a sentence repeats another and every index goes on growing.
Speed is a ratio within one run: the time of parsing alone, divided by that of the whole pipeline.
"""

import hashlib
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from benchmarks.texts import files_of, passage_of
from quizgen.domain.passages.passage import Passage
from quizgen.formats.yaml_bank import bank_yaml, parse_bank
from quizgen.generation.pipeline import Options, generate
from quizgen.language.english import load_parser

LENGTHS = (1_000, 5_000, 20_000, 50_000, 100_000, 200_000)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_NUMBER = re.compile(r"\b[1-9]\d{1,3}\b")
_SYLLABLES = ("", "bel", "dor", "fen", "gal", "hum", "lor", "mir", "nev", "pol", "rin", "sta", "tun", "vik")
_Done = TypeVar("_Done")


def main(arguments: list[str]) -> None:
    """Print the table; ``arguments`` may name files or folders to use instead of the shipped passages."""
    files = [str(file) for file in files_of(arguments)]
    print(f"{'words':>8} {'claims':>7} {'items':>7} {'seconds':>8} {'per 1,000':>10} {'of parsing':>11} {'peak MB':>8} "
          f"{'YAML out':>9} {'YAML in':>8} {'MB then':>8}  digest")  # fmt: skip
    for length in LENGTHS:
        command = [sys.executable, "-m", "benchmarks.growth", "--length", str(length), *files]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip(), flush=True)


def long_text(files: Sequence[Path], length: int) -> str:
    """Return a text of at least ``length`` words, cut behind the paragraph that reaches it."""
    paragraphs, words = [], 0
    for paragraph in _paragraphs([passage_of(file).text for file in files]):
        paragraphs.append(paragraph)
        words += 0 if paragraph.startswith("#") else len(paragraph.split())
        if words >= length:
            break
    return "\n\n".join(paragraphs)


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for turn in count():
        for number, text in enumerate(texts, start=1):
            yield f"# Part {turn * len(texts) + number}"
            yield from (_renewed(paragraph, turn) for paragraph in text.split("\n\n"))


def _renewed(paragraph: str, turn: int) -> str:
    """Return the paragraph as it is in the first turn, else with names and numbers of that turn's own."""
    if not turn:
        return paragraph
    ending = _SYLLABLES[turn % len(_SYLLABLES)] + _SYLLABLES[turn // len(_SYLLABLES) % len(_SYLLABLES)]
    renamed = _NAME.sub(lambda name: name[0] + ending, paragraph)
    return _NUMBER.sub(lambda number: str(int(number[0]) + turn), renamed)


def _one_length(length: int, files: list[Path]) -> None:
    passage = Passage("p1", "A long text", long_text(files, length))
    parser = load_parser()
    _, parsing = _timed(lambda: sum(1 for _ in parser.parse(passage)))
    draft, whole = _timed(lambda: generate(passage.title, (passage,), parser, options=Options(seed=1)))
    megabytes = _peak_megabytes()
    text, written = _timed(lambda: bank_yaml(draft.bank))
    _, read = _timed(lambda: parse_bank(text, name="a long bank"))
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    words, claims, items = draft.report.words, len(draft.bank.claims), len(draft.bank.items)
    print(f"{words:>8} {claims:>7} {items:>7} {whole:>8.1f} {whole / words * 1000:>10.2f} {parsing / whole:>11.0%} "
          f"{megabytes:>8.0f} {written:>9.1f} {read:>8.1f} {_peak_megabytes():>8.0f}  {digest}")  # fmt: skip


def _timed(work: Callable[[], _Done]) -> tuple[_Done, float]:
    started = time.process_time()
    done = work()
    return done, time.process_time() - started


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--length"]:
        _one_length(int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
    else:
        main(sys.argv[1:])
