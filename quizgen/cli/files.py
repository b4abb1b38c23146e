"""Files in and out: read whole, written whole or not at all, never over another one unasked."""

import os
import sys
import tempfile
from pathlib import Path

from quizgen.domain.errors import BadInput

STANDARD = Path("-")


def read_bytes(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file, or of stdin for ``-``. Raises BadInput beyond ``most`` bytes, or when unreadable."""
    try:
        if path == STANDARD:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {(error.strerror or '').lower()}.") from None
    if len(data) > most:
        raise BadInput(f"{path} has more than {most:,} bytes; QUIZGEN_UPLOAD_LIMIT_BYTES allows no more.")
    return data


def refuse_to_overwrite(path: Path, *, force: bool) -> None:
    """Raise BadInput when ``path`` cannot become a new file: before the long work, not after it."""
    if path == STANDARD:
        return
    if path.is_file() and not force:
        raise BadInput(f"{path} is there already; --force writes over it.")
    if path.is_dir():
        raise BadInput(f"{path} is a folder; name a file.")
    if not path.absolute().parent.is_dir():
        raise BadInput(f"{path} cannot be written: there is no folder {path.parent}.")


def write_text(path: Path, text: str, *, force: bool) -> None:
    """Write ``text`` as UTF-8; the rest as for bytes."""
    write_bytes(path, text.encode(), force=force)


def write_bytes(path: Path, data: bytes, *, force: bool) -> None:
    """Write to a file, or to stdout for ``-``; the file appears whole or not at all.

    Raises BadInput when the file is there already and ``force`` is false.
    """
    refuse_to_overwrite(path, force=force)
    if path == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        _replace(path, data)


def _replace(path: Path, data: bytes) -> None:
    # A link keeps pointing where it points: the file behind it is replaced.
    target = path.resolve()
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(_mode(target))
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink()
        raise


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
