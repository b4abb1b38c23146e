"""What filled review sheets show: a table that a person reads, and plain values for JSON."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.domain.document import Document
from quizgen.domain.reviewing.answering import key_answer
from quizgen.domain.reviewing.measuring import Agreement, Judgement, Measure, Result
from quizgen.domain.reviewing.shares import Share
from quizgen.domain.reviewing.sheet import Question

_WIDTH = 25
_NOT_DEFINED = "not defined: one answer alone was given"


def result_text(result: Result, names: Sequence[str]) -> str:
    """Return the whole result as text; ``names`` are the readers'."""
    heads = (*names, "both") if len(names) > 1 else names
    lines = [f"{'':<34}" + "".join(f"{head[: _WIDTH - 2]:>{_WIDTH}}" for head in heads)]
    for group, measures in groupby((*result.measures, *result.planted), key=lambda one: one.group):
        lines += ["", f"{group}:", *(_measure_line(measure) for measure in measures)]
    if result.agreements:
        lines += ["", "agreement beyond chance of the two readers (Cohen's kappa):", *map(_kappa, result.agreements)]
    lines += ["", f"questions where a reader does not give the key: {len(result.differing)}"]
    for question, judgements in result.differing:
        lines += ["", *_difference(question, judgements, names)]
    lines += [
        "",
        "In brackets: 95% intervals (Wilson). Both: of the questions that both judged, those where both say so.",
    ]
    return "\n".join(line.rstrip() for line in lines)


def result_document(result: Result, names: Sequence[str]) -> Document:
    """Return the whole result as plain values that JSON can hold."""
    return {
        "readers": list(names),
        "measures": [_measure_document(measure) for measure in (*result.measures, *result.planted)],
        "agreements": [{"name": one.name, "kappa": one.kappa, "of": one.of} for one in result.agreements],
        "differing": [_difference_document(question, judgements) for question, judgements in result.differing],
    }


def _measure_line(measure: Measure) -> str:
    shares = (*measure.readers, measure.both) if measure.both else measure.readers
    return f"  {measure.name:<32}" + "".join(f"{_share(share):>{_WIDTH}}" for share in shares)


def _share(share: Share) -> str:
    if not share.of:
        return "-"
    low, high = share.interval()
    return f"{share.count}/{share.of} {share.value:.0%} ({low:.0%}-{high:.0%})"


def _kappa(agreement: Agreement) -> str:
    value = _NOT_DEFINED if agreement.kappa is None else f"{agreement.kappa:.2f}"
    return f"  {agreement.name:<32}" + (f"{value} ({agreement.of} questions)" if agreement.of else "-")


def _difference(question: Question, judgements: Sequence[Judgement], names: Sequence[str]) -> Iterator[str]:
    source = f"{question.operation}; {question.place}; {question.item.id}"
    yield f"  {question.name} ({source}): key {key_answer(question.item)}"
    if question.context:
        yield f"    [{question.context}]"
    yield f"    {question.statement}"
    for name, judgement in zip(names, judgements, strict=True):
        note = f" - {judgement.note}" if judgement.note else ""
        yield f"    {name}: {judgement.said or 'no answer'}{note}"


def _measure_document(measure: Measure) -> Document:
    shares = {"readers": [_share_document(share) for share in measure.readers]}
    both = {"both": _share_document(measure.both)} if measure.both else {}
    return {"group": measure.group, "name": measure.name, **shares, **both}


def _share_document(share: Share) -> Document:
    low, high = share.interval()
    return {"count": share.count, "of": share.of, "low": round(low, 4), "high": round(high, 4)}


def _difference_document(question: Question, judgements: Sequence[Judgement]) -> Document:
    return {
        "id": question.name,
        "item": question.item.id,
        "kind": question.item.kind,
        "operation": question.operation,
        "key": key_answer(question.item),
        "context": question.context,
        "statement": question.statement,
        "readers": [{"answer": one.said, "note": one.note} for one in judgements],
    }
