"""``quizgen bank list``, ``show`` and ``diff``: what banks there are, what one holds, what differs between two."""

import click

from quizgen.cli.bank_named import MEANT, meant
from quizgen.cli.house import existing_database
from quizgen.domain.banks.difference import Altered, Change, Difference, difference, summary
from quizgen.services import bank_files
from quizgen.settings import Settings

DIFFERENT = 1
_LONGEST = 100


@click.command("list")
@click.option("--owner", metavar="USERNAME", help="Only the banks of this teacher.")
def list_command(owner: str | None) -> None:
    """List the banks in the database: number, version, items ready, owner, title.

    \b
    Example:
      quizgen bank list --owner hazel
    """
    with existing_database(Settings.from_env()) as database, database.reading() as session:
        found = bank_files.every(session, owner=owner)
    for each in found:
        whose = each.owner or f"shipped as {each.slug}"
        click.echo(f"{each.id:>5}  version {each.version}, {each.ready} items ready, {whose}: {each.title}")


@click.command("show", epilog=MEANT)
@click.argument("bank")
def show(bank: str) -> None:
    """Show what a bank holds: its texts, its claims counted, its items one a line.

    \b
    Examples:
      quizgen bank show 12
      quizgen bank show bees.yaml
    """
    found = meant(bank)
    click.echo(found.title)
    for passage in found.passages:
        click.echo(f"  text {passage.id}: {passage.title}, {len(passage.text.split()):,} words")
    click.echo(f"  {len(found.claims)} claims, {len(found.items)} items, {len(found.ready())} ready")
    for item in found.items:
        click.echo(f"  {item.id}  {item.kind}, {item.status.value}: {_short(item.stem)}  [{_short(item.key_text())}]")


@click.command("diff", epilog=MEANT)
@click.argument("before", metavar="BANK")
@click.argument("after", metavar="BANK")
@click.option("--exit-code", is_flag=True, help="End with 1 when anything differs, as git diff does.")
def diff(before: str, after: str, exit_code: bool) -> None:
    """Show what differs between two banks: claims, evidence and items, field by field.

    \b
    Examples:
      quizgen bank diff 12@3 12
      quizgen bank diff bees.yaml 12
    """
    found = difference(meant(before), meant(after))
    for line in lines(found):
        click.echo(line)
    if exit_code and not found.is_empty:
        raise click.exceptions.Exit(DIFFERENT)


def lines(found: Difference) -> list[str]:
    """Return a difference line by line; one line when there is none."""
    if found.is_empty:
        return ["Both say the same."]
    told = _change(found.title, "") if found.title else []
    for name, part in found.parts.items():
        if part.is_empty:
            continue
        told.append(f"{name}: {summary(part)}")
        for sign, things in (("+", part.added), ("-", part.removed)):
            told += [f"  {sign} {thing.id}  {_short(thing.words)}".rstrip() for thing in things]
        for altered in part.altered:
            told += _altered(altered)
    return told


def _altered(altered: Altered) -> list[str]:
    head = f"  ~ {altered.thing.id}  {_short(altered.thing.words)}"
    return [head, *(line for change in altered.changes for line in _change(change, "      "))]


def _change(change: Change, margin: str) -> list[str]:
    old = [f"{margin}  - {line}" for line in change.before.splitlines()]
    new = [f"{margin}  + {line}" for line in change.after.splitlines()]
    return [f"{margin}{change.field}:", *old, *new]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
