"""Generation: yields, coverage, determinism, speed against parsing alone, and memory as a text grows.

Speed is a ratio within one run, since machines differ and are noisy: the time of parsing the same text once, divided
by the time of the whole pipeline. Memory is the peak of a fresh process for each length.
"""

import hashlib
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.texts import files_of, passage_of
from quizgen.domain.passages.passage import Passage
from quizgen.formats.yaml_bank import bank_yaml
from quizgen.generation.pipeline import Options, generate
from quizgen.language.english import load_parser
from quizgen.shipped import QUESTION_BANKS

LENGTHS = (1_000, 5_000, 20_000)


def main(arguments: list[str]) -> None:
    """Print the tables; ``arguments`` may name files or folders to use instead of the shipped passages."""
    for line in (*_yields(files_of(arguments)), "", *_growth()):
        print(line, flush=True)


def _yields(files: list[Path]) -> Iterator[str]:
    parser = load_parser()
    yield (
        f"{'text':<36} {'words':>6} {'claims':>6} {'ready':>6} {'true':>5} {'false':>5} {'unv.':>5} "
        f"{'covered':>8} {'of parsing':>10}  digest"
    )
    for file in files:
        passage = passage_of(file)
        parsing = _seconds(lambda passage=passage: list(parser.parse(passage)))
        started = time.process_time()
        draft = generate(passage.title, (passage,), parser, options=Options(seed=1))
        whole = time.process_time() - started
        again = generate(passage.title, (passage,), parser, options=Options(seed=1))
        digest = hashlib.sha256(bank_yaml(draft.bank).encode()).hexdigest()[:12]
        same = "" if bank_yaml(again.bank) == bank_yaml(draft.bank) else "  NOT THE SAME TWICE"
        report, items = draft.report, draft.report.items
        keys, claims = items.get("ready_by_key", {}), sum(report.claims.values())
        yield (
            f"{file.stem[:36]:<36} {report.words:>6} {claims:>6} {len(draft.bank.ready()):>6} "
            f"{keys.get('true', 0):>5} {keys.get('false', 0):>5} {keys.get('unverified', 0):>5} "
            f"{report.covered_ready / max(claims, 1):>8.0%} {parsing / whole:>10.0%}  {digest}{same}"
        )


def _growth() -> Iterator[str]:
    yield f"{'words':>8} {'seconds':>8} {'per 1,000':>10} {'peak MB':>8}"
    for length in LENGTHS:
        command = [sys.executable, "-m", "benchmarks.generation", "--length", str(length)]
        yield subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


def _one_length(length: int) -> None:
    words = " ".join(path.read_text() for path in sorted((QUESTION_BANKS / "sources").glob("*.md"))).count(" ") + 1
    parts = (path.read_text() for _ in range(length // words + 1) for path in (QUESTION_BANKS / "sources").glob("*.md"))
    passage = Passage("p1", "A long text", "\n\n".join(parts)[: length * 6])
    parser = load_parser()
    started = time.process_time()
    draft = generate(passage.title, (passage,), parser, options=Options(seed=1))
    seconds = time.process_time() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{draft.report.words:>8} {seconds:>8.1f} {seconds / draft.report.words * 1000:>10.2f} {megabytes:>8.0f}")


def _seconds(work: object) -> float:
    assert callable(work)
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    if sys.argv[1:2] == ["--length"]:
        _one_length(int(sys.argv[2]))
    else:
        main(sys.argv[1:])
