"""Two teachers and a student at their browsers, and texts to bring."""

from collections.abc import Callable

import pytest

from quizgen.domain.people import Person
from quizgen.services import drafting
from quizgen.services.drafting import Job
from quizgen.storage.engine import Database
from tests.cast import Cast
from tests.stored import a_job
from tests.web.conftest import Browser

SignIn = Callable[[Person], Browser]

TEXT = """# The Wye

The Wye is a river in Wales and England. It may flood in spring when the snow melts on the hills.

## Its length

It is 250 kilometres long, and it was first measured in 1870 by the county.

Share this article with your friends on social media

"""


@pytest.fixture
def hazel(signed_in_as: SignIn, cast: Cast) -> Browser:
    return signed_in_as(cast.hazel)


@pytest.fixture
def basil(signed_in_as: SignIn, cast: Cast) -> Browser:
    return signed_in_as(cast.basil)


@pytest.fixture
def juniper(signed_in_as: SignIn, cast: Cast) -> Browser:
    return signed_in_as(cast.juniper)


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
