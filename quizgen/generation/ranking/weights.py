"""Weights of the ranker, written by benchmarks/ranking.py from labels.csv beside it; not edited by hand."""

BIAS = 0.33
WEIGHTS = {
    "length": 0.14,
    "very_long": 0.25,
    "context": -0.01,
    "long_context": -0.03,
    "commas": 0.00,
    "clauses": 0.11,
    "kept": 0.02,
    "grown": 0.02,
    "opens_leaning": 0.03,
    "denied": -0.07,
    "figures": 0.24,
    "names": 0.10,
    "dash_or_bracket": -0.13,
}
