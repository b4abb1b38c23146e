"""Numeric: an amount with its unit taken out of a claim, to be given in figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizgen.domain.items.cloze import GAP
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MAGNITUDES, NUMBER_WORDS
from quizgen.generation.makers.gaps import is_askable
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_numbers import Number, plain_numbers
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


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    numbers = list(plain_numbers(claim))
    if len(numbers) != 1 or not is_askable(claim):
        return
    amount = _amount(claim, numbers[0])
    if amount is None or not _stands_once(numbers[0], setting):
        return
    start, end, units = amount
    said = " ".join("".join(t.text + " " * t.space for t in claim.sentence.tokens[start:end]).split())
    stem = claim.with_edits([Edit(start, end, GAP)])
    yield Proposal(stem, f"The passage says {said}.", (claim.span,), key=(_figures(numbers[0]), *units))


def _amount(claim: FoundClaim, number: Number) -> tuple[int, int, tuple[str, ...]] | None:
    """Return the tokens from the first of the amount to behind its last, and the forms of its unit; None without."""
    start = number.token.index
    end = start + 1 + bool(number.magnitude)
    if claim.before(number.token) in _SIGNS:
        sign = claim.before(number.token)
        return start - 1, end, (sign, *(form for form in _FORMS[sign] if form not in (sign, "lb", "lbs")))
    unit = claim.sentence.tokens[end].lower if end < len(claim.sentence.tokens) else ""
    forms = _FORMS.get(unit)
    behind = claim.sentence.tokens[end + 1].lower if forms and end + 1 < len(claim.sentence.tokens) else ""
    if forms is None or behind in ("and", "or", "per", "a", "an", "-", "–", "/", "squared") or end not in claim.kept:
        return None
    return start, end + 1, (unit, *(form for form in forms if form != unit))


def _stands_once(number: Number, setting: Setting) -> bool:
    """Tell whether the figure stands at one place of the passage, so that nothing else can be meant."""
    pattern = rf"(?<![\w.,]){re.escape(number.token.lower)}(?![\w]|[.,]\d)"
    return len(re.findall(pattern, setting.article.text)) == 1


def _figures(number: Number) -> str:
    text = number.token.lower.replace(",", "")
    value = Decimal(NUMBER_WORDS[text]) if number.is_word else Decimal(text)
    whole = f"{value * Decimal(int(MAGNITUDES.get(number.magnitude, 1))):f}"
    return whole.removesuffix(".0")


AMOUNT_GAP = Maker("amount-gap", "numeric", rank=0, hardness=-1, propose=_propose)
