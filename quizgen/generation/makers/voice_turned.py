"""True: who did what, told from the other side: "was built by Hale" as "Hale built", and back again."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.core import versions
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_REASON = "The passage says the same, told from the other side"
# What has no natural passive: states, measures, and verbs whose object is no object.
_NOT_TURNED = words(
    "be have include contain want like lack resemble cost mean become take see need equal fit suit weigh last total "
    "comprise possess let get hold reach enter leave join marry experience undergo suffer face enjoy make give tell "
    "show say do go remain stay seem appear number exceed feature retain gain lose receive wish hope try survive spend "
    "await begin start continue stop end finish share bear pay ask run play serve keep offer meet require cause know "
    "mark span cross spread pass turn hit set allow put find use cover straddle reflect achieve follow sit fix "
    "develop oppose"
)
_SCOPE = words(
    "not n't n’t no never only also even each every all both most few any either neither respectively v v. "
    "their its his her lot suit "
    "himself herself itself themselves together mostly mainly usually often"
)
_MEANS = words(
    "charter decree law act order referendum means accident mistake hand post train ship boat force way air vote"
)
_OBJECT_FORMS = {"he": "him", "she": "her", "they": "them", "it": "it"}
_LONGEST_PART = 9
_SAFE_PARTS = ("det", "amod", "compound", "nummod", "poss", "case", "prep", "pobj", "punct", "cc", "conj", "nmod")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for one in versions(claim):
        yield from _turnings(one, setting)


def _turnings(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _SCOPE or any(s in claim.statement for s in '"“;:—–'):
        return
    if claim.of(claim.root, "conj", "advcl", "prt", "xcomp", "ccomp", "dative", "oprd", "expl", "parataxis"):
        return
    edits = _active(claim, setting) or _passive(claim, setting)
    if edits:
        yield from restated(claim, setting, Shape((claim.kept,), _REASON, edits, changes=2), strong=True)


def _active(claim: FoundClaim, setting: Setting) -> tuple[Edit, ...]:
    verb, subject = claim.root, claim.subject
    agents = claim.of(verb, "agent")
    if agents and agents[0].index != verb.index + 1 and claim.sentence.tokens[agents[0].index - 1].pos == "ADV":
        return ()
    helpers = claim.of(verb, "aux", "auxpass")
    if not subject or verb.tag != "VBN" or len(agents) != 1 or len(helpers) != 1 or helpers[0].lower not in _TENSES:
        return ()
    doers = claim.of(agents[0], "pobj")
    if len(doers) != 1 or not _is_doer(claim, doers[0]):
        return ()
    what, who = _stretch(claim, subject), _stretch(claim, doers[0])
    if verb.lemma in _NOT_TURNED or not what or not who or what[1] != helpers[0].index or agents[0].index + 1 != who[0]:
        return ()
    tag = _TENSES[helpers[0].lower]
    form = setting.inflect(verb.lemma, tag if tag == "VBD" or _is_plural(claim, doers[0]) else "VBZ")
    edits = (
        Edit(what[0], what[1], _text(claim, *who)),
        Edit(helpers[0].index, helpers[0].index + 1, ""),
        Edit(verb.index, verb.index + 1, f"{form} {_as_object(claim, subject, what)}"),
        Edit(agents[0].index, who[1], ""),
    )
    return edits if form else ()


_TENSES = {"was": "VBD", "were": "VBD", "is": "VBP", "are": "VBP"}


def _passive(claim: FoundClaim, setting: Setting) -> tuple[Edit, ...]:
    verb, subject = claim.root, claim.subject
    objects = claim.of(verb, "dobj")
    helpers = claim.of(verb, "aux")
    if verb.lemma in _NOT_TURNED or claim.of(verb, "auxpass", "neg") or not _is_tensed(verb, helpers):
        return ()
    if not subject or len(objects) != 1 or not _is_doer(claim, subject) or objects[0].pos not in ("NOUN", "PROPN"):
        return ()
    who, what = _stretch(claim, subject), _stretch(claim, objects[0])
    first = helpers[0].index if helpers else verb.index
    if not who or not what or who[1] != first or what[0] != verb.index + 1 or subject.pos == "PRON":
        return ()
    form, helper = setting.inflect(verb.lemma, "VBN"), _helper(verb, helpers, _is_plural(claim, objects[0]))
    if not _closes(claim, verb, what[1]):
        return ()
    owned = any(t.tag == "PRP$" for t in claim.sentence.tokens[what[0] : what[1]])
    if not form or owned:
        return ()
    return (
        Edit(who[0], who[1], _text(claim, *what)),
        Edit(first, what[1], f"{helper} {form} by {_as_object(claim, subject, who)}"),
    )


def _closes(claim: FoundClaim, verb: Token, end: int) -> bool:
    """Nothing behind the object but a time or a place: "named him as", "won it from" need their object close."""
    if any(index >= end and claim.sentence.tokens[index].text == "," for index in claim.kept):
        return False
    behind = [index for index in claim.kept if index >= end and claim.sentence.tokens[index].is_word]
    if not behind:
        return True
    first = claim.sentence.tokens[behind[0]]
    nouns = claim.of(first, "pobj")
    entity = claim.sentence.entity_at(nouns[0].index) if nouns else None
    told = entity is not None and entity.label in ("DATE", "GPE", "LOC", "EVENT")
    whole = claim.below(first)[-1] == behind[-1]
    return whole and first.index == end and first.head == verb.index and first.lower in _CIRCUMSTANCES and told


_CIRCUMSTANCES = words("in on during after before until from by at")


def _is_tensed(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """A plain past or present, or one helper directly in front: can, will, must, has."""
    if not helpers:
        return verb.tag in ("VBD", "VBZ", "VBP")
    single = len(helpers) == 1 and helpers[0].index == verb.index - 1
    return single and (helpers[0].tag == "MD" or (helpers[0].lemma == "have" and verb.tag == "VBN"))


def _helper(verb: Token, helpers: tuple[Token, ...], plural: bool) -> str:
    if helpers and helpers[0].tag == "MD":
        return f"{helpers[0].lower} be"
    if helpers:
        return "had been" if helpers[0].lower == "had" else "have been" if plural else "has been"
    past = verb.tag == "VBD"
    return ("were" if past else "are") if plural else ("was" if past else "is")


def _is_doer(claim: FoundClaim, token: Token) -> bool:
    """A name, or a noun with an article or in the plural; never a time, a means or an act."""
    entity = claim.sentence.entity_at(token.index)
    if entity and entity.label in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"):
        return False
    if token.lower in _MEANS:
        return False
    return token.tag in ("NNP", "NNPS", "NNS") or (token.tag == "NN" and bool(claim.of(token, "det", "poss")))


def _stretch(claim: FoundClaim, token: Token) -> tuple[int, int] | None:
    """Return the half-open stretch of a short plain phrase that lies wholly in the claim."""
    own = claim.below(token)
    unbroken = own[-1] - own[0] + 1 == len(own) <= _LONGEST_PART and set(own) <= set(claim.kept)
    if any(sign.isdigit() for sign in token.text) or sum(t.lower == "by" for t in claim.tokens) > 1:
        return None
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
    entity = claim.sentence.entity_at(token.index)
    people = entity is not None and entity.label == "NORP" and claim.before(token) == "the"
    named = token.tag == "NNPS" and token.text.endswith("s")
    return token.tag == "NNS" or named or people or bool(claim.of(token, "conj"))


VOICE_TURNED = Maker("voice-turned", "verdict", rank=0, hardness=1, propose=_propose)
