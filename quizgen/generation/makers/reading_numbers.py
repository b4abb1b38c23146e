"""Numbers in a claim that an edit may touch: exact, counted, and not part of a name or a range."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MAGNITUDES, NUMBER_WORDS, WORD_OF_NUMBER, words
from quizgen.generation.makers.reading_dates import is_year
from quizgen.language.parsed import Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_BLURRED = words(
    "by until till since after before from to between about around over than nearly almost approximately "
    "roughly some least "
    "most under below above within plus minus - – — / : x × and or every per no number numbers version chapter article "
    "section title part game grade class type level page phase route highway the these those all both other "
    "first last next"
)
_ROUGHLY = words("about around approximately roughly circa")
_FACTORS = (0.57, 0.68, 0.79, 1.27, 1.36, 1.6)
_MEASURED_NAMES = (
    "PERSON",
    "ORG",
    "GPE",
    "LAW",
    "PRODUCT",
    "EVENT",
    "FAC",
    "WORK_OF_ART",
    "NORP",
    "LOC",
    "DATE",
    "TIME",
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a claim: its token, its value (the magnitude word not counted), and that word or ""."""

    token: Token
    value: float
    magnitude: str

    @property
    def is_word(self) -> bool:
        return self.token.lower in NUMBER_WORDS


def plain_numbers(claim: FoundClaim) -> Iterator[Number]:
    """Yield the numbers of the claim that state an exact count or amount."""
    if any(sign in claim.statement for sign in ("—", ":", ";")):
        return
    for token in claim.tokens:
        number = _read(claim, token)
        others = (t for t in claim.tokens if t.pos == "NUM" and t.index != token.index and t.lower not in MAGNITUDES)
        if number and any(not is_year(other) for other in others):
            return
        if number and not _is_blurred(claim, token) and _counts_something(claim, token):
            yield number


def rough_numbers(claim: FoundClaim) -> Iterator[Number]:
    """Yield the one number of a claim that is given only roughly: about 250 kilometres."""
    numbers = [token for token in claim.tokens if token.pos == "NUM" and token.lower not in MAGNITUDES]
    for token in numbers if len(numbers) == 1 else ():
        number = _read(claim, token)
        sign = claim.before(token) in ("$", "£", "€")
        if number and claim.before(token, 2 if sign else 1) in _ROUGHLY and not _is_joined(claim, token):
            yield number


def written(value: float, like: Number) -> str:
    """Return ``value`` in the manner of ``like``: a word for a word, thousands divided when they were."""
    whole = round(value)
    if like.is_word and whole in WORD_OF_NUMBER:
        return WORD_OF_NUMBER[whole]
    if "." in like.token.text:
        places = len(like.token.text.split(".")[1])
        return f"{value:.{places}f}"
    return f"{whole:,}" if "," in like.token.text or (whole >= 10_000 and not like.magnitude) else str(whole)


def other_values(number: Number, percent: bool, rng: random.Random) -> Iterator[float]:
    """Yield values that could be believed instead, never equal to the number, and not its plain multiples."""
    value = number.value
    if number.is_word or (value <= 12 and value == int(value)):
        steps = (1, -1, 2) if value <= 3 else (2, -2, 1, -1)
        yield from (value + step for step in steps if 2 <= value + step <= 12)
        return
    for factor in rng.sample(_FACTORS, len(_FACTORS)):
        changed = value * factor
        if "." not in number.token.text:
            changed = _rounded_like(value, changed)
        if changed != value and changed > 0 and not (percent and changed >= 100):
            yield changed


def _read(claim: FoundClaim, token: Token) -> Number | None:
    if token.pos != "NUM" or is_year(token):
        return None
    if token.lower in NUMBER_WORDS and NUMBER_WORDS[token.lower] >= 2:
        value = float(NUMBER_WORDS[token.lower])
    elif _DIGITS.fullmatch(token.text):
        value = float(token.text.replace(",", ""))
    else:
        return None
    following = claim.after(token)
    return Number(token, value, following if following in MAGNITUDES else "") if value >= 2 else None


def _is_blurred(claim: FoundClaim, token: Token) -> bool:
    start = token.index - 1 if claim.before(token) in ("$", "£", "€") else token.index
    tokens = claim.sentence.tokens
    before = tokens[start - 1].lower if start else ""
    if before in _BLURRED or (before == "to" and start > 1):
        return True
    return _is_joined(claim, token)


def _is_joined(claim: FoundClaim, token: Token) -> bool:
    """Tell whether it is a part of a range, a compound, or a longer sign."""
    start = token.index - 1 if claim.before(token) in ("$", "£", "€") else token.index
    tokens = claim.sentence.tokens
    if claim.after(token) in ("-", "–", "—", "to", "or", "/", ":", "of", "%-") and claim.after(token) != "of":
        return True
    glued = start > 0 and not tokens[start - 1].space and tokens[start - 1].text not in ("(", '"', "“", "$", "£", "€")
    return glued or (not token.space and claim.after(token) not in ("%", ",", ".", ";"))


def _counts_something(claim: FoundClaim, token: Token) -> bool:
    entity = claim.sentence.entity_at(token.index)
    if entity and entity.label in _MEASURED_NAMES:
        return False
    if claim.after(token) in ("of", "and"):
        return False
    if claim.after(token) == "%" and claim.after(token, 2) in ("to", "and", "or", "-", "–"):
        return False
    head = claim.sentence.tokens[token.head]
    if claim.after(token) in ("%", "percent") or claim.before(token) in ("$", "£", "€"):
        return True
    if claim.after(token) in MAGNITUDES:
        return claim.sentence.tokens[head.head].pos == "NOUN" or head.pos == "NOUN"
    # "A and B are two countries": the number follows from the list before it.
    above = claim.sentence.of(claim.sentence.tokens[head.head], "nsubj") if head.dep == "attr" else ()
    counted = any(claim.sentence.of(subject, "conj") for subject in above)
    # "Three forms, X, Y and Z": the list that follows would show the number to be wrong.
    counted = counted or bool(claim.sentence.of(head, "appos", "conj")) or head.dep == "appos"
    above_noun = claim.sentence.tokens[claim.sentence.tokens[head.head].head]
    counted = (
        counted
        or above_noun.lemma in ("case", "example")
        or (claim.after(head) in (",", "–", "-") and "and" in claim.lowers)
    )
    return token.dep == "nummod" and head.tag == "NNS" and head.index > token.index and not counted


def _rounded_like(value: float, changed: float) -> float:
    digits = len(str(int(value)).rstrip("0")) or 1
    places = len(str(int(changed))) - digits
    return float(round(changed, -places)) if places > 0 else float(round(changed))
