"""How often: turned round for a false statement, raised for one that the passage leaves open."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_OPPOSITES = {
    "often": "rarely", "frequently": "rarely", "usually": "rarely", "commonly": "rarely", "regularly": "rarely",
    "always": "never", "rarely": "often", "seldom": "often", "repeatedly": "never",
}  # fmt: skip
_RAISED = {"sometimes": "usually", "occasionally": "usually", "often": "almost always", "frequently": "almost always"}
# Examples, conditions and reasons go on speaking for what was said.
_TOLD = words("such as like including unless if due because use used designate name example e.g. for-instance with")
_LONGEST = 20
_NAMING = ("call", "know", "refer", "describe", "consider", "regard", "term", "name", "say")


def _reversed(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    adverb = _adverb(claim)
    if adverb and adverb.lower in _OPPOSITES and not claim.lowers & _TOLD and len(claim.kept) <= _LONGEST:
        new = _OPPOSITES[adverb.lower]
        stem = claim.with_edits([Edit(adverb.index, adverb.index + 1, new)])
        yield false(claim, stem, f"The passage says {adverb.lower}, not {new}.")


def _raised(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    adverb = _adverb(claim)
    if not adverb or adverb.lower not in _RAISED or claim.root.lemma in _NAMING:
        return
    near = " ".join(sentence.text.lower() for sentence in setting.article.near(claim))
    if any(word in near for word in ("usually", "always", "never", "most ", "rarely", "in most cases")):
        return
    new = _RAISED[adverb.lower]
    stem = claim.with_edits([Edit(adverb.index, adverb.index + 1, new)])
    yield unverified(claim, stem, f"The passage says {adverb.lower}; whether that means {new}, it does not say.")


def _adverb(claim: FoundClaim) -> Token | None:
    """Return the one frequency adverb between the subject and its verb, in a clause without another degree word."""
    subject = claim.subject
    if (
        not subject
        or claim.sentence.of(claim.root, "neg")
        or {"not", "only", "more", "but", "although", "though", "while"} & claim.lowers
    ):
        return None
    found = [
        token
        for token in claim.sentence.of(claim.root, "advmod")
        if (token.lower in _OPPOSITES or token.lower in _RAISED) and subject.index < token.index < claim.head
    ]
    adverbs = [token for token in claim.sentence.of(claim.root, "advmod") if token.tag == "RB"]
    return found[0] if len(found) == 1 and len(adverbs) == 1 and not claim.sentence.of(found[0]) else None


FREQUENCY_REVERSED = Maker("frequency-reversed", "verdict", rank=1, hardness=0, propose=_reversed)
FREQUENCY_RAISED = Maker("frequency-raised", "verdict", rank=1, hardness=2, propose=_raised)
