"""Unverified: the next step after the one that the passage tells, stated in its place."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Inflect, Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_SCHOOLS = words("university college school academy institute seminary gymnasium lyceum conservatory oxford harvard")
_BARRED = words("not n't n’t no never only until because if but successfully unsuccessfully failed briefly later then")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    verb = claim.root
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or claim.sentence.of(verb, "neg", "advcl"):
        return
    for step in _STEPS:
        found = step(claim, verb, setting.inflect)
        if found:
            edit, said, new = found
            if _is_told(claim, setting, new):
                return
            reason = f"The passage says “{said}”; whether it came to more, it leaves open."
            yield unverified(claim, claim.with_edits([edit]), reason)
            return


def _studied(claim: FoundClaim, verb: Token, inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Attended the college becomes graduated from the college."""
    things = claim.sentence.of(verb, "dobj")
    if verb.lemma == "attend" and len(things) == 1 and _is_school(claim, things[0]):
        form = inflect("graduate", verb.tag)
        return (Edit(verb.index, verb.index + 1, f"{form} from"), verb.text, "graduate") if form else None
    places = [p for p in claim.sentence.of(verb, "prep") if p.lower == "at" and p.index == verb.index + 1]
    if verb.lemma == "study" and places and any(_is_school(claim, t) for t in claim.sentence.of(places[0], "pobj")):
        form = inflect("graduate", verb.tag)
        said = f"{verb.text} at"
        return (Edit(verb.index, places[0].index + 1, f"{form} from"), said, "graduate") if form else None
    return None


def _is_school(claim: FoundClaim, token: Token) -> bool:
    return any(claim.sentence.tokens[i].lower in _SCHOOLS for i in claim.sentence.subtree(token))


def _attacked(claim: FoundClaim, verb: Token, inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Besieged the town becomes captured the town."""
    if verb.lemma != "besiege" or not _has_object(claim, verb):
        return None
    form = inflect("capture", verb.tag)
    return (Edit(verb.index, verb.index + 1, form), verb.text, "capture") if form else None


def _invaded(claim: FoundClaim, verb: Token, inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Invaded the island becomes conquered the island."""
    if verb.lemma != "invade" or not _has_object(claim, verb):
        return None
    form = inflect("conquer", verb.tag)
    return (Edit(verb.index, verb.index + 1, form), verb.text, "conquer") if form else None


def _nominated(claim: FoundClaim, verb: Token, _inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Was nominated for the prize becomes won the prize."""
    helpers = claim.sentence.of(verb, "auxpass")
    goals = [p for p in claim.sentence.of(verb, "prep") if p.lower == "for" and p.index == verb.index + 1]
    if verb.lemma != "nominate" or len(helpers) != 1 or not goals or helpers[0].lower not in ("was", "were"):
        return None
    return Edit(helpers[0].index, goals[0].index + 1, "won"), "nominated for", "win"


def _involved(claim: FoundClaim, verb: Token, inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Took part in the revolt, or was involved in it, becomes led the revolt."""
    helpers = claim.sentence.of(verb, "auxpass", "aux")
    into = [p for p in claim.sentence.of(verb, "prep") if p.lower == "in"]
    if verb.lemma == "participate" and into and not helpers and into[0].index == verb.index + 1:
        form = inflect("lead", verb.tag)
        return (Edit(verb.index, into[0].index + 1, form), f"{verb.text} in", "lead") if form else None
    plain = len(helpers) == 1 and helpers[0].lower in ("was", "were") and helpers[0].index == verb.index - 1
    if verb.lemma == "involve" and into and plain and into[0].index == verb.index + 1:
        return Edit(helpers[0].index, into[0].index + 1, "led"), "involved in", "lead"
    return None


def _asked(claim: FoundClaim, verb: Token, inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Asked for, demanded, applied for becomes obtained."""
    goals = [p for p in claim.sentence.of(verb, "prep") if p.lower == "for" and p.index == verb.index + 1]
    form = inflect("obtain", verb.tag)
    if not form or claim.sentence.of(verb, "auxpass"):
        return None
    if (
        verb.lemma in ("demand", "request")
        and _has_object(claim, verb)
        and not claim.sentence.of(verb, "xcomp", "ccomp")
    ):
        return Edit(verb.index, verb.index + 1, form), verb.text, "obtain"
    if verb.lemma in ("apply", "ask") and goals and not claim.sentence.of(verb, "dobj", "xcomp"):
        return Edit(verb.index, goals[0].index + 1, form), f"{verb.text} for", "obtain"
    return None


def _begun(claim: FoundClaim, verb: Token, inflect: Inflect) -> tuple[Edit, str, str] | None:
    """Began building the bridge becomes finished building the bridge."""
    doings = [c for c in claim.sentence.of(verb, "xcomp") if c.tag == "VBG" and c.index == verb.index + 1]
    built = doings and doings[0].lemma in ("build", "construct", "write", "paint", "translate", "dig", "restore")
    if verb.lemma not in ("begin", "start") or not built:
        return None
    form = inflect("finish", verb.tag)
    return (Edit(verb.index, verb.index + 1, form), verb.text, "finish") if form else None


def _has_object(claim: FoundClaim, verb: Token) -> bool:
    things = claim.sentence.of(verb, "dobj")
    return len(things) == 1 and things[0].pos in ("NOUN", "PROPN")


def _is_told(claim: FoundClaim, setting: Setting, lemma: str) -> bool:
    """Tell whether the text speaks of the step anywhere near, or says that it failed."""
    telling = words(
        "appropriate fail succeed success capture conquer fall win lose obtain receive grant refuse reject complete"
    )
    near = {t.lemma.lower() for s in setting.article.near(claim, 3) for t in s.tokens}
    return bool(near & (telling | {lemma})) or lemma in {t.lemma.lower() for t in claim.tokens}


_STEPS = (_studied, _attacked, _invaded, _nominated, _involved, _asked, _begun)
STEP_TAKEN = Maker("step-taken", "verdict", rank=1, hardness=2, propose=_propose)
