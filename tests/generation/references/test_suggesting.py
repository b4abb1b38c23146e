"""Suggestions: the sentence is quoted with its place, the plainest come first, and a run can be heard and stopped."""

import pytest

from quizgen.domain.claims.claim import Bearing, Claim, Stance
from quizgen.domain.claims.suggestion import Reference, Suggestion
from quizgen.domain.passages.span import Span
from quizgen.generation.references.searching import Search
from quizgen.generation.references.suggesting import MOST, suggest

TEXT = """# The Sorrel

The Sorrel is a river in Norland. It is often dry.

## The canal

Many boats pass the valley. The Sorrel Canal opened in 1919,
after a long strike. It has 29 locks.

#flat roofs are common in Marwick.
"""
GUIDE = Reference("A Guide to Norland", "Quill Press", TEXT, 1981, "https://example.org/norland")


def claim(statement: str, id: str = "c-1", leans_on: str | None = None) -> Claim:  # noqa: A002
    return Claim(id, "p1", Span(0, 1), statement, Stance.ASSERTED, leans_on=leans_on)


@pytest.fixture(scope="module")
def found(parser) -> Suggestion:
    (found,) = suggest([claim("The Sorrel Canal opened in 1914.")], [GUIDE], parser)
    return found


def test_the_sentence_is_quoted_with_its_place_and_its_source(found):
    assert found.claim == "c-1"
    assert found.source.shows == "The Sorrel Canal opened in 1919, after a long strike."
    assert found.span.of(TEXT).replace("\n", " ") == found.source.shows
    assert (found.section, found.paragraph) == ("The canal", 2)
    source = found.source
    assert (source.title, source.publisher, source.year, source.url) == (
        GUIDE.title, GUIDE.publisher, GUIDE.year, GUIDE.url,
    )  # fmt: skip


def test_why_says_what_agrees_and_what_differs(found):
    assert found.source.says is Bearing.REFUTES
    assert found.why == "The same in both: Sorrel Canal opened. 1914 in the claim, 1919 in the source."


def test_a_text_that_speaks_of_something_else_suggests_nothing(parser):
    assert suggest([claim("Juniper Quill painted the altar.")], [GUIDE], parser) == ()
    assert suggest([claim("The Sorrel Canal opened in 1914.")], [], parser) == ()
    assert suggest([], [GUIDE], parser) == ()


def test_a_sentence_with_the_same_names_in_other_words_is_left_to_the_teacher(parser):
    text = "For the mayor of Lindry, the opening of the Sorrel Canal was the end of a long strike."
    about = claim("The opening of the Sorrel Canal ended a strike in Lindry.")
    (found,) = suggest([about], [Reference("A letter", "The Lindry Letter", text)], parser)
    assert found.source.says is Bearing.LEAVES_OPEN
    assert "weighed by a person" in found.why
    other = claim("The opening of the Sorrel Canal ended a strike in Marwick.")
    assert suggest([other], [Reference("A letter", "The Lindry Letter", text)], parser) == ()


@pytest.mark.parametrize("statement", ["It opened in 1919.", "This is the Sorrel Canal.", "They are 29 locks."])
def test_a_claim_that_leans_on_other_words_is_passed_over(parser, statement):
    assert suggest([claim(statement)], [GUIDE], parser) == ()


def test_so_is_one_that_is_known_to_lean(parser):
    assert suggest([claim("The Sorrel Canal opened in 1919.", leans_on="canal")], [GUIDE], parser) == ()


def test_what_settles_comes_before_what_leaves_open_and_alone(parser):
    texts = ("The Sorrel Canal may have opened in 1914.", "The Sorrel Canal opened in 1914.",
             "The Sorrel Canal opened in 1919.")  # fmt: skip
    references = [Reference(text, "Quill Press", text) for text in texts]
    says = [one.source.says for one in suggest([claim("The Sorrel Canal opened in 1914.")], references, parser)]
    assert says == [Bearing.REFUTES, Bearing.CONFIRMS]


def test_a_claim_has_few_suggestions_however_many_texts_speak_of_it(parser):
    references = [Reference(f"Book {n}", "Quill Press", "The Sorrel Canal opened in 1914.") for n in range(9)]
    assert len(suggest([claim("The Sorrel Canal opened in 1914.")], references, parser)) == MOST
    open_ones = [Reference(f"Book {n}", "Quill Press", "The Sorrel Canal may open in 1914.") for n in range(9)]
    assert len(suggest([claim("The Sorrel Canal opened in 1914.")], open_ones, parser)) == 1


def test_progress_counts_claims_and_may_stop_the_run(parser):
    heard = []
    claims = [claim("The Sorrel Canal opened in 1919.", f"c-{n}") for n in range(20)]
    found = suggest(claims, [GUIDE], parser, progress=heard.append)
    assert [(one.done, one.total) for one in heard] == [(n, 20) for n in range(21)]
    assert heard[-1].items == len(found) == 20

    def stop(progress):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        suggest(claims, [GUIDE], parser, progress=stop)


def test_a_suggestion_reads_back_from_its_document(found):
    assert Suggestion.from_document(found.document()) == found


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("The canal's opening", "Many boats"),
        ("rivers", "The Sorrel is"),
        ("flat roof", "#flat"),
    ],
)
def test_the_search_finds_other_forms_of_a_word(words, first):
    search = Search([GUIDE])
    (best, *_) = search.best(words, 3)
    assert search.paragraphs[best].text.startswith(first)
    search.close()


@pytest.mark.parametrize("words", ["", "the of", "”—…", 'NEAR("x" AND', "paragraphs: *"])
def test_no_words_of_a_claim_upset_the_search(words):
    search = Search([GUIDE])
    assert isinstance(search.best(words, 3), tuple)
    search.close()
