"""Notes in the passage: a student's own, kept as answers are, never marked and shown to nobody else."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import OPEN, State
from quizgen.domain.attempts.note import NOTHING, Note, note_words, read_note
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services.saving import LARGEST_SEQUENCE
from quizgen.storage.inserting import insert
from quizgen.storage.tables import AttemptRow, NoteRow

MOST_PLACES = 5_000
NOTHING_NOTED = -1


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it stands, under the number of its last change; -1 while there is none."""

    note: Note = NOTHING
    sequence: int = NOTHING_NOTED


@dataclass(frozen=True, slots=True)
class Writing:
    """Whether a change was taken, what stands now, and the state of the attempt."""

    accepted: bool
    stands: Noted
    state: State


def write(session: Session, *, attempt_id: int, place: int, note: Note, sequence: int) -> Writing:
    """Keep the note on the block at ``place``, counted from 0 over all passages of the paper.

    An older change never replaces a newer one, and none is taken once the attempt has ended; while its clock stands
    still, notes are. Raises BadInput for such a place or sequence, NotFound.
    """
    state = session.scalar(select(AttemptRow.state).where(AttemptRow.id == attempt_id))
    if state is None:
        raise NotFound("There is no such attempt.")
    if not 0 <= place < MOST_PLACES or not 0 <= sequence <= LARGEST_SEQUENCE:
        raise BadInput("There is no such place in the passage; please reload the page.")
    if state in OPEN:
        _put(session, attempt_id, place, note, sequence)
    stands = notes_of(session, attempt_id, place).get(place, Noted())
    return Writing(stands == Noted(note, sequence), stands, state)


def notes_of(session: Session, attempt_id: int, place: int | None = None) -> dict[int, Noted]:
    """Return the notes of an attempt by place; those of one place alone when it is given."""
    query = select(NoteRow.place, NoteRow.note, NoteRow.sequence).where(NoteRow.attempt_id == attempt_id)
    if place is not None:
        query = query.where(NoteRow.place == place)
    return {at: Noted(read_note(written), sequence) for at, written, sequence in session.execute(query)}


def _put(session: Session, attempt_id: int, place: int, note: Note, sequence: int) -> None:
    values = {"attempt_id": attempt_id, "place": place, "note": note_words(note), "sequence": sequence}
    statement = insert(session, NoteRow).values(values)
    new = statement.excluded
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["attempt_id", "place"],
            set_={"note": new.note, "sequence": new.sequence},
            where=NoteRow.sequence < new.sequence,
        )
    )
