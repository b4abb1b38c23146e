"""Single choice from finished verdict items: one true statement among three false ones about other claims."""

from collections.abc import Iterator, Sequence

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.makers.verb_denied import VERB_DENIED

NAME = "statement-choice"
_QUESTION = "Which of these statements does the passage bear out?"
_LONGEST = 24
_OTHERS = 3


def statement_choices(
    items: Sequence[Item], conflicts: Sequence[tuple[str, str]], places: dict[str, tuple[str, int]], taken: set[str]
) -> Iterator[tuple[str, Item]]:
    """Yield items, each with the claim that it belongs to: that of its true statement.

    ``places`` gives passage and order of each claim. Every statement is used once at most; the four claims differ, lie
    in one passage, and none is in conflict. New ids join ``taken``.
    """
    disputed = {claim for pair in conflicts for claim in pair}
    fit = [item for item in items if isinstance(item, VerdictItem) and _fits(item) and item.claims[0] not in disputed]
    truths = [item for item in fit if item.key is Verdict.TRUE]
    falsehoods = [item for item in fit if item.key is Verdict.FALSE and item.maker != VERB_DENIED.name]
    used: set[str] = set()
    group: list[VerdictItem] = []
    for falsehood in falsehoods:
        if group and places[group[0].claims[0]][0] != places[falsehood.claims[0]][0]:
            group = []
        group.append(falsehood)
        if len(group) == _OTHERS:
            truth = _truth_for(group, truths, places, used)
            if truth:
                used.update(item.id for item in (truth, *group))
                yield truth.claims[0], _choice(truth, group, taken)
            group = []


def _fits(item: VerdictItem) -> bool:
    return item.status is Status.READY and not item.stem.startswith("[") and len(item.stem.split()) <= _LONGEST


def _truth_for(
    group: Sequence[VerdictItem], truths: Sequence[VerdictItem], places: dict[str, tuple[str, int]], used: set[str]
) -> VerdictItem | None:
    """Return the last unused true statement before the last false one, or the first behind it, about other claims."""
    passage, last = places[group[-1].claims[0]]
    claims = {item.claims[0] for item in group}
    free = [one for one in truths if one.id not in used and one.claims[0] not in claims]
    near = [(places[one.claims[0]][1], one) for one in free if places[one.claims[0]][0] == passage]
    before = [one for place, one in near if place < last]
    behind = [one for place, one in near if place > last]
    return before[-1] if before else behind[0] if behind else None


def _choice(truth: VerdictItem, group: Sequence[VerdictItem], taken: set[str]) -> Item:
    options = tuple(sorted(item.stem for item in (truth, *group)))
    claims = (truth.claims[0], *(item.claims[0] for item in group))
    item_id = content_id("i", SingleChoiceItem.kind, Basis.PASSAGE.value, _QUESTION, *claims, taken=taken)
    taken.add(item_id)
    return SingleChoiceItem(
        id=item_id,
        basis=Basis.PASSAGE,
        claims=claims,
        stem=_QUESTION,
        key=truth.stem,
        options=options,
        rationale=" ".join(("The passage contradicts the others.", *(item.rationale for item in group))),
        spans=tuple(span for item in (truth, *group) for span in item.spans),
        maker=NAME,
        difficulty=3,
    )
