"""The words of an item as rules look at them: stem, context line, right and wrong options as shown."""

import re
from dataclasses import dataclass

from quizgen.domain.items.cloze import ClozeItem, folded
from quizgen.domain.items.item import Item
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem

_CONTEXT = re.compile(r'^\[Context: "(?P<context>.*?)"\] (?P<stem>.*)$', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wording:
    """The stem without its context line, that line, the options in the order shown, and what is right and wrong.

    Where the student types, ``right`` holds what counts and ``wrong`` is empty; a verdict item has neither.
    """

    kind: str
    stem: str
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    context: str = ""
    order: tuple[str, ...] = ()


def wording_of(item: Item) -> Wording | None:
    """Return the wording of an item; None for kinds whose options are sentences of the passage or events."""
    context, stem = split_context(item.stem)
    if isinstance(item, VerdictItem):
        return Wording(item.kind, stem, context=context)
    if isinstance(item, SingleChoiceItem):
        return wording(item.kind, stem, (item.key,), item.options, context)
    if isinstance(item, MultipleResponseItem | ClozeItem):
        return wording(item.kind, stem, item.key, item.options, context)
    if isinstance(item, ShortAnswerItem):
        return wording(item.kind, stem, item.key, (), context)
    return wording(item.kind, stem, (item.key,), (), context) if isinstance(item, NumericItem) else None


def wording(kind: str, stem: str, right: tuple[str, ...], options: tuple[str, ...], context: str = "") -> Wording:
    """Return the wording of a question; what is wrong among ``options`` is what is not right."""
    known = {folded(answer) for answer in right}
    seen: set[str] = set()
    wrong = []
    for option in options:
        plain = folded(option)
        # A right answer that is offered twice is wrong the second time, for the rules to find it.
        if plain not in known or plain in seen:
            wrong.append(option)
        seen.add(plain)
    return Wording(kind, stem, right, tuple(wrong), context, options)


def split_context(stem: str) -> tuple[str, str]:
    """Return the context line, or "", and the stem behind it."""
    found = _CONTEXT.match(stem)
    return (found["context"], found["stem"]) if found else ("", stem)
