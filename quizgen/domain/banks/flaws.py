"""The published flaws of item writing, as far as rules on words can see them: one list for what is made and written.

The nineteen are those of M. Tarrant, A. Knierim, S. K. Hayes and J. Ware, Nurse Education in Practice 6 (2006).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quizgen.domain.banks import flaw_rules as rules
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.wording import Wording, wording_of
from quizgen.domain.errors import Problem
from quizgen.domain.items.item import Item, Status
from quizgen.domain.items.verdict import VerdictItem


class Flaw(StrEnum):
    """The nineteen, by the names that a teacher reads."""

    UNCLEAR = "unclear wording"
    IMPLAUSIBLE = "implausible option"
    NONE_OF_THE_ABOVE = "none of the above"
    ALL_OF_THE_ABOVE = "all of the above"
    LONGEST_RIGHT = "longest option right"
    GRATUITOUS = "needless information"
    TRUE_FALSE = "true or false in disguise"
    CONVERGENCE = "convergence cue"
    LOGICAL_CUE = "logical cue"
    LOST_SEQUENCE = "options out of order"
    UNFOCUSED = "unfocused stem"
    VAGUE_TERM = "vague term"
    NEGATIVE = "negative stem"
    ABSOLUTE_TERM = "absolute term"
    GRAMMAR_CUE = "grammatical cue"
    WORD_REPEAT = "repeated word"
    SEVERAL_RIGHT = "more than one right"
    K_TYPE = "combined options"
    FILL_IN = "gap in the middle"


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw of one item, as a plain sentence."""

    flaw: Flaw
    message: str


Rule = Callable[[Wording], str]


def flaws(item: Item) -> tuple[Finding, ...]:
    """Return the flaws that rules can see in an item; () for kinds whose options are sentences of the passage."""
    wording = wording_of(item)
    return flaws_of(wording) if wording else ()


def flaws_of(wording: Wording) -> tuple[Finding, ...]:
    """Return the flaws of a wording, in the order of the list."""
    asked = JUDGED if wording.kind == VerdictItem.kind else CHOSEN if wording.order else TYPED
    return tuple(Finding(flaw, message) for flaw, rule in asked.items() if (message := rule(wording)))


def advice(bank: Bank) -> tuple[Problem, ...]:
    """Return the flaws of all ready items, each with its place: a bank with flaws is sound, yet could be better."""
    return tuple(
        Problem(f"items[{index}]", f"{finding.flaw}: {finding.message}")
        for index, item in enumerate(bank.items)
        if item.status is Status.READY
        for finding in flaws(item)
    )


CHOSEN: dict[Flaw, Rule] = {
    Flaw.UNCLEAR: rules.unclear,
    Flaw.IMPLAUSIBLE: rules.implausible,
    Flaw.NONE_OF_THE_ABOVE: rules.none_of_these,
    Flaw.ALL_OF_THE_ABOVE: rules.all_of_these,
    Flaw.LONGEST_RIGHT: rules.longest,
    Flaw.GRATUITOUS: rules.gratuitous,
    Flaw.TRUE_FALSE: rules.true_false,
    Flaw.CONVERGENCE: rules.convergence,
    Flaw.LOGICAL_CUE: rules.logical,
    Flaw.LOST_SEQUENCE: rules.lost_sequence,
    Flaw.UNFOCUSED: rules.unfocused,
    Flaw.VAGUE_TERM: rules.vague,
    Flaw.NEGATIVE: rules.negative,
    Flaw.ABSOLUTE_TERM: rules.absolute,
    Flaw.GRAMMAR_CUE: rules.grammar,
    Flaw.WORD_REPEAT: rules.repeat,
    Flaw.SEVERAL_RIGHT: rules.several,
    Flaw.K_TYPE: rules.k_type,
    Flaw.FILL_IN: rules.fill_in,
}
TYPED: dict[Flaw, Rule] = {
    flaw: CHOSEN[flaw] for flaw in (Flaw.UNCLEAR, Flaw.GRATUITOUS, Flaw.LOGICAL_CUE, Flaw.UNFOCUSED, Flaw.NEGATIVE)
}
JUDGED: dict[Flaw, Rule] = {
    Flaw.UNCLEAR: rules.unclear,
    Flaw.GRATUITOUS: rules.gratuitous,
    Flaw.NEGATIVE: rules.double_negative,
    Flaw.ABSOLUTE_TERM: rules.absolute_statement,
}
