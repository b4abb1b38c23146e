"""How a clause says what it says: asserted, reported, hedged, evaluative or predicted."""

from collections.abc import Collection

from quizgen.domain.claims.claim import Stance
from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

REPORTING = words(
    "say claim argue believe suggest allege insist accuse state report think maintain contend assert estimate "
    "predict warn "
    "announce declare deny describe consider regard call view criticize criticise praise propose charge complain fear "
    "acknowledge admit note observe conclude recommend urge demand question doubt feel voice see perceive"
)
_NEEDS_CLAUSE = words("maintain call see propose question feel voice state consider view describe charge note")
_HEDGING_VERBS = frozenset({"seem", "appear"})
_HEDGES = words(
    "perhaps possibly probably apparently presumably reportedly allegedly supposedly arguably seemingly maybe likely"
)
_EPISTEMIC = frozenset({"may", "might"})
_AHEAD = frozenset({"will", "shall", "'ll", "’ll"})
_VALUES = words(
    "good bad great important essential crucial vital significant remarkable impressive beautiful wonderful "
    "terrible complex "
    "unfortunate fortunate better best worse worst wise foolish fair unfair unjust wrong clear obvious strange "
    "interesting "
    "excellent poor ideal perfect ambitious opportunistic cautious dangerous valuable key fascinating outspoken"
)
_DUTY = frozenset({"should", "must", "ought"})


def stance_of(sentence: ParsedSentence, head: Token, kept: Collection[int]) -> Stance:
    """Return the stance of the clause that ``head`` heads, by the first of these signs that it shows."""
    words = [sentence.tokens[index] for index in kept]
    if _is_reported(sentence, head, words):
        return Stance.REPORTED
    if _is_predicted(sentence, head):
        return Stance.PREDICTED
    if _is_hedged(sentence, head, words):
        return Stance.HEDGED
    return Stance.EVALUATIVE if _is_evaluative(sentence, head) else Stance.ASSERTED


def _is_reported(sentence: ParsedSentence, head: Token, words: list[Token]) -> bool:
    for position, token in enumerate(words[:-1]):
        if token.lower == "according" and words[position + 1].lower == "to":
            return True
    if head.lemma not in REPORTING or head.pos not in ("VERB", "AUX"):
        return False
    passive = bool(sentence.of(head, "auxpass"))
    content = sentence.of(head, "ccomp", "xcomp", "prep" if passive or head.lemma == "accuse" else "ccomp")
    if head.lemma == "voice":
        return True
    return bool(content) if head.lemma in _NEEDS_CLAUSE or passive else bool(content or sentence.of(head, "dobj"))


def _is_predicted(sentence: ParsedSentence, head: Token) -> bool:
    if any(aux.lower in _AHEAD for aux in sentence.of(head, "aux")):
        return True
    if any(child.lower == "likely" and sentence.of(child, "xcomp") for child in sentence.of(head, "acomp")):
        return True
    below = sentence.of(head, "xcomp", "ccomp")
    if head.lemma in ("expect", "set", "project", "schedule") and sentence.of(head, "auxpass"):
        return any(child.dep == "xcomp" for child in below)
    if head.lemma == "go" and head.tag == "VBG":
        return any(child.dep == "xcomp" for child in below)
    return head.lemma == "remain" and any(child.lemma == "see" for child in below)


def _is_hedged(sentence: ParsedSentence, head: Token, words: list[Token]) -> bool:
    if head.lemma in _HEDGING_VERBS and sentence.of(head, "xcomp", "ccomp", "oprd"):
        return True
    if any(aux.lower in _EPISTEMIC for aux in sentence.of(head, "aux")):
        return True
    if any(token.lower in _HEDGES and token.dep in ("advmod", "acomp") for token in words):
        return True
    return any(token.lower in _EPISTEMIC and token.tag == "MD" for token in words)


def _is_evaluative(sentence: ParsedSentence, head: Token) -> bool:
    if any(aux.lower in _DUTY for aux in sentence.of(head, "aux")):
        return True
    if head.lemma not in ("be", "remain", "become"):
        return False
    complements = sentence.of(head, "acomp", "attr")
    values = [child for one in complements for child in (one, *sentence.of(one, "amod", "conj"))]
    return any(child.lower in _VALUES for child in values)
