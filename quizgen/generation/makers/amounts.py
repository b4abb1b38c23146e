"""Numeric: an amount whose unit stays beside the gap, or how many of something; what is rough has a tolerance."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizgen.domain.items.cloze import GAP
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MAGNITUDES, NUMBER_WORDS
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_answers import asked_count
from quizgen.generation.makers.reading_gaps import is_askable
from quizgen.generation.makers.reading_numbers import Number, plain_numbers, rough_numbers
from quizgen.generation.questions.clause import is_vague
from quizgen.generation.wording import Edit

# Every way to write a unit of measure; what is merely counted is none, since its name is half of the answer.
_UNITS = (
    ("kilometres", "kilometers", "kilometre", "kilometer", "km"),
    ("metres", "meters", "metre", "meter", "m"),
    ("centimetres", "centimeters", "centimetre", "centimeter", "cm"),
    ("millimetres", "millimeters", "millimetre", "millimeter", "mm"),
    ("miles", "mile", "mi"),
    ("feet", "foot", "ft"),
    ("inches", "inch", "in"),
    ("acres", "acre"),
    ("hectares", "hectare", "ha"),
    ("tonnes", "tonne", "tons", "ton", "t"),
    ("tons", "ton", "tonnes", "tonne", "t"),
    ("kilograms", "kilogrammes", "kilogram", "kilos", "kg"),
    ("pounds", "pound", "lb", "lbs", "£"),
    ("litres", "liters", "litre", "liter", "l"),
    ("percent", "per cent", "%"),
    ("dollars", "dollar", "$"),
    ("euros", "euro", "€"),
)
_FORMS = {form: forms for forms in reversed(_UNITS) for form in forms if len(form) > 2 or not form.isalpha()}
_SIGNS = ("$", "£", "€")


def _amount(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    exact, rough = list(plain_numbers(claim)), list(rough_numbers(claim))
    numbers = exact or rough
    if len(numbers) != 1 or not is_askable(claim) or is_vague(claim, claim.kept):
        return
    number = numbers[0]
    end = number.token.index + 1 + bool(number.magnitude)
    units = _units(claim, number, end)
    if not units or not _stands_once(number, setting):
        return
    stem = claim.with_edits([Edit(number.token.index, end, GAP)])
    key = _figures(number)
    tolerance = "0" if exact else _tolerance(key)
    said = f"{number.token.text} {number.magnitude}".strip()
    near = "" if exact else f" only roughly; {tolerance} more or less count too"
    rationale = f"The passage says {said}{near}."
    yield Proposal(stem, rationale, (claim.span,), key=(key, *units), tolerance=tolerance)


def _count(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    asked = asked_count(claim, setting)
    if asked:
        noun = asked.noun.lower()
        short = noun.rpartition(" ")[2]
        # "Square kilometres" is no kilometre, but "iron bridges" are bridges.
        loose = (short,) if short not in _FORMS and short != noun else ()
        units = (noun, *loose, *(form for form in _FORMS.get(noun, ()) if form != noun))
        key = (_figures(asked.number), *units)
        yield Proposal(asked.question, f"The passage says {asked.answer}.", (claim.span,), key=key)


def _units(claim: FoundClaim, number: Number, end: int) -> tuple[str, ...]:
    """Return the forms of the unit that stays in the stem beside the gap; () when none is known."""
    if claim.before(number.token) in _SIGNS:
        sign = claim.before(number.token)
        return (sign, *(form for form in _FORMS[sign] if form not in (sign, "lb", "lbs")))
    unit = claim.sentence.tokens[end].lower if end < len(claim.sentence.tokens) else ""
    forms = _FORMS.get(unit)
    behind = claim.sentence.tokens[end + 1].lower if forms and end + 1 < len(claim.sentence.tokens) else ""
    if forms is None or behind in ("and", "or", "per", "a", "an", "-", "–", "/", "squared") or end not in claim.kept:
        return ()
    return (unit, *(form for form in forms if form != unit))


def _tolerance(key: str) -> str:
    """Return half a unit of the last figure that counts, at most a tenth: about 250 leaves 5, about 40,000 4,000."""
    value = Decimal(key)
    digits = value.normalize().as_tuple()
    place = Decimal(10) ** int(digits.exponent)
    return f"{min(place / 2, value / 10).normalize():f}"


def _stands_once(number: Number, setting: Setting) -> bool:
    """Tell whether the figure stands at one place of the passage, so that nothing else can be meant."""
    pattern = rf"(?<![\w.,]){re.escape(number.token.lower)}(?![\w]|[.,]\d)"
    return len(re.findall(pattern, setting.article.text)) == 1


def _figures(number: Number) -> str:
    text = number.token.lower.replace(",", "")
    value = Decimal(NUMBER_WORDS[text]) if number.is_word else Decimal(text)
    whole = f"{value * Decimal(int(MAGNITUDES.get(number.magnitude, 1))):f}"
    return whole.removesuffix(".0")


AMOUNT_GAP = Maker("amount-gap", "numeric", rank=1, hardness=-1, propose=_amount)
COUNT_ASKED = Maker("count-asked", "numeric", rank=0, hardness=-1, propose=_count)
