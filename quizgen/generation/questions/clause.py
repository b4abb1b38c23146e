"""A claim laid out for asking: opener, subject, helping verb, verb and rest, without what is added by the way."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.language.parsed import Token

_SIGNS = '"“”;:—–()[]'
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ASIDES = ("relcl", "appos", "advcl", "acl")
_LIMITING = words("if unless when until whenever where as than except because since so while although though not only")
_BARRED = words(
    "not n't n’t never no neither nor respectively also however therefore thus instead too alone only even especially "
    "mainly mostly so both either another others today now currently recently "
    "later then earlier subsequently soon next previously meanwhile still already again"
)
JOINING = (
    "for instance", "for example", "in time", "in particular", "in addition", "in fact", "as a result", "in turn",
    "in contrast", "on the other hand", "at first", "at last", "in the end", "in this", "by contrast", "to this end",
    "in response,", "as a response",
    "after all", "among others", "and ", "but ", "or ", "so ", "yet ",
)  # fmt: skip
# Words that point at nothing once the question stands alone, and tails that tell more than is asked.
_LOOSE = re.compile(r"\b(?:he|she|it|they|him|them|there were)\b|\bin response(?! to)|\bas a response|,,|\bthere of\b|"
                    r", (?:an?|the|with|which|who|whose|where|when|as|while|but) ")  # fmt: skip
_LONGEST_OPENER = 9
_LONGEST, _SHORTEST = 26, 4
_POINTING = words("the this that these those its their his her")
_TELLING = ("prep", "relcl", "acl", "poss", "compound", "nmod", "appos")
_BACK = words("remaining same latter former resulting following said aforementioned previous other such")
# What a reader knows without having been told of it.
_KNOWN = words(
    "world sun earth moon sea sky war king queen public population past future beginning end number rest use"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Indexes of tokens, in order. ``first`` is the finite helping verb or form of *be*, or None."""

    claim: FoundClaim
    opener: tuple[int, ...]
    subject: tuple[int, ...]
    predicate: tuple[int, ...]
    helper: Token | None

    def text(self, indexes: Sequence[int], changed: dict[int, str] | None = None) -> str:
        """Return the words at ``indexes``, with those of ``changed`` written otherwise."""
        tokens = self.claim.sentence.tokens
        parts = [(changed or {}).get(i, tokens[i].text) + (" " if tokens[i].space else "") for i in indexes]
        return "".join(part if part.strip() else "" for part in parts).strip(" ,")

    def text_lowered(self, indexes: Sequence[int]) -> str:
        """Return the words without the capital of a first word that is no name."""
        text = self.text(indexes)
        if not indexes or indexes[0] != self.claim.kept[0]:
            return text
        first = self.claim.sentence.tokens[indexes[0]]
        entity = self.claim.sentence.entity_at(first.index)
        keeps = first.pos == "PROPN" or first.text == "I" or (len(first.text) > 1 and first.text.isupper())
        if keeps or (entity and first.pos not in ("DET", "ADP", "NUM") and entity.label not in ("DATE", "CARDINAL")):
            return text
        return text[:1].lower() + text[1:]


def clause_of(claim: FoundClaim) -> Clause | None:
    """Return the clause when it can be asked about: asserted, plain, not negated, leaning on nothing."""
    subject, sentence, verb = claim.subject, claim.sentence, claim.root
    if claim.stance is not Stance.ASSERTED or leans(claim) or claim.lowers & _BARRED:
        return None
    if any(sign in claim.statement for sign in _SIGNS) or "____" in claim.statement:
        return None
    subject = subject or next((t for t in sentence.of(verb, "expl") if t.index in claim.kept), None)
    if subject is None or subject.index > verb.index:
        return None
    kept = _without_asides(claim)
    if claim.statement.lower().startswith(JOINING) or verb.lemma == "do" or "i.e." in claim.lowers:
        return None
    own = [index for index in sentence.subtree(subject) if index in kept]
    while own and not sentence.tokens[own[-1]].is_word:
        own.pop()
    listed = sentence.of(subject, "conj")
    if not own or (not listed and any(sentence.tokens[index].text == "," for index in own)):
        return None
    opener = [index for index in kept if index < own[0]]
    predicate = [index for index in kept if index > own[-1]]
    while predicate and not sentence.tokens[predicate[0]].is_word:
        predicate.pop(0)
    helper = _helper(claim)
    if verb.index not in predicate or not _is_movable(claim, opener) or (helper is None and verb.tag not in _FINITE):
        return None
    return Clause(claim, tuple(opener), tuple(own), tuple(predicate), helper)


def leans(claim: FoundClaim) -> bool:
    """Tell whether the claim needs words before it: what is asked for must not stand in a context line."""
    return bool(claim.leaning or claim.context or claim.missing)


