"""Ordering, matching and multiple response from dated events: completed acts of different sentences, one year each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.domain.claims.claim import Stance
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.matching import MatchingItem, Pair
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.ordering import OrderingItem
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.gathering.told import Gatherer, Told
from quizgen.generation.lexicon import words
from quizgen.generation.makers.reading_dates import RECURRING, single_year
from quizgen.generation.wording import Edit, listed

_FEWEST, _MOST, _FEWEST_PARTED = 3, 5, 4
_SHORTEST, _LONGEST = 4, 18
# Words that tell of the order, or that need the date or the sentence before them.
_TELLING = words(
    "after again already also afterwards another anniversary before began earlier early eventually final finally first "
    "following former formerly last late later latter meanwhile new newly next once old older oldest original "
    "originally other previous previously same second since soon still subsequently then third this until when while "
    "year years century decade"
)
_ORDER = "Put these events in order, the earliest first."
_BEFORE = "Which of these happened before {}, as the passage has it? Choose all that apply."
_MATCH = "In which year did each of these happen, as the passage has it?"


@dataclass(frozen=True, slots=True)
class _Event:
    told: Told
    year: int
    text: str


def _orders(claims: Sequence[Told]) -> Iterator[Item]:
    for group in _groups(claims):
        by_year = sorted(group, key=lambda event: event.year)
        yield OrderingItem(
            id="",
            basis=Basis.PASSAGE,
            claims=tuple(event.told.claim.id for event in group),
            stem=_ORDER,
            key=tuple(event.text for event in by_year),
            rationale=_rationale(group),
            spans=tuple(event.told.claim.span for event in group),
            maker=ORDER_BY_YEAR.name,
            difficulty=3,
        )


def _matches(claims: Sequence[Told]) -> Iterator[Item]:
    for group in _groups(claims):
        yield MatchingItem(
            id="",
            basis=Basis.PASSAGE,
            claims=tuple(event.told.claim.id for event in group),
            stem=_MATCH,
            key=tuple(Pair(event.text, f"{event.year}") for event in group),
            rationale=_rationale(group),
            spans=tuple(event.told.claim.span for event in group),
            maker=MATCH_BY_YEAR.name,
            difficulty=2,
        )


def _parted(claims: Sequence[Told]) -> Iterator[Item]:
    """Yield an item for each group that a round year parts, two events at least before it and one behind."""
    for group in _groups(claims):
        years = sorted(event.year for event in group)
        parting = next((year for year in range(years[1] + 1, years[-1] + 1) if year % 10 == 0), None)
        if len(group) < _FEWEST_PARTED or parting is None:
            continue
        early = tuple(event.text for event in group if event.year < parting)
        yield MultipleResponseItem(
            id="",
            basis=Basis.PASSAGE,
            claims=tuple(event.told.claim.id for event in group),
            stem=_BEFORE.format(parting),
            options=tuple(sorted(event.text for event in group)),
            key=early,
            rationale=_rationale(group),
            spans=tuple(event.told.claim.span for event in group),
            maker=PARTED_BY_YEAR.name,
            difficulty=3,
        )


def _groups(claims: Sequence[Told]) -> Iterator[list[_Event]]:
    """Yield three to five events that stand near each other, each year and each sentence once."""
    group: list[_Event] = []
    for event in filter(None, map(_event, claims)):
        if any(event.year == other.year or event.told.found.number == other.told.found.number for other in group):
            continue
        group.append(event)
        if len(group) == _MOST:
            yield group
            group = []
    if len(group) >= _FEWEST:
        yield group


def _event(told: Told) -> _Event | None:
    """Return what happened and when; None unless the year belongs to the main verb and its absence leaves it whole."""
    found = told.found
    year = single_year(found)
    if year is None or told.disputed or found.leaning or found.stance is not Stance.ASSERTED:
        return None
    preposition = found.sentence.tokens[year.head]
    text = found.with_edits([Edit(preposition.index, year.index + 1, "")])
    rest = {token.lower for token in found.tokens if token.index not in (preposition.index, year.index)}
    telling = rest & _TELLING or any(word[0].isdigit() for word in rest)
    # What hangs on the year, as in "in 1950 and again", would be left without it.
    bare = not found.sentence.of(year) and preposition.head == found.head
    sized = _SHORTEST <= len(text.split()) <= _LONGEST
    plain = not any(sign in text for sign in ';:—“”"()')
    sound = bare and sized and plain and not telling and found.root.lemma not in RECURRING and not _is_vague(found)
    return _Event(told, int(year.text), text) if sound else None


def _is_vague(found: FoundClaim) -> bool:
    """Tell whether a noun with nothing but *the*, *this* or *their* before it leans on what came before."""
    for token in found.tokens:
        own = [child for child in found.sentence.of(token) if child.is_word]
        bare = token.tag in ("NN", "NNS") and own and all(child.dep in ("det", "poss") for child in own)
        if bare and any(child.pos in ("DET", "PRON") and child.lower not in ("a", "an") for child in own):
            return True
    return False


def _rationale(group: Sequence[_Event]) -> str:
    return f"The passage gives the years {listed([f'{year}' for year in sorted(event.year for event in group)])}."


ORDER_BY_YEAR = Gatherer("order-by-year", OrderingItem.kind, _orders)
PARTED_BY_YEAR = Gatherer("parted-by-year", MultipleResponseItem.kind, _parted)
MATCH_BY_YEAR = Gatherer("match-by-year", MatchingItem.kind, _matches)
