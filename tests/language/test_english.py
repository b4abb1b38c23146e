"""Parsing: our own values, offsets that point into the passage, plain errors."""

from dataclasses import replace

import pytest

from quizgen.domain.errors import Unavailable
from quizgen.domain.passages.passage import Passage
from quizgen.language.english import EnglishParser, load_parser
from tests.passages import HARBOUR


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return load_parser()


def test_sentences_come_from_paragraphs_with_their_section_and_place(parser):
    passage = Passage("p1", "", HARBOUR)
    sentences = list(parser.parse(passage))
    assert {sentence.section for sentence in sentences} == {"The Harbour of Lindry", "Trade and people"}
    assert [sentence.paragraph for sentence in sentences] == sorted(sentence.paragraph for sentence in sentences)
    assert not any(sentence.text.startswith("#") for sentence in sentences)


def test_every_token_points_to_its_own_letters_in_the_passage(parser):
    passage = Passage("p1", "", HARBOUR)
    for sentence in parser.parse(passage):
        assert sentence.span.of(passage.text).split() == sentence.text.split()
        for token in sentence.tokens:
            assert passage.text[token.start : token.end].replace("\n", " ") == token.text


def test_heads_children_and_subtrees_agree(parser):
    for sentence in parser.parse(Passage("p1", "", HARBOUR)):
        assert sentence.subtree(sentence.root) == tuple(range(len(sentence.tokens)))
        for token in sentence.tokens:
            if token.head != token.index:
                assert token.index in sentence.children[token.head]
            assert list(sentence.ancestors(token))[-1:] == ([] if token.head == token.index else [sentence.root])


def test_without_names_only_the_names_are_gone(parser):
    passage = Passage("p1", "", HARBOUR)
    named, plain = list(parser.parse(passage)), list(parser.parse(passage, named=False))
    assert any(sentence.entities for sentence in named)
    assert [replace(sentence, entities=()) for sentence in named] == plain


def test_a_paragraph_is_parsed_the_same_alone_and_among_others(parser):
    paragraphs = ["The mill of Lindry burned in 1950. It was built anew."] * 40 + ["Hale built the mill. " * 400]
    whole = list(parser.parse(Passage("p1", "", "\n\n".join(paragraphs))))
    alone = [len(list(parser.parse(Passage("p1", "", paragraph)))) for paragraph in (paragraphs[0], paragraphs[-1])]
    assert [sentence.paragraph for sentence in whole] == sorted(sentence.paragraph for sentence in whole)
    assert len(whole) == alone[0] * 40 + alone[1]


def test_words_are_inflected_and_unknown_forms_are_none(parser):
    assert parser.inflect("sign", "VBD") == "signed"
    assert parser.inflect("go", "VBN") == "gone"
    assert parser.inflect("sign", "NO SUCH TAG") is None


def test_a_tag_without_forms_is_no_noise(parser, caplog):
    assert parser.inflect("obtain", "IN") is None
    assert caplog.messages == []


@pytest.mark.parametrize("model", ["en_core_no_such_model", "json"])
def test_a_missing_model_is_named_in_a_plain_error(model):
    with pytest.raises(Unavailable, match=model):
        load_parser(model)
