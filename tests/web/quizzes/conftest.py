"""A teacher with a bank and two classes in zones that change their clocks."""

import random
from dataclasses import dataclass

import pytest

from quizgen.services import classes
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.stored import a_bank, big_bank

FIELDS = {"class_id": "", "title": "Rivers", "count": "6", "minutes": "20", "attempts": "1", "basis": ""}
RULES = {"opens": "", "closes": "", "reveal": "after handing in", "kinds": ["verdict", "single_choice", "cloze"]}


@dataclass(frozen=True)
class School:
    """Ids: a bank of nine questions about nine claims, a class in Paris with Juniper, an empty one in New York."""

    bank: int
    paris: int
    new_york: int

    def form(self, **changes: object) -> dict[str, object]:
        """Return a sound publish form for the class in Paris, with changes."""
        return {**FIELDS, **RULES, "class_id": str(self.paris), **changes}


@pytest.fixture
def school(database: Database, cast: Cast) -> School:
    with database.writing() as session:
        bank = a_bank(session, cast.hazel, big_bank(9))
        made = [
            classes.create(session, teacher=cast.hazel.id, name=name, time_zone=zone, now=NOW, rng=random.Random(name))
            for name, zone in (("8 Heron", "Europe/Paris"), ("9 Otter", "America/New_York"))
        ]
        classes.join(session, student=cast.juniper.id, code=made[0].join_code, now=NOW)
    return School(bank, made[0].id, made[1].id)
