"""A question with a field for a few words."""

from quizgen.domain.items.short_answer import LONGEST_RESPONSE, ShortAnswerItem
from quizgen.web.items.item import Control, WebKind, Words, instruction, without_context

_ALSO_SHOWN = 3


def control(item: ShortAnswerItem) -> Control:
    """Return the question."""
    context, stem = without_context(item.stem)
    strong, rest = instruction(item)
    return Control(ShortAnswerItem.kind, stem, context, strong, rest, longest=LONGEST_RESPONSE)


def read(raw: str) -> str:
    """Return the response in a form value: single blanks, none at the ends."""
    return " ".join(raw.split())


def said(_item: ShortAnswerItem, response: str) -> Words:
    """Return what was typed."""
    return Words(response)


def key(item: ShortAnswerItem) -> Words:
    """Return the best answer, and some of the others that are accepted."""
    best, *others = item.key
    also = f" (also: {', '.join(others[:_ALSO_SHOWN])})" if others else ""
    return Words(f"{best}{also}")


WEB = WebKind(control, read, said, key)
