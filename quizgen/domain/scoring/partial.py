"""What a response is worth of which a part is right: the named rules for each kind with several parts.

Every rule gives the key 1, stays between 0 and 1, and is exact. The first rule of each kind is the item's own.
"""

from collections import Counter
from enum import StrEnum
from fractions import Fraction

from quizgen.domain.items.item import Item
from quizgen.domain.items.matching import MatchingItem
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.ordering import NOWHERE, OrderingItem
from quizgen.domain.items.single_choice import option_id


class SeveralRule(StrEnum):
    """For multiple response; the names and formulas are those of PrairieLearn's ``pl-checkbox``."""

    NET = "net correct"
    EACH = "each answer"
    COVERAGE = "coverage"
    WHOLE = "all or nothing"


class PairsRule(StrEnum):
    """For matching: as Moodle's ``qtype_match``, which gives each pair the same share, or the whole alone."""

    EACH = "each pair"
    WHOLE = "all or nothing"


class OrderRule(StrEnum):
    """For ordering: four of the grading types of Moodle's ``qtype_ordering``, under plainer names.

    Neighbours is its "relative to the next item, excluding last", places its "absolute position", and longest run its
    "longest contiguous subset".
    """

    NEIGHBOURS = "neighbours"
    PLACES = "places"
    RUN = "longest run"
    WHOLE = "all or nothing"


def several_credit(item: MultipleResponseItem, response: str, rule: SeveralRule) -> Fraction:
    """Return the credit of the chosen options.

    Net: right choices less wrong ones, over the right options, never below 0. Each: the share of all options that
    were rightly chosen or rightly left. Coverage: the share of right options that were chosen, times the share of
    chosen options that are right.
    """
    chosen, right = set(response.split()), set(map(option_id, item.key))
    hits = len(chosen & right)
    match rule:
        case SeveralRule.NET:
            return item.credit(response)
        case SeveralRule.EACH:
            options = set(map(option_id, item.options))
            return Fraction(len(options) - len(chosen ^ right), len(options))
        case SeveralRule.COVERAGE:
            return Fraction(hits * hits, len(right) * len(chosen))
        case SeveralRule.WHOLE:
            return Fraction(chosen == right)


def order_credit(item: OrderingItem, response: str, rule: OrderRule) -> Fraction:
    """Return the credit of an order; a text at two places counts at neither.

    Neighbours: the share of neighbours in the key that stand one right behind the other. Places: the share of texts at
    their own place. Run: the length of the longest stretch that the key has too, over the whole; one text is no run.
    """
    if rule is OrderRule.NEIGHBOURS:
        return item.credit(response)
    key = list(map(option_id, item.key))
    places = response.split()
    times = Counter(places)
    given = [name if times[name] == 1 else NOWHERE for name in places]
    match rule:
        case OrderRule.PLACES:
            return Fraction(sum(said == name for said, name in zip(given, key, strict=True)), len(key))
        case OrderRule.RUN:
            longest = _longest_run(given, key)
            return Fraction(longest if longest > 1 else 0, len(key))
        case _:
            return Fraction(given == key)


def pairs_credit(item: MatchingItem, response: str, rule: PairsRule) -> Fraction:
    """Return the share of pairs that are right, or whether all are."""
    credit = item.credit(response)
    return credit if rule is PairsRule.EACH else Fraction(credit == 1)


def parted_credit(item: Item, response: str, several: SeveralRule, pairs: PairsRule, order: OrderRule) -> Fraction:
    """Return the credit of a response that the item has read, by the rule for its kind."""
    match item:
        case MultipleResponseItem():
            return several_credit(item, response, several)
        case MatchingItem():
            return pairs_credit(item, response, pairs)
        case OrderingItem():
            return order_credit(item, response, order)
        case _:
            return item.credit(response)


def _longest_run(given: list[str], key: list[str]) -> int:
    place = {name: index for index, name in enumerate(key)}
    longest = run = 0
    before: int | None = None
    for name in given:
        here = place.get(name)
        follows = here is not None and before is not None and here == before + 1
        run = run + 1 if follows else int(here is not None)
        longest, before = max(longest, run), here
    return longest
