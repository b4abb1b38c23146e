"""Evidence: references are checked once, what they suggest waits, and only a teacher makes it evidence."""

import pytest

from quizgen.domain.claims.claim import Bearing, Evidence, Verdict
from quizgen.domain.claims.suggestion import Suggestion
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.domain.items.item import Basis, Status
from quizgen.domain.passages.span import Span
from quizgen.services import banks, checking, draft_cards, drafting, evidence, generating
from quizgen.services.drafting import JobState
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank
from tests.threads import at_once

TEXT = b"# Rivers of Britain\n\nThe Wye is a river of Wales. The Wye is 250 kilometres long.\n"
CITATION = evidence.citation(publisher=" Quill  Press ", year=1999, url="https://example.org/wye")


def suggestion(claim: str = "c-1", says: Bearing = Bearing.CONFIRMS) -> Suggestion:
    return Suggestion(claim, builders.source(says), Span(3, 9), 1, "", ("The Wye",), ())


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    """A bank of Hazel's."""
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank())


@pytest.fixture
def job_id(database: Database, cast: Cast, bank_id: int) -> int:
    """A check of it that waits for the worker."""
    cited = evidence.Cited(drafting.bring(TEXT, name="rivers.md"), "", CITATION)
    with database.writing() as session:
        return evidence.request(session, bank_id=bank_id, owner=cast.hazel.id, references=[cited], now=NOW)


def finished(database: Database, job_id: int, *found: Suggestion) -> None:
    with database.writing() as session:
        generating.take(session, job_id, now=NOW)
        checking.finish(session, job_id, found, now=NOW)


def ids(database: Database, bank_id: int) -> list[int]:
    with database.reading() as session:
        return [one.id for one in evidence.of_bank(session, bank_id)]


def confirm(database: Database, bank_id: int, suggestion_id: int) -> None:
    with database.writing() as session:
        evidence.confirm(session, bank_id, suggestion_id, now=NOW)


def test_a_check_is_a_job_with_its_references(database: Database, bank_id: int, job_id: int) -> None:
    with database.reading() as session:
        job = drafting.get(session, job_id)
        assert evidence.unfinished(session, bank_id) == job_id
    assert (job.checks, job.state, job.bank) == (bank_id, JobState.QUEUED, None)
    (reference,) = evidence.references_of(job)
    assert (reference.title, reference.publisher, reference.year, reference.url) == (
        "Rivers of Britain", "Quill Press", 1999, "https://example.org/wye",
    )  # fmt: skip
    assert "250 kilometres" in reference.text


def test_it_is_no_draft_of_a_bank(database: Database, cast: Cast, job_id: int) -> None:
    with database.reading() as session:
        assert drafting.of_owner(session, cast.hazel.id) == ()
        assert draft_cards.unfinished(session, cast.hazel.id, since=NOW) == ()


def test_what_it_suggests_waits_and_the_bank_stays_as_it_is(database: Database, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion(), suggestion("c-2", Bearing.LEAVES_OPEN))
    with database.reading() as session:
        found = evidence.of_bank(session, bank_id)
        assert evidence.waiting(session, bank_id) == 2
        assert evidence.unfinished(session, bank_id) is None
        assert banks.get(session, bank_id).version == 1
        assert drafting.get(session, job_id).state is JobState.DONE
    assert [one.suggestion for one in found] == [suggestion(), suggestion("c-2", Bearing.LEAVES_OPEN)]


def test_what_is_cited_already_is_not_suggested_again(database: Database, cast: Cast, job_id: int) -> None:
    cited = Evidence(Verdict.TRUE, (builders.source(),))
    with database.writing() as session:
        bank = builders.bank(claims=(builders.claim(evidence=cited), *builders.bank().claims[1:]))
        other = a_bank(session, cast.hazel, bank)
        text = evidence.Cited(drafting.bring(TEXT, name="rivers.md"), "Mine", CITATION)
        job = evidence.request(session, bank_id=other, owner=cast.hazel.id, references=[text], now=NOW)
    finished(database, job, suggestion(), suggestion("c-2"))
    with database.reading() as session:
        assert [one.suggestion.claim for one in evidence.of_bank(session, other)] == ["c-2"]


