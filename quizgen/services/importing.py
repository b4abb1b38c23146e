"""Files brought in: read, shown item by item, and kept only at their teacher's word, whole and in one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.bringing_in import Brought, shell, with_items
from quizgen.domain.banks.difference import Difference, difference
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.banks.understanding import Entry, Understood, understood
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.formats.bank_formats import read_document
from quizgen.formats.csv_items import Rows, read_items
from quizgen.formats.passage_files import no_sources
from quizgen.services import banks
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.storage.tables import ImportRow

STAYS = timedelta(days=1)
MOST_PROBLEMS = 100
_CSV = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was read: a whole bank as it was understood, or rows that need a bank to go into."""

    name: str
    says: Understood | Rows


@dataclass(frozen=True, slots=True)
class Import:
    """A file that waits: what was understood, and what would change in the bank ``target``, None for a new bank.

    ``stale``: the target has changed since the file was read, so that nothing can be kept.
    """

    id: int
    name: str
    found: Understood
    target: int | None
    target_title: str | None
    changes: Difference | None
    stale: bool


def is_items(name: str) -> bool:
    """Tell whether a file of this name holds single items, which go into a bank, rather than a bank."""
    return name.lower().endswith(_CSV)


def look(data: bytes, *, name: str) -> Looked:
    """Return what a file says; nothing is stored, and the database is not asked. Raises BadInput for what is no file
    of a known format."""
    if is_items(name):
        return Looked(name, read_items(data, name=name))
    document = read_document(data, name=name)
    return Looked(name, understood(document.value, no_sources, placed=document.placed))


def meant(looked: Looked, base: Bank | None, *, title: str = "", text: str = "") -> Understood:
    """Return what would be kept: the whole bank of the file, or ``base`` with its items.

    Without a base items make a bank of their own, with ``title`` around ``text``. Raises BadInput without a title.
    """
    if isinstance(looked.says, Understood):
        return looked.says
    about = base or shell(one_line(title, "The title", longest=LONGEST_TITLE), text.replace("\r\n", "\n"))
    rows = [Brought(f"Row {row.number}", row.document, row.problems) for row in looked.says.rows]
    if not rows:
        raise BadInput(f"{looked.name} has no question below its first row.")
    found = with_items(about, rows)
    return Understood(found.bank, found.entries, found.problems, looked.says.notes)


def begin(
    session: Session,
    looked: Looked,
    *,
    owner: int,
    target: int | None,
    now: datetime,
    title: str = "",
    text: str = "",
) -> int:
    """Keep what was understood until the teacher says what to do, and return its number.

    Whatever the same teacher left lying for a day goes. Raises BadInput, NotFound.
    """
    stored = None if target is None else banks.get(session, target)
    found = meant(looked, stored.bank if stored else None, title=title, text=text)
    session.execute(delete(ImportRow).where(ImportRow.owner_id == owner, ImportRow.made < now - STAYS))
    row = ImportRow(
        owner_id=owner,
        name=looked.name,
        target_id=target,
        target_version=stored.version if stored else None,
        document=None if found.bank is None else bank_document(found.bank.self_contained()),
        found=_found_document(found),
        made=now,
    )
    session.add(row)
    session.flush()
    return row.id


def get(session: Session, import_id: int) -> Import:
    """Return a file that waits. Raises NotFound."""
    row = _row(session, import_id, to_change=False)
    stored = None if row.target_id is None else banks.get(session, row.target_id)
    bank = _bank(row)
    return Import(
        id=row.id,
        name=row.name,
        found=_read_found(row.found, bank),
        target=row.target_id,
        target_title=stored.bank.title if stored else None,
        changes=difference(stored.bank, bank) if stored and bank else None,
        stale=stored is not None and stored.version != row.target_version,
    )


def keep(session: Session, import_id: int, *, leave_out: bool, now: datetime) -> int:
    """Keep what was understood as a bank, or as a new version of the one it is meant for, and return the bank's id.

    Items that were not understood stay away only when ``leave_out`` says so. Raises BadInput when nothing can be kept,
    Conflict when the bank has changed since, NotFound.
    """
    row = _row(session, import_id, to_change=True)
    bank = sound(_read_found(row.found, _bank(row)), leave_out=leave_out)
    note = f"Imported from {row.name}"
    if row.target_id is None:
        bank_id = banks.add(session, bank, owner=row.owner_id, now=now, note=note)
    else:
        bank_id = row.target_id
        newest = _put_into(bank, session, bank_id, seen=row.target_version)
        banks.change(session, bank_id, newest, now=now, by=row.owner_id, note=note)
    session.delete(row)
    session.flush()
    return bank_id


def forget(session: Session, import_id: int) -> None:
    """Throw a file away that waits. Raises NotFound."""
    session.delete(_row(session, import_id, to_change=True))
    session.flush()


def sound(found: Understood, *, leave_out: bool) -> Bank:
    """Return the bank that can be kept. Raises BadInput when there is none, or items would be missing unasked."""
    if found.bank is None:
        raise BadInput("Nothing of this file can be kept, because something outside its questions is wrong. Mend it.")
    if found.entries and len(found.entries) == found.left_out:
        raise BadInput("No question of this file was understood, so there is nothing to keep. Mend it.")
    if found.left_out and not leave_out:
        raise BadInput("Some questions were not understood. Mend the file, or say that they are to be left out.")
    return found.bank


def _put_into(bank: Bank, session: Session, target: int, *, seen: int | None) -> Callable[[Bank], Bank]:
    def changed(before: Bank) -> Bank:
        if banks.get(session, target).version != seen:
            raise Conflict("The bank has changed since this file was read. Import the file again to see what is new.")
        return _with_sources(bank, before)

    return changed


def _with_sources(bank: Bank, before: Bank) -> Bank:
    """Return the bank with the file names of the texts that it had before, since an exported bank names none."""
    known = {(passage.id, passage.title, passage.text): passage for passage in before.passages}
    same = (known.get((each.id, each.title, each.text), each) for each in bank.passages)
    return replace(bank, passages=tuple(same))


def _row(session: Session, import_id: int, *, to_change: bool) -> ImportRow:
    row = session.get(ImportRow, import_id, with_for_update=to_change)
    if row is None:
        raise NotFound("This file does not wait any more. It was kept or thrown away.")
    return row


def _bank(row: ImportRow) -> Bank | None:
    return None if row.document is None else read_bank(row.document, no_sources)


def _found_document(found: Understood) -> Document:
    entries: Sequence[Document] = [
        {"place": each.place, "kind": each.kind, "stem": each.stem, "problems": list(each.problems)}
        for each in found.entries
    ]
    return {"entries": list(entries), "problems": list(found.problems[:MOST_PROBLEMS]), "notes": list(found.notes)}


def _read_found(document: Document, bank: Bank | None) -> Understood:
    fields = Fields(document, "", [])
    entries = tuple(
        Entry(
            child.text("place"), child.optional_text("kind") or "", child.optional_text("stem") or "",
            child.texts("problems"),
        )
        for child in fields.children("entries")
    )  # fmt: skip
    return Understood(bank, entries, fields.texts("problems"), fields.texts("notes"))
