"""Passage files: looked up beside their bank and never outside its folder."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

from quizgen.domain.errors import BadText

MOST_BYTES = 20_000_000


def source_beside(folder: Path) -> Callable[[str], str]:
    """Return what reads the passage file of a given name below ``folder``.

    The name is relative, with ``/`` between folders. The reader raises LookupError when there is no such file inside
    the folder (links are followed before that is judged) and BadText when it is too large or not UTF-8.
    """

    def source_text(name: str) -> str:
        posix, windows = PurePosixPath(name), PureWindowsPath(name)
        if posix.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
            raise BadText("a passage file is named from the folder of the bank and lies inside it")
        return plain_text(_bytes_inside(folder, posix), name=name)

    return source_text


def no_sources(name: str) -> str:
    """Refuse every passage file: for a bank that came alone, without a folder."""
    raise LookupError(name)


def plain_text(data: bytes, *, name: str) -> str:
    """Return UTF-8 bytes as the text of a passage: no byte-order mark, lines ended by LF. Raises BadText."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadText(f"{name} is not UTF-8 (line {line}): save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_inside(folder: Path, name: PurePosixPath) -> bytes:
    try:
        home = folder.resolve(strict=True)
        path = (home / name).resolve(strict=True)
        if not path.is_relative_to(home) or not path.is_file():
            raise LookupError(str(name))
        if path.stat().st_size > MOST_BYTES:
            raise BadText(f"at most {MOST_BYTES:,} bytes can be read from {name}")
        return path.read_bytes()
    except (OSError, ValueError):
        raise LookupError(str(name)) from None
