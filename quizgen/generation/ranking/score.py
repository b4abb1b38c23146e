"""The score of a statement; it decides between rivals of one rank, and draws no line between ready and queued."""

from math import exp

from quizgen.generation.ranking.features import NAMES, features
from quizgen.generation.ranking.weights import BIAS, OPERATIONS, WEIGHTS


def score(operation: str, statement: str, source: str, context: str) -> float:
    """Return the estimated share of readers who would print the statement as it stands, 0 to 1."""
    figures = features(statement, source, context)
    total = sum(WEIGHTS[name] * figure for name, figure in zip(NAMES, figures, strict=True))
    return 1 / (1 + exp(-(BIAS + OPERATIONS.get(operation, 0.0) + total)))
