"""True and false: which of two dated events came first, told without their dates."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false, true
from quizgen.generation.makers.reading_dates import is_act, month_and_year, single_year
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.wording import write

# Words that tell of the order, or that need the date or the sentence before them.
_TELLING = words(
    "after again already also afterwards another anniversary before earlier early eventually final finally first "
    "following former formerly last late later latter meanwhile new newly next once other previous previously same "
    "second since soon still subsequently then third this until when while year years not n't no only never that "
    "respectively it he she they these those its his her their there as or"
)
# What may have happened in other years as well.
_RECURRING = words(
    "win host top lead rank visit celebrate publish release meet play tour flood earn receive rise fall increase "
    "decrease grow number total live serve"
)
_NESTED = ("advcl", "relcl", "ccomp", "parataxis")
_SHORTEST, _LONGEST = 4, 18


@dataclass(frozen=True, slots=True)
class _Event:
    claim: FoundClaim
    year: int
    opening: str
    inside: str


def _ordered(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for first, second in _pair(claim, setting):
        stem = setting.rng.choice([_joined(first, "before", second), _joined(second, "after", first)])
        yield true(claim, stem, _reason(first, second), first.claim.span, second.claim.span)


def _turned(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for first, second in _pair(claim, setting):
        stem = setting.rng.choice([_joined(second, "before", first), _joined(first, "after", second)])
        yield false(claim, stem, _reason(first, second), first.claim.span, second.claim.span)


def _reason(first: _Event, second: _Event) -> str:
    return f"The passage gives {first.year} for “{first.opening}” and {second.year} for “{second.opening}”."


def _joined(one: _Event, link: str, other: _Event) -> str:
    return f"{one.opening.rstrip('.')} {link} {other.inside}"


def _pair(claim: FoundClaim, setting: Setting) -> Iterator[tuple[_Event, _Event]]:
    """Yield this event with the nearest one of another year and sentence before it in the text, the earlier first."""
    own = _event(claim, setting)
    if not own:
        return
    for earlier in reversed(setting.before):
        other = _event(earlier, setting) if earlier.number != claim.number else None
        if other and other.year != own.year and other.claim.root.lemma != claim.root.lemma:
            yield (own, other) if own.year < other.year else (other, own)
            return


def _event(claim: FoundClaim, setting: Setting) -> _Event | None:
    """Return the claim as a dated event, None unless it is short, plain, whole and told of a completed act."""
    year = single_year(claim)
    if claim.stance is not Stance.ASSERTED or claim.leaning or not year or month_and_year(claim):
        return None
    if claim.lowers & _TELLING or claim.root.lemma in _RECURRING or not is_act(claim, claim.root) or not claim.subject:
        return None
    preposition = claim.sentence.tokens[year.head]
    if (
        preposition.head != claim.head
        or any(token.dep in _NESTED for token in claim.tokens)
        or claim.of(claim.root, "conj")
    ):
        return None
    kept = _without_date(claim, preposition.index, year.index)
    text = write(claim.sentence.tokens, kept) if kept else ""
    small = lowering(claim, kept[0], setting.article) if kept else None
    if small is None or not _SHORTEST <= len(text.split()) <= _LONGEST or any(sign in text for sign in '",“;:—–('):
        return None
    return _Event(claim, int(year.text), text, _inside(claim, kept, setting))


def _without_date(claim: FoundClaim, start: int, end: int) -> tuple[int, ...]:
    """Return what is left when "in 1850" goes from the front or the end, () when it stands in the middle."""
    tokens = claim.sentence.tokens
    words_kept = [index for index in claim.kept if tokens[index].is_word]
    if words_kept[-1] == end:
        return tuple(index for index in claim.kept if index < start)
    subject = claim.subject
    if words_kept[0] == start and subject is not None:
        rest = tuple(index for index in claim.kept if index > end + (tokens[end + 1].text == ","))
        return rest if claim.below(subject)[0] == rest[0] else ()
    return ()


def _inside(claim: FoundClaim, kept: tuple[int, ...], setting: Setting) -> str:
    text = write(claim.sentence.tokens, kept)
    small = lowering(claim, kept[0], setting.article)
    first = claim.sentence.tokens[kept[0]]
    return small[0].new + text[len(first.text) :] if small else first.text + text[len(first.text) :]


EVENTS_ORDERED = Maker("events-ordered", "verdict", rank=1, hardness=2, propose=_ordered)
EVENTS_TURNED = Maker("events-turned", "verdict", rank=1, hardness=2, propose=_turned)
