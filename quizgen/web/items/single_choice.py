"""A question with a list of options, chosen by a click or by their numbers."""

from quizgen.domain.items.single_choice import SingleChoiceItem, option_id
from quizgen.web.items.item import Control, Option, WebKind, Words, instruction, without_context


def control(item: SingleChoiceItem) -> Control:
    """Return the question and its options in the order of the student's paper."""
    context, stem = without_context(item.stem)
    options = (Option(option_id(text), text, letter=f"{place}") for place, text in enumerate(item.options, start=1))
    strong, rest = instruction(item)
    return Control(SingleChoiceItem.kind, stem, context, strong, rest, tuple(options))


def read(raw: str) -> str:
    """Return the response in a form value."""
    return raw.strip()


def said(item: SingleChoiceItem, response: str) -> Words:
    """Return the text of the option that was chosen."""
    return Words(next((text for text in item.options if option_id(text) == response), "An option that is gone"))


def key(item: SingleChoiceItem) -> Words:
    """Return the text of the right option."""
    return Words(item.key)


WEB = WebKind(control, read, said, key)
