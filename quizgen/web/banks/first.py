"""What of a bank needs a teacher's eyes first: conflicts, questions that wait, claims that lean on others."""

from dataclasses import dataclass

from flask import url_for

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.item import Status
from quizgen.web.banks.wording import counted


@dataclass(frozen=True, slots=True)
class First:
    """One thing to look at: how many there are, why, and where."""

    words: str
    why: str
    href: str


def what_comes_first(bank_id: int, bank: Bank) -> tuple[First, ...]:
    """Return what is to be looked at, the most pressing first; () when nothing is."""
    ledger = "claims.show"
    waiting = sum(item.status is Status.QUEUED for item in bank.items)
    leaning = {claim.id for claim in bank.claims if claim.leans_on}
    unsure = sum(item.status is Status.READY and not leaning.isdisjoint(item.claims) for item in bank.items)
    found = (
        (
            len(bank.conflicts),
            counted(len(bank.conflicts), "conflict"),
            "Two sentences that cannot both hold.",
            url_for(ledger, bank_id=bank_id, show="conflicts"),
        ),
        (
            waiting,
            f"{counted(waiting, 'question')} to check",
            "Each says why it waits.",
            url_for("banks.show", bank_id=bank_id, show="check"),
        ),
        (
            unsure,
            f"{counted(unsure, 'question')} made with less certainty",
            "The claim leans on a sentence before it.",
            url_for(ledger, bank_id=bank_id, show="leaning"),
        ),
    )
    return tuple(First(words, why, href) for count, words, why, href in found if count)
