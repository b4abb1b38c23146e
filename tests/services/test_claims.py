"""The ledger at work: each act is a version, nothing typed twice counts twice, and nobody's work is overwritten."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.conflicts import Side
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Bearing, Source, Stance, Verdict
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.services import banks, claims, versions
from quizgen.services.claims import ClaimChanged, Seen, Words
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank
from tests.threads import at_once

RIVERS = builders.bank(
    claims=(builders.claim("c-1"), builders.claim("c-2", 30, 53), builders.claim("c-3", 54, 81)),
    conflicts=(("c-1", "c-2"),),
    items=(builders.verdict("i-1"), builders.choice("i-2", ("c-2",))),
)


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    """A bank of Hazel's."""
    with database.writing() as session:
        return a_bank(session, cast.hazel, RIVERS)


@pytest.fixture
def now_in(database: Database, bank_id: int) -> Callable[[], Bank]:
    """Return the bank as it is now."""

    def read() -> Bank:
        with database.reading() as session:
            bank = banks.get(session, bank_id).bank
        assert lint(bank) == ()
        return bank

    return read


def seen(session: Session, bank_id: int, claim: str = "c-1") -> Seen:
    return Seen(claim, claims.digest(banks.get(session, bank_id).bank, claim))


def a_source(says: Bearing = Bearing.CONFIRMS) -> Source:
    return claims.source(title="A  book", publisher="Quill Press", shows="It is.", says=says, year=1999, url=None)


def cite(session: Session, bank_id: int, source: Source | None = None, *, weighs: bool = False) -> int:
    about = seen(session, bank_id)
    return claims.add_source(session, bank_id, about, source or a_source(), weighs=weighs, now=NOW)


def decide(session: Session, bank_id: int, about: Seen, verdict: Verdict, reason: str | None = None) -> int:
    return claims.set_verdict(session, bank_id, about, verdict, reason=reason, rationale="", asks=True, now=NOW)


def test_a_verdict_on_a_source_keys_the_question_on_evidence(
    database: Database, bank_id: int, now_in: Callable[[], Bank]
) -> None:
    with database.writing() as session:
        assert cite(session, bank_id) == 2
        assert decide(session, bank_id, seen(session, bank_id), Verdict.TRUE) == 3
    bank = now_in()
    assert bank.claim("c-1").evidence.verdict is Verdict.TRUE
    assert [item.key for item in bank.items if item.maker == "on-evidence"] == [Verdict.TRUE]


