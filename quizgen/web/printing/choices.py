"""What somebody wants on paper, as the address says it."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quizgen.domain.banks.printing import VERSIONS
from quizgen.domain.errors import BadInput
from quizgen.formats.paper_pdf import MOST_QUESTIONS

USUAL_COUNT = 20
LARGEST_SEED = 999_999


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many questions, the letters of the versions, the seed, and whether text and key are printed."""

    count: int
    letters: tuple[str, ...]
    seed: int
    text: bool
    key: bool


def wanted(args: MultiDict[str, str], *, seed: int) -> Wanted:
    """Return what an address asks for; one that says nothing asks for the usual, drawn with ``seed``.

    Raises BadInput for numbers out of bounds.
    """
    count, chosen = args.get("count", USUAL_COUNT, type=int), args.get("seed", seed, type=int)
    if not 1 <= count <= MOST_QUESTIONS:
        raise BadInput(f"A paper has from 1 to {MOST_QUESTIONS} questions.")
    if not 0 <= chosen <= LARGEST_SEED:
        raise BadInput(f"The number of a paper goes from 0 to {LARGEST_SEED:,}.")
    asked = "versions" in args
    letters = VERSIONS[:1] if args.get("versions") == "one" else VERSIONS
    return Wanted(count, letters, chosen, text="text" in args or not asked, key="key" in args or not asked)
