"""What the verdicts of an attempt show together: the table of answers against keys, and one plain sentence on it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.domain.claims.claim import Verdict

ALL_RIGHT = "You were right on every statement."
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
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
    """The table, the sentence, words to look for (() when they would not help), and what the table leaves out."""

    rows: tuple[Row, ...]
    sentence: str
    look_for: tuple[str, ...]
    unanswered: int


def pattern(judged: Iterable[tuple[Verdict, Verdict | None]], *, by_passage: bool) -> Pattern | None:
    """Return the pattern of pairs of key and answer (None: no answer); None when there is no pair.

    ``by_passage`` tells whether the passage alone settles the statements; otherwise cited sources do, for some or all.
    """
    pairs = tuple(judged)
    if not pairs:
        return None
    counts = Counter((key, said) for key, said in pairs if said is not None)
    rows = tuple(Row(said, tuple(Cell(key, counts[key, said], key is said) for key in Verdict)) for said in Verdict)
    settled = sum(counts[Verdict.UNVERIFIED, said] for said in (Verdict.TRUE, Verdict.FALSE))
    left_open = sum(counts[key, Verdict.UNVERIFIED] for key in (Verdict.TRUE, Verdict.FALSE))
    turned = counts[Verdict.TRUE, Verdict.FALSE] + counts[Verdict.FALSE, Verdict.TRUE]
    sentence = _sentence(settled, left_open, turned, "the passage" if by_passage else "the evidence")
    unanswered = len(pairs) - counts.total()
    if unanswered == len(pairs):
        sentence = "No statement was answered."
    elif unanswered and sentence == ALL_RIGHT:
        sentence = "You were right on every statement that you answered."
    return Pattern(rows, sentence, LOOK_FOR if settled and by_passage else (), unanswered)


def _sentence(settled: int, left_open: int, turned: int, basis: str) -> str:
    """Return the sentence for the three ways to miss: an open one settled, a settled one left open, turned round."""
    match settled > 0, left_open > 0, turned > 0:
        case False, False, False:
            return ALL_RIGHT
        case True, False, False:
            others = f"You were right on every statement that {basis} settles."
            return f"{others} {number(settled)} that it leaves open, you settled."
        case False, True, False:
            return f"Where you decided, you were right. {number(left_open)} that {basis} settles, you left open."
        case False, False, True:
            return f"You saw what is settled and what is open. {number(turned)} you took the wrong way round."
    ways = ((settled, f"that {basis} leaves open, you settled"), (left_open, f"that {basis} settles, you left open"))
    parts = [f"{number(count)} {way}" for count, way in (*ways, (turned, "you took the wrong way round")) if count]
    return ". ".join(parts) + "."


def number(count: int) -> str:
    """Return a count as a word at the start of a sentence, in figures beyond twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count}"
