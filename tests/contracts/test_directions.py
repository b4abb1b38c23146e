"""The law of directions: who may import whom, and who never imports what."""

import shutil
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.contracts.source import PACKAGE, ROOT, Module, imports, module, modules

EDGES = ("web", "cli", "jobs")
# Each library with the rooms that may name it.
ROOMS: dict[str, frozenset[str]] = {
    library: frozenset(rooms.split())
    for library, rooms in {
        "spacy": "language",
        "lemminflect": "language",
        "charset_normalizer": "reading",
        "lxml": "formats reading",
        "mammoth": "reading",
        "markdown_it": "reading web",
        "pypdfium2": "reading",
        "typst": "formats",
        "yaml": "formats",
        "fsrs": "scheduling",
        "sqlalchemy": "storage services",
        "alembic": "storage",
        "psycopg": "storage",
        "argon2": "services",
        "flask": "web composition",
        "flask_bootstrap": "web",
        "flask_limiter": "web",
        "flask_login": "web",
        "flask_principal": "web",
        "flask_security": "web",
        "flask_wtf": "web",
        "jinja2": "web",
        "markupsafe": "web",
        "nh3": "web",
        "werkzeug": "web",
        "wtforms": "web",
        "huey": "jobs",
        "granian": "web_server",
        "click": "cli",
        "rich": "cli",
    }.items()
}
# The one name of SQLAlchemy that an edge may speak, to say what it passes on.
SPOKEN_EVERYWHERE = {("sqlalchemy.orm", "Session")}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def strangers(source: Module) -> list[str]:
    """Return the libraries that this room may not name."""
    found = []
    for each in imports(source):
        library = each.module.split(".")[0]
        if library in ("quizgen", "__future__") or library in sys.stdlib_module_names:
            continue
        spoken = source.room in EDGES and (each.module, each.name) in SPOKEN_EVERYWHERE
        if source.room not in ROOMS.get(library, ()) and not spoken:
            found.append(f"{source.name}:{each.line} imports {library}")
    return found


def local_imports(source: Module) -> list[str]:
    """Return the imports inside functions."""
    return [
        f"{source.name}:{each.line} imports {each.module} in a function" for each in imports(source) if each.is_local
    ]


def cycle(sources: tuple[Module, ...]) -> list[str]:
    """Return the modules of one import cycle, [] when there is none."""
    names = {source.name for source in sources}
    graph: dict[str, set[str]] = {}
    for source in sources:
        wanted = {f"{each.module}.{each.name}" if each.name else each.module for each in imports(source)}
        bases = {each.module for each in imports(source) if f"{each.module}.{each.name}" not in names}
        graph[source.name] = {name for name in wanted | bases if name in names and name != source.name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_room_names_a_library_of_another_room() -> None:
    assert [complaint for source in modules() for complaint in strangers(source)] == []


def test_a_library_in_the_wrong_room_is_noticed() -> None:
    assert strangers(module("quizgen.domain.example", "import yaml"))
    assert strangers(module("quizgen.web.example", "from sqlalchemy import select"))
    assert not strangers(module("quizgen.web.example", "from sqlalchemy.orm import Session"))


def test_no_import_hides_in_a_function() -> None:
    assert [complaint for source in modules() for complaint in local_imports(source)] == []


def test_an_import_in_a_function_is_noticed() -> None:
    assert local_imports(module("quizgen.example", "def f():\n    import json\n"))


def test_no_imports_go_in_a_circle() -> None:
    assert cycle(modules()) == []


def test_a_circle_is_noticed() -> None:
    one = module("quizgen.one", "from quizgen.two import name")
    other = module("quizgen.two", "import quizgen.one")
    assert cycle((one, other))


def test_nothing_is_imported_by_name_but_the_nouns_of_the_command_line() -> None:
    named = {
        source.name
        for source in modules()
        for each in imports(source)
        if each.module == "importlib" or (each.module, each.name) == ("importlib", "import_module")
    }
    assert named == {"quizgen.cli.main"}


def test_no_module_is_a_drawer_for_everything() -> None:
    assert [source.name for source in modules() if DRAWERS.intersection(source.name.split("."))] == []


def test_the_web_never_loads_the_language_library() -> None:
    program = (
        "import sys, quizgen.composition; print([name for name in ('spacy', 'lemminflect') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_help_loads_neither_the_language_library_nor_the_database() -> None:
    program = "import sys, quizgen.cli.main; print([name for name in ('spacy', 'sqlalchemy') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_import_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("domain/errors.py", "import quizgen.services.passwords"),
        ("domain/passages/span.py", "import quizgen.domain.items.item"),
        ("services/passwords.py", "import quizgen.web.access"),
        ("jobs/clock.py", "import quizgen.cli.clock"),
        ("cli/clock.py", "import quizgen.storage.tables.people"),
        ("generation/difficulty.py", "import quizgen.language.english"),
        ("formats/passage_files.py", "import quizgen.storage.engine"),
        ("services/passwords.py", "import quizgen.settings"),
    ],
)
def test_a_broken_contract_is_noticed(tmp_path: Path, file: str, line: str) -> None:
    shutil.copytree(PACKAGE, tmp_path / "quizgen", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    broken = tmp_path / "quizgen" / file
    broken.write_text(f"{broken.read_text()}\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    assert "1 broken" in done.stdout


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in ``folder``."""
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    return subprocess.run([*command], capture_output=True, text=True, check=False, cwd=folder)
