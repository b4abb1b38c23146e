"""The registry of what each kind does on a page."""

from quizgen.domain.items.item import Item
from quizgen.web.items import (
    cloze,
    evidence_finding,
    matching,
    multiple_response,
    numeric,
    ordering,
    short_answer,
    single_choice,
    verdict,
)
from quizgen.web.items.item import Control, WebKind, Words

KINDS: dict[str, WebKind] = {
    "verdict": verdict.WEB,
    "single_choice": single_choice.WEB,
    "cloze": cloze.WEB,
    "numeric": numeric.WEB,
    "multiple_response": multiple_response.WEB,
    "evidence_finding": evidence_finding.WEB,
    "ordering": ordering.WEB,
    "matching": matching.WEB,
    "short_answer": short_answer.WEB,
}


def control(item: Item) -> Control:
    """Return the question as a student meets it: its words and controls, nothing of its key."""
    return KINDS[item.kind].control(item)


def said(item: Item, response: str) -> Words | None:
    """Return what was answered, in words; None when nothing was."""
    return KINDS[item.kind].said(item, response) if response else None


def key(item: Item) -> Words:
    """Return the key in words; for pages after the end only."""
    return KINDS[item.kind].key(item)
