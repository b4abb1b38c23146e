"""What a change of claims does to a bank's items, told before it is done."""

from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.item import Item, Status
from quizgen.domain.items.verdict import VerdictItem


@dataclass(frozen=True, slots=True)
class Consequences:
    """The items, as they were, that go, that begin to wait, that become ready, whose key changes; and the new ones."""

    gone: tuple[Item, ...] = ()
    waits: tuple[Item, ...] = ()
    ready: tuple[Item, ...] = ()
    keyed: tuple[Item, ...] = ()
    new: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return any((self.gone, self.waits, self.ready, self.keyed, self.new))


def consequences(before: Bank, after: Bank) -> Consequences:
    """Return what becomes of the items of ``before`` in ``after``; items are known by their ids."""
    now = {item.id: item for item in after.items}
    known = {item.id for item in before.items}
    pairs = [(item, now[item.id]) for item in before.items if item.id in now]
    return Consequences(
        gone=tuple(item for item in before.items if item.id not in now),
        waits=tuple(old for old, new in pairs if old.status is Status.READY and new.status is Status.QUEUED),
        ready=tuple(old for old, new in pairs if old.status is Status.QUEUED and new.status is Status.READY),
        keyed=tuple(old for old, new in pairs if _key(old) is not _key(new)),
        new=tuple(item for item in after.items if item.id not in known),
    )


def _key(item: Item) -> object:
    return item.key if isinstance(item, VerdictItem) else None
