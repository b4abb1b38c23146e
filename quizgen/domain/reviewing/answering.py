"""How the options of an item stand on a sheet, and how a reader's answer is read: by letters, nothing guessed."""

import re

from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import InvalidResponse, Item
from quizgen.domain.items.matching import MatchingItem
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.ordering import OrderingItem
from quizgen.domain.items.single_choice import SingleChoiceItem, option_id
from quizgen.domain.items.verdict import VerdictItem

AMBIGUOUS = "ambiguous"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PAIR = re.compile(r"([0-9]+)[=:)-]?([a-z])")
# What to write as an answer, kind by kind; "ambiguous" is allowed for every one.
HOW = {
    "verdict": "true, false or unverified",
    "single_choice": "the letter of the one right option",
    "multiple_response": "the letters of all right options, divided by blanks, as in: a c",
    "evidence_finding": "the letter of the sentence that bears the statement out",
    "ordering": "all letters in their right order, divided by blanks, as in: c a b",
    "matching": "each number with its letter, divided by blanks, as in: 1b 2a 3c",
    "cloze": "the words that belong in the gap, or the letter where options are given",
    "numeric": "the number in figures",
    "short_answer": "the answer in a few words",
}


def options_of(item: Item) -> tuple[str, ...]:
    """Return the options that are marked with letters, in the order shown; () where there are none."""
    match item:
        case SingleChoiceItem() | MultipleResponseItem() | EvidenceFindingItem() | ClozeItem():
            return item.options
        case OrderingItem() | MatchingItem():
            return item.shown
        case _:
            return ()


def written_options(item: Item) -> str:
    """Return the options one a line, each with its letter; the left side of a matching item before it, by numbers."""
    lefts = [pair.left for pair in item.key] if isinstance(item, MatchingItem) else []
    numbered = [f"{number}) {left}" for number, left in enumerate(lefts, start=1)]
    lettered = [f"{letter}) {option}" for letter, option in zip(_LETTERS, options_of(item), strict=False)]
    return "\n".join(" ".join(line.split()) for line in (*numbered, *lettered))


def read_answer(item: Item, text: str) -> str:
    """Return the response that the text stands for, or AMBIGUOUS. Raises InvalidResponse when it is no answer."""
    plain = " ".join(text.lower().split())
    if plain == AMBIGUOUS:
        return AMBIGUOUS
    try:
        if options_of(item):
            return item.read_response(_from_letters(item, plain))
        return item.read_response(plain if isinstance(item, VerdictItem) else text)
    except InvalidResponse:
        raise InvalidResponse(f"{text[:60]!r} is no answer; write {HOW[item.kind]}, or {AMBIGUOUS}.") from None


def key_answer(item: Item) -> str:
    """Return what a reader would write who agrees with the key."""
    if isinstance(item, VerdictItem):
        return item.key.value
    if not options_of(item):
        return item.read_response(item.samples().right) if isinstance(item, NumericItem) else item.key_text()
    if isinstance(item, ClozeItem):
        right = next(option for option in item.options if item.credit(option))
        return _letters_of(item)[right]
    response = item.read_response(item.samples().right)
    for name, mark in _marks(item).items():
        response = response.replace(name, mark)
    return response.replace("=", "")


def _letters_of(item: Item) -> dict[str, str]:
    return dict(zip(options_of(item), _LETTERS, strict=False))


def _marks(item: Item) -> dict[str, str]:
    """Return the letter or number of each option id."""
    marks = {option_id(option): letter for option, letter in _letters_of(item).items()}
    lefts = [option_id(pair.left) for pair in item.key] if isinstance(item, MatchingItem) else []
    return marks | {left: str(number) for number, left in enumerate(lefts, start=1)}


def _from_letters(item: Item, plain: str) -> str:
    """Return the raw response that letters stand for; what is no mark makes it one that no item accepts."""
    given = [mark.rstrip(").") for mark in re.split(r"[\s,;]+", plain.strip(" ,;"))]
    if isinstance(item, ClozeItem):
        options = {letter: option for option, letter in _letters_of(item).items()}
        return options.get(plain.rstrip(")."), "")
    options = {letter: option_id(option) for option, letter in _letters_of(item).items()}
    if not isinstance(item, MatchingItem):
        return " ".join(options.get(mark, "none") for mark in given) if len(set(given)) == len(given) else ""
    lefts = {str(number): option_id(pair.left) for number, pair in enumerate(item.key, start=1)}
    pairs = [found.groups() if (found := _PAIR.fullmatch(mark)) else ("", "") for mark in given]
    return " ".join(f"{lefts.get(number, 'none')}={options.get(letter, 'none')}" for number, letter in pairs)
