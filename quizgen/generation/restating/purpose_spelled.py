"""To before a purpose as in order to: "built a mill to grind corn"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit

# Infinitives that tell what came of it rather than what it was for.
_RESULTS = words("be become find see form reach total reveal discover have die include")
_ACTS = words(
    "build construct create establish found set write use send sign pass introduce adopt develop design organize "
    "organise launch start begin meet gather invade attack travel return go come march move sell buy take hire appoint "
    "employ form join help fight work raise call hold open close expand import export produce make publish"
)


def purpose_spelled(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for the one purpose behind a verb of doing."""
    found = [token for token in claim.tokens if token.dep == "advcl" and token.tag == "VB" and token.pos == "VERB"]
    if len(found) != 1:
        return
    verb = found[0]
    head = claim.sentence.tokens[verb.head]
    to = claim.sentence.tokens[verb.index - 1]
    plain = (
        not claim.sentence.of(verb, "nsubj")
        and to.lower == "to"
        and head.lemma in _ACTS
        and verb.lemma not in _RESULTS
        and head.index < verb.index
    )
    if (
        plain
        and claim.before(to) not in ("order", "as", "only", "not", "and", "or", ",", "designed")
        and head.pos == "VERB"
    ):
        yield Change((Edit(to.index, to.index + 1, "in order to"),))
