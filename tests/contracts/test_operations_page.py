"""docs/operations.md tells every setting and every command, and none that is gone."""

import re
from collections.abc import Iterator

import click

from quizgen.cli.main import NOUNS, quizgen
from quizgen.settings import SETTINGS, SETTINGS_FILE
from tests.contracts.source import ROOT

PAGE = ROOT / "docs" / "operations.md"


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield each command that does something, with its whole name."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from commands(child, f"{path} {name}")
    else:
        yield path, command


def test_every_setting_is_on_the_page_and_no_other() -> None:
    told = set(re.findall(r"^\| `(QUIZGEN_[A-Z_]+)`", PAGE.read_text(), re.MULTILINE))
    assert told == {SETTINGS_FILE, *(setting.name for setting in SETTINGS)}


def test_every_default_and_meaning_on_the_page_is_the_real_one() -> None:
    page = PAGE.read_text()
    for setting in SETTINGS:
        default = f"`{setting.default}`" if setting.default else "empty"
        assert f"| `{setting.name}` | {default} | {setting.meaning} |" in page


def test_every_command_is_on_the_page_and_no_other() -> None:
    told = set(re.findall(r"^### `(quizgen [a-z -]+?)(?: [A-Z\[-].*)?`$", PAGE.read_text(), re.MULTILINE))
    assert told == {name for name, _ in commands(quizgen, "quizgen")}


def test_every_option_of_a_command_stands_in_its_section() -> None:
    page = PAGE.read_text()
    for name, command in commands(quizgen, "quizgen"):
        section = re.search(rf"^### `{name}\b.*?(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
        assert section is not None, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert max(parameter.opts, key=len) in section[0], (name, parameter.opts)


def test_the_quick_help_says_what_the_commands_say_of_themselves() -> None:
    context = click.Context(quizgen)
    for name, (_, summary) in NOUNS.items():
        command = quizgen.get_command(context, name)
        assert command is not None
        assert (command.help or "").split("\n\n")[0].replace("\n", " ") == summary
