"""Banks as YAML files: what a teacher reads and writes."""

from pathlib import Path

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.lint import lint
from quizgen.domain.banks.reading import SourceText, read_bank
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.errors import BadBank, BadInput, BadText, Problem
from quizgen.formats.passage_files import MOST_BYTES, no_sources, plain_text, source_beside
from quizgen.formats.yaml_text import yaml_text
from quizgen.formats.yaml_tree import Tree, read_tree


def read_bank_file(path: Path) -> Bank:
    """Return the bank in a file; its passage files lie beside it, never outside its folder.

    Raises BadBank with every problem found, each with its line.
    """
    return parse_bank(_file_text(path), name=path.name, source_text=source_beside(path.parent))


def parse_bank(text: str, *, name: str, source_text: SourceText = no_sources) -> Bank:
    """Return the bank in ``text``. ``name`` stands before each problem; ``source_text`` reads passage files.

    Raises BadBank with every problem found, each with its line.
    """
    return _parsed(text, name, source_text)[0]


def check_file(path: Path) -> tuple[Problem, ...]:
    """Return everything wrong with a bank file, each problem with its line; () for a sound bank."""
    try:
        bank, tree = _parsed(_file_text(path), path.name, source_beside(path.parent))
    except BadBank as error:
        return error.problems
    return tuple(tree.placed(problem) for problem in lint(bank))


def load_folder(path: Path) -> dict[str, Bank]:
    """Return the banks of a folder by slug (the file's name without ``.yaml``), in order. Raises BadBank."""
    return {file.stem: read_bank_file(file) for file in sorted(path.glob("*.yaml"))}


def bank_yaml(bank: Bank) -> str:
    """Return the bank as YAML; passages with a source keep their text in that file, which is not written here.

    What is written reads back as the same bank. Raises BadInput (BadBank where the format says why) when it would not.
    """
    text = yaml_text(bank_document(bank))
    sources = {passage.source: passage.text for passage in bank.passages if passage.source}
    if parse_bank(text, name=bank.title, source_text=sources.__getitem__) != bank:
        raise BadInput("This bank holds an empty text where the format knows none, so it cannot be written unchanged.")
    return text


def _parsed(text: str, name: str, source_text: SourceText) -> tuple[Bank, Tree]:
    try:
        tree = read_tree(text.removeprefix("\ufeff"))
    except BadBank as error:
        raise BadBank(error.problems, name) from None
    try:
        return read_bank(tree.value, source_text), tree
    except BadBank as error:
        raise BadBank(tuple(tree.placed(problem) for problem in error.problems), name) from None


def _file_text(path: Path) -> str:
    try:
        size = path.stat().st_size
        data = b"" if size > MOST_BYTES else path.read_bytes()
    except OSError as error:
        raise BadBank((Problem("", f"cannot be read: {error.strerror or error}"),), path.name) from None
    if size > MOST_BYTES:
        raise BadBank((Problem("", f"at most {MOST_BYTES:,} bytes can be read, not {size:,}", 1),), path.name)
    try:
        return plain_text(data, name="the file")
    except BadText as error:
        raise BadBank((Problem("", str(error)),), path.name) from None
