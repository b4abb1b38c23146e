"""The formats that a whole bank is written in and read from, one module each; another one is one more line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadBank, BadInput, Problem
from quizgen.formats.json_bank import bank_json, read_json
from quizgen.formats.passage_files import plain_text
from quizgen.formats.yaml_bank import bank_yaml
from quizgen.formats.yaml_tree import read_tree

# Room for ten thousand questions, and read within a second, since students use the same processes.
MOST_BYTES, MOST_VALUES = 5_000_000, 300_000


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says before anybody asks whether it is a bank; ``placed`` writes a problem with its line."""

    value: object
    placed: Callable[[Problem], str] = str


@dataclass(frozen=True, slots=True)
class BankFormat:
    """A format: its name, what people call it, endings of files, and both directions."""

    name: str
    words: str
    endings: tuple[str, ...]
    media_type: str
    write: Callable[[Bank], str]
    read: Callable[[str], Document]


def format_of(name: str) -> BankFormat | None:
    """Return the format that the ending of a file's name stands for, or None."""
    ending = PurePath(name).suffix.lower()
    return next((each for each in FORMATS.values() if ending in each.endings), None)


def read_document(data: bytes, *, name: str) -> Document:
    """Return what a bank file says, in the format of its ending.

    Raises BadInput for another ending, too many bytes, bytes that are no UTF-8, and (BadBank) for what breaks the
    format itself.
    """
    found = format_of(name)
    if found is None:
        known = ", ".join(ending for each in FORMATS.values() for ending in each.endings)
        raise BadInput(f"{name} is none of the files that a bank comes in: {known}.")
    if len(data) > MOST_BYTES:
        raise BadInput(f"{name} has {len(data):,} bytes; at most {MOST_BYTES:,} can be read here.")
    if b"\0" in data:
        raise BadInput(f"{name} is no text file, whatever its name says.")
    try:
        return found.read(plain_text(data, name=name))
    except BadBank as error:
        raise BadBank(error.problems, name) from None


def _write_yaml(bank: Bank) -> str:
    return bank_yaml(bank.self_contained())


def _read_yaml(text: str) -> Document:
    tree = read_tree(text, most_values=MOST_VALUES)
    return Document(tree.value, lambda problem: str(tree.placed(problem)))


def _read_json(text: str) -> Document:
    return Document(read_json(text, most_values=MOST_VALUES))


FORMATS: Mapping[str, BankFormat] = {
    each.name: each
    for each in (
        BankFormat("yaml", "YAML", (".yaml", ".yml"), "application/yaml", _write_yaml, _read_yaml),
        BankFormat("json", "JSON", (".json",), "application/json", bank_json, _read_json),
    )
}
