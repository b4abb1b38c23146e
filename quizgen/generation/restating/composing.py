"""A shape and changes of wording put together; refused when the result is still a copy of its sentence."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import COPY, SAME_ORDER, Proposal, Setting, true
from quizgen.generation.restating.adverbs_turned import adverbs_turned
from quizgen.generation.restating.figures_respelled import figures_respelled
from quizgen.generation.restating.having_said import having_said
from quizgen.generation.restating.list_turned import list_turned
from quizgen.generation.restating.nation_turned import nation_turned
from quizgen.generation.restating.owner_turned import owner_turned
from quizgen.generation.restating.period_widened import period_widened
from quizgen.generation.restating.purpose_spelled import purpose_spelled
from quizgen.generation.restating.receiver_moved import receiver_moved
from quizgen.generation.restating.relative_shortened import relative_shortened
from quizgen.generation.restating.shape import Change, Shape
from quizgen.generation.restating.verbs_replaced import verbs_replaced
from quizgen.generation.restating.words_replaced import words_replaced
from quizgen.generation.wording import Edit, arrange

Wording = Callable[[FoundClaim, Setting], Iterator[Change]]

_WORDINGS: tuple[Wording, ...] = (
    figures_respelled,
    having_said,
    receiver_moved,
    adverbs_turned,
    verbs_replaced,
    owner_turned,
    nation_turned,
    purpose_spelled,
    relative_shortened,
    words_replaced,
    list_turned,
)
_MOST_CHANGES = 3
_LONGEST_RUN = 0.62
_ALONE, _SHORT = 2, 10


def restated(
    claim: FoundClaim, setting: Setting, shape: Shape, *, needed: int = 2, strong: bool = False, turned: bool = True
) -> Iterator[Proposal]:
    """Yield the claim in this shape with up to three changes of wording.

    It waits for a person as a copy with fewer than ``needed`` changes, or, unless ``strong``, when one run of words
    from its sentence makes up most of it. Where the order is not ``turned``, it always waits: strict readers take other
    words in the same order for a copy too.
    """
    quoted = _quoted(claim)
    if quoted and shape.changes:
        return
    shape = _with_vaguer_date(claim, setting, shape, quoted)
    changes = _fitting(claim, setting, shape, quoted)
    edits = [*shape.edits, *(edit for change in changes for edit in change.edits)]
    stem = arrange(claim.sentence.tokens, shape.parts, edits)
    enough = shape.changes + sum(change.worth for change in changes) >= needed
    enough &= len(changes) + shape.changes > 1 or needed < _ALONE or len(stem.split()) < _SHORT
    copied = enough and not strong and longest_run(stem, claim.sentence.text) > _LONGEST_RUN
    reason = f"{shape.reason or 'The passage says the same in other words'}: “{claim.statement}”"
    why = COPY if copied or not enough else "" if turned else SAME_ORDER
    yield true(claim, stem, reason, why=why)


def _with_vaguer_date(claim: FoundClaim, setting: Setting, shape: Shape, quoted: frozenset[int]) -> Shape:
    """Return the shape with its date less exact, in another order only: alone it would hardly be more than a copy."""
    for change in period_widened(claim, setting) if shape.changes else ():
        touched = {index for edit in change.edits for index in _touched(edit)}
        if _is_inside(touched, shape) and not touched & quoted:
            kept = tuple(edit for edit in shape.edits if not touched & set(_touched(edit)))
            return replace(shape, edits=(*kept, *change.edits), changes=shape.changes + change.worth)
    return shape


def _fitting(claim: FoundClaim, setting: Setting, shape: Shape, quoted: frozenset[int]) -> list[Change]:
    """Return changes that touch different words, the more visible first, none inside what the shape rewrites."""
    taken = quoted | {index for edit in shape.edits for index in _touched(edit)}
    chosen: list[Change] = []
    found = [change for wording in _WORDINGS for change in wording(claim, setting)]
    for change in sorted(found, key=lambda change: -change.worth):
        touched = {index for edit in change.edits for index in _touched(edit)}
        if len(chosen) < _MOST_CHANGES and not touched & taken and _is_inside(touched, shape):
            chosen.append(change)
            taken |= touched
    return chosen


def _quoted(claim: FoundClaim) -> frozenset[int]:
    """Return the indexes inside of quotation marks; all of them when the marks are of another kind or odd."""
    marks = [token.index for token in claim.tokens if token.text in ('"', "“", "”", "``", "''")]
    if len(marks) % 2 or any(sign in claim.statement for sign in "‘«"):
        return frozenset(claim.kept)
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return frozenset(index for one, other in pairs for index in range(one, other + 1))


def _touched(edit: Edit) -> range:
    return range(edit.start, max(edit.end, edit.start + 1))


def _is_inside(touched: Iterable[int], shape: Shape) -> bool:
    wanted = set(touched)
    return any(wanted <= set(part) for part in shape.parts if not isinstance(part, str))


def longest_run(stem: str, text: str) -> float:
    """Return the share of the statement's words that stand in one run of words of the text."""
    own, other = _words(stem), _words(text)
    best, before = 0, [0] * (len(other) + 1)
    for one in own:
        now = [0] * (len(other) + 1)
        for place, two in enumerate(other):
            if one == two:
                now[place + 1] = before[place] + 1
                best = max(best, now[place + 1])
        before = now
    return best / max(len(own), 1)


def _words(text: str) -> list[str]:
    return [word.strip(".,;:()").lower() for word in text.split()]
