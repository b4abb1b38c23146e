"""What people type for names and titles, made fit to be kept."""

import re
import unicodedata

from quizgen.domain.errors import BadInput

LONGEST_NAME = 120
LONGEST_TITLE = 300
LONGEST_ADDRESS = 254
# An @ would let a user name pass for somebody's e-mail address at the sign-in.
USERNAME = r"[^\s@]+"
USERNAME_RULE = "Leave blanks and @ out."
_ADDRESS = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)*")


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


def user_name(text: str) -> str:
    """Return a user name without blanks around it. Raises BadInput, also for a blank or an @ in it."""
    name = one_line(text, "The user name")
    if not re.fullmatch(USERNAME, name):
        raise BadInput(f"The user name {name} cannot be kept. {USERNAME_RULE}")
    return name


def mail_address(text: str) -> str:
    """Return an e-mail address without blanks around it. Raises BadInput when it is none, empty or too long."""
    address = one_line(text, "The e-mail address", longest=LONGEST_ADDRESS)
    if not _ADDRESS.fullmatch(address):
        raise BadInput(f"{address} is no e-mail address; one looks like hazel@school.example.")
    return address


def folded(text: str) -> str:
    """Return what is compared when case and typographic variants must not tell two names apart."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
