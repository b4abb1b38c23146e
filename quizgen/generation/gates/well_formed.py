"""The finished statement, parsed afresh, is one whole sentence with a subject and a finite verb."""

import re

from quizgen.generation.article import Article
from quizgen.generation.claims.clauses import is_finite
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling
from quizgen.language.parsed import ParsedSentence

_SHORTEST, _LONGEST = 4, 36
_STRAY = re.compile(
    r"[,;:]\s*[,;:.]|\(\s*\)|\s[.,;]|\b(?:a|an|the|and|or|but|of|to|with|that|is|are|was|were|ca|approx|no)\s*[.]$|,\s+(?:and|or)?\s*\.$",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"(?:because|which|who|whom|whose|if|and|or|but|than|as well as|including|such as|even if|"
    r"although|though|whereas)\b|by the time [^,]*$",
    re.IGNORECASE,
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def well_formed(candidate: Candidate, article: Article) -> Ruling:  # noqa: ARG001 (the shape of a gate)
    """Refuse a statement that is not one whole sentence; queue one that is too long to judge in one go."""
    stem = candidate.proposal.stem
    if candidate.proposal.verdict is None:
        return PASS
    if len(candidate.parsed) != 1:
        return _refuse("it reads as more than one sentence")
    sentence = candidate.parsed[0]
    words = sum(token.is_word for token in sentence.tokens)
    if words < _SHORTEST:
        return _refuse("it is too short to judge")
    if not is_finite(sentence, sentence.root) and not is_finite(candidate.claim.sentence, candidate.claim.root):
        return _refuse("no subject and finite verb were found in it")
    if _STRAY.search(stem) or _FRAGMENT.match(stem):
        return _refuse("it reads like a piece of a sentence")
    if any(stem.count(one) != stem.count(other) for one, other in _PAIRS) or stem.count('"') % 2:
        return _refuse("a bracket or a quotation mark is left open")
    if _is_cut_at_the_verb(sentence):
        return _refuse("a comma divides its subject from its verb")
    if words > _LONGEST:
        return Ruling(Outcome.QUEUE, "well-formed", "It is too long to judge in one go; shorten it.")
    return PASS


def _is_cut_at_the_verb(sentence: ParsedSentence) -> bool:
    """Tell whether one comma alone, right before the verb, stands between a plain subject and it."""
    root = sentence.root
    subject = next(iter(sentence.of(root, "nsubj", "nsubjpass")), None)
    if subject is None or subject.index > root.index or sentence.of(subject, "conj", "appos"):
        return False
    helpers = [token.index for token in sentence.of(root, "aux", "auxpass", "neg") if token.index > subject.index]
    first = min((root.index, *helpers))
    between = sentence.tokens[subject.index : first]
    return sum(token.text == "," for token in between) == 1 and between[-1].text == ","


def _refuse(reason: str) -> Ruling:
    return Ruling(Outcome.REFUSE, "well-formed", reason)
