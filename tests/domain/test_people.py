"""Who may have banks and classes."""

import pytest

from quizgen.domain.people import Person, Role


@pytest.mark.parametrize(("role", "teaches"), [(Role.ADMINISTRATOR, True), (Role.TEACHER, True), (Role.STUDENT, False)])
def test_teachers_and_administrators_teach(role: Role, teaches: bool) -> None:
    assert Person(1, "juniper", "Juniper Quill", role).teaches is teaches
