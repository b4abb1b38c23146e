"""What was asked for and could not be had, in plain words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.verdict import VerdictItem


def shortfall(items: Sequence[Item], *, count: int | None, shares: Mapping[Verdict, int]) -> tuple[str, ...]:
    """Return one sentence for each wish that ``items`` do not meet; () when all is met.

    ``count`` is None when all were wanted. Shares are those of the statements that the passage settles, since evidence
    has the keys that it has; one counts as met when no item more would bring it nearer.
    """
    return tuple(_sentences(items, count, shares))


def _sentences(items: Sequence[Item], count: int | None, shares: Mapping[Verdict, int]) -> Iterator[str]:
    if count is not None and len(items) < count:
        were = "question was" if len(items) == 1 else "questions were"
        yield f"Asked for {count:,}; {len(items):,} {were} possible."
    keys = Counter(item.key for item in items if isinstance(item, VerdictItem) and item.basis is Basis.PASSAGE)
    for key, share in shares.items():
        if keys.total() and keys[key] < share * keys.total() // 100:
            yield f"Asked for {share}% {key.value}; {round(100 * keys[key] / keys.total())}% were possible."
