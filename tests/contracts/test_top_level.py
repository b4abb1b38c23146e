"""The front hall holds what is agreed on, and nothing else."""

from tests.contracts.source import ROOT

ALLOWED = {
    ".ci", ".gitignore", "LICENSE", "Makefile", "README.md", "app.py", "benchmarks", "docs", "pyproject.toml",
    "question_banks", "quizgen", "requirements", "templates", "tests",
}  # fmt: skip
# Made by tools and never committed.
MADE = {
    ".git", ".hypothesis", ".import_linter_cache", ".journeys", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv",
    "build", "data", "dist",
}  # fmt: skip
NEEDED = ALLOWED - {"LICENSE"}


def test_only_agreed_entries_stand_at_the_top() -> None:
    assert {path.name for path in ROOT.iterdir()} - ALLOWED - MADE == set()


def test_nothing_that_belongs_there_is_missing() -> None:
    assert {name for name in NEEDED if not (ROOT / name).exists()} == set()


def test_what_tools_make_is_never_committed() -> None:
    ignored = {line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    assert MADE - {".git"} - ignored == set()


def test_the_application_file_stays_a_few_lines() -> None:
    assert len((ROOT / "app.py").read_text().splitlines()) <= 10


def test_question_banks_are_data_only() -> None:
    kinds = {path.suffix for path in (ROOT / "question_banks").rglob("*") if path.is_file()}
    assert kinds <= {".yaml", ".md", ".txt"}
