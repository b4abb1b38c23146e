"""Whatever a teacher does in the ledger, in whatever order, the bank stays sound and can be kept and read back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks import claim_words
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.conflicts import Side, why_in_conflict, with_settled_conflict
from quizgen.domain.banks.evidence import evidence_item
from quizgen.domain.banks.judging import with_added_source, with_changed_source, with_verdict
from quizgen.domain.banks.ledger_lines import lines, with_lines
from quizgen.domain.banks.lint import lint
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.claims.claim import Bearing, Stance, Verdict
from quizgen.domain.claims.weighing import REASONS
from quizgen.domain.errors import BadInput, Conflict
from quizgen.domain.items.item import Status
from quizgen.domain.passages.span import Span
from tests import builders

TWO_TEXTS = (builders.passage(), builders.passage(id="p2"))
CLAIMS = (
    builders.claim("c-1"),
    replace(builders.claim("c-2", 30, 53), statement="It may flood.", stance=Stance.HEDGED),
    replace(builders.claim("c-3", 54, 81), statement="It is long.", repeats="c-2", leans_on="It"),
    replace(builders.claim("c-4"), passage="p2", repeats="c-1"),
)
WAITING = replace(builders.verdict("i-9", ("c-1",), status=Status.QUEUED), why=why_in_conflict("It may flood."))
START = Bank(
    "Rivers",
    TWO_TEXTS,
    CLAIMS,
    (("c-1", "c-2"), ("c-2", "c-4")),
    (
        *(evidence_item(claim) for claim in CLAIMS[:2]),
        builders.verdict("i-1", ("c-1",)),
        builders.choice("i-2", ("c-2", "c-1")),
        builders.finding("i-3", ("c-4",)),
        builders.cloze("i-4", ("c-3", "c-4")),
        builders.short("i-5", ()),
        WAITING,
    ),
)

places = st.integers(0, 5)
bearings = st.sampled_from(Bearing)


def name_at(bank: Bank, place: int) -> str:
    return bank.claims[place % len(bank.claims)].id


def act(bank: Bank, draw: st.DataObject) -> Bank:
    """Do something that a teacher could do, or be refused."""
    one, other = name_at(bank, draw.draw(places)), name_at(bank, draw.draw(places))
    span = Span(start := draw.draw(st.integers(10, 80)), draw.draw(st.integers(start + 1, 81)))
    statement = draw.draw(st.sampled_from(["It is.", "It is not.", bank.claim(one).statement]))
    source = replace(builders.source(draw.draw(bearings)), title=draw.draw(st.sampled_from(["A", "B"])))
    match draw.draw(st.integers(0, 9)):
        case 0:
            verdict, reason = draw.draw(st.sampled_from(Verdict)), draw.draw(st.sampled_from((None, *REASONS)))
            return with_verdict(bank, one, verdict, reason=reason, rationale=None, asks=draw.draw(st.booleans()))
        case 1:
            return with_added_source(bank, one, source, weighs=draw.draw(st.booleans()))
        case 2:
            return with_changed_source(
                bank, one, draw.draw(st.integers(0, 2)), draw.draw(st.sampled_from((None, source)))
            )
        case 3:
            return claim_words.reworded(bank, one, statement=statement, span=span, stance=Stance.REPORTED)
        case 4:
            return claim_words.split(bank, one, (statement, span), ("Another part.", Span(10, 20)))[0]
        case 5:
            return claim_words.merged_claims(bank, one, other, statement=statement)
        case 6:
            return claim_words.without_claims(bank, {one, other}) if len(bank.claims) > 2 else bank
        case 7:
            return claim_words.without_claims(bank, claim_words.claims_of_sentence(bank, one)[: len(bank.claims) - 1])
        case 8:
            passage = bank.claim(one).passage
            return claim_words.with_claim(bank, passage=passage, span=span, statement="New.", stance=Stance.PREDICTED)[
                0
            ]
        case _:
            return with_settled_conflict(bank, one, other, draw.draw(st.sampled_from(Side)))


@given(st.data())
def test_the_bank_stays_sound(data: st.DataObject) -> None:
    bank = START
    for _ in range(data.draw(st.integers(1, 8))):
        try:
            bank = act(bank, data)
        except (BadInput, Conflict):
            continue
        assert lint(bank) == ()
        assert read_bank(bank_document(bank), lambda _: "") == bank
        assert with_lines(bank, lines(bank)).differences == ()
