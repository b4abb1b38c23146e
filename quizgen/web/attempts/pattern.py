"""What the verdicts of an attempt show together: the table of answers against keys, and one plain sentence on it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.domain.claims.claim import Verdict

ALL_RIGHT = "You were right on every statement."
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
DECIDED = (Verdict.TRUE, Verdict.FALSE)
LOOK_FOR = ("according to", "believe", "may")


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one verdict was given where the key says another, or the same."""

    key: Verdict
    count: int
    is_right: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What was said, and the cells in the fixed order of keys."""

    said: Verdict
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The table, the sentence or "", words to look for (() when they would not help), and what the table leaves out."""

    rows: tuple[Row, ...]
    sentence: str
    look_for: tuple[str, ...]
    unanswered: int


def pattern(
    judged: Iterable[tuple[Verdict, Verdict | None]], *, by_passage: bool, among_others: bool = False
) -> Pattern | None:
    """Return the pattern of pairs of key and answer (None: no answer); None when there is no pair.

    ``by_passage`` tells whether the passage alone settles the statements; otherwise cited sources do, for some or all.
    ``among_others`` tells that questions of other kinds were answered: without an answer here the sentence is then "".
    """
    pairs = tuple(judged)
    if not pairs:
        return None
    counts = Counter((key, said) for key, said in pairs if said is not None)
    rows = tuple(Row(said, tuple(Cell(key, counts[key, said], key is said) for key in Verdict)) for said in Verdict)
    unanswered = Counter(key for key, said in pairs if said is None)
    if counts:
        sentence = _sentence(counts, unanswered, "the passage" if by_passage else "the evidence")
    else:
        sentence = "" if among_others else "No statement was answered."
    settled = _settled(counts)
    return Pattern(rows, sentence, LOOK_FOR if settled and by_passage else (), unanswered.total())


def _settled(counts: Counter[tuple[Verdict, Verdict]]) -> int:
    return sum(counts[Verdict.UNVERIFIED, said] for said in DECIDED)


def _sentence(counts: Counter[tuple[Verdict, Verdict]], unanswered: Counter[Verdict], basis: str) -> str:
    """Return the sentence for the three ways to miss: an open one settled, a settled one left open, turned round.

    What went right is said only of a group in which something was answered, and answered right.
    """
    settled = _settled(counts)
    left_open = sum(counts[key, Verdict.UNVERIFIED] for key in DECIDED)
    turned = counts[Verdict.TRUE, Verdict.FALSE] + counts[Verdict.FALSE, Verdict.TRUE]
    decided_right = any(counts[key, key] for key in DECIDED)
    match settled > 0, left_open > 0, turned > 0:
        case False, False, False:
            return "You were right on every statement that you answered." if unanswered else ALL_RIGHT
        case True, False, False if decided_right:
            every = f"You were right on every statement that {basis} settles"
            answered = " and you answered" if any(unanswered[key] for key in DECIDED) else ""
            return f"{every}{answered}. {number(settled)} that it leaves open, you settled."
        case False, True, False if decided_right:
            return f"Where you decided, you were right. {number(left_open)} that {basis} settles, you left open."
        case False, False, True if counts[Verdict.UNVERIFIED, Verdict.UNVERIFIED]:
            saw = "Of those that you answered, you" if unanswered else "You"
            return f"{saw} saw what is settled and what is open. {number(turned)} you took the wrong way round."
    ways = ((settled, f"that {basis} leaves open, you settled"), (left_open, f"that {basis} settles, you left open"))
    parts = [f"{number(count)} {way}" for count, way in (*ways, (turned, "you took the wrong way round")) if count]
    return ". ".join(parts) + "."


def number(count: int) -> str:
    """Return a count as a word at the start of a sentence, in figures beyond twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count}"
