"""Packed files (.docx, .epub): their members are read with every size checked, and nothing is ever unpacked to disk."""

import re
import zipfile
import zlib
from io import BytesIO

from quizgen.domain.errors import BadText

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 40_000_000
LARGEST_WHOLE = 400_000_000
# Text shrinks to a tenth or, when it repeats itself, a fiftieth; only emptiness shrinks to less.
HIGHEST_RATIO = 200
_SMALL = 1_000_000
_LEAVING = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")
_BOMB = "This packed file would unpack to far more than a text can hold; it was not opened."
DAMAGED = "This packed file is damaged and cannot be opened; save it again and choose the new copy."
LOCKED = "This file is locked by a password; save a copy without one and choose that."
_LOCKED_BIT = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


class Packed:
    """A packed file. Raises BadText when it is damaged, locked, or built to do harm."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
            self._members = {member.filename: member for member in self._file.infolist()}
        except _BROKEN as error:
            raise BadText(DAMAGED) from error
        self.names = frozenset(self._members)
        self._refuse_harm(len(self._file.infolist()))
        self._left = LARGEST_WHOLE

    def read(self, name: str) -> bytes:
        """Return a member's bytes; they are counted as they come, whatever the file says of their number."""
        member = self._members.get(name)
        if member is None:
            raise BadText(DAMAGED)
        try:
            with self._file.open(member) as stream:
                data = stream.read(min(LARGEST_MEMBER, self._left) + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise BadText(DAMAGED) from error
        if len(data) > min(LARGEST_MEMBER, self._left):
            raise BadText(_BOMB)
        self._left -= len(data)
        return data

    def _refuse_harm(self, count: int) -> None:
        members = self._members.values()
        if count > MOST_MEMBERS:
            raise BadText(f"This packed file has {count:,} parts, and at most {MOST_MEMBERS:,} are opened.")
        if any(_LEAVING.search(member.filename) for member in members):
            raise BadText("This packed file names places outside itself; it was not opened.")
        if any(member.flag_bits & _LOCKED_BIT for member in members):
            raise BadText(LOCKED)
        if sum(member.file_size for member in members) > LARGEST_WHOLE or any(map(_is_bomb, members)):
            raise BadText(_BOMB)


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    if member.file_size > LARGEST_MEMBER and member.filename.lower().endswith((".xml", ".rels", ".xhtml", ".html")):
        return True
    return member.file_size > _SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)
