"""Who receives, moved: "granted Hale a charter" as "granted a charter to Hale", and back."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_GIVING = words("give grant award offer send lend sell hand")
_LONGEST = 5


def receiver_moved(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for each verb of giving with a short receiver and a short thing, both in full."""
    for verb in claim.tokens:
        things = claim.sentence.of(verb, "dobj")
        receivers = claim.sentence.of(verb, "dative")
        if verb.lemma in _GIVING and verb.pos == "VERB" and len(things) == len(receivers) == 1:
            edit = _moved(claim, verb, receivers[0], things[0])
            if edit:
                yield Change((edit,), 2)


def _moved(claim: FoundClaim, verb: Token, receiver: Token, thing: Token) -> Edit | None:
    one, other = claim.sentence.subtree(receiver), claim.sentence.subtree(thing)
    touching = one[0] == verb.index + 1 and other[0] == one[-1] + 1
    plain = all(own[-1] - own[0] + 1 == len(own) <= _LONGEST and set(own) <= set(claim.kept) for own in (one, other))
    if receiver.pos not in ("NOUN", "PROPN") or thing.pos not in ("NOUN", "PROPN") or not touching or not plain:
        return None
    joints = {claim.sentence.tokens[index].lower for index in (*one, *other)}
    if joints & {",", "and", "or", "over", "against", "to", "its", "his", "her", "their"}:
        return None
    return Edit(one[0], other[-1] + 1, f"{claim.phrase(thing)} to {claim.phrase(receiver)}")
