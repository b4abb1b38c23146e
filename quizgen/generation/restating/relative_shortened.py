"""A relative clause cut to its participle: "the mill, which was built in 1850" as "the mill, built in 1850"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit


def relative_shortened(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for each "which was" or "that were" straight in front of its participle."""
    for token in claim.tokens:
        verb = claim.sentence.tokens[token.head]
        if token.lower not in ("which", "that", "who") or token.dep != "nsubjpass" or verb.dep != "relcl":
            continue
        helpers = claim.of(verb, "aux", "auxpass")
        plain = len(helpers) == 1 and helpers[0].lower in ("is", "are", "was", "were") and verb.tag == "VBN"
        near = plain and helpers[0].index == token.index + 1 and verb.index == token.index + 2
        chosen = any(child.lower == "such" for child in claim.of(claim.sentence.tokens[verb.head]))
        if (
            near
            and not chosen
            and not claim.of(verb, "conj", "neg")
            and claim.sentence.tokens[verb.head].index >= token.index - 2
        ):
            yield Change((Edit(token.index, token.index + 2, ""),))
