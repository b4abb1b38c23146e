"""``quizgen database``: made, and brought up to date."""

import click

from quizgen.cli.house import make_data_dir
from quizgen.settings import Settings
from quizgen.storage import migrate


@click.group("database")
def command() -> None:
    """Make the database, or bring it up to date."""


@command.command("upgrade")
def upgrade() -> None:
    """Make the database, or bring it up to date. Safe to run again; `quizgen serve` does it by itself.

    Keep a copy of the database before an upgrade, as before any.
    """
    settings = Settings.from_env()
    make_data_dir(settings)
    before = migrate.current(settings.database_url)
    migrate.upgrade(settings.database_url)
    after = migrate.current(settings.database_url)
    done = "is up to date" if before == after else "was made" if before is None else f"was upgraded from {before}"
    click.echo(f"The database {done} (revision {after}).")
