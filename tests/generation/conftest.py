"""The language model, loaded once for all tests of this folder."""

import pytest

from quizgen.domain.passages.passage import Passage
from quizgen.generation.pipeline import Draft, Options, generate
from quizgen.language.english import EnglishParser, load_parser
from tests.passages import HARBOUR


@pytest.fixture(scope="session")
def parser() -> EnglishParser:
    return load_parser()


@pytest.fixture(scope="session")
def draft_of(parser):
    """Return a function from a text to its draft; the same text is worked through once."""
    drafts: dict[tuple[str, int], Draft] = {}

    def draft(text: str, seed: int = 0) -> Draft:
        if (text, seed) not in drafts:
            passage = Passage("p1", "A text", text)
            drafts[text, seed] = generate("A text", (passage,), parser, options=Options(seed=seed))
        return drafts[text, seed]

    return draft


@pytest.fixture(scope="session")
def harbour(draft_of) -> Draft:
    return draft_of(HARBOUR)
