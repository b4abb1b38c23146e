"""Texts to put into order: each place is a list to choose from, so that no mouse is needed."""

from quizgen.domain.items.ordering import NOWHERE, OrderingItem
from quizgen.domain.items.single_choice import option_id
from quizgen.web.items.item import (
    Control,
    Row,
    WebKind,
    Words,
    instruction,
    lettered,
    without_context,
    words_of,
)


def control(item: OrderingItem) -> Control:
    """Return the texts with a letter each, in the order of the student's paper, and a row for every place."""
    context, stem = without_context(item.stem)
    options = tuple(lettered(((option_id(text), text) for text in item.shown), NOWHERE))
    rows = (Row(f"{place}", options) for place in range(1, len(item.shown) + 1))
    strong, rest = instruction(item)
    return Control(OrderingItem.kind, stem, context, strong, rest, options[1:], rows=tuple(rows))


def read(raw: str) -> str:
    """Return the response in the values of the places, joined by blanks; "" when every place is empty."""
    places = raw.split()
    return "" if set(places) <= {NOWHERE} else " ".join(places)


def said(item: OrderingItem, response: str) -> Words:
    """Return the texts as they were put into order."""
    texts = {option_id(text): text for text in item.key}
    return _numbered([texts.get(name, "(empty)") for name in response.split()])


def key(item: OrderingItem) -> Words:
    """Return the texts in their right order."""
    return _numbered(list(item.key))


def _numbered(texts: list[str]) -> Words:
    return words_of(f"{place}. {text}" for place, text in enumerate(texts, start=1))


WEB = WebKind(control, read, said, key)
