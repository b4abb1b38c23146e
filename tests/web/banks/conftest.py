"""Two teachers and a student at their browsers, and texts to bring."""

from collections.abc import Callable

import pytest

from quizgen.services import drafting
from quizgen.services.drafting import Job
from quizgen.storage.engine import Database
from tests.cast import Cast
from tests.stored import a_job

TEXT = """# The Wye

The Wye is a river in Wales and England. It may flood in spring when the snow melts on the hills.

## Its length

It is 250 kilometres long, and it was first measured in 1870 by the county.

Share this article with your friends on social media

"""


@pytest.fixture
def draft(database: Database, cast: Cast) -> int:
    """A draft of Hazel's that waits for the worker."""
    with database.writing() as session:
        return a_job(session, cast.hazel, TEXT.encode())


@pytest.fixture
def jobs(database: Database, cast: Cast) -> Callable[[], tuple[Job, ...]]:
    """Return Hazel's jobs as they are now."""

    def now() -> tuple[Job, ...]:
        with database.reading() as session:
            return drafting.of_owner(session, cast.hazel.id)

    return now