def is_vague(claim: FoundClaim, indexes: Collection[int]) -> bool:
    """Tell whether a noun among these tokens names its kind alone: "the lowest point", "the district"."""
    tokens = (claim.sentence.tokens[index] for index in indexes)
    return any(_is_bare(claim, token) for token in tokens if token.pos == "NOUN" and token.dep != "compound")


def _is_bare(claim: FoundClaim, noun: Token) -> bool:
    own = [child for child in claim.sentence.of(noun) if child.is_word and child.index in claim.kept]
    # "The city was awarded the highest decoration, the ...": what stands far behind belongs to another noun.
    own = [child for child in own if child.dep != "appos" or child.index <= noun.index + 3]
    if any(child.lower in _BACK for child in own):
        return True
    pointed = any(child.lower in _POINTING for child in own)
    return pointed and noun.lemma not in _KNOWN and not any(map(_tells_which, own))


def _tells_which(child: Token) -> bool:
    if child.dep in _TELLING:
        return child.tag != "PRP$"
    return child.pos == "PROPN" or (child.pos == "ADJ" and child.text[:1].isupper())


def _helper(claim: FoundClaim) -> Token | None:
    verb = claim.root
    helpers = [t for t in claim.sentence.of(verb, "aux", "auxpass") if t.index < verb.index and t.tag in _FINITE]
    if helpers:
        return helpers[0]
    return verb if verb.lemma == "be" and verb.tag in _FINITE else None


def _without_asides(claim: FoundClaim) -> list[int]:
    """Return the kept tokens without end sign, second verbs and additions between commas."""
    sentence, left_out = claim.sentence, set[int]()
    for token in claim.tokens:
        own = [index for index in sentence.subtree(token) if index in claim.kept]
        if token.index in left_out or claim.head in own or not own or own[-1] - own[0] + 1 != len(own):
            continue
        opened = own[0] > claim.kept[0] and sentence.tokens[own[0] - 1].text == ","
        closed = own[-1] >= claim.kept[-1] - 1 or sentence.tokens[own[-1] + 1].text == ","
        limited = {mark.lower for mark in sentence.of(token, "mark", "advmod")} & _LIMITING
        if token.dep in _ASIDES and opened and closed and not limited:
            left_out |= {own[0] - 1, *own}
    for second in sentence.of(claim.root, "conj"):
        own = [index for index in sentence.subtree(second) if index in claim.kept]
        if own and own[-1] >= claim.kept[-1] - 1:
            left_out |= set(range(own[0], own[-1] + 1))
            left_out |= {cc.index for cc in sentence.of(claim.root, "cc")}
    kept = [index for index in claim.kept if index not in left_out]
    while kept and (not sentence.tokens[kept[-1]].is_word and sentence.tokens[kept[-1]].text not in ("%", "'s")):
        kept.pop()
    return kept


def _is_movable(claim: FoundClaim, opener: Sequence[int]) -> bool:
    """What stands before the subject hangs on the verb and may as well stand at the end."""
    tokens = claim.sentence.tokens
    tops = [tokens[index] for index in opener if tokens[index].head == claim.head and tokens[index].is_word]
    return (
        len(opener) <= _LONGEST_OPENER
        and all(top.dep in ("prep", "npadvmod") for top in tops)
        and all(tokens[i].head == claim.head or tokens[i].head in opener for i in opener)
    )


def question(clause: Clause, asked: str, answer: Collection[int]) -> str:
    """Return the question that ``asked`` opens, with the tokens of ``answer`` left out; "" when it reads badly."""
    rest = [index for index in clause.predicate if index not in answer]
    opener = [index for index in clause.opener if index not in answer]
    if set(clause.subject) <= set(answer):
        words_in_order = [asked, clause.text(rest), clause.text_lowered(opener)]
    else:
        if set(clause.subject) & set(answer):
            return ""
        words_in_order = _turned(clause, asked, rest, opener)
    tokens = clause.claim.sentence.tokens
    # "Conquered England, killing the king" would become "conquer killing the king".
    behind = [index for index in rest if index > clause.claim.head]
    if behind and tokens[behind[0]].tag == "VBG" and behind[0] != clause.claim.head + 1:
        return ""
    text = " ".join(" ".join(part for part in words_in_order if part).split()).replace(" ,", ",")
    size = len(text.split())
    said = {*opener, *rest, *(index for index in clause.subject if index not in answer)}
    vague = is_vague(clause.claim, said)
    if _LOOSE.search(text):
        return ""
    return text + "?" if _SHORTEST <= size <= _LONGEST and not vague else ""


def _turned(clause: Clause, asked: str, rest: list[int], opener: list[int]) -> list[str]:
    verb, helper = clause.claim.root, clause.helper
    subject = clause.text_lowered(clause.subject)
    if helper is not None:
        rest = [index for index in rest if index != helper.index]
        return [asked, helper.text.lower(), subject, clause.text(rest), clause.text_lowered(opener)]
    support = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
    plain = clause.text(rest, {verb.index: verb.lemma.lower()})
    return [asked, support, subject, plain, clause.text_lowered(opener)]
