"""``quizgen demo``: a house with people, banks and quizzes in it, made afresh and served."""

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from quizgen.cli.demo_house import DemoHouse, furnish
from quizgen.cli.house import open_database
from quizgen.cli.serve import address, port_is_free, refuse_taken_port, serve
from quizgen.domain.errors import BadInput
from quizgen.settings import Settings

PORTS_TO_TRY = 20


@click.command("demo")
@click.option("--port", type=click.IntRange(1, 65_535), help="The port. Without it: the first free one from 8000 on.")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="A new folder to keep the demo in. Without it the demo is gone when it ends.",
)
def command(port: int | None, data_dir: Path | None) -> None:
    """Serve a demo: shipped banks, a class and three sign-ins, all made afresh.

    There is a quiz of ten minutes on each shipped bank, a teacher and two students, whose random passwords are printed
    once. `quizgen serve` with QUIZGEN_DATA_DIR
    naming the folder goes on with a demo that was kept.
    """
    settings = Settings.from_env()
    port = port or _free_port(settings)
    refuse_taken_port(settings.host, port)
    with ExitStack() as stack:
        folder = (
            _new_folder(data_dir)
            if data_dir
            else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="quizgen-demo-")))
        )
        url = f"sqlite:///{folder}/quizgen.sqlite3"
        settings = replace(settings, data_dir=folder, database_url=url, port=port)
        with open_database(settings) as database:
            house = furnish(database)
        _print(house, settings)
        serve(settings)


def _free_port(settings: Settings) -> int:
    ports = range(settings.port, min(settings.port + PORTS_TO_TRY, 65_536))
    return next((port for port in ports if port_is_free(settings.host, port)), settings.port)


def _new_folder(path: Path) -> Path:
    path = path.expanduser().absolute()
    if path.is_dir() and any(path.iterdir()):
        raise BadInput(f"{path} is not empty: name a new folder, or go on with QUIZGEN_DATA_DIR={path} quizgen serve.")
    return path


def _print(house: DemoHouse, settings: Settings) -> None:
    table = Table(title=f"Sign in at {address(settings)}", title_justify="left", title_style="bold")
    for heading in ("who", "user name", "password"):
        table.add_column(heading, no_wrap=True)
    for sign_in in house.sign_ins:
        table.add_row(f"{sign_in.name} ({sign_in.role})", sign_in.username, sign_in.password)
    console = Console()
    console.print(table)
    console.print(
        f"Class: {house.class_name}, join code {house.join_code}; quizzes: {len(house.quizzes)}", soft_wrap=True
    )
    for title in house.quizzes:
        console.print(f"  {title}", markup=False, soft_wrap=True)
    sys.stdout.flush()
