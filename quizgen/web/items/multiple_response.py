"""A question with boxes to tick, by a click or by their numbers."""

from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.single_choice import option_id
from quizgen.web.items.item import Control, Option, WebKind, Words, instruction, without_context, words_of


def control(item: MultipleResponseItem) -> Control:
    """Return the question and its options in the order of the student's paper."""
    context, stem = without_context(item.stem)
    options = (Option(option_id(text), text, letter=f"{place}") for place, text in enumerate(item.options, start=1))
    strong, rest = instruction(item)
    return Control(MultipleResponseItem.kind, stem, context, strong, rest, tuple(options))


def read(raw: str) -> str:
    """Return the response in the values of the ticked boxes, joined by blanks."""
    return " ".join(raw.split())


def said(item: MultipleResponseItem, response: str) -> Words:
    """Return the texts of the options that were chosen."""
    chosen = response.split()
    return words_of(text for text in item.options if option_id(text) in chosen)


def key(item: MultipleResponseItem) -> Words:
    """Return the texts of the right options, in the order of the paper."""
    return words_of(text for text in item.options if text in item.key)


WEB = WebKind(control, read, said, key)
