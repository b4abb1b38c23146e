"""Banks as JSON: the same document as in YAML, for programs."""

import json
import re
from typing import NoReturn

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.errors import BadBank, BadInput, Problem
from quizgen.formats.passage_files import no_sources

DEEPEST = 30
MOST_VALUES = 1_000_000
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


def bank_json(bank: Bank) -> str:
    """Return the bank as JSON, passages with their texts. Raises BadBank when it would not read back."""
    whole = bank.self_contained()
    text = json.dumps(bank_document(whole), ensure_ascii=False, indent=2) + "\n"
    if read_bank(read_json(text), no_sources) != whole:
        raise BadInput("This bank holds an empty text where the format knows none, so it cannot be written unchanged.")
    return text


def read_json(text: str, *, most_values: int = MOST_VALUES) -> object:
    """Return the value of a JSON text, numbers as their text.

    Raises BadBank, with the line where there is one, for what is not JSON, a name that stands twice, nesting deeper
    than ``DEEPEST`` and more than ``most_values`` values.
    """
    _check_size(text, most_values)
    try:
        return json.loads(
            text, object_pairs_hook=_mapping, parse_int=str, parse_float=str, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        _refuse(f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.lineno)
    except RecursionError:
        _refuse(f"lists and mappings are nested more than {DEEPEST} deep")


def _check_size(text: str, most: int) -> None:
    """Refuse before anything is built; a bracket or comma inside a text counts too, which no bank comes near."""
    if sum(map(text.count, ",[{")) > 3 * most:
        _refuse(f"holds more than {most:,} values")
    depth = 0
    for mark in _BRACKET.findall(_QUOTED.sub("", text)):
        depth += 1 if mark in "[{" else -1
        if depth > DEEPEST:
            _refuse(f"lists and mappings are nested more than {DEEPEST} deep")


def _mapping(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for place, name in enumerate(names) if name in names[:place])
        _refuse(f"the name {twice[:60]!r} stands twice in one mapping")
    return found


def _refuse_constant(name: str) -> NoReturn:
    _refuse(f"{name} is no value of the format")


def _refuse(message: str, line: int | None = None) -> NoReturn:
    raise BadBank((Problem("", message, line),))
