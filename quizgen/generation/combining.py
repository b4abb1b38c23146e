"""Choices from finished verdict items: statements about one thing, of which one or two are borne out."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from quizgen.domain.banks.flaws import flaws
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.lexicon import MONTHS
from quizgen.generation.makers.verb_denied import VERB_DENIED

ONE, SEVERAL = "statement-choice", "statements-chosen"
_QUESTION = "Which of these statements about {} does the passage bear out?"
_ALL = " Choose all that apply."
_LONGEST = 24
_TRUE_OF = {SingleChoiceItem.kind: 1, MultipleResponseItem.kind: 2}
_OPTIONS = 4
_NAME = re.compile(r"\b[A-Z][\w-]{3,}(?: [A-Z][\w-]+)*\b(?![’']s| [A-Z])")
# Months, and adjectives of peoples, are nothing that statements are about.
_NO_TOPIC = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|(?:ish|ese|ian|an|ic|ch|ist|ern)$")


def statement_choices(
    items: Sequence[Item],
    conflicts: Sequence[tuple[str, str]],
    places: dict[str, tuple[str, int]],
    kinds: Collection[str],
    taken: set[str],
) -> Iterator[tuple[str, Item]]:
    """Yield items of the wanted kinds, each with the claim that it belongs to: that of its first true statement.

    ``places`` gives passage and order of each claim. Every statement is used once at most; the four claims differ, lie
    in one passage, none is in conflict, and all four name what the question asks about. New ids join ``taken``.
    """
    disputed = {claim for pair in conflicts for claim in pair}
    fit = [item for item in items if isinstance(item, VerdictItem) and _fits(item) and item.claims[0] not in disputed]
    used: set[str] = set()
    for (_, topic), about in sorted(_by_topic(fit, places).items(), key=lambda pair: (-len(pair[1]), pair[0])):
        for kind, truths in _TRUE_OF.items():
            while kind in kinds and (group := _group(about, used, truths)):
                used.update(item.id for item in group)
                item = _choice(kind, group, topic, taken)
                if not item.problems() and not flaws(item):
                    taken.add(item.id)
                    yield item.claims[0], item


def _fits(item: VerdictItem) -> bool:
    plain = not item.stem.startswith("[") and item.maker != VERB_DENIED.name
    return item.status is Status.READY and plain and len(item.stem.split()) <= _LONGEST


def _by_topic(
    items: Sequence[VerdictItem], places: dict[str, tuple[str, int]]
) -> dict[tuple[str, str], list[VerdictItem]]:
    """Return the statements that name the same, by passage and name; a capital at the start alone makes no name."""
    inside = {name for item in items for name in _NAME.findall(item.stem[1:])}
    topics: dict[tuple[str, str], list[VerdictItem]] = defaultdict(list)
    for item in items:
        for name in sorted(set(_NAME.findall(item.stem)) & inside):
            if not _NO_TOPIC.search(name):
                topics[places[item.claims[0]][0], name].append(item)
    return topics


def _group(about: Sequence[VerdictItem], used: Collection[str], truths: int) -> list[VerdictItem]:
    """Return the next statements about four claims, the true ones first; [] when there are too few."""
    group: dict[str, VerdictItem] = {}
    for verdict, many in ((Verdict.FALSE, _OPTIONS - truths), (Verdict.TRUE, truths)):
        fresh = (item for item in about if item.key is verdict and item.id not in used)
        for item in fresh:
            if sum(one.key is verdict for one in group.values()) == many:
                break
            group.setdefault(item.claims[0], item)
    return sorted(group.values(), key=lambda item: item.key is not Verdict.TRUE) if len(group) == _OPTIONS else []


def _choice(kind: str, group: Sequence[VerdictItem], topic: str, taken: set[str]) -> Item:
    right = tuple(item.stem for item in group if item.key is Verdict.TRUE)
    wrong = [item for item in group if item.key is Verdict.FALSE]
    claims = tuple(item.claims[0] for item in group)
    question = _QUESTION.format(topic)
    stem = question if kind == SingleChoiceItem.kind else f"{question}{_ALL}"
    item_id = content_id("i", kind, Basis.PASSAGE.value, stem, *claims, taken=taken)
    options = tuple(sorted(item.stem for item in group))
    rationale = " ".join(("The passage contradicts the others.", *(item.rationale for item in wrong)))
    spans = tuple(span for item in group for span in item.spans)
    if kind == SingleChoiceItem.kind:
        return SingleChoiceItem(
            id=item_id, basis=Basis.PASSAGE, claims=claims, stem=stem, key=right[0], options=options,
            rationale=rationale, spans=spans, maker=ONE, difficulty=3,
        )  # fmt: skip
    return MultipleResponseItem(
        id=item_id, basis=Basis.PASSAGE, claims=claims, stem=stem, key=right, options=options,
        rationale=rationale, spans=spans, maker=SEVERAL, difficulty=4,
    )  # fmt: skip
