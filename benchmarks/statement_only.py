"""Can a verdict be told from the statement alone? A learner that never sees a passage tries; chance is one in three.

``python -m benchmarks.statement_only [FILE or FOLDER...]`` makes a bank of each text and measures twice: on all ready
verdict items, and on quizzes, one a text, drawn as a teacher's are. Words and pairs of words, figures masked, logistic
regression; the statements of a text are all in one fold, so that nothing is learned from its own; as many statements
of each key; the best of four strengths of the learner, which flatters it; the mean of three seeds.
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.texts import files_of, passage_of
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.cues import Balance, cues_of, statement_of
from quizgen.domain.banks.drawing import draw
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.item import Item
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.pipeline import Options, generate
from quizgen.language.english import load_parser

SEEDS = (1, 2, 3)
QUIZZES = (12, 20)
FOLDS = 5
STRENGTHS = (0.1, 0.3, 1.0, 3.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, its key, and the text it comes from."""

    statement: str
    key: str
    text: str


def main(arguments: list[str]) -> None:
    """Print accuracy before and after drawing, and how often each class of cues stands under each key."""
    for line in _told(_banks(files_of(arguments))):
        print(line, flush=True)


def _banks(files: list[Path]) -> dict[str, Bank]:
    parser = load_parser()
    banks = {}
    for file in files:
        passage = passage_of(file)
        options = Options(seed=1, kinds=(VerdictItem.kind,))
        banks[file.stem] = generate(passage.title, (passage,), parser, options=options).bank
    return banks


def _told(banks: dict[str, Bank]) -> Iterator[str]:
    everything = {name: bank.ready() for name, bank in banks.items()}
    yield f"{len(banks)} texts; verdict told from the statement alone, mean of {len(SEEDS)} seeds (chance 33%)"
    yield _line("all ready items", [_rows(everything)] * len(SEEDS))
    for count in QUIZZES:
        quizzes = [_quizzes(banks, count, seed) for seed in SEEDS]
        yield _line(f"a quiz of {count} from each text", [_rows(drawn) for drawn in quizzes])
    yield ""
    yield f"{'class':<20} {'all ready: T / F / U':>22}   {'one draw: T / F / U':>20}"
    before, after = _counted(everything), _counted(quizzes[0])
    for cue in sorted(set().union(*before.counts.values())):
        yield f"{cue:<20} {_three(before, cue):>22}   {_three(after, cue):>20}"


def _line(name: str, samples: Sequence[list[Row]]) -> str:
    told = [told_alone(rows, seed) for rows, seed in zip(samples, SEEDS, strict=True)]
    if not all(count for _, count in told):
        return f"{name:<32} too few statements of one key to measure"
    single = ", ".join(f"{share:.0%}" for share, _ in told)
    return f"{name:<32} {sum(share for share, _ in told) / len(told):.1%}  ({single}; {told[0][1]} of each key)"


def told_alone(rows: list[Row], seed: int) -> tuple[float, int]:
    """Return the share of left-out statements whose key is told, and how many of each key there were."""
    rng = random.Random(seed)
    by_key: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_key[row.key].append(row)
    each = min((len(by_key[key.value]) for key in Verdict), default=0)
    even = [row for key in Verdict for row in rng.sample(by_key[key.value], each)]
    texts = sorted({row.text for row in even})
    if len(texts) < 2:
        return 0.0, 0
    rng.shuffle(texts)
    folds = [set(texts[start::FOLDS]) for start in range(min(FOLDS, len(texts)))]
    right = [sum(_right(even, fold, strength) for fold in folds) for strength in STRENGTHS]
    return max(right) / len(even), each


def _right(rows: list[Row], fold: set[str], strength: float) -> int:
    learned = [row for row in rows if row.text not in fold]
    asked = [row for row in rows if row.text in fold]
    words = CountVectorizer(analyzer=_pieces)
    learner = LogisticRegression(C=strength, max_iter=500)
    learner.fit(words.fit_transform([row.statement for row in learned]), [row.key for row in learned])
    answers = learner.predict(words.transform([row.statement for row in asked]))
    return sum(answer == row.key for answer, row in zip(answers, asked, strict=True))


def _pieces(statement: str) -> list[str]:
    """Return the words and pairs of words, figures masked."""
    words = re.findall(r"\w+", re.sub(r"\d", "0", statement.lower()))
    return words + [f"{one} {other}" for one, other in pairwise(words)]


def _quizzes(banks: dict[str, Bank], count: int, seed: int) -> dict[str, Sequence[Item]]:
    drawn: dict[str, Sequence[Item]] = {}
    for name, bank in banks.items():
        blueprint = Blueprint(count, kinds=(VerdictItem.kind,))
        try:
            drawn[name] = draw(bank, blueprint, rng=random.Random(f"{seed} {name}"))
        except NotAllowed:
            drawn[name] = ()
    return drawn


def _verdict_items(items: dict[str, Sequence[Item]]) -> Iterator[tuple[str, VerdictItem]]:
    for text, several in items.items():
        yield from ((text, item) for item in several if isinstance(item, VerdictItem))


def _rows(items: dict[str, Sequence[Item]]) -> list[Row]:
    return [Row(statement_of(item.stem), item.key.value, text) for text, item in _verdict_items(items)]


def _counted(items: dict[str, Sequence[Item]]) -> Balance:
    balance = Balance()
    for _, item in _verdict_items(items):
        balance.add(item.key, cues_of(item.stem))
    return balance


def _three(balance: Balance, cue: str) -> str:
    return " / ".join(str(balance.counts[key][cue]) for key in Verdict)


if __name__ == "__main__":
    main(sys.argv[1:])
