"""Typed reading of plain mappings (from YAML, JSON or a row) that collects every problem instead of the first."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from quizgen.domain.errors import Problem
from quizgen.domain.passages.span import Span

Document = dict[str, object]
Choice = TypeVar("Choice", bound=StrEnum)


class Fields:
    """One mapping at ``path``; what cannot be used becomes a Problem in the shared list and a harmless default."""

    def __init__(self, raw: object, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self._read: set[str] = set()
        if isinstance(raw, Mapping):
            self._raw: Mapping[object, object] = raw
        else:
            self._raw = {}
            self.complain("", "expected a mapping of names to values")

    def complain(self, name: str, message: str) -> None:
        """Note that the field ``name`` ("" for the mapping itself) is not as expected."""
        self.problems.append(Problem(self.at(name), message))

    def at(self, name: str) -> str:
        """Return the path of a field."""
        return f"{self.path}.{name}" if self.path and name else self.path or name

    def has(self, name: str) -> bool:
        """Tell whether the field is there and not empty."""
        return self._raw.get(name) not in (None, "")

    def text(self, name: str, *, longest: int = 20_000) -> str:
        """Return a required text."""
        if not self.has(name):
            self._read.add(name)
            self.complain(name, "expected a text here")
            return ""
        return self.optional_text(name, longest=longest) or ""

    def optional_text(self, name: str, *, longest: int = 20_000) -> str | None:
        """Return a text, or None when it is absent. Numbers and booleans count as their text."""
        value = self._take(name)
        if value in (None, ""):
            return None
        text = _scalar(value)
        if text is None:
            self.complain(name, "expected a text, not a list or a mapping")
            return None
        if len(text) > longest:
            self.complain(name, f"at most {longest:,} characters, not {len(text):,}")
            return text[:longest]
        return text

    def integer(self, name: str, default: int) -> int:
        """Return a whole number, or ``default`` when it is absent."""
        found = self.optional_integer(name)
        return default if found is None else found

    def optional_integer(self, name: str) -> int | None:
        """Return a whole number, or None when it is absent."""
        text = self.optional_text(name)
        if text is None:
            return None
        try:
            return int(text)
        except ValueError:
            self.complain(name, f"expected a whole number, not {text!r}")
            return None

    def choice(self, name: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Return a member of ``choices``, upper and lower case being one; a required field has no default."""
        text = self.optional_text(name)
        members = list(choices)
        if text is None:
            if default is None:
                self.complain(name, f"expected one of: {', '.join(members)}")
            return default or members[0]
        try:
            return choices(text.strip().lower())
        except ValueError:
            self.complain(name, f"expected one of: {', '.join(members)}; not {text!r}")
            return default or members[0]

    def optional_choice(self, name: str, choices: type[Choice]) -> Choice | None:
        """Return a member of ``choices``, or None when it is absent."""
        if self.has(name):
            return self.choice(name, choices)
        self._read.add(name)
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone counts as a list of one."""
        value = self._take(name)
        if value in (None, ""):
            return ()
        values = value if _is_list(value) else [value]
        assert isinstance(values, Sequence)
        found = []
        for index, entry in enumerate(values):
            text = _scalar(entry)
            if text is None:
                self.complain(f"{name}[{index}]", "expected a text")
            else:
                found.append(text)
        return tuple(found)

    def span(self, name: str) -> Span:
        """Return a required ``[start, end]``."""
        return self._span(self._take(name), name) or Span(0, 1)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a list of ``[start, end]``."""
        found = (self._span(entry, f"{name}[{index}]") for index, entry in enumerate(self.entries(name)))
        return tuple(span for span in found if span)

    def entries(self, name: str) -> Sequence[object]:
        """Return a list as it stands, or an empty one when it is absent."""
        value = self._take(name)
        if value in (None, ""):
            return ()
        if not _is_list(value):
            self.complain(name, "expected a list")
            return ()
        assert isinstance(value, Sequence)
        return value

    def children(self, name: str) -> list["Fields"]:
        """Return a list of mappings."""
        entries = self.entries(name)
        return [Fields(entry, f"{self.at(name)}[{index}]", self.problems) for index, entry in enumerate(entries)]

    def child(self, name: str) -> "Fields":
        """Return one mapping; an absent one is empty."""
        value = self._take(name)
        return Fields({} if value in (None, "") else value, self.at(name), self.problems)

    def finish(self) -> None:
        """Complain about every field that nobody asked for: most often a slip of the pen."""
        for name in self._raw:
            if name not in self._read:
                self.complain(str(name), f"there is no such field; known here: {', '.join(sorted(self._read))}")

    def _take(self, name: str) -> object:
        self._read.add(name)
        return self._raw.get(name)

    def _span(self, value: object, name: str) -> Span | None:
        bounds = [_scalar(entry) for entry in value] if _is_list(value) and isinstance(value, Sequence) else []
        try:
            start, end = (int(bound or "") for bound in bounds)
            return Span(start, end)
        except ValueError:
            self.complain(name, "expected [start, end]: two character positions, the second one larger")
            return None


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _scalar(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None
