"""What one or two filled sheets show: how often the key is right, what readers think of the items, who differs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.reviewing.answering import AMBIGUOUS
from quizgen.domain.reviewing.shares import Share, kappa
from quizgen.domain.reviewing.sheet import Question, Sheet

COPY = "more than a copy"
QUALITIES = ("grammatical", "self-contained", "plausible", "usable", COPY)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader wrote about one question.

    ``response`` is the answer as the item reads it, AMBIGUOUS, or None for none; ``said`` its words. ``qualities``
    holds what was judged with yes or no.
    """

    response: str | None = None
    said: str = ""
    qualities: dict[str, bool] = field(default_factory=dict)
    note: str = ""


Filled = dict[str, Judgement]


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: a share for each reader, and for both together where there are two.

    ``both`` counts the questions that both judged, and of these those where both say yes.
    """

    group: str
    name: str
    readers: tuple[Share, ...]
    both: Share | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cohen's kappa of two readers over ``of`` questions that both judged; None where it is not defined."""

    name: str
    kappa: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that filled sheets show; ``differing`` are the questions where a reader does not give the key."""

    measures: tuple[Measure, ...]
    agreements: tuple[Agreement, ...]
    planted: tuple[Measure, ...]
    differing: tuple[tuple[Question, tuple[Judgement, ...]], ...]


def measure(sheet: Sheet, readers: Sequence[Filled]) -> Result:
    """Return the result of one or two readers, each a judgement for every question by its name.

    Questions with a planted key count for the qualities and for what the readers catch, never for right keys. What was
    left empty counts nowhere.
    """
    asked = [question for question in sheet.questions if question.planted is None]
    planted = [question for question in sheet.questions if question.planted is not None]
    return Result(
        measures=(*_keys(asked, readers), *_qualities(sheet.questions, readers)),
        agreements=tuple(_agreements(sheet.questions, readers)) if len(readers) == 2 else (),
        planted=(_measured("planted wrong keys", "caught", planted, readers, _catches),) if planted else (),
        differing=tuple(_differing(asked, readers)),
    )


Judge = Callable[[Question, Judgement], bool | None]


def _gives_key(question: Question, judgement: Judgement) -> bool | None:
    if judgement.response is None:
        return None
    return judgement.response != AMBIGUOUS and question.item.credit(judgement.response) == 1


def _catches(question: Question, judgement: Judgement) -> bool | None:
    if judgement.response is None or question.planted is None:
        return None
    return judgement.response == AMBIGUOUS or question.planted.credit(judgement.response) != 1


def _keys(asked: Sequence[Question], readers: Sequence[Filled]) -> Iterator[Measure]:
    yield _measured("key right", "all", asked, readers, _gives_key)
    for verdict in Verdict:
        of_key = [one for one in asked if isinstance(one.item, VerdictItem) and one.item.key is verdict]
        if of_key:
            yield _measured("key right, by key", verdict.value, of_key, readers, _gives_key)
    for kind in sorted({question.item.kind for question in asked}):
        of_kind = [question for question in asked if question.item.kind == kind]
        yield _measured("key right, by kind", kind, of_kind, readers, _gives_key)
    for operation in sorted({question.operation for question in asked}):
        made_so = [question for question in asked if question.operation == operation]
        yield _measured("key right, by operation", operation, made_so, readers, _gives_key)


def _qualities(questions: Sequence[Question], readers: Sequence[Filled]) -> Iterator[Measure]:
    true = [one for one in questions if isinstance(one.item, VerdictItem) and one.item.key is Verdict.TRUE]
    for quality in QUALITIES:
        # Only a true statement can be a copy of what the text says.
        of = true if quality == COPY else questions
        name = f"{quality}, true statements" if quality == COPY else quality
        yield _measured("judged yes", name, of, readers, _judges(quality))


def _judges(quality: str) -> Judge:
    return lambda _, judgement: judgement.qualities.get(quality)


def _measured(group: str, name: str, questions: Sequence[Question], readers: Sequence[Filled], judge: Judge) -> Measure:
    rows = [[judge(question, filled[question.name]) for filled in readers] for question in questions]
    shares = tuple(_share([row[place] for row in rows]) for place in range(len(readers)))
    together = [None if None in row else all(row) for row in rows]
    return Measure(group, name, shares, _share(together) if len(readers) > 1 else None)


def _share(values: Sequence[bool | None]) -> Share:
    return Share(sum(value is True for value in values), sum(value is not None for value in values))


def _agreements(questions: Sequence[Question], readers: Sequence[Filled]) -> Iterator[Agreement]:
    verdicts = [question.name for question in questions if question.item.kind == VerdictItem.kind]
    yield _agreement("answer to verdict questions", [[one[name].response for one in readers] for name in verdicts])
    for quality in QUALITIES:
        rows = [[one[question.name].qualities.get(quality) for one in readers] for question in questions]
        yield _agreement(quality, [[None if said is None else f"{said}" for said in row] for row in rows])


def _agreement(name: str, rows: Sequence[Sequence[str | None]]) -> Agreement:
    pairs = [(first, second) for first, second in rows if first is not None and second is not None]
    return Agreement(name, kappa(pairs), len(pairs))


def _differing(
    asked: Sequence[Question], readers: Sequence[Filled]
) -> Iterator[tuple[Question, tuple[Judgement, ...]]]:
    for question in asked:
        judgements = tuple(filled[question.name] for filled in readers)
        if any(_gives_key(question, judgement) is False for judgement in judgements):
            yield question, judgements
