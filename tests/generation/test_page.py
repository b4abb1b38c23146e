"""docs/generation.md tells of every operation, and of none that is gone."""

import re
from pathlib import Path

from quizgen.generation.combining import ONE, SEVERAL
from quizgen.generation.gathering.registry import GATHERERS
from quizgen.generation.makers.registry import MAKERS

PAGE = Path(__file__).parents[2] / "docs" / "generation.md"


def test_the_page_has_a_row_for_every_operation_and_no_other():
    rows = re.findall(r"^\| ([a-z-]+(?:, [a-z-]+)*) \|", PAGE.read_text().partition("## 3.")[2], re.MULTILINE)
    told = {name for row in rows for name in row.split(", ")} - {"operation"}
    assert told - {"-" * n for n in range(10)} == {*MAKERS, *GATHERERS, ONE, SEVERAL}
