"""The texts that are measured: files and folders that were named, or the shipped passages."""

from collections.abc import Sequence
from pathlib import Path

from quizgen.domain.passages.passage import Passage
from quizgen.reading.files import read_file
from quizgen.shipped import QUESTION_BANKS

READ = (".txt", ".md", ".html", ".docx", ".pdf", ".epub")


def files_of(arguments: Sequence[str]) -> list[Path]:
    """Return the files, those of a folder by name; the shipped passages when nothing is named."""
    given = [Path(name) for name in arguments] or [QUESTION_BANKS / "sources"]
    return [file for one in given for file in (sorted(one.iterdir()) if one.is_dir() else [one]) if file.suffix in READ]


def passage_of(file: Path) -> Passage:
    """Return the passage in a file."""
    reading = read_file(file.read_bytes(), name=file.name)
    return Passage("p1", reading.title or file.stem, reading.text)
