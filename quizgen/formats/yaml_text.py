"""Plain mappings and lists to YAML that a teacher likes to read; the same document gives the same bytes.

Short lists stand on one line in brackets, long texts are folded or kept as blocks, letters of any script stay as
they are, and what other readers of YAML would take for a number or a boolean is quoted.
"""

import re

import yaml

from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput

WIDTH = 110
_LONG = 90
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
    node = _node("", document)
    text: str = yaml.serialize(node, Dumper=_Dumper, width=WIDTH, allow_unicode=True)
    return text


def _node(name: str, value: object) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(_text("", str(key)), _node(str(key), entry)) for key, entry in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    if isinstance(value, list):
        flat = name != "conflicts" and _fits_one_line(value)
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node("", entry) for entry in value], flow_style=flat)
    if isinstance(value, int):
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(value))
    return _text(name, str(value))


def _fits_one_line(values: list[object]) -> bool:
    if any(isinstance(value, dict) for value in values):
        return False
    return len(str(values)) <= _LONG or all(isinstance(value, list) for value in values)


def _text(name: str, text: str) -> yaml.ScalarNode:
    if _UNWRITABLE.search(text):
        raise BadInput(f"This text holds half a character and cannot be written: {text[:60]!a}. Type it again.")
    if name in _PLAIN_TRUTHS and text in ("true", "false"):
        return yaml.ScalarNode("tag:yaml.org,2002:bool", text)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=_style(text))


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
