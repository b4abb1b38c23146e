"""The command line as a person meets it: arguments in; exit code, stdout and stderr out."""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgen.cli.main import main
from quizgen.settings import Settings
from quizgen.storage.engine import Database

TEXT = """# Bees of the valley

In 1998 the valley had 40 colonies of bees. By 2014 the number had fallen to 12. The farmers blamed the cold spring.

Juniper Quill founded the museum in 1971. The valley is home to 25 kinds of wild flower.
"""


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the data beside it and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("QUIZGEN_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("QUIZGEN_DATA_DIR", str(tmp_path / "data"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command: ``run("bank", "check", "bees.yaml")``; ``given`` goes to stdin."""

    def command(*arguments: object, given: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Done(int(left.value.code or 0), out.decode(), err.decode())

    return command


@pytest.fixture
def database(folder: Path) -> Database:
    """The database that the commands use, to look behind them."""
    return Database(Settings.from_env().database_url)


@pytest.fixture
def bees(folder: Path) -> Path:
    """A text to make a bank from."""
    path = folder / "bees.md"
    path.write_text(TEXT)
    return path


def files(folder: Path) -> set[str]:
    """Return the names of everything in a folder, hidden files too."""
    return {path.name for path in folder.iterdir()}
