"""A draw keeps words that tell a key alike over the keys, and items that answer one another apart."""

import random
from collections import Counter

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.cues import CUES, TELLING, Balance, cues_of, statement_of
from quizgen.domain.banks.drawing import draw, most_drawn
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.passages.span import Span
from tests.builders import bank, claim, cloze, numeric, passage, verdict

PLAIN, DENIED = "The old mill {} closed at noon.", "The old mill {} did not close."


def telling(plain_each: int, denied_true: int = 0) -> Bank:
    """Return a bank in which half of the false statements are denials, and as many true ones as wanted."""
    stems = [(key, PLAIN) for key in Verdict for _ in range(plain_each)]
    stems += [(Verdict.FALSE, DENIED)] * plain_each + [(Verdict.TRUE, DENIED)] * denied_true
    items = [
        verdict(f"i-{number}", (f"c-{number}",), key, stem=stem.format(number))
        for number, (key, stem) in enumerate(stems)
    ]
    return bank(claims=tuple(claim(f"c-{number}") for number in range(len(items))), items=tuple(items))


def denials(items: tuple[Item, ...]) -> Counter[str]:
    return Counter(item.key_text() for item in items if "not" in item.stem)


def test_a_word_that_only_one_key_has_is_drawn_only_when_nothing_else_is_left() -> None:
    for seed in range(20):
        assert denials(draw(telling(8), Blueprint(18), rng=random.Random(seed))) == {}
        assert len(draw(telling(8), Blueprint(31), rng=random.Random(seed))) == 31


def test_the_other_keys_follow_where_they_can() -> None:
    scarce = telling(8, denied_true=8)
    items = tuple(item for item in scarce.items if not (item.key_text() == "False" and "not" not in item.stem))
    for seed in range(20):
        found = denials(draw(bank(claims=scarce.claims, items=items), Blueprint(12), rng=random.Random(seed)))
        assert found["True"] >= 2


def test_a_context_line_is_no_part_of_the_statement_but_counts_as_a_cue() -> None:
    stem = '[Context: "The mill was not old."] It closed.'
    assert statement_of(stem) == "It closed."
    assert "context line" in cues_of(stem)
    assert "negation" not in cues_of(stem)


@pytest.mark.parametrize(
    ("statement", "cue"),
    [
        ("The mill didn’t close.", "negation"),
        ("The mill may close.", "possibility"),
        ("The mill closed in May 1950.", "month"),
        ("The mill closed in 1950.", "in a year"),
        ("The mill closed in May 1950.", "year"),
        ("The mill closed in the summer of 1950.", "season or hour"),
        ("The mill has 1,950 stones.", "figure"),
        ("The mill closed in the 1950s.", "period"),
        ("The mill has slightly more than six wheels.", "number word"),
    ],
)
def test_words_belong_to_their_class(statement: str, cue: str) -> None:
    assert cue in cues_of(statement) & set(CUES)


def test_may_is_a_month_before_a_figure_alone() -> None:
    assert "month" not in cues_of("May the mill close, it may also burn.")
    assert "possibility" not in cues_of("It closed in May 1950.")
    assert "year" not in cues_of("It closed in 1950.")
    assert set(CUES) >= TELLING


def test_strain_falls_for_what_the_other_keys_have_more_of() -> None:
    balance = Balance()
    balance.add(Verdict.FALSE, {"negation"})
    assert balance.strain(Verdict.FALSE, {"negation"}) > balance.strain(Verdict.FALSE, {"year"})
    assert balance.strain(Verdict.TRUE, {"negation"}) < balance.strain(Verdict.TRUE, {"year"})


def test_items_that_answer_one_another_meet_only_when_too_few_others_are_left() -> None:
    text = "The Wye is long.\n\nIt is 250 kilometres long, and it has a bridge.\n\nIt floods."
    claims = tuple(claim(f"c-{n}", start, start + 5) for n, start in enumerate((18, 30, 50, 70)))
    asks, tells = numeric("i-0", ("c-0",)), verdict("i-1", ("c-1",), stem="All 250 kilometres of it are wet.")
    others = verdict("i-2", ("c-2",)), cloze("i-3", ("c-3",), key=("often",), stem="It floods ____.")
    one = bank(passages=(passage(text),), claims=claims, items=(asks, tells, *others))
    assert {claim.span for claim in claims} == {Span(n, n + 5) for n in (18, 30, 50, 70)}
    for seed in range(30):
        assert not {"i-0", "i-1"} <= {item.id for item in draw(one, Blueprint(3), rng=random.Random(seed))}
        assert len(draw(one, Blueprint(4), rng=random.Random(seed))) == 4


def test_the_same_words_in_another_paragraph_give_nothing_away() -> None:
    text = "The Wye is 250 kilometres long.\n\nThe mill has 250 wheels of oak."
    claims = claim("c-0", 0, 30), claim("c-1", 35, 60)
    items = numeric("i-0", ("c-0",)), verdict("i-1", ("c-1",), stem="The mill has 250 wheels.")
    one = bank(passages=(passage(text),), claims=claims, items=items)
    assert (
        len(draw(one, Blueprint(2), rng=random.Random(1))) == most_drawn(one, Blueprint(1), rng=random.Random(1)) == 2
    )


def test_what_evidence_settles_has_shares_and_words_of_its_own() -> None:
    keys = (*Verdict, *Verdict, *Verdict)
    settled = [(key, Basis.PASSAGE) for key in keys] + [(Verdict.UNVERIFIED, Basis.EVIDENCE)] * 9
    items = tuple(verdict(f"i-{n}", (f"c-{n}",), key, basis) for n, (key, basis) in enumerate(settled))
    one = bank(claims=tuple(claim(f"c-{n}") for n in range(len(items))), items=items)
    for seed in range(20):
        drawn = draw(one, Blueprint(9), rng=random.Random(seed))
        passage_keys = Counter(item.key_text() for item in drawn if item.basis is Basis.PASSAGE)
        assert set(passage_keys.values()) <= {1, 2, 3}
        assert set(passage_keys) == {"True", "False", "Unverified"}
