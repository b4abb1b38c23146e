"""Unverified: one among several made the first of all: a major source becomes the main source."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_RAISED = {
    "major": "the main", "important": "the most important", "leading": "the leading", "key": "the most important",
    "popular": "the most popular",
}  # fmt: skip
_BLOCKED = ("main", "only", "chief", "primary", "biggest", "largest", "most important", "most popular", "principal")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance in (Stance.REPORTED, Stance.PREDICTED) or {"not", "no", "n't", "n’t"} & claim.lowers:
        return
    if claim.sentence.of(claim.root, "expl"):
        return
    for token in claim.tokens:
        edit = _one_of_the(claim, setting, token) or _a_major(claim, token)
        if edit and not _is_ranked_elsewhere(claim, setting, token):
            old = " ".join(t.text for t in claim.sentence.tokens[edit.start : edit.end])
            stem = claim.with_edits([edit])
            yield unverified(claim, stem, f"The passage says “{old}”, which leaves open whether it is “{edit.new}”.")
            return


def _a_major(claim: FoundClaim, token: Token) -> Edit | None:
    noun = claim.sentence.tokens[token.head]
    if token.lower not in _RAISED or token.dep != "amod" or claim.before(token) not in ("a", "an"):
        return None
    verb = claim.sentence.tokens[noun.head]
    if noun.tag != "NN" or noun.dep != "attr" or claim.sentence.of(noun, "conj"):
        return None
    if verb.index != claim.head and not (verb.dep == "conj" and verb.head == claim.head):
        return None
    return Edit(token.index - 1, token.index + 1, _RAISED[token.lower])


def _one_of_the(claim: FoundClaim, setting: Setting, token: Token) -> Edit | None:
    """One of the largest cities becomes the largest city."""
    if token.lower != "one" or (claim.after(token), claim.after(token, 2)) != ("of", "the") or token.dep != "attr":
        return None
    noun = next((t for t in claim.tokens if t.index > token.index + 2 and t.tag in ("NNS", "NNPS")), None)
    superlative = claim.sentence.tokens[token.index + 3]
    if not noun or noun.tag != "NNS" or superlative.tag not in ("JJS", "RBS") or noun.index > token.index + 6:
        return None
    middle = [t.text for t in claim.sentence.tokens[token.index + 3 : noun.index]]
    singular = setting.inflect(noun.lemma, "NN")
    return Edit(token.index, noun.index + 1, " ".join(["the", *middle, singular])) if singular else None


def _is_ranked_elsewhere(claim: FoundClaim, setting: Setting, token: Token) -> bool:
    noun = claim.sentence.tokens[token.head].lower
    return any(setting.article.mentions(f"{word} {noun}") for word in _BLOCKED)


RANK_RAISED = Maker("rank-raised", "verdict", rank=1, hardness=2, propose=_propose)
