"""What a claim can be asked for: a name, the year of an act, a count, a share; each with its question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.makers.reading_dates import RECURRING, is_act
from quizgen.generation.makers.reading_gaps import is_clear, is_rare, says_enough
from quizgen.generation.makers.reading_numbers import Number, plain_numbers
from quizgen.generation.questions.clause import Clause, clause_of, question
from quizgen.generation.questions.names import PERSON, Name
from quizgen.language.parsed import Entity, Token

_LEAST_ASKED = 4
_QUESTION_WORDS = words(
    "who which what whom did does was were has had the and for with from into that this its his her their are is of by "
    "country city person after before during under over between among upon about through when while first one two"
)
_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
_TIME = re.compile(r"\d{3,4}s?|.*centur.*|decades?|.*[–-]\d{2,4}")
_INTO = ("into", "of", "from", "to", "with")
_PLACING = (
    "in",
    "from",
    "to",
    "at",
    "near",
    "with",
    "into",
    "against",
    "for",
    "on",
    "under",
    "through",
    "across",
    "by",
)
_OF_TOWNS = words("be become have lie host house contain remain grow serve fall surrender lie stand boast own")
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = ("det", "amod", "compound", "nummod")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what answers it, as it stands in the passage."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class AskedName(Asked):
    """A question about a name of a known sort."""

    name: Name


@dataclass(frozen=True, slots=True)
class AskedCount(Asked):
    """A question about a number of things: ``noun`` says what is counted, "%" for a share."""

    number: Number
    noun: str


def asked_names(claim: FoundClaim, setting: Setting) -> Iterator[AskedName]:
    """Yield the questions of a claim that a name answers: who, which country, in which city."""
    clause = clause_of(claim)
    for entity in claim.entities() if clause else ():
        name = setting.article.names.of(entity)
        if clause and name and is_clear(claim, entity) and is_rare(entity, setting):
            asked = _about_name(clause, entity, name, setting)
            if (
                asked
                and _is_particular(asked, setting)
                and says_enough(claim, range(entity.first, entity.last), setting, least=3)
            ):
                yield AskedName(asked, name.text, name)


def _is_particular(asked: str, setting: Setting) -> bool:
    """Tell whether the question itself says enough: "Into which country did they come?" does not."""
    article, title = setting.article, setting.article.passage.title.lower()
    said = {word for word in re.findall(r"[\w’'-]{3,}", asked.lower()) if word not in _QUESTION_WORDS}
    # Something must tie it to one place of the passage: a name, a date, a figure.
    tied = re.search(r"\d|[^?] (?:the )?[A-Z]", asked) is not None
    return tied and sum(word not in title and word not in article.common for word in said) >= _LEAST_ASKED


def asked_year(claim: FoundClaim) -> Asked | None:
    """Return "In which year ...?" when the one date of the claim says when its act was done."""
    clause = clause_of(claim)
    years = [token for token in claim.tokens if _TIME.fullmatch(token.lower)]
    if clause is None or len(years) != 1 or not _YEAR.fullmatch(years[0].text) or not is_act(claim, claim.root):
        return None
    if claim.root.lemma in RECURRING:
        return None
    for preposition in claim.sentence.of(claim.root, "prep"):
        own = [index for index in claim.sentence.subtree(preposition) if index in claim.kept]
        date = [claim.sentence.tokens[index] for index in own[1:]]
        dated = all(t.text.isdigit() or t.text == "," or claim.sentence.entity_at(t.index) is not None for t in date)
        if preposition.lower in ("in", "on") and years[0].index in own and dated and len(date) <= 4:
            comma = [i for i in (own[-1] + 1,) if i in clause.opener]
            asked = question(clause, "In which year", {*own, *comma})
            return Asked(asked, years[0].text) if asked else None
    return None


def asked_count(claim: FoundClaim, setting: Setting) -> AskedCount | None:
    """Return "How many ...?" or "What percentage of ...?" about the one exact number of the claim."""
    clause = clause_of(claim)
    numbers = list(plain_numbers(claim)) if clause else []
    if clause is None or len(numbers) != 1:
        return None
    number = numbers[0]
    if not says_enough(claim, (number.token.index,), setting, least=3):
        return None
    if claim.after(number.token) in ("%", "percent"):
        return _share(clause, number)
    noun = claim.sentence.tokens[number.token.head]
    noun = claim.sentence.tokens[noun.head] if number.magnitude else noun
    start, end = number.token.index, noun.index + 1
    within = [claim.sentence.tokens[i] for i in range(start, end)]
    if noun.tag != "NNS" or end <= start or any(t.index not in claim.kept or t.text == "," for t in within):
        return None
    phrase = clause.text(range(start + 1 + bool(number.magnitude), end))
    asked = _how_many(clause, noun, phrase, range(start, end))
    said = f"{number.token.text} {number.magnitude}".strip()
    return AskedCount(asked, said, number, phrase) if asked and phrase else None


def _how_many(clause: Clause, noun: Token, phrase: str, answer: range) -> str:
    claim = clause.claim
    if noun.dep in _SUBJECTS and noun.head == claim.head and clause.subject[0] == answer[0]:
        behind = [index for index in clause.subject if index >= answer[-1] + 1]
        tail = f" {clause.text(behind)}" if behind else ""
        return question(clause, f"How many {phrase}{tail}", clause.subject)
    there = claim.sentence.of(claim.root, "expl")
    if noun.head == claim.head and (noun.dep == "dobj" or (noun.dep == "attr" and there)):
        return question(clause, f"How many {phrase}", answer)
    preposition = claim.sentence.tokens[noun.head]
    direct = preposition.head == claim.head and preposition.index + 1 == answer[0]
    if noun.dep == "pobj" and direct and preposition.lower in _INTO:
        return question(clause, f"{preposition.text.capitalize()} how many {phrase}", {preposition.index, *answer})
    return ""


def _share(clause: Clause, number: Number) -> AskedCount | None:
    claim = clause.claim
    sign = claim.sentence.tokens[number.token.index + 1]
    of = next((t for t in claim.sentence.of(sign, "prep") if t.lower == "of" and t.index == sign.index + 1), None)
    if of is None or sign.head != claim.head or sign.dep not in (*_SUBJECTS, "dobj"):
        return None
    whole = [index for index in claim.sentence.subtree(of) if index in (*clause.subject, *clause.predicate)]
    if whole[-1] - whole[0] + 1 != len(whole):
        return None
    answer = clause.subject if sign.dep in _SUBJECTS else (number.token.index, sign.index, *whole)
    asked = question(clause, f"What percentage {clause.text(whole)}", answer)
    return AskedCount(asked, number.token.text, number, "%") if asked else None


def _about_name(clause: Clause, entity: Entity, name: Name, setting: Setting) -> str:
    claim, sentence = clause.claim, clause.claim.sentence
    inside = [sentence.tokens[index] for index in range(entity.first, entity.last)]
    head = next((t for t in inside if not entity.first <= t.head < entity.last), inside[-1])
    which = "Who" if name.sort == PERSON else f"Which {name.sort}"
    own = {index for index in sentence.subtree(head) if index in (*clause.opener, *clause.subject, *clause.predicate)}
    others = [sentence.tokens[i] for i in own if not entity.first <= i < entity.last and sentence.tokens[i].is_word]
    plain = all(token.dep in _PARTS and token.index < head.index for token in others)
    if head.head == claim.head and plain:
        if head.dep in _SUBJECTS:
            # A town that does something is too often a person or a government of that name.
            acting = name.sort == "city" and head.dep == "nsubj" and claim.root.lemma not in _OF_TOWNS
            return "" if acting else question(clause, which, clause.subject)
        bare_name = all(token.lower == "the" for token in others)
        if head.dep == "attr" and claim.root.lemma == "be" and bare_name:
            return question(clause, which, own) if name.sort == PERSON else ""
        taken = head.dep == "dobj" and not sentence.of(claim.root, "xcomp", "ccomp", "oprd", "dative")
        return question(clause, which, own) if taken and name.sort != PERSON and bare_name else ""
    above = sentence.tokens[head.head]
    if above.head != claim.head or any(token.lower != "the" for token in others):
        return ""
    if above.dep == "agent" and name.sort == PERSON:
        return _actively(clause, {above.index, *own}, setting)
    if above.dep in ("prep", "agent") and above.lower in _PLACING and name.sort != PERSON:
        comma = {i for i in (max(own) + 1,) if i in clause.opener}
        return question(clause, f"{above.text.capitalize()} which {name.sort}", {above.index, *own, *comma})
    return ""


def _actively(clause: Clause, answer: set[int], setting: Setting) -> str:
    """ "The tower was designed by Hale" asks "Who designed the tower?"."""
    claim = clause.claim
    helper, verb = clause.helper, claim.root
    bare_verb = helper is not None and helper.index + 1 == verb.index and helper.lower in ("was", "were")
    form = setting.inflect(verb.lemma, "VBD") if bare_verb and verb.tag == "VBN" else None
    if form is None or helper is None:
        return ""
    asked = f"Who {form} {clause.text_lowered(clause.subject)}"
    return question(clause, asked, {*answer, *clause.subject, helper.index, verb.index})
