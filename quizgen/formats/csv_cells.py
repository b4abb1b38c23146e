"""Cells of a spreadsheet: texts that no program takes for a formula, and several entries in one cell."""

from quizgen.domain.gradebook.csv_plain import safe_text

DIVIDER, EQUALS = "|", "="


def guarded(text: str) -> str:
    """Return a cell that is no formula: an apostrophe goes in front; ``unguarded`` undoes it, whatever the text."""
    bare = text.lstrip("'")
    return f"'{text}" if safe_text(bare) != bare else text


def unguarded(cell: str) -> str:
    """Return the text of a cell, with or without the apostrophe that some programs keep and others drop."""
    bare = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and safe_text(bare) != bare else cell


def joined(entries: list[str]) -> str:
    """Return entries as one cell, ``a | b``; a bar inside an entry is doubled."""
    return f" {DIVIDER} ".join(_doubled(entry, DIVIDER) for entry in entries)


def divided(cell: str) -> list[str]:
    """Return the entries of a cell, without blanks at their ends; [] for an empty cell."""
    return _split(cell, DIVIDER) if cell.strip() else []


def paired(left: str, right: str) -> str:
    """Return a pair as one entry, ``left = right``; an equals sign inside is doubled."""
    return f"{_doubled(left, EQUALS)} {EQUALS} {_doubled(right, EQUALS)}"


def parted(entry: str) -> tuple[str, str] | None:
    """Return both sides of a pair, or None when the entry does not have exactly two."""
    sides = _split(entry, EQUALS)
    return (sides[0], sides[1]) if len(sides) == 2 else None


def _doubled(text: str, sign: str) -> str:
    return text.replace(sign, sign * 2)


def _split(cell: str, sign: str) -> list[str]:
    """Divide at each single ``sign``; a doubled one is the sign itself."""
    found, place = [""], 0
    while place < len(cell):
        if cell.startswith(sign * 2, place):
            found[-1] += sign
            place += 1
        elif cell[place] == sign:
            found.append("")
        else:
            found[-1] += cell[place]
        place += 1
    return [entry.strip() for entry in found]
