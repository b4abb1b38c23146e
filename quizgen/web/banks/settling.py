"""Where the ledger goes on when a question that waited has been used or dropped."""

from flask import url_for

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.item import Item, Status
from quizgen.web.banks.ledger import filters
from quizgen.web.banks.rows import Ledger


def place_after(bank_id: int, before: Bank, after: Bank, item_id: str, *, show: str) -> str:
    """Return the address of the question where it is still shown under ``show``, else of the next that waits there.

    After the last one it is that of the page alone, and an unknown filter shows all.
    """
    wanted = filters(before).get(show)
    query = {"show": show} if wanted else {}
    stays = {item.id: item for item in after.items if not wanted or wanted(item)}
    order = _in_order(Ledger(bank_id, before))
    place = next(place for place, item in enumerate(order) if item.id == item_id)
    others = (*order[place + 1 :], *order[:place])
    waiting = (item for item in others if item.id in stays and item.status is Status.QUEUED)
    target = stays.get(item_id) or next(waiting, None)
    if target is None:
        return url_for("banks.show", bank_id=bank_id, **query)
    # A row is closed unless its claim is asked for, and a browser may not open it for an anchor within.
    if target.claims:
        query["claim"] = target.claims[0]
    return url_for("banks.show", bank_id=bank_id, **query, _anchor=f"item-{target.id}")


def _in_order(ledger: Ledger) -> list[Item]:
    """Return the questions as the ledger shows them: by claim, then those about the text as a whole."""
    return [item for claim in ledger.claims for item in ledger.items[claim.id]] + ledger.loose
