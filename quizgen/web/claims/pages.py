"""The ledger as a page: rows by a filter, one claim open with its forms, the passage with every claim underlined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import url_for

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim, Stance, Verdict
from quizgen.domain.items.item import Status
from quizgen.services.banks import StoredBank
from quizgen.web.banks.ledger import ROWS_A_PAGE, PassagePart, Tab, Turn, passage_parts
from quizgen.web.banks.rows import Ledger, anchor
from quizgen.web.banks.wording import STANCE_WORDS, counted
from quizgen.web.claims.opened import Opened

ALL, UNSETTLED, CONFLICTS, WAITING, LEANING = "all", "unsettled", "conflicts", "waiting", "leaning"
WORDS = {
    ALL: "All",
    UNSETTLED: "Unsettled",
    CONFLICTS: "Conflicts",
    WAITING: "Questions to check",
    LEANING: "Lean on others",
}


class WorkLedger(Ledger):
    """The ledger whose links lead to the page to work on; ``show`` is its filter."""

    def __init__(self, bank_id: int, bank: Bank, show: str = ALL) -> None:
        super().__init__(bank_id, bank)
        self.show = show

    def href(self, claim_id: str) -> str:
        """Return the address of the ledger with a claim opened."""
        return address(self.bank_id, show=self.show, claim=claim_id)


@dataclass(frozen=True, slots=True)
class Row:
    """A claim that is closed, or the head of the one that is open."""

    number: int
    anchor: str
    href: str
    statement: str
    stance: Stance
    stance_word: str
    verdict: Verdict
    sources: str
    questions: str
    state: str
    needs_eyes: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """The ledger. ``undoable`` is the version that can be taken back, 0 for none."""

    id: int
    title: str
    is_mine: bool
    shipped: bool
    summary: str
    show: str
    tabs: tuple[Tab, ...]
    stance_tabs: tuple[Tab, ...]
    passages: tuple[PassagePart, ...]
    stances: tuple[tuple[Stance, str], ...]
    any_looked: bool
    rows: tuple[Row, ...]
    opened: Opened | None
    previous: str
    next: str
    turns: tuple[Turn, ...]
    suggestions: int
    undoable: int


def filters(bank: Bank) -> dict[str, Callable[[Claim], bool]]:
    """Return what each filter lets through."""
    disputed = {each for pair in bank.conflicts for each in pair}
    waiting = {claim for item in bank.items if item.status is Status.QUEUED for claim in item.claims}
    found: dict[str, Callable[[Claim], bool]] = {
        ALL: lambda _claim: True,
        UNSETTLED: lambda claim: not is_settled(claim) or claim.id in disputed,
        CONFLICTS: lambda claim: claim.id in disputed,
        WAITING: lambda claim: claim.id in waiting,
        LEANING: lambda claim: bool(claim.leans_on),
    }
    for verdict in Verdict:
        found[verdict.value] = lambda claim, verdict=verdict: claim.evidence.verdict is verdict
    for stance in Stance:
        found[stance.value] = lambda claim, stance=stance: claim.stance is stance
    return found


def is_settled(claim: Claim) -> bool:
    """Tell whether somebody, or its stance, has said what the verdict is and why."""
    return claim.evidence.verdict is not Verdict.UNVERIFIED or bool(claim.evidence.reason)


def listed(ledger: WorkLedger, show: str, opened: str = "") -> list[Claim]:
    """Return the claims that the filter lets through, in reading order, and the open one in any case."""
    wanted = filters(ledger.bank).get(show, lambda _claim: True)
    return [claim for claim in ledger.claims if claim.id == opened or wanted(claim)]


def following(before: Bank, after: Bank, claim_id: str, show: str) -> str:
    """Return the id of the claim to open after the one that was worked on, under a filter; "" after the last."""
    order = [claim.id for claim in WorkLedger(0, before).claims]
    place = order.index(claim_id) if claim_id in order else -1
    left = [claim.id for claim in listed(WorkLedger(0, after), show)]
    return next((name for name in order[place + 1 :] if name in left), "")


def claims_page(
    stored: StoredBank,
    *,
    is_mine: bool,
    show: str,
    page: int,
    opened: Opened | None,
    suggestions: int,
    undoable: int,
) -> ClaimsPage:
    """Return the ledger under the filter ``show``; an unknown one shows all, and the open claim's page wins."""
    bank = stored.bank
    show = show if show in filters(bank) else ALL
    ledger = WorkLedger(stored.id, bank, show)
    name = opened.row.id if opened else ""
    claims = listed(ledger, show, name)
    ids = [claim.id for claim in claims]
    place = ids.index(name) if name in ids else None
    pages = max(-(-len(claims) // ROWS_A_PAGE), 1)
    number = min(max(page, 1), pages) if place is None else place // ROWS_A_PAGE + 1
    here = claims[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]
    beside = _beside(ids, place)
    disputed = {each for pair in bank.conflicts for each in pair}
    return ClaimsPage(
        id=stored.id,
        title=bank.title,
        is_mine=is_mine,
        shipped=stored.owner is None,
        summary=_summary(bank),
        show=show,
        tabs=tuple(_tabs(stored.id, bank, show, [*WORDS, *Verdict])),
        stance_tabs=tuple(_tabs(stored.id, bank, show, list(Stance))),
        passages=tuple(passage_parts(ledger, here, name)),
        stances=tuple(STANCE_WORDS.items()),
        any_looked=any(is_settled(claim) for claim in bank.claims),
        rows=tuple(_row(ledger, claim, disputed, name) for claim in here),
        opened=opened,
        previous=ledger.href(beside[0]) if beside[0] else "",
        next=ledger.href(beside[1]) if beside[1] else "",
        turns=tuple(_turns(stored.id, show, len(claims), number)),
        suggestions=suggestions,
        undoable=undoable,
    )


def address(bank_id: int, *, show: str = ALL, claim: str = "", **query: object) -> str:
    """Return the address of the ledger, with a claim opened unless it is ""."""
    shown = {} if show == ALL else {"show": show}
    named = {"claim": claim, "_anchor": anchor(claim)} if claim else {}
    return url_for("claims.show", bank_id=bank_id, **shown, **query, **named)


def _beside(ids: Sequence[str], place: int | None) -> tuple[str, str]:
    if place is None:
        return "", ids[0] if ids else ""
    return ids[place - 1] if place else "", ids[place + 1] if place + 1 < len(ids) else ""


def _row(ledger: WorkLedger, claim: Claim, disputed: set[str], opened: str) -> Row:
    sources, items = len(claim.evidence.sources), len(ledger.items[claim.id])
    needs_eyes = claim.id in disputed or not is_settled(claim)
    return Row(
        number=ledger.numbers[claim.id],
        anchor=anchor(claim.id),
        href=ledger.href(claim.id),
        statement=claim.statement,
        stance=claim.stance,
        stance_word=STANCE_WORDS[claim.stance],
        verdict=claim.evidence.verdict,
        sources=counted(sources, "source") if sources else "",
        questions=counted(items, "question") if items else "",
        state="Conflict" if claim.id in disputed else "To settle" if needs_eyes else "Settled",
        needs_eyes=needs_eyes,
        is_open=claim.id == opened,
    )


def _tabs(bank_id: int, bank: Bank, show: str, names: Sequence[str]) -> list[Tab]:
    tabs = []
    for name in names:
        count = sum(map(filters(bank)[name], bank.claims))
        if count or name in (ALL, UNSETTLED, show):
            word = WORDS.get(name) or (STANCE_WORDS[Stance(name)] if name in set(Stance) else name.capitalize())
            sign = str(name) if name in set(Verdict) else ""
            tabs.append(Tab(str(name), word, sign, count, address(bank_id, show=name), show == name))
    return tabs


def _turns(bank_id: int, show: str, count: int, current: int) -> list[Turn]:
    firsts = range(1, count + 1, ROWS_A_PAGE) if count > ROWS_A_PAGE else ()
    return [
        Turn(
            f"{first:,}–{min(first + ROWS_A_PAGE - 1, count):,}",
            address(bank_id, show=show, page=number),
            number == current,
        )
        for number, first in enumerate(firsts, start=1)
    ]


def _summary(bank: Bank) -> str:
    settled = len(bank.claims) - sum(map(filters(bank)[UNSETTLED], bank.claims))
    return f"{settled:,} of {counted(len(bank.claims), 'claim')} settled."
