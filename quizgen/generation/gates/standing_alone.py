"""A reader of the statement (and of its context line) knows what every word points to."""

from quizgen.generation.article import Article
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling


def standing_alone(candidate: Candidate, article: Article) -> Ruling:  # noqa: ARG001 (the shape of a gate)
    """Queue a statement that leans on earlier words when its context line does not explain them."""
    claim = candidate.claim
    if claim.missing:
        reason = f"It is not clear what “{claim.missing}” points to; say it in full."
        return Ruling(Outcome.QUEUE, "standing-alone", reason)
    return PASS
