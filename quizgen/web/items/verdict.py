"""The statement with its three verdicts, always in the same order and of the same weight."""

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.verdict import VerdictItem
from quizgen.web.items.item import Control, Option, WebKind, Words, without_context

_LETTERS = {Verdict.TRUE: "T", Verdict.FALSE: "F", Verdict.UNVERIFIED: "U"}
_HELP = {
    Basis.PASSAGE: {
        Verdict.TRUE: "The passage shows it is so.",
        Verdict.FALSE: "The passage shows it is not so.",
        Verdict.UNVERIFIED: "The passage does not settle it.",
    },
    Basis.EVIDENCE: {
        Verdict.TRUE: "Cited sources show it is so.",
        Verdict.FALSE: "Cited sources show it is not so.",
        Verdict.UNVERIFIED: "No source settles it.",
    },
}
_INSTRUCTIONS = {
    Basis.PASSAGE: ("", "Judge it by the passage alone."),
    Basis.EVIDENCE: ("Judge it by what cited sources show,", "not by the passage. No source settles it: unverified."),
}


def control(item: VerdictItem) -> Control:
    """Return the statement and its three options."""
    context, stem = without_context(item.stem)
    help_lines = _HELP[item.basis]
    options = (Option(each.value, _word(each), help_lines[each], _LETTERS[each]) for each in Verdict)
    strong, instruction = _INSTRUCTIONS[item.basis]
    return Control(VerdictItem.kind, stem, context, strong, instruction, tuple(options))


def read(raw: str) -> str:
    """Return the response in a form value."""
    return raw.strip()


def said(_item: VerdictItem, response: str) -> Words:
    """Return the verdict that was chosen."""
    return Words(_word(Verdict(response)), response)


def key(item: VerdictItem) -> Words:
    """Return the verdict that the key says."""
    return Words(_word(item.key), item.key.value)


def _word(verdict: Verdict) -> str:
    return verdict.value.capitalize()


WEB = WebKind(control, read, said, key)
