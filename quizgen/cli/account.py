"""``quizgen account``: people who may sign in."""

import secrets
import sys
from dataclasses import replace

import click

from quizgen.cli.clock import now, password
from quizgen.cli.house import existing_database, open_database
from quizgen.domain.errors import BadInput, NotFound
from quizgen.domain.people import Role
from quizgen.services import accounts
from quizgen.services.passwords import hash_password
from quizgen.settings import Settings

SHORTEST_PASSWORD = 8


_password_stdin = click.option("--password-stdin", is_flag=True, help="Read the password from the first line of stdin.")


@click.group("account")
def command() -> None:
    """Add people who may sign in, and give them new passwords."""


@command.command("add")
@click.argument("username")
@click.option("--name", required=True, help="The name that others see.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.TEACHER.value,
    show_default=True,
    help="What the account may do.",
)
@click.option("--email", help="Kept for later: to reach them.")
@_password_stdin
def add(username: str, name: str, role: str, email: str | None, password_stdin: bool) -> None:
    """Add somebody who may sign in.

    Without --password-stdin a random password is made and printed, once.

    \b
    Examples:
      quizgen account add hazel --name "Hazel Ashdown"
      quizgen account add juniper --name "Juniper Quill" --role student --password-stdin < password.txt
    """
    settings = Settings.from_env()
    plain = _from_stdin() if password_stdin else password()
    with open_database(settings) as database:
        password_hash = hash_password(plain)
        with database.writing() as session:
            account = accounts.create(
                session,
                username=username,
                name=name,
                role=Role(role),
                password_hash=password_hash,
                uniquifier=secrets.token_hex(16),
                now=now(),
                email=email,
            )
    click.echo(f"{account.name} can sign in as {account.username} ({account.role.value}).")
    if not password_stdin:
        click.echo(f"Password: {plain}")


@command.command("password")
@click.argument("username")
@_password_stdin
def change_password(username: str, password_stdin: bool) -> None:
    """Give somebody a new password and end every session of theirs.

    Without --password-stdin a random password is made and printed, once.

    \b
    Examples:
      quizgen account password juniper
      quizgen account password hazel --password-stdin < password.txt
    """
    plain = _from_stdin() if password_stdin else password()
    with existing_database(Settings.from_env()) as database:
        password_hash = hash_password(plain)
        with database.writing() as session:
            account = accounts.find(session, username=username)
            if account is None:
                raise NotFound(f"There is nobody with the user name {username}.")
            changed = replace(account, password_hash=password_hash, uniquifier=secrets.token_hex(16))
            accounts.save(session, changed)
    click.echo(f"{account.name} ({account.username}) has a new password and is signed out everywhere.")
    if not password_stdin:
        click.echo(f"Password: {plain}")


def _from_stdin() -> str:
    plain = sys.stdin.readline().rstrip("\r\n")
    if len(plain) < SHORTEST_PASSWORD:
        raise BadInput(f"A password has at least {SHORTEST_PASSWORD} characters; stdin gave {len(plain)}.")
    return plain
