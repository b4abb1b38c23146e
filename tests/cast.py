"""The people of the tests: always the same, so that a reader knows who is who."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from quizgen.domain.people import Person, Role
from quizgen.services import accounts

NO_PASSWORD = "nobody signs in with this"
NOW = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)

HAZEL = "Hazel Ashdown"  # the teacher
BASIL = "Basil Thorne"  # another teacher, who has nothing to do with Hazel's classes
JUNIPER = "Juniper Quill"  # a student
ROWAN = "Rowan Pike"  # another student
MARLOW = "Marlow Fenn"  # the administrator

ROLES = {
    HAZEL: Role.TEACHER,
    BASIL: Role.TEACHER,
    JUNIPER: Role.STUDENT,
    ROWAN: Role.STUDENT,
    MARLOW: Role.ADMINISTRATOR,
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, with an account each."""

    hazel: Person
    basil: Person
    juniper: Person
    rowan: Person
    marlow: Person


def the_cast(session: Session, *, password_hash: str = NO_PASSWORD) -> Cast:
    """Give everybody an account and return them."""
    return Cast(*(account(session, name, role, password_hash=password_hash) for name, role in ROLES.items()))


def account(session: Session, name: str, role: Role = Role.STUDENT, *, password_hash: str = NO_PASSWORD) -> Person:
    """Make an account; its user name follows from the name: hazel.ashdown."""
    username = name.casefold().replace(" ", ".")
    return accounts.create(
        session,
        username=username,
        name=name,
        role=role,
        password_hash=password_hash,
        uniquifier=f"uniquifier of {username}",
        now=NOW,
    ).person
