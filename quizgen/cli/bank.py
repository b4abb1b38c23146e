"""``quizgen bank``: banks as files; checked and loaded here, the other verbs in modules beside this one."""

from pathlib import Path

import click

from quizgen.cli.bank_in import import_command
from quizgen.cli.bank_out import export
from quizgen.cli.bank_paper import paper
from quizgen.cli.bank_shown import diff, list_command, show
from quizgen.cli.clock import now
from quizgen.cli.failures import WRONG_INPUT
from quizgen.cli.house import open_database
from quizgen.domain.banks.flaws import advice
from quizgen.domain.errors import BadBank, NotFound
from quizgen.formats.yaml_bank import check_file, read_bank_file
from quizgen.services import accounts, banks
from quizgen.settings import Settings


@click.group("bank")
def command() -> None:
    """Check, load, list, show, compare, export, import and print banks."""


for each in (list_command, show, diff, export, import_command, paper):
    command.add_command(each)


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check bank files: format, references, spans, keys, and every item's own self-test.

    Each problem is one line: file, line, what was expected. The exit code is 2 when there is any. In a sound bank each
    flaw of item writing that rules can see is named as advice, which leaves the exit code 0.

    \b
    Example:
      quizgen bank check question_banks/*.yaml
    """
    found = 0
    for file in files:
        problems = check_file(file)
        found += len(problems)
        for problem in problems:
            line = f"{problem.line}:" if problem.line else ""
            place = f"{problem.path}: " if problem.path else ""
            click.echo(f"{file}:{line} {place}{problem.message}")
        if not problems:
            bank = read_bank_file(file)
            click.echo(
                f"{file}: sound, {len(bank.claims)} claims, {len(bank.ready())} of {len(bank.items)} items ready"
            )
            for flaw in advice(bank):
                click.echo(f"{file}: advice: {flaw}")
    if found:
        raise click.exceptions.Exit(WRONG_INPUT)


@command.command("load")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--owner", metavar="USERNAME", help="The teacher it belongs to. Without one every teacher sees it.")
def load(file: Path, owner: str | None) -> None:
    """Load a bank file into the database.

    Without --owner the bank is known by the name of its file: loading a changed file again makes a new version, and
    quizzes that are published keep the version they were published with.

    \b
    Example:
      quizgen bank load bees.yaml --owner hazel
    """
    problems = check_file(file)
    if problems:
        raise BadBank(problems, file.name)
    bank = read_bank_file(file)
    with open_database(Settings.from_env()) as database, database.writing() as session:
        if owner is None:
            bank_id = banks.put_shipped(session, file.stem, bank, now=now())
        else:
            account = accounts.find(session, username=owner)
            if account is None:
                raise NotFound(f"There is nobody with the user name {owner}.")
            bank_id = banks.add(session, bank, owner=account.id, now=now())
    click.echo(f"Bank {bank_id}: {bank.title}, {len(bank.ready())} items ready.")
