"""How a failure is told: one line on stderr, and exit code 1 (it cannot be done) or 2 (something given is wrong)."""

import os
import sys
import traceback
from collections.abc import Callable

import click

from quizgen.domain.errors import BadBank, BadInput, QuizgenError

CANNOT, WRONG_INPUT, STOPPED = 1, 2, 130


def exit_code_of(error: Exception) -> int:
    """Tell the error to the person and return the exit code. An error of our own making shows where it arose."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return WRONG_INPUT
    if isinstance(error, BrokenPipeError):
        return _nobody_reads()
    for family, line, code in _FAMILIES:
        if isinstance(error, family):
            return _say(line(error), code)
    traceback.print_exception(error)
    return _say(f"a fault in quizgen itself: {type(error).__name__}. Please report the lines above.", CANNOT)


def _say(message: str, code: int) -> int:
    click.echo("quizgen: " + " ".join(message.split()), err=True)
    return code


def _with_hint(error: click.UsageError) -> str:
    hint = f" See `{error.ctx.command_path} --help`." if error.ctx else ""
    return error.format_message() + hint


def _first_of(error: BadBank) -> str:
    """A bank may have many problems; the line tells the first, and how to see the rest."""
    first, *others = error.problems
    name = f"{error.name}: " if error.name else ""
    rest = f" (and {len(others)} more: `quizgen bank check` lists them)" if others else ""
    return f"{name}{first}{rest}"


def _of_the_system(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{(error.strerror or str(error)).lower()}."


def _nobody_reads() -> int:
    # What Python would flush at its end has no reader either.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CANNOT


# In this order: the first family that an error belongs to speaks for it.
_FAMILIES: tuple[tuple[type[Exception], Callable[..., str], int], ...] = (
    (click.UsageError, _with_hint, WRONG_INPUT),
    (click.Abort, lambda _: "stopped.", STOPPED),
    (click.ClickException, click.ClickException.format_message, CANNOT),
    (BadBank, _first_of, WRONG_INPUT),
    (BadInput, str, WRONG_INPUT),
    (QuizgenError, str, CANNOT),
    (OSError, _of_the_system, CANNOT),
)
