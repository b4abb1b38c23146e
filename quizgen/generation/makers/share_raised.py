"""Unverified: some or many of the subject raised to most of it, which the passage leaves open."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_subjects import quantified_subject
from quizgen.generation.wording import Edit

_LISTING = ("include", "be", "exist", "range")
_LISTED = ("example", "way", "reason", "theory", "attempt", "year", "time", "case")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = quantified_subject(claim)
    if not found or found[0].lower not in ("some", "many") or found[0].index != claim.kept[0]:
        return
    quantifier, noun = found
    if any(
        setting.article.mentions(f"{word} {noun.lower}") for word in ("most", "all", "few", "no", "every", "half of")
    ):
        return
    if claim.after(quantifier) == "other" or claim.sentence.of(noun, "relcl") or claim.after(quantifier).endswith("er"):
        return
    if claim.sentence.of(claim.root, "expl") or claim.root.lemma in _LISTING or noun.lemma in _LISTED:
        return
    stem = claim.with_edits([Edit(quantifier.index, quantifier.index + 1, "most")])
    yield unverified(
        claim,
        stem,
        f"The passage speaks of {quantifier.lower} {noun.text}; whether they are most of them, it does not say.",
    )


SHARE_RAISED = Maker("share-raised", "verdict", rank=1, hardness=2, propose=_propose)
