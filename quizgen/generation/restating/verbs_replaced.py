"""A verb for another of the same meaning, in the frame in which both mean the same."""

from collections.abc import Callable, Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.restating.verb_table import VerbEntry, verb_entries
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_ENTRIES = verb_entries()
_BE = {"VBZ": "is", "VBP": "are", "VB": "be", "VBN": "been", "VBG": "being"}
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "oprd", "acomp", "attr", "dative", "prt")
_VISIBLE = 2
_SHORT = 2


def verbs_replaced(claim: FoundClaim, setting: Setting) -> Iterator[Change]:
    """Yield a change for each verb of the claim that one of the entries fits, the first that does."""
    for token in claim.tokens:
        if token.tag[:2] != "VB" or token.lemma not in _ENTRIES or not _is_free(claim, token):
            continue
        change = next(filter(None, (_change(claim, token, entry, setting) for entry in _ENTRIES[token.lemma])), None)
        # A lemma that does not give the form is the wrong one: "found" of find, not of found.
        if change and setting.inflect(token.lemma, token.tag) == token.lower:
            yield change


def _is_free(claim: FoundClaim, token: Token) -> bool:
    """No name, no part of a compound, no adjective, and an object of its own."""
    entity = claim.sentence.entity_at(token.index)
    joined = claim.before(token) in ("-", "–") or claim.after(token) in ("-", "–")
    listed = _shares_its_object(claim, token)
    bare = token.tag == "VBN" and not claim.sentence.of(token, "aux", "auxpass") and token.dep != "acl"
    return not (entity or joined or listed or bare or token.dep in ("amod", "compound"))


def _shares_its_object(claim: FoundClaim, token: Token) -> bool:
    """Tell whether what follows may belong to another verb as well: "built and sold the mill"."""
    seconds = claim.sentence.of(token, "conj")
    complements = claim.sentence.of(token, *_COMPLEMENTS, "prep", "agent")
    inside = not seconds or any(token.index < each.index < seconds[0].index for each in complements)
    first = claim.sentence.tokens[token.head] if token.dep == "conj" else None
    served = first is None or any(
        first.index < each.index < token.index for each in claim.sentence.of(first, *_COMPLEMENTS, "prep")
    )
    helped = first is None or token.tag != "VBN" or bool(claim.sentence.of(token, "aux", "auxpass"))
    return not (inside and served and helped)