@pytest.mark.parametrize(("says", "verdict"), [(Bearing.CONFIRMS, Verdict.TRUE), (Bearing.REFUTES, Verdict.FALSE)])
def test_confirming_makes_it_evidence_in_a_new_version(
    database: Database, bank_id: int, job_id: int, says: Bearing, verdict: Verdict
) -> None:
    finished(database, job_id, suggestion(says=says))
    (first,) = ids(database, bank_id)
    confirm(database, bank_id, first)
    with database.reading() as session:
        stored = banks.get(session, bank_id)
        assert evidence.waiting(session, bank_id) == 0
    assert stored.version == 2
    claim = stored.bank.claim("c-1")
    assert (claim.evidence.verdict, claim.evidence.sources) == (verdict, (builders.source(says),))
    (item,) = [item for item in stored.bank.items if item.basis is Basis.EVIDENCE]
    assert (item.claims, item.key_text(), item.status) == (("c-1",), verdict.value.capitalize(), Status.READY)


def test_two_that_contradict_each_other_leave_the_claim_open(database: Database, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion(), suggestion(says=Bearing.REFUTES))
    for each in ids(database, bank_id):
        confirm(database, bank_id, each)
    with database.reading() as session:
        bank = banks.get(session, bank_id).bank
    assert bank.claim("c-1").evidence.reason == "sources disagree"
    assert [item.key_text() for item in bank.items if item.basis is Basis.EVIDENCE] == ["Unverified"]


def test_dismissing_changes_nothing_in_the_bank(database: Database, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion(), suggestion("c-2"))
    first, second = ids(database, bank_id)
    with database.writing() as session:
        evidence.dismiss(session, bank_id, first, now=NOW)
        assert banks.get(session, bank_id).version == 1
    assert ids(database, bank_id) == [second]


def test_each_is_decided_once(database: Database, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion())
    (first,) = ids(database, bank_id)
    confirm(database, bank_id, first)
    with pytest.raises(Conflict):
        confirm(database, bank_id, first)
    with database.writing() as session, pytest.raises(Conflict):
        evidence.dismiss(session, bank_id, first, now=NOW)


def test_of_many_who_confirm_at_once_one_does(database: Database, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion())
    (first,) = ids(database, bank_id)

    def attempt() -> bool:
        try:
            confirm(database, bank_id, first)
        except Conflict:
            return False
        return True

    assert sum(at_once(*[attempt] * 4)) == 1
    with database.reading() as session:
        assert banks.get(session, bank_id).version == 2


def test_a_suggestion_belongs_to_its_bank(database: Database, cast: Cast, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion())
    (first,) = ids(database, bank_id)
    with database.writing() as session:
        other = a_bank(session, cast.hazel, builders.bank())
    for bank, one in ((other, first), (bank_id, first + 1)):
        with pytest.raises(NotFound):
            confirm(database, bank, one)
    with pytest.raises(NotFound):
        confirm(database, bank_id + 99, first)


def test_a_claim_that_is_gone_cannot_be_confirmed(database: Database, bank_id: int, job_id: int) -> None:
    finished(database, job_id, suggestion("c-99"))
    (first,) = ids(database, bank_id)
    with pytest.raises(Conflict):
        confirm(database, bank_id, first)
    assert ids(database, bank_id) == [first]


def test_a_check_that_was_cancelled_keeps_nothing(database: Database, bank_id: int, job_id: int) -> None:
    with database.writing() as session:
        generating.take(session, job_id, now=NOW)
        drafting.cancel(session, job_id, now=NOW)
        with pytest.raises(generating.Cancelled):
            checking.finish(session, job_id, [suggestion()], now=NOW)
    assert ids(database, bank_id) == []


def test_a_check_needs_a_text_a_publisher_and_a_real_address(database: Database, cast: Cast, bank_id: int) -> None:
    with database.writing() as session, pytest.raises(BadInput):
        evidence.request(session, bank_id=bank_id, owner=cast.hazel.id, references=[], now=NOW)
    with pytest.raises(BadInput, match="publisher"):
        evidence.citation(publisher=" ")
    for url in ("example.org", "javascript:alert(1)", "https://example.org/a b"):
        with pytest.raises(BadInput, match="https://"):
            evidence.citation(publisher="Quill Press", url=url)
