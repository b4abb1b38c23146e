"""A number to type: into the gap of a sentence, or below a question."""

from quizgen.domain.items.numeric import LONGEST_RESPONSE, NumericItem
from quizgen.web.items.item import Control, WebKind, Words, around_gap, instruction, without_context


def control(item: NumericItem) -> Control:
    """Return the question, or the words before and after the gap; nothing of number, unit or tolerance."""
    context, stem = without_context(item.stem)
    before, closing, after = around_gap(stem)
    strong, rest = instruction(item)
    return Control(
        NumericItem.kind,
        stem,
        context,
        strong,
        rest,
        before=before,
        closing=closing,
        after=after,
        longest=LONGEST_RESPONSE,
    )


def read(raw: str) -> str:
    """Return the response in a form value: single blanks, none at the ends."""
    return " ".join(raw.split())


def said(_item: NumericItem, response: str) -> Words:
    """Return what was typed."""
    return Words(response)


def key(item: NumericItem) -> Words:
    """Return the number with its unit, and how far from it still counts."""
    return Words(item.key_text())


WEB = WebKind(control, read, said, key)
