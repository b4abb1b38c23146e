"""True: what a definition says of its subject, said directly: "is the body that makes laws" as "makes laws"."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_REASON = "The passage says so in a longer sentence"
_BARRED = words("not n't n’t no never only one it he she they this these its his her their same such own what")
_PLURAL_FORMS = ("are", "were", "have", "do")
_FEWEST = 3


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    root, subject = claim.root, claim.subject
    if claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE) or root.lemma != "be" or not subject:
        return
    said = claim.sentence.of(root, "attr")
    if len(said) != 1 or claim.sentence.of(root, "aux", "advcl", "conj", "neg") or subject.pos not in ("NOUN", "PROPN"):
        return
    shape = _by_clause(claim, subject, said[0]) or _by_participle(claim, subject, said[0])
    if shape:
        yield from restated(claim, setting, shape, strong=True, turned=False)


def _by_clause(claim: FoundClaim, subject: Token, noun: Token) -> Shape | None:
    """X is a mill that grinds corn becomes X grinds corn."""
    found = claim.sentence.of(noun, "relcl")
    if len(found) != 1 or claim.sentence.of(found[0], "conj", "advcl"):
        return None
    verb, own = found[0], claim.sentence.subtree(found[0])
    opener = claim.sentence.tokens[own[0]]
    if claim.before(opener) == ",":
        return None
    if (
        opener.lower not in ("that", "which", "who")
        or opener.dep not in ("nsubj", "nsubjpass")
        or opener.head != verb.index
    ):
        return None
    finite = next(iter(claim.sentence.of(verb, "aux", "auxpass")), verb)
    if finite.tag not in ("VBD", "VBZ", "VBP", "MD") or not _agrees(subject, finite) or not _closes(claim, own):
        return None
    who = _name(claim, subject)
    return Shape((who, own[1:]), _REASON, changes=2) if who and not _holds(claim, own[1:]) else None


def _by_participle(claim: FoundClaim, subject: Token, noun: Token) -> Shape | None:
    """X is a bridge built by Hale becomes X was built by Hale; X is a town located in Y becomes X is located in Y."""
    found = [token for token in claim.sentence.of(noun, "acl") if token.tag == "VBN"]
    if len(found) != 1 or claim.sentence.of(found[0], "conj", "advcl", "aux", "auxpass"):
        return None
    verb, own = found[0], claim.sentence.subtree(found[0])
    if claim.before(verb) == ",":
        return None
    helper = _LASTING.get(verb.lemma, "") if claim.root.tag in ("VBZ", "VBP") else ""
    helper = helper or ("was" if verb.lemma in _DONE else "")
    if helper and subject.tag in ("NNS", "NNPS"):
        helper = "were" if claim.root.tag == "VBD" else "are"
    who = _name(claim, subject)
    fits = helper and own[0] == verb.index and _closes(claim, own) and who and not _holds(claim, own)
    return Shape((who, helper, own), _REASON, changes=2) if fits else None


_LASTING = dict.fromkeys(words("locate situate know base call use compose surround own run"), "is")
_DONE = words(
    "build found establish create write publish invent design develop introduce open construct pass sign launch form "
    "make compose discover set adopt"
)


def _agrees(subject: Token, finite: Token) -> bool:
    plural = subject.tag in ("NNS", "NNPS")
    if finite.lower in _PLURAL_FORMS or finite.tag == "VBP":
        return plural
    return (finite.tag in ("VBD", "MD") and (finite.lower != "was" or not plural)) or (
        finite.tag == "VBZ" and not plural
    )


def _closes(claim: FoundClaim, own: tuple[int, ...]) -> bool:
    last = max(index for index in claim.kept if claim.sentence.tokens[index].is_word)
    unbroken = own[-1] - own[0] + 1 == len(own) and set(own) <= set(claim.kept)
    return unbroken and own[-1] == last and len(own) > _FEWEST


def _name(claim: FoundClaim, subject: Token) -> tuple[int, ...]:
    """Return the tokens of a plain subject that opens the claim and ends at the verb, () when it is more."""
    own = claim.sentence.subtree(subject)
    inner = [claim.sentence.tokens[i] for i in own]
    plain = not any(t.text == "," or t.dep in ("conj", "relcl", "acl", "appos") for t in inner)
    return own if plain and own[0] == claim.kept[0] and own[-1] == claim.root.index - 1 else ()


def _holds(claim: FoundClaim, own: tuple[int, ...]) -> bool:
    return any(claim.sentence.tokens[index].lower in _BARRED for index in own)


DEFINITION_TOLD = Maker("definition-told", "verdict", rank=1, hardness=0, propose=_propose)
