"""The claim ledger as a file that comes and goes: nothing of it is kept before the teacher has seen what it changes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.consequences import Consequences, consequences
from quizgen.domain.banks.ledger_lines import Difference, with_lines
from quizgen.domain.errors import BadInput, Conflict
from quizgen.formats.claims_csv import ledger_csv, read_ledger
from quizgen.services import banks

CHANGED = "The bank was changed since you looked. Below is what the file changes now; save it if that is still right."


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change in the ``version`` of a bank: where there are ``problems`` nothing is taken."""

    version: int
    differences: tuple[Difference, ...]
    problems: tuple[tuple[int, str], ...]
    then: Consequences


def export(session: Session, bank_id: int) -> str:
    """Return the ledger of a bank as CSV. Raises NotFound."""
    return ledger_csv(banks.get(session, bank_id).bank)


def preview(session: Session, bank_id: int, data: bytes) -> Preview:
    """Return what a file would change. Raises BadInput when it cannot be read, NotFound."""
    stored = banks.get(session, bank_id)
    taken = with_lines(stored.bank, read_ledger(data))
    return Preview(stored.version, taken.differences, taken.problems, consequences(stored.bank, taken.bank))


def take(session: Session, bank_id: int, data: bytes, *, version: int, now: datetime) -> int:
    """Keep what a file changes, all or nothing, and return the bank's version.

    Raises BadInput when anything in it cannot be taken, Conflict when the bank is not at ``version``, NotFound.
    """
    found = read_ledger(data)

    def changed(bank: Bank) -> Bank:
        if banks.get(session, bank_id).version != version:
            raise Conflict(CHANGED)
        taken = with_lines(bank, found)
        if taken.problems:
            row, sentence = taken.problems[0]
            raise BadInput(f"Row {row}: {sentence} Nothing was saved.")
        return taken.bank

    return banks.change(session, bank_id, changed, now=now, note="The ledger as a file")
