"""False: what the subject is said to be turned into its opposite, from a closed list of pairs."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import pairs, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_PAIRS = pairs(
    "common:uncommon likely:unlikely possible:impossible legal:illegal necessary:unnecessary important:unimportant "
    "able:unable known:unknown successful:unsuccessful complex:simple similar:different popular:unpopular safe:unsafe "
    "willing:unwilling aware:unaware visible:invisible stable:unstable complete:incomplete equal:unequal "
    "certain:uncertain present:absent rare:common mixed:unanimous rich:poor early:late warm:cold wet:dry "
    "hot:cold active:inactive available:unavailable permanent:temporary fertile:infertile literate:illiterate "
    "public:private hostile:friendly concerned:unconcerned satisfied:dissatisfied essential:unnecessary"
)
_OPPOSITES = (
    {other: one for one, other in _PAIRS.items()}
    | _PAIRS
    | pairs("common:uncommon unnecessary:necessary cold:warm poor:rich")
)
_DEGREE = words("very quite highly")
_SUPPORTING = ", with "
_BE = ("be", "remain", "become", "seem")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if (
        claim.stance is Stance.REPORTED
        or claim.root.lemma not in _BE
        or claim.lowers & {"not", "n't", "n’t", "never", "than", "again", "still", "but"}
    ):
        return
    if (
        claim.gives_reason
        or claim.sentence.of(claim.root, "expl")
        or (claim.subject and claim.subject.lower in ("it", "what"))
    ):
        return
    below = (claim.root, *claim.sentence.of(claim.root, "acomp", "xcomp"))
    for verb in below:
        for token in claim.sentence.of(verb, "acomp"):
            new = _OPPOSITES.get(token.lower)
            degrees = {child.lower for child in claim.sentence.of(token, "advmod", "neg")}
            if (
                new
                and token.index in claim.kept
                and degrees <= _DEGREE
                and _is_plainly_said(claim, token)
                and not claim.sentence.of(token, "conj")
            ):
                stem = claim.with_edits([Edit(token.index, token.index + 1, new)])
                yield false(claim, stem, f"The passage says {token.text}, not {new}.")
                return


def _is_plainly_said(claim: FoundClaim, token: Token) -> bool:
    """Nothing between verb and adjective, and nothing around the clause that speaks for the adjective."""
    between = claim.sentence.tokens[claim.head : token.index]
    opened = claim.statement.startswith(("With ", "Despite ", "Although ", "Because "))
    return not any(one.text == "," for one in between) and not opened and _SUPPORTING not in claim.statement


PREDICATE_REVERSED = Maker("predicate-reversed", "verdict", rank=1, hardness=0, propose=_propose)
