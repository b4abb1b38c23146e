"""What a caller may ask of generation, and what it hears while it runs."""

from dataclasses import dataclass, field

from quizgen.domain.banks.blueprint import SHARES
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput, Problem
from quizgen.domain.items.item import EASIEST, HARDEST, Basis
from quizgen.domain.items.kinds import KINDS

__all__ = ["EASIEST", "HARDEST", "SHARES", "Options", "Progress", "ignore"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a teacher wants of a bank.

    ``count`` is the number of ready items that the bank shall keep (None: all), ``shares`` the percentages of the three
    keys among its verdict items, ``easiest`` and ``hardest`` the bounds of difficulty, both included. ``left_out`` are
    the headings of sections to pass over, ``never_gaps`` words that are never asked for in a gap.
    """

    seed: int = 0
    kinds: tuple[str, ...] = tuple(KINDS)
    bases: tuple[Basis, ...] = (Basis.PASSAGE,)
    count: int | None = None
    shares: dict[Verdict, int] = field(default_factory=lambda: dict(SHARES))
    easiest: int = EASIEST
    hardest: int = HARDEST
    left_out: tuple[str, ...] = ()
    never_gaps: tuple[str, ...] = ()

    def problems(self) -> tuple[str, ...]:
        """Return everything that cannot be met by any text, each as one plain sentence; () when all is well."""
        found = []
        unknown = [kind for kind in self.kinds if kind not in KINDS]
        if unknown or not self.kinds:
            found.append(f"Choose at least one kind of question, of: {', '.join(KINDS)}.")
        if not self.bases:
            found.append("Choose at least one basis: passage or evidence.")
        if self.count is not None and self.count < 1:
            found.append("The number of questions is 1 or more.")
        if any(share < 0 for share in self.shares.values()) or sum(self.shares.values()) != 100:
            found.append("The shares of true, false and unverified are three percentages that make 100 together.")
        if not EASIEST <= self.easiest <= self.hardest <= HARDEST:
            found.append(f"Difficulty runs from {EASIEST} to {HARDEST}, the easier bound first.")
        return tuple(found)

    def document(self) -> Document:
        """Return plain values that JSON can hold."""
        return {
            "seed": self.seed,
            "kinds": list(self.kinds),
            "bases": [basis.value for basis in self.bases],
            "count": self.count,
            "shares": {verdict.value: share for verdict, share in self.shares.items()},
            "easiest": self.easiest,
            "hardest": self.hardest,
            "left_out": list(self.left_out),
            "never_gaps": list(self.never_gaps),
        }

    @classmethod
    def from_document(cls, document: Document) -> "Options":
        """Return what ``document`` returned; what is absent is as by default. Raises BadInput."""
        problems: list[Problem] = []
        fields = Fields(document, "", problems)
        shares = fields.child("shares")
        options = cls(
            seed=fields.integer("seed", 0),
            kinds=fields.texts("kinds") or tuple(KINDS),
            bases=tuple(Basis(name) for name in fields.texts("bases") if name in list(Basis)) or (Basis.PASSAGE,),
            count=fields.optional_integer("count"),
            shares={verdict: shares.integer(verdict.value, SHARES[verdict]) for verdict in Verdict},
            easiest=fields.integer("easiest", EASIEST),
            hardest=fields.integer("hardest", HARDEST),
            left_out=fields.texts("left_out"),
            never_gaps=fields.texts("never_gaps"),
        )
        if problems:
            raise BadInput("These options cannot be read: " + "; ".join(map(str, problems)))
        return options


@dataclass(frozen=True, slots=True)
class Progress:
    """Sentences done of all, and what was found so far."""

    done: int
    total: int
    claims: int
    items: int


def ignore(progress: Progress) -> None:
    """Hear of progress and do nothing."""
