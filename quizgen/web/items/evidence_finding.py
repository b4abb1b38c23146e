"""A statement with sentences of the passage to choose among, by a click or by their numbers."""

from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.single_choice import option_id
from quizgen.web.items.item import Control, Option, WebKind, Words, without_context, words_of


def control(item: EvidenceFindingItem) -> Control:
    """Return the statement and the sentences in the order of the student's paper."""
    context, stem = without_context(item.stem)
    options = (
        Option(option_id(text), f"“{text}”", letter=f"{place}") for place, text in enumerate(item.options, start=1)
    )
    instruction = "Choose the sentence of the passage that shows it."
    return Control(EvidenceFindingItem.kind, stem, context, "", instruction, tuple(options))


def read(raw: str) -> str:
    """Return the response in a form value."""
    return raw.strip()


def said(item: EvidenceFindingItem, response: str) -> Words:
    """Return the sentence that was chosen."""
    return Words(next((text for text in item.options if option_id(text) == response), "A sentence that is gone"))


def key(item: EvidenceFindingItem) -> Words:
    """Return every sentence that is right, the best first."""
    return words_of(item.key) if len(item.key) > 1 else Words(item.key[0])


WEB = WebKind(control, read, said, key)
