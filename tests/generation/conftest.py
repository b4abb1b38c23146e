"""The language model, loaded once for all tests of this folder."""

import random

import pytest

from quizgen.domain.passages.passage import Passage
from quizgen.generation.article import article_of
from quizgen.generation.claims.finding import Skipped, find_claims
from quizgen.generation.makers.maker import Setting
from quizgen.generation.makers.registry import MAKERS
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


@pytest.fixture(scope="session")
def made(parser):
    """Return a function from a maker's name and a text to the proposals about the first sentence's claims."""

    def make(name: str, text: str):
        passage = Passage("p1", "A text", text)
        sentences = tuple(parser.parse(passage))
        article = article_of(passage, sentences)
        claims = [claim for one in find_claims(passage, sentences) if not isinstance(one, Skipped) for claim in one]
        made = []
        for place, claim in enumerate(claims):
            setting = Setting(article, random.Random(1), parser.inflect, tuple(claims[:place]))
            made.extend(MAKERS[name].propose(claim, setting))
        return made

    return make
