"""The database as commands open it: made when it is new, refused when it is not up to date."""

from collections.abc import Iterator
from contextlib import contextmanager

from quizgen.domain.errors import Unavailable
from quizgen.settings import Settings
from quizgen.storage import migrate
from quizgen.storage.engine import Database, database_url


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """Open the database for one command, made when it is new. Raises Unavailable when another version made it."""
    make_data_dir(settings)
    if migrate.current(settings.database_url) is None:
        migrate.upgrade(settings.database_url)
    with existing_database(settings) as database:
        yield database


@contextmanager
def existing_database(settings: Settings) -> Iterator[Database]:
    """Open the database for a command that needs what is in it, and make nothing.

    Raises Unavailable when there is none or another version made it.
    """
    if migrate.current(settings.database_url) is None:
        url = database_url(settings.database_url)
        place = url.database if settings.uses_sqlite else url.render_as_string(hide_password=True)
        raise Unavailable(f"There is no database at {place}. `quizgen database upgrade` makes one there.")
    if not migrate.is_current(settings.database_url):
        raise Unavailable("The database was made by another version: `quizgen database upgrade` brings it up to date.")
    database = Database(settings.database_url)
    try:
        yield database
    finally:
        database.dispose()


def make_data_dir(settings: Settings) -> None:
    """Make the data folder. Raises Unavailable when that cannot be done."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        cause = (error.strerror or "").lower()
        raise Unavailable(f"The data folder {settings.data_dir} cannot be made: {cause}.") from None
