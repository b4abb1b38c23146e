"""The wheel carries everything that runs, and runs where there is nothing but the libraries it names."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.contracts.source import PACKAGE, ROOT

DRAW_SIGN_IN = """
import sys, tempfile
import quizgen
from quizgen.composition import web_app
from quizgen.settings import Settings
from quizgen.storage.migrate import upgrade

settings = Settings.from_env()
upgrade(settings.database_url)
client = web_app(settings).test_client()
page = client.get("/", follow_redirects=True)
look = client.get("/static/css/base.css")
print(quizgen.__file__, page.status_code, look.status_code, "Sign in" in page.text, sep="|")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, and with the libraries of this one but not its quizgen."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    site_packages = next((home / "lib").glob("python*/site-packages"))
    # A line of a .pth file puts the libraries on the path and reads none of their own .pth files, so the editable
    # installation of the checkout stays out of sight.
    (site_packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    install = [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python"), "install", "--quiet"]
    options = ["--disable-pip-version-check", "--no-index", "--no-deps", "--ignore-installed"]
    subprocess.run([*install, *options, str(wheel)], check=True)
    return home


def run(installed: Path, folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    """Run a program of the environment in an empty folder, with settings of its own."""
    folder.mkdir()
    environ = {name: text for name, text in os.environ.items() if not name.startswith(("QUIZGEN_", "PYTHON"))}
    environ["QUIZGEN_DATA_DIR"] = str(folder / "data")
    program, *arguments = command
    return subprocess.run(
        [str(installed / "bin" / program), *arguments],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def carried(folder: Path, patterns: tuple[str, ...], place: str) -> set[str]:
    """Return the names in the wheel of the files of a folder of the checkout."""
    found = {path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()}
    return {f"{place}/{path.relative_to(folder)}" for path in found if "__pycache__" not in path.parts}


def test_the_wheel_carries_templates_static_files_banks_and_migrations(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        "templates": carried(ROOT / "templates", ("*.html",), "quizgen/_shipped/templates"),
        "banks": carried(ROOT / "question_banks", ("*.yaml", "*.md"), "quizgen/_shipped/question_banks"),
        "static files": carried(PACKAGE / "web" / "static", ("*",), "quizgen/web/static"),
        "code and migrations": carried(PACKAGE, ("*.py", "*.mako", "*.typ"), "quizgen"),
    }
    assert [name for name, files in expected.items() if not files] == []
    assert {name: sorted(files - inside) for name, files in expected.items() if files - inside} == {}
    assert any(name.startswith("quizgen/storage/migrations/versions/") for name in inside)


def test_the_wheel_carries_nothing_but_the_product(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"quizgen"}


def test_the_command_runs_in_an_empty_environment(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path / "here", "quizgen", "--version")
    assert (done.returncode, done.stdout) == (0, "quizgen 0.1.0\n"), done.stderr
    assert list((tmp_path / "here").iterdir()) == []


def test_the_shipped_banks_are_found_and_sound_there(installed: Path, tmp_path: Path) -> None:
    program = "import quizgen.shipped as shipped; print(*sorted(shipped.QUESTION_BANKS.glob('*.yaml')), sep='\\n')"
    banks = run(installed, tmp_path / "look", "python", "-c", program).stdout.split("\n")[:-1]
    assert banks
    assert all(bank.startswith(str(installed)) for bank in banks)
    done = run(installed, tmp_path / "check", "quizgen", "bank", "check", *banks)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_site_draws_its_first_page_there(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path / "site", "python", "-c", DRAW_SIGN_IN)
    assert done.returncode == 0, done.stderr
    place, page, look, drawn = done.stdout.strip().split("|")
    assert place.startswith(str(installed))
    assert (page, look, drawn) == ("200", "200", "True")
