"""Content ids: a short name that follows from what a thing says, so that reordering a bank changes no id."""

import hashlib
from collections.abc import Container


def content_id(prefix: str, *parts: str, taken: Container[str] = ()) -> str:
    """Return ``prefix-`` and the first hex digits of SHA-256 over ``parts``: six, or more while ``taken`` has it.

    Raises ValueError when even the full digest is taken, which means the same thing was named twice.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    for length in range(6, len(digest) + 1):
        candidate = f"{prefix}-{digest[:length]}"
        if candidate not in taken:
            return candidate
    raise ValueError(f"{prefix}: the same content was named twice")
