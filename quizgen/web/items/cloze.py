"""A sentence with a gap: a field inside the sentence, or a word bank below it."""

from quizgen.domain.items.cloze import LONGEST_RESPONSE, ClozeItem
from quizgen.web.items.item import Control, Option, WebKind, Words, around_gap, instruction, without_context

_ALSO_SHOWN = 3


def control(item: ClozeItem) -> Control:
    """Return the words before and after the gap, and the word bank where there is one."""
    context, stem = without_context(item.stem)
    before, closing, after = around_gap(stem)
    options = (Option(text, text, letter=f"{place}") for place, text in enumerate(item.options, start=1))
    strong, instructed = instruction(item)
    return Control(
        ClozeItem.kind,
        stem,
        context,
        strong,
        instructed,
        tuple(options),
        before=before,
        closing=closing,
        after=after,
        longest=LONGEST_RESPONSE,
    )


def read(raw: str) -> str:
    """Return the response in a form value: single blanks, none at the ends."""
    return " ".join(raw.split())


def said(_item: ClozeItem, response: str) -> Words:
    """Return what was filled in."""
    return Words(response)


def key(item: ClozeItem) -> Words:
    """Return the best filling, and some of the others that are accepted."""
    best, *others = item.key
    also = f" (also: {', '.join(others[:_ALSO_SHOWN])})" if others else ""
    return Words(f"{best}{also}")


WEB = WebKind(control, read, said, key)
