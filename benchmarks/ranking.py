"""Train the ranker: feature rows with labels -> weights, and how well it tells usable statements on rows left out.

``python -m benchmarks.ranking`` prints the figures and the text of ``quizgen/generation/ranking/weights.py``. The rows
hold no word of any text: the operation, the features, and which share of the reviewers would print the statement.
"""

import csv
from math import exp, log
from pathlib import Path

from quizgen.generation.ranking.features import NAMES

ROWS = Path(__file__).parent.parent / "quizgen" / "generation" / "ranking" / "labels.csv"
_STEPS, _RATE, _SHRINK, _FOLDS = 3_000, 0.5, 0.1, 5
_DOUBT = 4
Row = tuple[str, tuple[float, ...], float]


def main() -> None:
    """Print the measure on left-out rows, then the weights from all rows."""
    rows = read_rows()
    told, plain, wins, pairs = 0.0, 0.0, 0.0, 0
    for fold in range(_FOLDS):
        kept = [row for place, row in enumerate(rows) if place % _FOLDS != fold]
        left_out = [row for place, row in enumerate(rows) if place % _FOLDS == fold]
        usual = sum(label for _, _, label in kept) / len(kept)
        operations = odds(kept)
        bias, weights = fit(kept, operations)
        scored = [
            (predict(bias + operations.get(name, 0.0), weights, figures), label) for name, figures, label in left_out
        ]
        told += sum(_loss(value, label) for value, label in scored)
        plain += sum(_loss(usual, label) for _, label in scored)
        rivals = [(good, bad) for good, one in scored for bad, other in scored if one == 1 and other == 0]
        pairs += len(rivals)
        wins += sum((good > bad) + (good == bad) / 2 for good, bad in rivals)
    print(f"# {len(rows)} rows; loss {told / len(rows):.3f} against {plain / len(rows):.3f} for the mean; "
          f"a usable statement before an unusable one: {wins / max(pairs, 1):.0%} of {pairs} pairs")  # fmt: skip
    operations = odds(rows)
    bias, weights = fit(rows, operations)
    print(
        '"""Weights of the ranker, written by benchmarks/ranking.py from labels.csv beside it; not edited by hand."""\n'
    )
    print(f"BIAS = {bias:.2f}\nWEIGHTS = {{")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("}\nOPERATIONS = {")
    for name, value in sorted(operations.items()):
        print(f'    "{name}": {value:.2f},')
    print("}")


def odds(rows: list[Row]) -> dict[str, float]:
    """Return for each operation how much likelier than usual readers print it, as log odds, drawn towards 0."""
    usual = sum(label for _, _, label in rows) / len(rows)
    found: dict[str, list[float]] = {}
    for name, _, label in rows:
        found.setdefault(name, []).append(label)
    shares = {name: (sum(labels) + _DOUBT * usual) / (len(labels) + _DOUBT) for name, labels in found.items()}
    return {name: log(share / (1 - share)) - log(usual / (1 - usual)) for name, share in shares.items()}


def read_rows() -> list[Row]:
    """Return operation, features and label of every row."""
    with ROWS.open(newline="") as file:
        return [
            (row["operation"], tuple(float(row[name]) for name in NAMES), float(row["usable"]))
            for row in csv.DictReader(file)
        ]


def fit(rows: list[Row], operations: dict[str, float]) -> tuple[float, list[float]]:
    """Return bias and weights, beside the odds of the operations, by gradient descent, weights held small."""
    bias, weights = 0.0, [0.0] * len(NAMES)
    for _ in range(_STEPS):
        slope, slopes = 0.0, [0.0] * len(weights)
        for name, figures, label in rows:
            error = predict(bias + operations[name], weights, figures) - label
            slope += error
            for place, figure in enumerate(figures):
                slopes[place] += error * figure
        bias -= _RATE * slope / len(rows)
        weights = [w - _RATE * (s / len(rows) + _SHRINK * w) for w, s in zip(weights, slopes, strict=True)]
    return bias, weights


def predict(bias: float, weights: list[float], figures: tuple[float, ...]) -> float:
    """Return the estimated share of readers who would print a statement with these figures."""
    return 1 / (1 + exp(-(bias + sum(w * f for w, f in zip(weights, figures, strict=True)))))


def _loss(value: float, label: float) -> float:
    return -(label * log(value) + (1 - label) * log(1 - value))


if __name__ == "__main__":
    main()
