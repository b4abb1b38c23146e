"""A question whose answer is a number, with the tolerance that is allowed and the units that may stand with it."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, ClassVar

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.cloze import GAP, folded
from quizgen.domain.items.item import InvalidResponse, Item, Samples

LONGEST_RESPONSE = 100
LONGEST_UNIT = 40
_LONGEST_NUMBER = 30
_BEFORE = ("$", "£", "€", "¥")
_PLAIN = re.compile(r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
_NUMBER = re.compile(
    r"(?P<before>[^0-9.+-]*)(?P<sign>[+-]?)(?P<inner>[^0-9.+\s-]?)"
    r"(?P<whole>[0-9]{1,3}(?:(?P<mark>[, '’])[0-9]{3})(?:(?P=mark)[0-9]{3})*(?![0-9])|[0-9]*)(?P<part>\.[0-9]+)?"
    r"(?:\s*(?P<magnitude>hundred|thousand|million|billion|trillion)\b)?(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
MAGNITUDES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_REFUSED = "Answer with a number in figures, such as 1,250 or 3.5, with its unit if you like."


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericItem(Item):
    """``key`` and ``tolerance`` are plain decimals such as 12500 or 3.5; both ends of the tolerance still count.

    ``units`` are the words and signs that may stand before or behind the number, the best first; a response without
    a unit counts too, one with any other is wrong. The stem is a question, or a sentence with one gap.
    """

    kind: ClassVar[str] = "numeric"

    key: str
    tolerance: str = "0"
    units: tuple[str, ...] = ()

    def _problems(self) -> tuple[str, ...]:
        found = []
        if self.stem.count(GAP) > 1:
            found.append(f"the stem has at most one gap, written {GAP}")
        if not _is_plain(self.key):
            found.append("the key is a number in figures without thousands separators, such as 12500 or 3.5")
        if not _is_plain(self.tolerance) or self.tolerance.startswith("-"):
            found.append("the tolerance is a number in figures, 0 or more")
        if any(not folded(unit) or len(unit) > LONGEST_UNIT or re.search("[0-9]", unit[0]) for unit in self.units):
            found.append(f"a unit is a word or sign of at most {LONGEST_UNIT} characters that opens with no figure")
        return tuple(found)

    def own_document(self) -> Document:
        tolerance = {"tolerance": self.tolerance} if self.tolerance != "0" else {}
        units = {"units": list(self.units)} if self.units else {}
        return {"key": self.key, **tolerance, **units}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        tolerance = fields.optional_text("tolerance") or "0"
        return {"key": fields.text("key"), "tolerance": tolerance, "units": fields.texts("units")}

    def key_text(self) -> str:
        near = (
            f" (up to {self.tolerance} more or less)" if _is_plain(self.tolerance) and Fraction(self.tolerance) else ""
        )
        return f"{_with_unit(_grouped(self.key), self.units[:1])}{near}"

    def read_response(self, raw: str) -> str:
        response = raw.strip()
        if len(response) > LONGEST_RESPONSE or _read(response) is None:
            raise InvalidResponse(_REFUSED)
        return response

    def credit(self, response: str) -> Fraction:
        found = _read(response)
        if found is None:
            return Fraction(0)
        number, unit = found
        near = abs(number - Fraction(self.key)) <= Fraction(self.tolerance)
        return Fraction(near and (not unit or unit in map(folded, self.units)))

    def samples(self) -> Samples:
        beyond = floor(Fraction(self.key) + Fraction(self.tolerance)) + 1
        return Samples(f" {_with_unit(_grouped(self.key), self.units[:1])} ", f"{beyond}", "many")


def _grouped(number: str) -> str:
    """Return the number with commas between thousands where it has five figures or more; what is none as it is."""
    whole, point, part = number.partition(".")
    return f"{int(whole):,}{point}{part}" if _is_plain(number) and len(whole) > 4 else number


def _with_unit(number: str, unit: tuple[str, ...]) -> str:
    if not unit:
        return number
    if unit[0] in _BEFORE:
        return f"{unit[0]}{number}"
    return f"{number}{unit[0]}" if unit[0] == "%" else f"{number} {unit[0]}"


def _is_plain(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER and _PLAIN.fullmatch(text) is not None


def _read(response: str) -> tuple[Fraction, str] | None:
    """Return the number and the folded unit, "" for none; None when it does not hold exactly one number.

    Thousands may be divided by commas, blanks or apostrophes; the decimal sign is a point. Since 1,250 and 1.250
    differ, a comma that does not divide thousands is refused, never guessed at.
    """
    plain = "".join(" " if sign.isspace() else str(unicodedata.decimal(sign, sign)) for sign in response)
    found = _NUMBER.fullmatch(plain.replace("−", "-"))
    if found is None or not (found["whole"] or found["part"]):
        return None
    before, after = f"{found['before']}{found['inner']}", found["after"]
    if re.match(r"[,.'’]?[0-9]", after) or (before.strip() and folded(after)):
        return None
    digits = re.sub(r"[, '’]", "", found["whole"]) or "0"
    number = Fraction(f"{found['sign']}{digits}{found['part'] or ''}")
    number *= MAGNITUDES.get((found["magnitude"] or "").lower(), 1)
    return number, folded(before) or folded(after)
