"""Plain mappings and lists to YAML that a teacher likes to read; the same document gives the same bytes.

Short lists stand on one line in brackets, long texts are folded or kept as blocks, letters of any script stay as
they are, and what other readers of YAML would take for a number or a boolean is quoted.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput

WIDTH = 110
_LONG = 90
_MAP, _SEQUENCE, _TEXT, _TRUTH, _INTEGER = (
    f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "bool", "int")
)
_RESOLVER: Any = yaml.resolver.Resolver()
_PLAIN_TRUTHS = ("key", "verdict")
_UNWRITABLE = re.compile("[\ud800-\udfff]")
_ESCAPED_ONLY = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]")
_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|0[xo][0-9a-fA-F]+")
_FOLDABLE = re.compile(r"\S+(?: \S+)+")
_NEEDS_QUOTES = re.compile(r": |:$| #|^[\[\]{}&*!|>%@`?'-]")


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent the dashes of a list below the name of the list."""
        return super().increase_indent(flow, False)


def yaml_text(document: Document) -> str:
    """Return the document as YAML, names in the order given.

    Values are mappings, lists, texts and whole numbers. Raises BadInput for a text with half a character (a lone
    surrogate), which UTF-8 cannot hold.
    """
    # Events one by one: as a whole tree of nodes a long bank would take more memory than all the rest of the work.
    text: str = yaml.emit(_whole(document), Dumper=_Dumper, width=WIDTH, allow_unicode=True)
    return text


def _whole(document: Document) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events("", document)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(name: str, value: object) -> Iterator[yaml.Event]:
    if isinstance(value, dict):
        yield yaml.MappingStartEvent(None, _MAP, True, flow_style=False)
        for key, entry in value.items():
            yield _text("", str(key))
            yield from _events(str(key), entry)
        yield yaml.MappingEndEvent()
    elif isinstance(value, list):
        flat = name != "conflicts" and _fits_one_line(value)
        yield yaml.SequenceStartEvent(None, _SEQUENCE, True, flow_style=flat)
        for entry in value:
            yield from _events("", entry)
        yield yaml.SequenceEndEvent()
    elif isinstance(value, int):
        yield _scalar(_INTEGER, str(value))
    else:
        yield _text(name, str(value))


def _fits_one_line(values: list[object]) -> bool:
    if any(isinstance(value, dict) for value in values):
        return False
    return len(str(values)) <= _LONG or all(isinstance(value, list) for value in values)


def _text(name: str, text: str) -> yaml.ScalarEvent:
    if _UNWRITABLE.search(text):
        raise BadInput(f"This text holds half a character and cannot be written: {text[:60]!a}. Type it again.")
    if name in _PLAIN_TRUTHS and text in ("true", "false"):
        return _scalar(_TRUTH, text)
    return _scalar(_TEXT, text, _style(text))


def _scalar(tag: str, text: str, style: str | None = None) -> yaml.ScalarEvent:
    """Return a scalar that says whether a reader would take it for its kind without quotes, and with them."""
    plain = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return yaml.ScalarEvent(None, tag, (tag == plain, tag == _TEXT), text, style=style)


def _style(text: str) -> str | None:
    """Return the quoting that keeps every character: a block, a fold, quotes, or None for the writer's choice."""
    if _ESCAPED_ONLY.search(text):
        return '"'
    if "\n" in text:
        return "|" if _keeps_as_block(text) else '"'
    if len(text) > _LONG and _FOLDABLE.fullmatch(text):
        return ">"
    if _NEEDS_QUOTES.search(text) and "'" in text and '"' not in text and "\\" not in text:
        return '"'
    return "'" if _NUMBER.fullmatch(text) else None


def _keeps_as_block(text: str) -> bool:
    """Tell whether a block shows the text as it is: blanks at the ends of lines would be lost on the reader's eye."""
    lines = text.rstrip("\n").split("\n")
    return not lines[0].startswith(" ") and lines[0] != "" and not any(line.endswith(" ") for line in lines)
