"""What a demo holds: people, a class, the shipped banks, and a quiz published on each."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from quizgen.cli.clock import dice, now, password
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.people import Role
from quizgen.formats.yaml_bank import load_folder
from quizgen.services import accounts, banks, classes, quizzes
from quizgen.services.passwords import hash_password
from quizgen.shipped import QUESTION_BANKS
from quizgen.storage.engine import Database

CLASS_NAME = "Demo class"
QUESTIONS = 12
TIME_LIMIT = timedelta(minutes=10)
PEOPLE = (
    ("hazel", "Hazel Ashdown", Role.TEACHER),
    ("juniper", "Juniper Quill", Role.STUDENT),
    ("rowan", "Rowan Pike", Role.STUDENT),
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody of the demo and the password that is shown once."""

    username: str
    name: str
    role: Role
    password: str


@dataclass(frozen=True, slots=True)
class DemoHouse:
    """What was made."""

    sign_ins: tuple[SignIn, ...]
    class_name: str
    join_code: str
    quizzes: tuple[str, ...]


def furnish(database: Database) -> DemoHouse:
    """Fill a new database: everything or nothing."""
    sign_ins = tuple(SignIn(username, name, role, password()) for username, name, role in PEOPLE)
    hashes = {sign_in.username: hash_password(sign_in.password) for sign_in in sign_ins}
    shipped = load_folder(QUESTION_BANKS)
    with database.writing() as session:
        ids = {sign_in.username: _account(session, sign_in, hashes[sign_in.username]) for sign_in in sign_ins}
        teacher = next(ids[sign_in.username] for sign_in in sign_ins if sign_in.role is Role.TEACHER)
        card = classes.create(session, teacher=teacher, name=CLASS_NAME, time_zone="UTC", now=now(), rng=dice())
        for sign_in in sign_ins:
            if sign_in.role is Role.STUDENT:
                classes.join(session, student=ids[sign_in.username], code=card.join_code, now=now())
        for slug, bank in shipped.items():
            bank_id = banks.put_shipped(session, slug, bank, now=now())
            _publish(session, bank_id, card.id, bank.title, teacher)
    return DemoHouse(sign_ins, card.name, card.join_code, tuple(bank.title for bank in shipped.values()))


def _account(session: Session, sign_in: SignIn, password_hash: str) -> int:
    account = accounts.create(
        session,
        username=sign_in.username,
        name=sign_in.name,
        role=sign_in.role,
        password_hash=password_hash,
        uniquifier=secrets.token_hex(16),
        now=now(),
    )
    return account.id


def _publish(session: Session, bank_id: int, class_id: int, title: str, teacher: int) -> None:
    quizzes.publish(
        session,
        bank_id=bank_id,
        class_id=class_id,
        title=title,
        policy=Policy(time_limit=TIME_LIMIT, attempts=None),
        blueprint=Blueprint(count=QUESTIONS),
        by=teacher,
        now=now(),
    )
