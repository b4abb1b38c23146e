"""YAML text to plain values with the line of every path; nothing that YAML can do beyond text, lists and mappings.

Every scalar stays the text that was written, so that ``true``, ``"true"`` and ``True`` differ in nothing but case,
and years, dates and leading zeros survive. Only an empty value, ``~`` and ``null`` (unquoted) mean that there is none.
"""

import re
from dataclasses import dataclass, field, replace

import yaml

from quizgen.domain.errors import BadBank, Problem
from quizgen.formats.yaml_complaints import complaint

MOST_CHARACTERS = 20_000_000
DEEPEST = 30
MOST_VALUES = 1_000_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NONE = {"", "~", "null", "Null", "NULL"}
_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """A value made of texts, None, lists and mappings, and the line (from 1) of each path such as ``items[3].key``."""

    value: object
    lines: dict[str, int]

    def placed(self, problem: Problem) -> Problem:
        """Return the problem with the line of its path, or of the nearest path above it that is known."""
        path = problem.path
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return replace(problem, line=self.lines.get(path, 1))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet; ``name`` waits for its value, at ``name_line``."""

    value: list[object] | dict[str, object]
    path: str
    name: str | None = None
    name_line: int = 0


@dataclass(slots=True)
class _Growing:
    most: int = MOST_VALUES
    lines: dict[str, int] = field(default_factory=dict)
    opened: list[_Open] = field(default_factory=list)
    root: object = None
    documents: int = 0
    values: int = 0


def read_tree(text: str, *, most_values: int = MOST_VALUES) -> Tree:
    """Return the one document in ``text``.

    Raises BadBank, with a line, for what is not YAML and for anchors, tags, repeated names, a second document,
    nesting deeper than ``DEEPEST``, more than ``most_values`` values or ``MOST_CHARACTERS`` characters.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadBank((Problem("", f"at most {MOST_CHARACTERS:,} characters can be read, not {len(text):,}", 1),))
    strange = _NOT_ALLOWED.search(text)
    if strange:
        message = f"holds a character that no text file should hold (U+{ord(strange[0]):04X}): delete it"
        raise BadBank((Problem("", message, text.count("\n", 0, strange.start()) + 1),))
    growing = _Growing(most_values)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            _grow(growing, event)
    except yaml.YAMLError as error:
        raise BadBank((complaint(error),)) from None
    if not growing.documents:
        raise BadBank((Problem("", "the file is empty", 1),))
    return Tree(growing.root, growing.lines)


def _grow(growing: _Growing, event: yaml.Event) -> None:
    line = event.start_mark.line + 1 if event.start_mark else 1
    match event:
        case yaml.DocumentStartEvent():
            growing.documents += 1
            if growing.documents > 1:
                _refuse("one file holds one bank: a second document starts here", line)
        case yaml.AliasEvent():
            _refuse("aliases (*name) are not part of the format: write the value itself", line)
        case yaml.ScalarEvent(value=written):
            _refuse_extras(event, line)
            absent = event.implicit[0] and written in _NONE
            _scalar(growing, written, None if absent else written, line)
        case yaml.SequenceStartEvent():
            _open(growing, event, [], line)
        case yaml.MappingStartEvent():
            _open(growing, event, {}, line)
        case yaml.CollectionEndEvent():
            growing.opened.pop()


def _open(growing: _Growing, event: yaml.NodeEvent, value: list[object] | dict[str, object], line: int) -> None:
    _refuse_extras(event, line)
    parent = growing.opened[-1] if growing.opened else None
    if parent and isinstance(parent.value, dict) and parent.name is None:
        _refuse("a name is a plain text, not a list or a mapping", line)
    if len(growing.opened) >= DEEPEST:
        _refuse(f"lists and mappings are nested more than {DEEPEST} deep", line)
    growing.opened.append(_Open(value, _place(growing, value, line)))


def _scalar(growing: _Growing, written: str, value: str | None, line: int) -> None:
    parent = growing.opened[-1] if growing.opened else None
    if parent and isinstance(parent.value, dict) and parent.name is None:
        if written in parent.value:
            _refuse(f"the name {written!r} stands twice in one mapping", line)
        parent.name, parent.name_line = written, line
    else:
        _place(growing, value, line)


def _place(growing: _Growing, value: object, line: int) -> str:
    """Put a value where it belongs and return its path."""
    growing.values += 1
    if growing.values > growing.most:
        _refuse(f"holds more than {growing.most:,} values", line)
    path = ""
    if not growing.opened:
        growing.root = value
    else:
        parent = growing.opened[-1]
        if isinstance(parent.value, list):
            path = f"{parent.path}[{len(parent.value)}]"
            parent.value.append(value)
        else:
            name, parent.name = parent.name or "", None
            path, line = f"{parent.path}.{name}" if parent.path else name, parent.name_line
            parent.value[name] = value
    growing.lines[path] = line
    return path


def _refuse_extras(event: yaml.NodeEvent, line: int) -> None:
    if event.anchor:
        _refuse("anchors (&name) are not part of the format: write the value where it is needed", line)
    if getattr(event, "tag", None):
        _refuse("tags (!name) are not part of the format: delete it", line)


def _refuse(message: str, line: int) -> None:
    raise BadBank((Problem("", message, line),))
