"""``python -m benchmarks``: generation on the shipped passages: size, yield and speed."""

import time

from quizgen.formats.yaml_bank import load_folder
from quizgen.generation.pipeline import Options, generate
from quizgen.language.english import load_parser
from quizgen.shipped import QUESTION_BANKS


def main() -> None:
    """Generate from each shipped passage once, after a first run that does not count, and print a table."""
    banks = load_folder(QUESTION_BANKS)
    if not banks:
        print("There is no shipped bank to measure with.")
        return
    parser = load_parser()
    first = next(iter(banks.values()))
    generate(first.title, first.passages, parser, options=Options())
    print(f"{'passage':<32}{'words':>8}{'claims':>8}{'ready':>8}{'queued':>8}{'seconds':>9}{'words/s':>9}")
    for slug, bank in banks.items():
        words = sum(len(passage.text.split()) for passage in bank.passages)
        started = time.perf_counter()
        made = generate(bank.title, bank.passages, parser, options=Options()).bank
        seconds = time.perf_counter() - started
        ready = len(made.ready())
        counts = f"{words:>8}{len(made.claims):>8}{ready:>8}{len(made.items) - ready:>8}"
        print(f"{slug:<32}{counts}{seconds:>9.2f}{words / seconds:>9.0f}")


if __name__ == "__main__":
    main()
