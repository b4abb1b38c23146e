"""True: who did what, told from the other side: "was built by Hale" as "Hale built", and back again."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, true
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_REASON = "The passage says the same, told from the other side."
# Verbs whose passive is as natural as their active, with things done rather than held.
_TURNABLE = words(
    "build found establish create write publish invent discover defeat capture destroy invade conquer attack kill "
    "appoint elect reject approve pass introduce develop design support oppose criticize criticise occupy ban abolish "
    "replace purchase buy sell produce launch adopt ratify sign paint compose translate edit organize organise "
    "commission construct rebuild expand open close restore finance fund sponsor win lead influence describe propose "
    "annex cede expel arrest execute burn murder assassinate crush suppress recapture besiege seize release grant "
    "cancel ignore accept adapt record film direct manufacture perform employ hire dismiss praise condemn welcome"
)
_SCOPE = words(
    "not n't n’t no never only also even each every all both most many few some any either neither respectively "
    "himself herself itself themselves together mostly mainly usually often"
)
_MEANS = words(
    "charter decree law act order referendum means accident mistake hand post train ship boat force way air vote"
)
_OBJECT_FORMS = {"he": "him", "she": "her", "they": "them", "it": "it"}
_LONGEST_PART = 9
_SAFE_PARTS = ("det", "amod", "compound", "nummod", "poss", "case", "prep", "pobj", "punct", "cc", "conj", "nmod")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _SCOPE or any(s in claim.statement for s in '"“;:—–'):
        return
    if claim.sentence.of(claim.root, "conj", "advcl", "prt", "xcomp", "ccomp", "dative", "oprd", "expl", "parataxis"):
        return
    stem = _active(claim, setting) or _passive(claim, setting)
    if stem:
        yield true(claim, stem, _REASON)


def _active(claim: FoundClaim, setting: Setting) -> str:
    sentence, verb, subject = claim.sentence, claim.root, claim.subject
    agents = sentence.of(verb, "agent")
    helpers = sentence.of(verb, "aux", "auxpass")
    if not subject or verb.tag != "VBN" or len(agents) != 1 or len(helpers) != 1 or helpers[0].lower not in _TENSES:
        return ""
    doers = sentence.of(agents[0], "pobj")
    if len(doers) != 1 or not _is_doer(claim, doers[0]):
        return ""
    what, who = _stretch(claim, subject), _stretch(claim, doers[0])
    if not what or not who or what[1] > helpers[0].index or agents[0].index + 1 != who[0]:
        return ""
    tag = _TENSES[helpers[0].lower]
    form = setting.inflect(verb.lemma, tag if tag == "VBD" or _is_plural(claim, doers[0]) else "VBZ")
    edits = [
        Edit(what[0], what[1], _text(claim, *who)),
        Edit(helpers[0].index, helpers[0].index + 1, ""),
        Edit(verb.index, verb.index + 1, f"{form} {_as_object(claim, subject, what)}"),
        Edit(agents[0].index, who[1], ""),
    ]
    return claim.with_edits(edits) if form else ""


_TENSES = {"was": "VBD", "were": "VBD", "is": "VBP", "are": "VBP"}


def _passive(claim: FoundClaim, setting: Setting) -> str:
    sentence, verb, subject = claim.sentence, claim.root, claim.subject
    objects = sentence.of(verb, "dobj")
    if verb.lemma not in _TURNABLE or verb.tag != "VBD" or sentence.of(verb, "aux", "auxpass", "neg", "advmod"):
        return ""
    if not subject or len(objects) != 1 or not _is_doer(claim, subject) or objects[0].pos not in ("NOUN", "PROPN"):
        return ""
    who, what = _stretch(claim, subject), _stretch(claim, objects[0])
    if not who or not what or who[1] != verb.index or what[0] != verb.index + 1:
        return ""
    form, helper = setting.inflect(verb.lemma, "VBN"), "were" if _is_plural(claim, objects[0]) else "was"
    owned = any(t.tag == "PRP$" for t in sentence.tokens[what[0] : what[1]])
    if not form or owned:
        return ""
    edits = [
        Edit(who[0], who[1], _text(claim, *what)),
        Edit(verb.index, what[1], f"{helper} {form} by {_as_object(claim, subject, who)}"),
    ]
    return claim.with_edits(edits)


def _is_doer(claim: FoundClaim, token: Token) -> bool:
    """A name, or a noun with an article or in the plural; never a time, a means or an act."""
    entity = claim.sentence.entity_at(token.index)
    if entity and entity.label in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"):
        return False
    if token.lower in _MEANS:
        return False
    return token.tag in ("NNP", "NNPS", "NNS") or (token.tag == "NN" and bool(claim.sentence.of(token, "det", "poss")))


def _stretch(claim: FoundClaim, token: Token) -> tuple[int, int] | None:
    """Return the half-open stretch of a short plain phrase that lies wholly in the claim."""
    own = claim.sentence.subtree(token)
    unbroken = own[-1] - own[0] + 1 == len(own) <= _LONGEST_PART and set(own) <= set(claim.kept)
    plain = all(i == token.index or claim.sentence.tokens[i].dep in _SAFE_PARTS for i in own)
    commas = any(claim.sentence.tokens[i].text == "," for i in (own[0], own[-1]))
    owners = sum(claim.sentence.tokens[i].tag == "PRP$" for i in own)
    foreign = any(claim.sentence.tokens[i].dep == "prep" and claim.sentence.tokens[i].lower != "of" for i in own)
    bare = claim.sentence.tokens[own[0]].tag == "NN" and own[0] == claim.kept[0]
    safe = unbroken and plain and not (commas or owners or foreign or bare)
    return (own[0], own[-1] + 1) if safe else None


def _text(claim: FoundClaim, start: int, end: int) -> str:
    tokens = claim.sentence.tokens[start:end]
    return "".join(t.text + (" " if t.space else "") for t in tokens).strip()


def _as_object(claim: FoundClaim, subject: Token, stretch: tuple[int, int]) -> str:
    text = _text(claim, *stretch)
    if subject.lower in _OBJECT_FORMS:
        return _OBJECT_FORMS[subject.lower]
    first = claim.sentence.tokens[stretch[0]]
    keeps = first.pos == "PROPN" or (first.text.isupper() and len(first.text) > 1)
    named = claim.sentence.entity_at(first.index)
    return text if keeps or (named and first.pos != "DET") else text[0].lower() + text[1:]


def _is_plural(claim: FoundClaim, token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or bool(claim.sentence.of(token, "conj"))


VOICE_TURNED = Maker("voice-turned", "verdict", rank=0, hardness=1, propose=_propose)
