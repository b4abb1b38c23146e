"""``quizgen`` itself: the nouns and verbs, their help, and how a failure becomes one line and an exit code."""

import importlib
import sys
from collections.abc import Sequence
from typing import cast

import click

from quizgen import __version__
from quizgen.cli.failures import exit_code_of

# The one place where a module is imported by name: each noun's module is loaded when it is used, so that help stays
# quick and only what reads English loads a language model. A test keeps these lines equal to the commands' own help.
NOUNS: dict[str, tuple[str, str]] = {
    "generate": ("quizgen.cli.generate", "Make a question bank from a text, or from several."),
    "bank": (
        "quizgen.cli.bank",
        "Check, load, list, show, compare, export, import and print banks.",
    ),
    "evidence": ("quizgen.cli.evidence", "Suggest evidence for the claims of a bank from reference texts."),
    "review-sheet": (
        "quizgen.cli.review_sheet",
        "Write a blind review sheet of a bank, and score it when it is filled.",
    ),
    "serve": ("quizgen.cli.serve", "Serve the site: the browser's pages and the worker, under one command."),
    "demo": ("quizgen.cli.demo", "Serve a demo: shipped banks, a class and three sign-ins, all made afresh."),
    "gradebook": ("quizgen.cli.gradebook", "Write the gradebook of a class as CSV."),
    "account": ("quizgen.cli.account", "Add people who may sign in, and give them new passwords."),
    "database": ("quizgen.cli.database", "Make the database, or bring it up to date."),
    "settings": ("quizgen.cli.settings", "List every setting with its meaning and its value."),
}


class Nouns(click.Group):
    """A group whose commands live in modules that are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the shape is click's)
        """Return the names in the order of the road."""
        return list(NOUNS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of a noun, or None when there is no such noun."""
        if cmd_name not in NOUNS:
            return None
        return cast("click.Command", importlib.import_module(NOUNS[cmd_name][0]).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the nouns without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in NOUNS.items()])


EXAMPLES = """\b
Examples:
  quizgen generate article.md -o bank.yaml
  quizgen bank check bank.yaml
  quizgen account add hazel --name "Hazel Ashdown" --role teacher
  quizgen serve --port 8080
  quizgen gradebook "Biology 8b" -o grades.csv

Exit codes: 0 done, 1 it cannot be done, 2 something given is wrong. `quizgen COMMAND --help` tells more.
"""


@click.command(cls=Nouns, epilog=EXAMPLES, context_settings={"max_content_width": 100})
@click.version_option(__version__, prog_name="quizgen", message="%(prog)s %(version)s")
def quizgen() -> None:
    """Turn a text into a fair quiz: claims, a question bank, timed attempts, scores and a gradebook."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    try:
        # A command that ends itself early leaves its exit code here; every other one leaves None.
        code = quizgen.main(args=arguments, prog_name="quizgen", standalone_mode=False)
        sys.stdout.flush()
    except Exception as error:
        code = exit_code_of(error)
    sys.exit(code)
