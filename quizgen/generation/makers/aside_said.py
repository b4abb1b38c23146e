"""True: what the passage says by the way, between commas, said as a sentence of its own."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_REASON = "The passage says so by the way, between commas"
_BARRED = words("not n't n’t no never former late then formerly later respectively i we you")
_PRESENT = ("VBZ", "VBP")
_SHORTEST = 4


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or any(quote in claim.statement for quote in '"“”;:()'):
        return
    for token in claim.tokens:
        shape = _apposition(claim, token) or _relative(claim, token)
        if shape and len(shape.tokens) > _SHORTEST:
            yield from restated(claim, setting, shape, strong=True, turned=False)
            return


def _apposition(claim: FoundClaim, token: Token) -> Shape | None:
    """X, the capital of Y, ... becomes X was the capital of Y."""
    noun = claim.sentence.tokens[token.head]
    own = claim.sentence.subtree(token)
    first = claim.sentence.tokens[own[0]]
    if token.dep != "appos" or token.tag != "NN" or first.lower not in ("the", "a", "an") or not _is_name(claim, noun):
        return None
    opening = noun.dep == "pobj" and noun.index < claim.head
    if noun.tag != "NNP" or opening or claim.sentence.of(noun, "prep") or not _is_between_commas(claim, own):
        return None
    named = _before(claim, noun, own[0])
    finite = next(iter(claim.sentence.of(claim.root, "aux", "auxpass")), claim.root)
    verb = "was" if finite.tag == "VBD" else "is" if finite.tag in _PRESENT else ""
    if not named or not verb or _holds(claim, own) or len(own) < _SHORTEST:
        return None
    return Shape((named, verb, own), _REASON, changes=2)


def _relative(claim: FoundClaim, token: Token) -> Shape | None:
    """X, which did Y, ... becomes X did Y; X, where Y happened, becomes In X, Y happened."""
    noun = claim.sentence.tokens[token.head]
    own = claim.sentence.subtree(token)
    opener = claim.sentence.tokens[own[0]]
    if token.dep != "relcl" or not _is_name(claim, noun) or not _is_between_commas(claim, own) or _holds(claim, own):
        return None
    named = _before(claim, noun, own[0])
    if not named or len(own) < _SHORTEST:
        return None
    place = claim.sentence.entity_at(noun.index)
    if opener.lower == "where" and place and place.label == "GPE" and not claim.sentence.of(noun, "conj"):
        return Shape(("In", named, ",", own[1:]), _REASON, changes=2)
    if opener.lower not in ("which", "who") or opener.dep not in ("nsubj", "nsubjpass") or opener.head != token.index:
        return None
    somebody = place is not None and place.label in ("PERSON", "NORP")
    person = place is not None and place.label == "PERSON"
    fits = _agrees(claim, noun, token) and (somebody if opener.lower == "who" else not person)
    return Shape((named, own[1:]), _REASON, changes=2) if fits else None


def _is_name(claim: FoundClaim, noun: Token) -> bool:
    """A name that stands alone: in no list, without owner, and not followed by more names."""
    chained = claim.sentence.of(noun, "conj", "cc", "poss") or noun.dep in ("conj", "appos", "compound", "poss", "nmod")
    entity = claim.sentence.entity_at(noun.index)
    dated = entity is not None and entity.label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY")
    return noun.pos == "PROPN" and not chained and not dated


def _is_between_commas(claim: FoundClaim, own: tuple[int, ...]) -> bool:
    tokens = claim.sentence.tokens
    unbroken = own[-1] - own[0] + 1 == len(own) and set(own) <= set(claim.kept)
    behind = tokens[own[-1] + 1].text if own[-1] + 1 < len(tokens) else "."
    return unbroken and own[0] > 0 and tokens[own[0] - 1].text == "," and behind in (",", ".")


def _before(claim: FoundClaim, noun: Token, start: int) -> tuple[int, ...]:
    """Return the tokens of the name up to the comma, () when something stands between or hangs on it."""
    named = [index for index in claim.sentence.subtree(noun) if index < start - 1]
    own_words = all(
        index == noun.index or claim.sentence.tokens[index].dep in ("compound", "det", "prep", "pobj", "amod", "nummod")
        for index in named
    )
    whole = bool(named) and named[-1] == start - 2 and named[-1] - named[0] + 1 == len(named)
    cut_short = bool(named) and named[0] > 0 and claim.sentence.tokens[named[0] - 1].pos == "PROPN"
    return tuple(named) if own_words and whole and not cut_short else ()


def _holds(claim: FoundClaim, own: tuple[int, ...]) -> bool:
    """Tell whether it holds words that would not survive outside of its sentence."""
    tokens = [claim.sentence.tokens[index] for index in own]
    later = {"this", "these", "it", "he", "she", "they", "them", "him", "whom", "whose"}
    return any(t.lower in _BARRED or t.tag == "MD" or t.lower in later for t in tokens) or tokens[-1].pos == "ADP"


def _agrees(claim: FoundClaim, noun: Token, verb: Token) -> bool:
    """The number of the verb is that of the name, and its tense is told."""
    finite = next(iter(claim.sentence.of(verb, "aux", "auxpass")), verb)
    plural = noun.tag == "NNPS"
    if finite.lower in ("were", "are", "have", "do"):
        return plural
    if finite.tag == "VBP":
        return plural
    return finite.tag in ("VBD", "VBZ") and not (plural and (finite.tag == "VBZ" or finite.lower == "was"))


ASIDE_SAID = Maker("aside-said", "verdict", rank=1, hardness=0, propose=_propose)
