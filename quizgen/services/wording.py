"""What people type for names and titles, made fit to be kept."""

import unicodedata

from quizgen.domain.errors import BadInput

LONGEST_NAME = 120
LONGEST_TITLE = 300


def one_line(text: str, what: str, *, longest: int = LONGEST_NAME) -> str:
    """Return ``text`` with single blanks and no unseen characters. ``what`` names it in the message: "The title".

    Raises BadInput when nothing is left or it is longer than ``longest`` characters.
    """
    seen = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs"))
    line = " ".join(seen.split())
    if not line:
        raise BadInput(f"{what} is empty; please give one.")
    if len(line) > longest:
        raise BadInput(f"{what} has {len(line):,} characters, and at most {longest:,} are kept; please shorten it.")
    return line


def folded(text: str) -> str:
    """Return what is compared when case and typographic variants must not tell two names apart."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
