"""A bank as a command names it: a file, or the number of one in the database."""

from pathlib import Path

from quizgen.cli.files import read_bytes
from quizgen.cli.house import existing_database
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.errors import BadBank
from quizgen.formats.bank_formats import MOST_BYTES, format_of, read_document
from quizgen.formats.passage_files import source_beside
from quizgen.formats.yaml_bank import read_bank_file
from quizgen.services import bank_files
from quizgen.settings import Settings

MEANT = "BANK is a file (.yaml or .json), or a bank in the database: its number, 12@3 for its third version."


def meant(name: str) -> Bank:
    """Return the bank that ``name`` means. Raises BadInput for a file that is no bank, NotFound."""
    path = Path(name)
    if path.is_file() or format_of(name) is not None:
        return _of_file(path)
    with existing_database(Settings.from_env()) as database, database.reading() as session:
        return bank_files.named(session, name).bank


def _of_file(path: Path) -> Bank:
    if path.suffix.lower() in ("", ".yaml", ".yml"):
        return read_bank_file(path)
    document = read_document(read_bytes(path, most=MOST_BYTES), name=path.name)
    try:
        return read_bank(document.value, source_beside(path.parent))
    except BadBank as error:
        raise BadBank(error.problems, path.name) from None
