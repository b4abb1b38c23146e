"""Generation: yields, coverage, determinism, and speed against parsing alone; then growth with the length of a text.

Speed is a ratio within one run, since machines differ and are noisy: the time of parsing the same text once, divided
by the time of the whole pipeline.
"""

import hashlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import growth
from benchmarks.texts import files_of, passage_of
from quizgen.formats.yaml_bank import bank_yaml
from quizgen.generation.pipeline import Options, generate
from quizgen.language.english import load_parser


def main(arguments: list[str]) -> None:
    """Print the tables; ``arguments`` may name files or folders to use instead of the shipped passages."""
    for line in (*_yields(files_of(arguments)), ""):
        print(line, flush=True)
    growth.main(arguments)


def _yields(files: list[Path]) -> Iterator[str]:
    parser = load_parser()
    # The forms of words are loaded once a process, with the first word that is asked for.
    parser.inflect("go", "VBD")
    yield (
        f"{'text':<36} {'words':>6} {'claims':>6} {'ready':>6} {'true':>5} {'false':>5} {'unv.':>5} "
        f"{'covered':>8} {'of parsing':>10}  digest"
    )
    all_parsing = all_whole = 0.0
    for file in files:
        passage = passage_of(file)
        parsing = _seconds(lambda passage=passage: list(parser.parse(passage)))
        started = time.process_time()
        draft = generate(passage.title, (passage,), parser, options=Options(seed=1))
        whole = time.process_time() - started
        all_parsing, all_whole = all_parsing + parsing, all_whole + whole
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
    yield f"{'all together':<85} {all_parsing / all_whole:>10.0%}"


def _seconds(work: object) -> float:
    assert callable(work)
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main(sys.argv[1:])
