"""What to draw from a bank."""

from dataclasses import dataclass, field

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import EASIEST, HARDEST, Basis, Item
from quizgen.domain.items.verdict import VerdictItem

SHARES = {Verdict.TRUE: 35, Verdict.FALSE: 35, Verdict.UNVERIFIED: 30}


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How many items, of which kinds and basis (None: any), and how hard, from 1 to 5 with both bounds included.

    ``shares`` are the percentages of the three keys among the verdict items; a key with share 0 is never drawn.
    """

    count: int
    kinds: tuple[str, ...] | None = None
    basis: Basis | None = None
    shares: dict[Verdict, int] = field(default_factory=lambda: dict(SHARES))
    easiest: int = EASIEST
    hardest: int = HARDEST

    def fits(self, item: Item) -> bool:
        """Tell whether an item may be drawn."""
        return (
            (self.kinds is None or item.kind in self.kinds)
            and self.basis in (None, item.basis)
            and self.easiest <= item.difficulty <= self.hardest
            and not (isinstance(item, VerdictItem) and not self.shares.get(item.key))
        )

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant, each as one plain sentence; () when all is well."""
        found = []
        if self.count < 1:
            found.append("A quiz needs at least one question.")
        if any(share < 0 for share in self.shares.values()) or sum(self.shares.values()) != 100:
            found.append("The shares of true, false and unverified are three percentages that make 100 together.")
        if not EASIEST <= self.easiest <= self.hardest <= HARDEST:
            found.append(f"Difficulty runs from {EASIEST} to {HARDEST}, the easier bound first.")
        return tuple(found)
