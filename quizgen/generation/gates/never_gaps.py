"""Words that the teacher never wants asked for in a gap, as a choice or as a short answer."""

import re
from collections.abc import Iterable

from quizgen.generation.gates.ruling import Candidate, Outcome, Ruling

NEVER_GAP = Ruling(Outcome.REFUSE, "never-gap", "it asks for a word that you keep out of gaps")
# A longer key is a whole statement, not a gap.
_LONGEST_KEY = 5


def asks_for(candidate: Candidate, words: Iterable[str]) -> bool:
    """Tell whether one of the words, upper and lower case being one, stands in what the candidate asks for."""
    proposal = candidate.proposal
    if proposal.verdict is not None:
        return False
    keys = [f" {_plain(key)} " for key in proposal.key if len(key.split()) <= _LONGEST_KEY]
    return any(f" {plain} " in key for word in words if (plain := _plain(word)) for key in keys)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace(",", "")))
