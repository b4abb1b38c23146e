"""What each kind shows of an item, and that it never shows the key."""

from dataclasses import replace

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items import kinds as domain_kinds
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.single_choice import option_id
from quizgen.web.items.item import Words, without_context
from quizgen.web.items.kinds import KINDS, control, key, said
from tests import builders

OTHERS = (
    builders.numeric(),
    builders.numeric(stem="It is ____ long.", tolerance="5"),
    builders.responses(),
    builders.finding(),
    builders.ordering(),
    builders.matching(),
    builders.short(),
)
ITEMS = (builders.verdict(), builders.choice(), builders.cloze(), builders.cloze(options=("250", "300")), *OTHERS)


def test_each_kind_of_the_domain_has_its_page() -> None:
    assert set(KINDS) == set(domain_kinds.KINDS)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_the_control_names_its_kind_and_says_by_what_to_answer(item: Item) -> None:
    shown = control(item)
    assert shown.kind == item.kind
    assert "passage" in shown.instruction


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (builders.verdict(key=Verdict.TRUE), builders.verdict(key=Verdict.UNVERIFIED)),
        (builders.choice(key="river"), builders.choice(key="hill")),
        (builders.cloze(key=("250",)), builders.cloze(key=("two hundred and fifty", "250"))),
        (builders.cloze(key=("250",), options=("250", "9")), builders.cloze(key=("9",), options=("250", "9"))),
        (builders.numeric(key="250"), builders.numeric(key="9.5", tolerance="1", units=())),
        (builders.responses(key=("wet",)), builders.responses(key=("hot", "square"))),
        (builders.finding(), builders.finding(key=("The Wye is a river.",))),
        (builders.ordering(key=("a", "b", "c")), builders.ordering(key=("c", "a", "b"))),
        (
            builders.matching(pairs=(("a", "1"), ("b", "2"), ("c", "3"))),
            builders.matching(pairs=(("a", "3"), ("b", "1"), ("c", "2"))),
        ),
        (builders.short(), builders.short(key=("London",))),
    ],
    ids=lambda item: item.kind,
)
def test_the_control_is_the_same_whatever_the_key_says(one: Item, other: Item) -> None:
    secret = {"rationale": "because", "tags": ("hard",), "maker": "number-moved", "difficulty": 5, "claims": ("c-9",)}
    assert (
        control(one) == control(replace(other, id="i-9", **secret)) != control(replace(one, stem=f"{one.stem} ____?"))
    )


def test_a_verdict_has_its_three_options_in_their_fixed_order_with_keys() -> None:
    options = control(builders.verdict()).options
    assert [(option.value, option.word, option.letter) for option in options] == [
        ("true", "True", "T"),
        ("false", "False", "F"),
        ("unverified", "Unverified", "U"),
    ]


def test_a_verdict_on_evidence_says_that_the_passage_does_not_settle_it() -> None:
    shown = control(builders.verdict(basis=Basis.EVIDENCE))
    assert shown.strong == "Judge it by what cited sources show,"
    assert shown.options[2].help == "No source settles it."


def test_options_are_numbered_in_the_order_of_the_paper() -> None:
    options = control(builders.choice(options=("lake", "river"))).options
    assert [(option.letter, option.word) for option in options] == [("1", "lake"), ("2", "river")]
    assert [option.value for option in options] == [option_id("lake"), option_id("river")]


def test_the_words_around_a_gap_keep_its_punctuation_close() -> None:
    shown = control(builders.cloze(stem="The Wye (in ____), is long."))
    assert (shown.before, shown.closing, shown.after) == ("The Wye (in ", "),", " is long.")


def test_a_context_line_is_taken_off_the_stem() -> None:
    assert without_context('[Context: "The Wye is long."] It floods.') == ("The Wye is long.", "It floods.")
    assert without_context("It floods [Context: often].") == ("", "It floods [Context: often].")


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_the_right_sample_is_put_into_the_words_of_the_key(item: Item) -> None:
    right = KINDS[item.kind].read(item.samples().right)
    words = said(item, item.read_response(right))
    assert words is not None
    assert words.text.casefold() in key(item).text.casefold()
    assert words.verdict == key(item).verdict


def test_no_response_has_no_words() -> None:
    assert said(builders.verdict(), "") is None


def test_other_accepted_fillings_are_named_with_the_key() -> None:
    assert key(builders.cloze()) == Words("250 (also: two hundred and fifty)")
