"""``quizgen bank import``: a bank, or single items as CSV, from a file into the database."""

from pathlib import Path

import click
from sqlalchemy.orm import Session

from quizgen.cli.clock import now
from quizgen.cli.files import read_bytes
from quizgen.cli.house import open_database
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.understanding import Understood
from quizgen.domain.errors import BadInput, NotFound
from quizgen.formats.bank_formats import MOST_BYTES
from quizgen.services import accounts, bank_files, banks, importing
from quizgen.services.banks import StoredBank
from quizgen.settings import Settings


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--owner", metavar="USERNAME", help="The teacher a new bank belongs to.")
@click.option("--into", "target", metavar="BANK", help="The bank that gets a new version, by its number.")
@click.option("--title", default="", help="The title of a new bank that is made of items as CSV.")
@click.option("--leave-out", is_flag=True, help="Leave out what was not understood.")
@click.option("--dry-run", is_flag=True, help="Only say what was understood and what was not.")
def import_command(
    file: Path, owner: str | None, target: str | None, title: str, leave_out: bool, dry_run: bool
) -> None:
    """Bring a bank in from a file: YAML or JSON, or its items from CSV.

    Each item that was not understood is one line, and nothing is kept unless all were, or --leave-out is given. Exit
    code 2 then.

    \b
    Examples:
      quizgen bank import bees.json --owner hazel
      quizgen bank import bees.csv --into 12 --dry-run
    """
    if (owner is None) == (target is None):
        raise BadInput("Say whose the new bank is, --owner USERNAME, or which bank gets a new version, --into BANK.")
    looked = importing.look(read_bytes(file, most=MOST_BYTES), name=file.name)
    with open_database(Settings.from_env()) as database, database.writing() as session:
        stored = None if target is None else bank_files.named(session, target)
        found = importing.meant(looked, stored.bank if stored else None, title=title)
        _tell(found)
        if dry_run:
            return
        bank = importing.sound(found, leave_out=leave_out)
        bank_id = _kept(session, bank, stored, owner, f"Imported from {file.name}")
    click.echo(f"Bank {bank_id}: {bank.title}, {len(bank.ready())} items ready.")


def _kept(session: Session, bank: Bank, stored: StoredBank | None, owner: str | None, note: str) -> int:
    if stored is not None:
        banks.change(session, stored.id, lambda _: bank, now=now(), note=note)
        return stored.id
    account = accounts.find(session, username=owner or "")
    if account is None:
        raise NotFound(f"There is nobody with the user name {owner}.")
    return banks.add(session, bank, owner=account.id, now=now(), note=note)


def _tell(found: Understood) -> None:
    for problem in (*found.problems, *found.notes):
        click.echo(problem, err=True)
    for entry in found.entries:
        for problem in entry.problems:
            click.echo(f"{entry.place}: {problem}", err=True)
    click.echo(f"{len(found.entries) - found.left_out} of {len(found.entries)} items understood.", err=True)
