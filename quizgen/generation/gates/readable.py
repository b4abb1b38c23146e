"""No signs in a statement that a reader stumbles over: formulas, addresses, pronunciation, damaged letters."""

import re

from quizgen.generation.article import Article
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling

_SIGNS = re.compile(r"https?://|www\.|[ˈˌəɪʊɛɔæʃʒθðŋ]|[=<>\\^_{}|~]|\ufffd|â€|[∀-⋿]|/[^\s/]+/|--")
_QUOTES, _MOST_QUOTES = re.compile('["“”]'), 2
_LETTERS = re.compile(r"(?<![\w.'’])(?:[b-hj-zB-HJ-Z])(?![\w.'’])")


def readable(candidate: Candidate, article: Article) -> Ruling:  # noqa: ARG001 (the shape of a gate)
    """Queue a statement of several quotations, or with signs or single letters that may have lost their meaning."""
    stem = candidate.proposal.stem.replace("____", "")
    if len(_QUOTES.findall(stem)) > _MOST_QUOTES:
        return Ruling(Outcome.QUEUE, "readable", "It is pieced together from quotations; look at it.")
    if _SIGNS.search(stem) or len(_LETTERS.findall(stem)) > 1:
        return Ruling(Outcome.QUEUE, "readable", "It holds signs or letters that may not read well; look at it.")
    return PASS