def _change(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    if _is_reduced(token) and entry.frame != "o":
        return None
    particles = claim.sentence.of(token, "prt")
    if [particle.lower for particle in particles] != ([entry.particle] if entry.particle else []):
        return None
    if particles and particles[0].index != token.index + 1:
        return None
    return _FRAMES[entry.frame](claim, token, entry, setting)


def _objects(claim: FoundClaim, token: Token) -> tuple[Token, ...]:
    if token.dep == "acl" and token.tag == "VBN":
        return (claim.sentence.tokens[token.head],)
    return claim.sentence.of(token, "dobj") or (claim.sentence.of(token, "nsubjpass") if _passive(claim, token) else ())


def _passive(claim: FoundClaim, token: Token) -> bool:
    return bool(claim.sentence.of(token, "auxpass"))


def _fits(entry: VerbEntry, nouns: tuple[Token, ...]) -> bool:
    return len(nouns) == 1 and (not entry.nouns or nouns[0].lemma.lower() in entry.nouns)


def _with_object(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    other = claim.sentence.of(token, "xcomp", "ccomp", "oprd", "dative", "acomp")
    pronoun = " " in entry.new and any(noun.pos == "PRON" for noun in _objects(claim, token))
    finite = token.tag in ("VBD", "VBZ", "VBP") or _passive(claim, token)
    clumsy = (entry.new.startswith("be ") and not finite) or (token.dep == "acl" and " " in entry.new)
    if other or pronoun or clumsy or not _fits(entry, _objects(claim, token)) or _has_as(claim, token):
        return None
    if entry.frame == "a" and (
        _passive(claim, token) or token.tag in ("VBG", "VBN") or not _stands_before(claim, token)
    ):
        return None
    return _one_word(claim, token, entry, setting)


def _has_as(claim: FoundClaim, token: Token) -> bool:
    return any(child.lower in ("as", "with", "from", "into") for child in claim.sentence.of(token, "prep"))


def _stands_before(claim: FoundClaim, token: Token) -> bool:
    """Nothing but the object's own words stands between verb and object."""
    noun = claim.sentence.of(token, "dobj")[0]
    return claim.sentence.subtree(noun)[0] == token.index + 1


def _without_object(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    subjects = claim.sentence.of(token, "nsubj")
    if claim.sentence.of(token, *_COMPLEMENTS) or _passive(claim, token) or not _fits(entry, subjects):
        return None
    return _one_word(claim, token, entry, setting)


def _before_infinitive(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    inner = claim.sentence.of(token, "xcomp")
    if len(inner) != 1 or claim.after(token) != "to" or inner[0].tag != "VB" or claim.sentence.of(token, "dobj"):
        return None
    if _passive(claim, token):
        return None
    return _one_word(claim, token, entry, setting)


def _before_participle(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    """Managed to sell becomes succeeded in selling."""
    inner = claim.sentence.of(token, "xcomp")
    if len(inner) != 1 or inner[0].index != token.index + 2 or claim.after(token) != "to" or inner[0].tag != "VB":
        return None
    verb, form = _finite(claim, token, entry, setting), setting.inflect(inner[0].lemma, "VBG")
    plain = inner[0].lemma not in ("be", "exist", "have", "hold") and not claim.sentence.of(inner[0], "conj", "auxpass")
    if not verb or not form or not plain or _passive(claim, token):
        return None
    return Change((Edit(token.index, inner[0].index + 1, f"{verb} {form}"),), _VISIBLE)


def _with_object_and_infinitive(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    inner = [child for child in claim.sentence.of(token, "ccomp", "xcomp") if child.tag == "VB"]
    led = inner and any(aux.lower == "to" for aux in claim.sentence.of(inner[0], "aux"))
    if not led or claim.after(token) == "to" or _passive(claim, token):
        return None
    return _one_word(claim, token, entry, setting)


def _before_that(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    inner = claim.sentence.of(token, "ccomp")
    if len(inner) != 1 or claim.after(token, 2 if entry.particle else 1) != "that" or _passive(claim, token):
        return None
    return _one_word(claim, token, entry, setting)


def _with_predicate(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    """Remained neutral becomes stayed neutral; is considered a town becomes is regarded as a town."""
    said = claim.sentence.of(token, "acomp", "oprd", "attr")
    if len(said) != 1 or claim.sentence.subtree(said[0])[0] != token.index + 1 or not _fits(entry, said):
        return None
    passive = claim.sentence.of(token, "auxpass")
    if passive:
        adjective = said[0].pos == "ADJ" and entry.new != "be regarded as"
        quoted = said[0].pos not in ("NOUN", "PROPN", "ADJ")
        return None if adjective or quoted else _with_helper(claim, passive[0], token.index + 1, entry, setting)
    if entry.new.startswith("be ") or said[0].pos != "ADJ":
        return None
    if entry.nouns:
        form = _finite(claim, token, entry, setting)
        plain = len(claim.sentence.subtree(said[0])) == 1
        return Change((Edit(token.index, said[0].index + 1, form),), _VISIBLE) if form and plain else None
    return _one_word(claim, token, entry, setting)


def _with_preposition(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    if claim.after(token) != entry.preposition or claim.sentence.of(token, *_COMPLEMENTS) or _passive(claim, token):
        return None
    preposition = claim.sentence.tokens[token.index + 1]
    nouns = claim.sentence.of(preposition, "pobj")
    entity = claim.sentence.entity_at(nouns[0].index) if nouns else None
    dated = entity is not None and entity.label in ("DATE", "TIME", "CARDINAL")
    if preposition.head != token.index or not nouns or dated:
        return None
    form = _finite(claim, token, entry, setting)
    worth = _VISIBLE if len(entry.new.split()) > _SHORT else 1
    return Change((Edit(token.index, token.index + 2, form),), worth) if form else None


def _passive_with_preposition(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    if not entry.preposition:
        return _passive_alone(claim, token, entry, setting)
    helpers = claim.sentence.of(token, "auxpass")
    if claim.after(token) != entry.preposition or len(helpers) != 1 or helpers[0].index != token.index - 1:
        return None
    behind = claim.sentence.tokens[token.index + 1]
    if behind.head != token.index or not claim.sentence.of(behind, "pobj"):
        return None
    return _with_helper(claim, helpers[0], token.index + 2, entry, setting)


def _passive_alone(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    """A meeting was held becomes a meeting took place."""
    helpers = claim.sentence.of(token, "auxpass")
    if (
        len(helpers) != 1
        or helpers[0].index != token.index - 1
        or not _fits(entry, claim.sentence.of(token, "nsubjpass"))
    ):
        return None
    if claim.sentence.of(token, "agent", "xcomp", "oprd"):
        return None
    return _with_helper(claim, helpers[0], token.index + 1, entry, setting)


def _passive_before_infinitive(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    helpers = claim.sentence.of(token, "auxpass")
    if claim.after(token) != "to" or len(helpers) != 1 or helpers[0].index != token.index - 1:
        return None
    if not claim.sentence.of(token, "xcomp") or claim.sentence.of(token, "agent"):
        return None
    if entry.new not in ("have", "serve"):
        return _one_word(claim, token, entry, setting)
    return _with_helper(claim, helpers[0], token.index + 1, entry, setting)


def _with_preposition_with(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    led = any(child.lower == "with" for child in claim.sentence.of(token, "prep"))
    if not led or not claim.sentence.of(token, "dobj") or _passive(claim, token):
        return None
    return _one_word(claim, token, entry, setting)


def _is_reduced(token: Token) -> bool:
    """A village founded by monks: no helper whose form the new verb could take."""
    return token.dep == "acl" and token.tag == "VBN"


def _one_word(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> Change | None:
    form = _finite(claim, token, entry, setting)
    end = token.index + (2 if entry.particle else 1)
    worth = _VISIBLE if " " in entry.new else 1
    return Change((Edit(token.index, end, form),), worth) if form else None


def _finite(claim: FoundClaim, token: Token, entry: VerbEntry, setting: Setting) -> str:
    return inflected(claim, token, token, entry.new, setting)


def _with_helper(claim: FoundClaim, helper: Token, end: int, entry: VerbEntry, setting: Setting) -> Change | None:
    """Replace "was composed of" as a whole, in the tense of its helper."""
    verb = claim.sentence.tokens[helper.head]
    form = inflected(claim, helper, verb, entry.new, setting)
    return Change((Edit(helper.index, end, form),), 1 if entry.new.startswith("be ") else _VISIBLE) if form else None


def inflected(claim: FoundClaim, model: Token, verb: Token, new: str, setting: Setting) -> str:
    """Return ``new`` with its first word in the form of ``model``; "be" agrees with the subject of ``verb``."""
    first, _, rest = new.partition(" ")
    supported = any(helper.lemma == "do" for helper in claim.sentence.of(verb, "aux"))
    if ("its" in rest.split() and _is_plural(claim, verb)) or (
        first == "be" and (supported or _is_doubtful(claim, verb))
    ):
        return ""
    if first == "be":
        form: str | None = _BE.get(model.tag)
        if model.tag == "VBD":
            form = "were" if _is_plural(claim, verb) else "was"
        if model.tag in ("VBN", "VBG") and not claim.sentence.of(verb, "aux"):
            form = None
    else:
        tag = model.tag
        if model.lower in ("was", "were"):
            tag = "VBD"
        form = setting.inflect(first, tag)
    return f"{form} {rest}".strip() if form else ""


def _is_doubtful(claim: FoundClaim, verb: Token) -> bool:
    """Tell whether the number of the subject hangs on a name or a row that a relative clause belongs to."""
    relative = any(
        subject.tag == "WDT" or subject.lower == "who" for subject in claim.sentence.of(verb, "nsubj", "nsubjpass")
    )
    head = claim.sentence.tokens[verb.head]
    return relative and (head.dep == "conj" or bool(claim.sentence.of(head, "conj")))


def _is_plural(claim: FoundClaim, verb: Token) -> bool:
    subjects = claim.sentence.of(verb, "nsubj", "nsubjpass")
    if not subjects:
        return False
    subject = subjects[0]
    if subject.lower in ("which", "that", "who"):
        subject = claim.sentence.tokens[verb.head]
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "these", "those", "many", "some", "both")
    return plural or bool(claim.sentence.of(subject, "conj"))


_Frame = Callable[[FoundClaim, Token, VerbEntry, Setting], Change | None]
_FRAMES: dict[str, _Frame] = {
    "o": _with_object,
    "a": _with_object,
    "n": _without_object,
    "x": _before_infinitive,
    "g": _before_participle,
    "i": _with_object_and_infinitive,
    "c": _before_that,
    "q": _with_predicate,
    "p": _with_preposition,
    "b": _passive_with_preposition,
    "bx": _passive_before_infinitive,
    "w": _with_preposition_with,
}
