"""One kind, one name, everywhere: registry, web, template and test."""

from pathlib import Path

from quizgen.domain.items.kinds import KINDS
from quizgen.domain.items.shapes import SHAPES
from quizgen.shipped import TEMPLATES
from tests.contracts.source import PACKAGE, ROOT

# What lies beside the kinds: the frame that they share, and the registry.
FRAME = {"__init__", "item", "kinds", "shapes"}


def names(folder: Path, pattern: str) -> set[str]:
    """Return the names of the files of kinds; partials open with an underscore."""
    stems = {path.stem.removeprefix("test_") for path in folder.glob(pattern)}
    return {stem for stem in stems - FRAME if not stem.startswith("_")}


def test_each_kind_is_registered_under_its_own_name() -> None:
    assert {name: kind.kind for name, kind in KINDS.items()} == {name: name for name in KINDS}


def test_each_kind_has_the_shape_of_its_responses() -> None:
    assert set(SHAPES) == set(KINDS)


def test_each_kind_has_its_domain_module_and_no_other_is_there() -> None:
    assert names(PACKAGE / "domain" / "items", "*.py") == set(KINDS)


def test_each_kind_has_its_web_module_and_no_other_is_there() -> None:
    assert names(PACKAGE / "web" / "items", "*.py") == set(KINDS)


def test_each_kind_has_its_template_and_no_other_is_there() -> None:
    whole = {name.partition("__")[0] for name in names(TEMPLATES / "items", "*.html")}
    assert whole == set(KINDS)


def test_each_kind_has_its_test_and_no_other_is_there() -> None:
    assert names(ROOT / "tests" / "domain" / "items", "test_*.py") == set(KINDS)
