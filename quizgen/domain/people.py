"""People as the rules see them: who it is, and in which role."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account may do in the house; what it may do in a class follows from the class."""

    ADMINISTRATOR = "administrator"
    TEACHER = "teacher"
    STUDENT = "student"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in."""

    id: int
    username: str
    name: str
    role: Role

    @property
    def teaches(self) -> bool:
        """Tell whether this person may have banks and classes."""
        return self.role is not Role.STUDENT