def test_the_same_act_sent_twice_is_one(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        about = seen(session, bank_id)
        versions = [decide(session, bank_id, about, Verdict.UNVERIFIED, "opinion") for _ in range(2)]
        assert versions == [2, 2]


def test_a_claim_that_somebody_changed_is_not_overwritten(
    database: Database, bank_id: int, now_in: Callable[[], Bank]
) -> None:
    with database.writing() as session:
        about, other = seen(session, bank_id), seen(session, bank_id, "c-3")
        decide(session, bank_id, about, Verdict.UNVERIFIED, "opinion")
    with database.writing() as session:
        for reason in ("too vague", None):
            with pytest.raises(ClaimChanged, match="changed this claim"):
                decide(session, bank_id, about, Verdict.UNVERIFIED, reason)
        decide(session, bank_id, other, Verdict.UNVERIFIED, "too vague")
    assert [now_in().claim(name).evidence.reason for name in ("c-1", "c-3")] == ["opinion", "too vague"]


def test_of_many_who_say_different_things_at_once_one_is_kept(database: Database, bank_id: int) -> None:
    with database.reading() as session:
        about = seen(session, bank_id)

    def attempt(reason: str) -> bool:
        try:
            with database.writing() as session:
                decide(session, bank_id, about, Verdict.UNVERIFIED, reason)
        except ClaimChanged:
            return False
        return True

    done = at_once(*[lambda reason=reason: attempt(reason) for reason in ("opinion", "prediction", "too vague")])
    assert sum(done) == 1
    with database.reading() as session:
        assert banks.get(session, bank_id).version == 2


def test_a_claim_that_is_gone_says_so(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        about = seen(session, bank_id)
        claims.drop(session, bank_id, about, now=NOW)
        with pytest.raises(ClaimChanged, match="not in the bank any more"):
            decide(session, bank_id, about, Verdict.UNVERIFIED, "opinion")
    with database.writing() as session, pytest.raises(NotFound):
        claims.drop(session, bank_id + 99, about, now=NOW)


def test_sources_are_said_otherwise_and_taken_away(
    database: Database, bank_id: int, now_in: Callable[[], Bank]
) -> None:
    with database.writing() as session:
        cite(session, bank_id, weighs=True)
        about = seen(session, bank_id)
        with pytest.raises(BadInput, match="rests on this source"):
            claims.change_source(session, bank_id, about, 0, None, now=NOW)
        cite(session, bank_id, a_source(Bearing.LEAVES_OPEN))
        about = seen(session, bank_id)
        claims.change_source(session, bank_id, about, 1, None, now=NOW)
        with pytest.raises(Conflict):
            claims.change_source(session, bank_id, about, 1, None, now=NOW)
    assert now_in().claim("c-1").evidence.sources == (a_source(),)


@pytest.mark.parametrize("field", ["title", "publisher", "shows"])
def test_a_source_needs_its_fields_and_a_real_address(field: str) -> None:
    whole = {"title": "A book", "publisher": "Quill Press", "shows": "It is.", "says": Bearing.CONFIRMS}
    for wrong in ({field: " "}, {field: "x" * 2001}, {"url": "javascript:alert(1)"}):
        with pytest.raises(BadInput):
            claims.source(**{"year": None, "url": None, **whole, **wrong})


def test_words_split_merge_and_back(database: Database, bank_id: int, now_in: Callable[[], Bank]) -> None:
    with database.writing() as session:
        claims.reword(
            session, bank_id, seen(session, bank_id), Words(" The  Wye flows. "), stance=Stance.REPORTED, now=NOW
        )
        first, second = Words("The Wye flows.", "The Wye"), Words("It is a river.", "is a river.")
        claims.split(session, bank_id, seen(session, bank_id), first, second, now=NOW)
    parts = now_in().claims[:2]
    assert [part.statement for part in parts] == ["The Wye flows.", "It is a river."]
    assert [part.span.of(builders.TEXT) for part in parts] == ["The Wye", "is a river."]
    with database.writing() as session:
        one, other = (seen(session, bank_id, part.id) for part in parts)
        claims.merge(session, bank_id, one, other, statement="The Wye is a river.", now=NOW)
        with pytest.raises(BadInput, match="letter by letter"):
            claims.reword(
                session,
                bank_id,
                seen(session, bank_id),
                Words("x", "no such words"),
                stance=Stance.ASSERTED,
                now=NOW,
            )
        with pytest.raises(BadInput, match="Both parts say the same"):
            claims.split(session, bank_id, seen(session, bank_id), Words("x"), Words("x"), now=NOW)
    assert now_in().claim("c-1").span.of(builders.TEXT) == "The Wye is a river."
    assert len(now_in().claims) == 3


def test_a_claim_is_added_for_words_of_the_passage_once(
    database: Database, bank_id: int, now_in: Callable[[], Bank]
) -> None:
    with database.writing() as session:
        words = Words("", "250  kilometres")
        claims.add(session, bank_id, words, passage="p1", stance=Stance.ASSERTED, now=NOW)
        for wrong, passage in ((words, "p1"), (words, "p2"), (Words("x", ""), "p1")):
            with pytest.raises(BadInput):
                claims.add(session, bank_id, wrong, passage=passage, stance=Stance.ASSERTED, now=NOW)
    assert "250 kilometres" in {claim.statement for claim in now_in().claims}


def test_a_sentence_without_a_claim_takes_all_its_claims_along(
    database: Database, bank_id: int, now_in: Callable[[], Bank]
) -> None:
    with database.writing() as session:
        words = Words("High water is possible.", "may flood")
        claims.add(session, bank_id, words, passage="p1", stance=Stance.HEDGED, now=NOW)
        claims.drop(session, bank_id, seen(session, bank_id, "c-2"), whole_sentence=True, now=NOW)
    assert [claim.id for claim in now_in().claims] == ["c-1", "c-3"]


def test_a_conflict_is_settled(database: Database, bank_id: int, now_in: Callable[[], Bank]) -> None:
    with database.writing() as session:
        about = seen(session, bank_id)
        claims.settle_conflict(session, bank_id, about, "c-2", Side.THIS, now=NOW)
        with pytest.raises(Conflict, match="settled already"):
            claims.settle_conflict(session, bank_id, about, "c-2", Side.THIS, now=NOW)
    assert now_in().conflicts == ()


def test_the_last_act_is_taken_back_and_brought_back(
    database: Database, bank_id: int, now_in: Callable[[], Bank]
) -> None:
    with database.writing() as session:
        made = claims.drop(session, bank_id, seen(session, bank_id), now=NOW)
        undone = claims.undo(session, bank_id, made, now=NOW)
        assert (made, undone) == (2, 3)
    assert now_in() == RIVERS
    with database.writing() as session:
        claims.undo(session, bank_id, undone, now=NOW)
    assert len(now_in().claims) == 2


def test_each_act_is_named_in_the_list_of_versions(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        cite(session, bank_id)
        made = decide(session, bank_id, seen(session, bank_id), Verdict.TRUE)
        claims.undo(session, bank_id, made, now=NOW)
        notes = [card.note for card in versions.history(session, bank_id)]
    assert notes == ["Version 3 taken back", "Verdict: true", "Evidence added", None]


def test_what_was_changed_since_is_not_taken_back(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        made = claims.drop(session, bank_id, seen(session, bank_id), now=NOW)
        decide(session, bank_id, seen(session, bank_id, "c-2"), Verdict.UNVERIFIED, "opinion")
        for version in (made, 1, 0, 99):
            with pytest.raises(Conflict, match="changed after that"):
                claims.undo(session, bank_id, version, now=NOW)
