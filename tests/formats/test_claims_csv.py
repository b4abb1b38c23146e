"""The claim ledger as CSV: out and back again changes nothing, and what a person changes is taken or refused by row."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import evidence_item
from quizgen.domain.banks.ledger_lines import COLUMNS, Taken, with_lines
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Stance, Verdict
from quizgen.domain.errors import BadInput
from quizgen.domain.items.item import Status
from quizgen.formats.claims_csv import ledger_csv, read_ledger
from quizgen.formats.csv_rows import MOST_BYTES
from tests import builders, strategies

SOURCES = (builders.source(), replace(builders.source(), title="=cmd()", year=None, url=None))
TRUE = Evidence(Verdict.TRUE, SOURCES, rationale="It is, said a person.")
ONE = builders.claim("c-1", 10, 29, TRUE)
TWO = replace(builders.claim("c-2", 30, 53), statement="-It may flood.", stance=Stance.HEDGED)
BANK = builders.bank(
    claims=(ONE, TWO),
    conflicts=(("c-1", "c-2"),),
    items=(evidence_item(ONE), builders.choice("i-2", ("c-2",))),
)


def rows(bank: Bank) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ledger_csv(bank).removeprefix("\ufeff"), newline="")))


def taken(*changed: dict[str, str], columns: tuple[str, ...] = COLUMNS, divider: str = ",") -> Taken:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, delimiter=divider)
    writer.writeheader()
    writer.writerows(changed)
    return with_lines(BANK, read_ledger(buffer.getvalue().encode()))


def only(found: Taken, *names: str) -> Bank:
    """Return the bank of a file that is sound and changes these columns of one claim."""
    assert found.problems == ()
    (difference,) = found.differences
    assert [name for name, _, _ in difference.columns] == list(names)
    assert lint(found.bank) == ()
    return found.bank


def test_a_claim_is_a_row_and_each_further_source_another() -> None:
    first, second, third = rows(BANK)
    assert first["words"] == "The Wye is a river."
    assert (first["verdict"], first["conflicts"], first["year"]) == ("true", "c-2", "1999")
    assert (second["id"], second["statement"], second["source"]) == ("c-1", "", "'=cmd()")
    assert third["statement"] == "'-It may flood."


def test_out_and_back_changes_nothing() -> None:
    found = with_lines(BANK, read_ledger(ledger_csv(BANK).encode()))
    assert found == Taken(BANK, (), ())


claims = st.builds(
    Claim,
    id=strategies.names,
    passage=st.just("p1"),
    span=st.sampled_from([builders.claim().span, builders.claim("x", 29, 54).span, builders.claim("x", 9, 11).span]),
    statement=strategies.texts,
    stance=st.sampled_from(Stance),
    evidence=strategies.evidence,
)


@given(st.lists(claims, max_size=4, unique_by=lambda claim: claim.id))
def test_whatever_a_bank_holds_out_and_back_changes_nothing(found: list[Claim]) -> None:
    bank = builders.bank(claims=tuple(found), items=())
    written = ledger_csv(bank)
    for text in (written, written.replace("\r\n", "\n"), ledger_csv(bank).removeprefix("\ufeff")):
        assert with_lines(bank, read_ledger(text.encode(errors="surrogatepass"))) == Taken(bank, (), ())


def test_a_verdict_is_taken_with_its_source() -> None:
    row = {
        "id": "c-2",
        "verdict": " False ",
        "source": "A gauge book",
        "publisher": "Fenn Press",
        "says": "Refutes",
        "shows": "No flood.",
        "year": "1999",
        "address": "https://example.org/gauge",
    }
    found = taken(row, columns=tuple(row))
    evidence = only(found, "verdict", "sources").claim("c-2").evidence
    assert (evidence.verdict, evidence.sources[0].says) == (Verdict.FALSE, Bearing.REFUTES)
    assert found.bank.claim("c-1") == ONE


def test_columns_may_be_few_in_another_order_and_parted_by_semicolons() -> None:
    found = taken({"statement": "It floods.", "id": "c-2"}, columns=("statement", "id"), divider=";")
    assert only(found, "statement").claim("c-2") == replace(TWO, statement="It floods.")


def test_other_words_do_what_they_do_in_the_ledger() -> None:
    first, second, _ = rows(BANK)
    found = taken({**first, "statement": "The Wye flows.", "words": "The Wye"}, second)
    bank = only(found, "words", "statement")
    assert bank.claim("c-1").span.of(builders.TEXT) == "The Wye"
    assert [item.status for item in bank.items] == [Status.QUEUED, Status.READY]


def test_a_row_without_an_id_is_a_new_claim_and_its_sources_follow() -> None:
    new = {"statement": "It is long.", "words": "250 kilometres", "verdict": "true"}
    one = {"source": "A book", "publisher": "Quill Press", "says": "confirms", "shows": "It is."}
    found = taken({**new, **one}, {**one, "source": "Another book"})
    assert found.problems == ()
    (claim,) = (claim for claim in found.bank.claims if claim.statement == "It is long.")
    assert [source.title for source in claim.evidence.sources] == ["A book", "Another book"]
    assert (claim.evidence.verdict, claim.passage) == (Verdict.TRUE, "p1")


def test_a_claim_is_left_out_only_when_it_says_so() -> None:
    found = taken({"id": "c-2", "leave out": "yes"}, columns=("id", "leave out"))
    assert [claim.id for claim in only(found, "leave out").claims] == ["c-1"]
    assert taken(columns=("id",)).bank == BANK


def test_words_that_quizgen_wrote_follow_the_verdict_and_those_of_a_person_stay() -> None:
    told = replace(TRUE, rationale=None)
    bank = replace(BANK, claims=(replace(ONE, evidence=told), TWO), items=())
    text = "id,verdict,reason,rationale\r\nc-1,unverified,too vague,\r\n"
    after = with_lines(bank, read_ledger(text.encode())).bank.claim("c-1").evidence
    assert after.rationale == "It is put too vaguely for any source to settle it."
    own = with_lines(BANK, read_ledger(b"id,verdict,reason\r\nc-1,unverified,too vague\r\n")).bank.claim("c-1").evidence
    assert own.rationale == "It is, said a person."


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"id": "c-9", "statement": "x"}, "There is no claim c-9."),
        ({"id": "c-2", "verdict": "true"}, "Only a source that confirms"),
        ({"id": "c-2", "verdict": "perhaps"}, "verdict: one of true, false, unverified, not 'perhaps'."),
        ({"id": "c-2", "stance": "shouted"}, "stance: one of asserted"),
        ({"id": "c-2", "statement": " "}, "statement: a claim needs it."),
        ({"id": "c-2", "statement": "x" * 2001}, "statement: at most 2,000 characters."),
        ({"id": "c-2", "words": "nowhere to be found"}, "do not stand in the passage"),
        ({"id": "c-2", "passage": "p2"}, "A claim stays in its text."),
        ({"id": "c-2", "leave out": "perhaps"}, "leave out: write yes"),
        ({"statement": "x", "passage": "p2", "words": "river"}, "passage: there is no text p2; known: p1."),
        ({"statement": "x", "leave out": "yes"}, "A new claim cannot be left out"),
        ({"id": "c-2", "source": "x"}, "publisher: a source needs it."),
    ],
)
def test_what_cannot_be_taken_is_told_by_its_row(row: dict[str, str], sentence: str) -> None:
    found = taken(row, columns=tuple(row))
    ((number, told),) = found.problems
    assert number == 2
    assert sentence in told


@pytest.mark.parametrize(
    ("field", "value"), [("year", "soon"), ("year", "0"), ("address", "example.org"), ("says", "perhaps")]
)
def test_a_source_is_checked_cell_by_cell(field: str, value: str) -> None:
    whole = {"id": "c-2", "source": "A", "publisher": "B", "says": "confirms", "shows": "C", field: value}
    ((_, told),) = taken(whole, columns=tuple(whole)).problems
    assert told.startswith(f"{field}: ")


def test_a_claim_that_stands_twice_keeps_its_first_row_and_adds_only_sources() -> None:
    first, second, third = rows(BANK)
    found = taken(third, first, second)
    assert found.bank == BANK


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The first row names the columns"),
        (b"id,verdikt\r\n", "It has 'verdikt'"),
        (b"id,id\r\n", "each once"),
        (b"id\r\n\xff\r\n", "not UTF-8"),
        (b'id\r\n"c-1\r\n', "no CSV file"),
        (b"id,verdict\r\nc-1,true,more\r\n", "Row 2 has text to the right"),
        (b"id,shows\r\n,It is.\r\n", "Row 2 has neither an id nor a statement."),
        (b"id\r\n" + b"x" * MOST_BYTES, "more than 2 MB"),
    ],
)
def test_what_is_no_ledger_is_refused_whole(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_ledger(data)
