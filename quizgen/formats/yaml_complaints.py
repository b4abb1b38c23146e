"""What a YAML parser complains about, in words that help a teacher to mend the line."""

import yaml

from quizgen.domain.errors import Problem

_PLAIN_WORDS = (
    (
        "that cannot start any token",
        "a text cannot start with this character, and tabs cannot indent: use quotes or blanks",
    ),
    ("tab character", "tabs cannot indent: use blanks"),
    ("mapping values are not allowed", "a colon and a blank inside a text start a new value: put the text in quotes"),
    ("could not find expected ':'", "expected a colon and a blank after the name, or a text in quotes"),
    ("did not find expected key", "the indentation does not fit the lines above, or a quote is not closed"),
    ("expected <block end>", "the indentation does not fit the lines above, or a quote is not closed"),
    ("did not find expected '-' indicator", "expected a dash and a blank: the entries of a list start alike"),
    ("did not find expected ',' or", "a list in brackets is not closed, or a comma is missing"),
    ("expected ',' or", "a list in brackets is not closed, or a comma is missing"),
    ("unexpected end of stream", "a quote that opens here is never closed"),
    ("undefined alias", "aliases (*name) are not part of the format: write the value itself"),
    (
        "unknown escape character",
        "after a backslash in double quotes only certain letters may follow: double the backslash",
    ),
    ("exceeded maximum depth", "lists and mappings are nested too deep"),
)


def complaint(error: yaml.YAMLError) -> Problem:
    """Return the parser's error as a problem with its line, in our words where it is a common one."""
    said = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "context_mark" if "end of stream" in said else "problem_mark", None)
    mark = mark or getattr(error, "problem_mark", None)
    words = next((plain for part, plain in _PLAIN_WORDS if part in said), f"this is not YAML: {said}")
    return Problem("", words, mark.line + 1 if mark else None)
