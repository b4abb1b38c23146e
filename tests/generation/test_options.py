"""What may be asked of generation survives being stored, and what no text can meet is told."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.kinds import KINDS
from quizgen.generation.options import Options

WANTED = st.builds(
    Options,
    seed=st.integers(min_value=0, max_value=2**31),
    kinds=st.lists(st.sampled_from(list(KINDS)), min_size=1, unique=True).map(tuple),
    bases=st.lists(st.sampled_from(list(Basis)), min_size=1, unique=True).map(tuple),
    count=st.none() | st.integers(min_value=1, max_value=500),
    left_out=st.lists(st.text(min_size=1)).map(tuple),
    never_gaps=st.lists(st.text(min_size=1)).map(tuple),
)


@given(WANTED)
def test_options_come_back_as_they_were_stored(options):
    assert Options.from_document(options.document()) == options


def test_what_is_absent_is_as_by_default():
    assert Options.from_document({}) == Options()


def test_the_default_asks_for_nothing_impossible():
    assert Options().problems() == ()


def test_each_impossible_wish_is_told():
    wrong = Options(kinds=(), bases=(), count=0, shares=dict.fromkeys(Verdict, 30), easiest=4, hardest=2)

    assert len(wrong.problems()) == 5
