"""Every gatherer by name; what it makes enters a bank only when it is sound and passes its own samples."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.domain.banks.flaws import flaws
from quizgen.domain.claims.claim import Claim
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Item, self_test
from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.gathering.chronology import MATCH_BY_YEAR, ORDER_BY_YEAR, PARTED_BY_YEAR
from quizgen.generation.gathering.supporting import SENTENCE_FOUND
from quizgen.generation.gathering.told import Gatherer, Told

_ALL = (SENTENCE_FOUND, ORDER_BY_YEAR, MATCH_BY_YEAR, PARTED_BY_YEAR)
GATHERERS: dict[str, Gatherer] = {gatherer.name: gatherer for gatherer in _ALL}


def gathered(
    passages: Sequence[Passage],
    claims: Sequence[tuple[Claim, FoundClaim]],
    items: Mapping[str, Sequence[Item]],
    conflicts: Sequence[tuple[str, str]],
    kinds: Collection[str],
    taken: set[str],
) -> Iterator[tuple[str, Item]]:
    """Yield items of the wanted kinds, each with the claim that it belongs to. New ids join ``taken``."""
    disputed = {claim_id for pair in conflicts for claim_id in pair}
    for passage in passages:
        told = [
            Told(passage, claim, found, tuple(items[claim.id]), claim.id in disputed)
            for claim, found in claims
            if claim.passage == passage.id
        ]
        for gatherer in GATHERERS.values():
            if gatherer.kind in kinds:
                for item in gatherer.gather(told):
                    if not item.problems() and not self_test(item) and not flaws(item):
                        yield item.claims[0], _named(item, taken)


def _named(item: Item, taken: set[str]) -> Item:
    item_id = content_id("i", item.kind, item.basis.value, item.stem, *item.claims, taken=taken)
    taken.add(item_id)
    return replace(item, id=item_id)
