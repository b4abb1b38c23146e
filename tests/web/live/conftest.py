"""A teacher who watches the student that the tests of attempts know."""

from collections.abc import Callable

import pytest

from quizgen.domain.people import Person
from tests.web.attempts.conftest import Sat, hands, hazel, juniper, published, sat, start
from tests.web.conftest import Browser

__all__ = ["hands", "hazel", "juniper", "published", "sat", "start"]


class Teacher:
    """Hazel's browser, and the acts that she does in it."""

    def __init__(self, browser: Browser, sat: Sat) -> None:
        self.browser, self.sat = browser, sat

    @property
    def view(self) -> str:
        """Return the live view."""
        return self.browser.text(f"/quizzes/{self.sat.quiz}/live")

    def act(self, act: str, reason: str = "Fire alarm", **more: object) -> int:
        """Send the form of an act on Juniper's attempt and return the status."""
        form = {"act": act, "reason": reason, **more}
        return self.browser.send(f"/attempts/{self.sat.id}/acts", form).status_code


@pytest.fixture
def teacher(sat: Sat, hazel: Person, signed_in_as: Callable[[Person], Browser]) -> Teacher:
    return Teacher(signed_in_as(hazel), sat)
