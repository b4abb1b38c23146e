"""Reading a stored report, whichever version wrote it: what is not there, or not as expected, is nothing."""

from collections.abc import Mapping, Sequence


def mapping(raw: object, name: str) -> Mapping[object, object]:
    """Return the mapping under a name, or an empty one."""
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def listed(raw: object, name: str) -> Sequence[object]:
    """Return the list under a name, or an empty one."""
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, Sequence) and not isinstance(found, str) else ()


def count_of(raw: object, name: str) -> int:
    """Return the whole number under a name, or 0."""
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, int) else 0


def counts_of(raw: object, name: str) -> dict[str, int]:
    """Return the counts in the mapping under a name, those that are whole numbers."""
    return {str(key): count for key, count in mapping(raw, name).items() if isinstance(count, int)}


def text_of(raw: object, name: str) -> str:
    """Return the text under a name, or ""."""
    return str(raw.get(name, "")) if isinstance(raw, Mapping) else ""
