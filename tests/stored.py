"""Small stored things for tests that are about something else: a class, a bank, a quiz, an attempt."""

import random
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.people import Person
from quizgen.domain.scoring.marking import mark
from quizgen.formats.csv_items import template_csv
from quizgen.generation.options import Options
from quizgen.services import banks, classes, drafting, importing, quizzes, taking
from quizgen.services.classes import ClassCard
from quizgen.services.taking import Sitting
from tests import builders
from tests.cast import NOW

RIGHT, WRONG = "right", "wrong"


def big_bank(items: int = 9, *, title: str = "Rivers") -> Bank:
    """Return a bank with a claim an item, kinds and verdicts in turn."""
    return builders.bank(
        title=title,
        claims=tuple(builders.claim(f"c-{number}") for number in range(items)),
        items=tuple(_item(number) for number in range(items)),
    )


def a_class(session: Session, teacher: Person, *students: Person, name: str = "Class 7b") -> ClassCard:
    """Make a class of a teacher and put the students into it."""
    seed = random.Random(f"{name} of {teacher.username}")
    card = classes.create(session, teacher=teacher.id, name=name, time_zone="Europe/Paris", now=NOW, rng=seed)
    for student in students:
        classes.join(session, student=student.id, code=card.join_code, now=NOW)
    return classes.get(session, card.id)


def a_bank(session: Session, owner: Person | None, bank: Bank | None = None) -> int:
    """Keep a bank and return its id."""
    return banks.add(session, bank or big_bank(), owner=owner.id if owner else None, now=NOW)


def a_job(
    session: Session,
    owner: Person,
    *texts: bytes,
    name: str = "wye.md",
    title: str | None = None,
    options: Options | None = None,
    now: datetime = NOW,
) -> int:
    """Ask for a bank of texts, as they are read, and return the job's id."""
    brought = [drafting.bring(text, name=name) for text in texts]
    return drafting.request(session, owner=owner.id, texts=brought, title=title, options=options or Options(), now=now)


def a_draft(session: Session, owner: Person, *texts: bytes, name: str = "wye.md", now: datetime = NOW) -> int:
    """Keep texts as a draft that waits for its teacher, and return the job's id."""
    brought = [drafting.bring(text, name=name) for text in texts]
    return drafting.begin(session, owner=owner.id, texts=brought, title=None, options=Options(), now=now)


def a_waiting_file(session: Session, owner: Person) -> int:
    """Bring a file of questions that waits for its teacher's word, and return its number."""
    looked = importing.look(template_csv().encode(), name="items.csv")
    return importing.begin(session, looked, owner=owner.id, target=None, title="The valley", now=NOW)


def a_quiz(
    session: Session,
    teacher: Person,
    students: Iterable[Person] = (),
    *,
    policy: Policy | None = None,
    count: int = 6,
    title: str = "Rivers, first part",
    class_id: int | None = None,
    bank: Bank | None = None,
    now: datetime = NOW,
) -> int:
    """Publish a quiz on a bank of its own, to a class of its own unless one is given, and return its id."""
    return quizzes.publish(
        session,
        bank_id=a_bank(session, teacher, bank),
        class_id=class_id or a_class(session, teacher, *students).id,
        title=title,
        policy=policy or Policy(attempts=None),
        blueprint=Blueprint(count),
        by=teacher.id,
        now=now,
    )


def answers(sitting: Sitting, which: str = RIGHT) -> dict[int, str]:
    """Return a response to each question of a sitting, all of them right or all wrong."""
    samples = [question.item.samples() for question in sitting.paper.questions]
    found = {place: (sample.right if which == RIGHT else sample.wrong) for place, sample in enumerate(samples)}
    assert {each and each.credit for each in mark(sitting.paper, found)} == {which == RIGHT}
    return found


def an_attempt(session: Session, quiz_id: int, student: Person, *, seed: int = 1, now: datetime = NOW) -> int:
    """Start an attempt, or go on with the running one, and return its id."""
    return taking.start(session, quiz_id=quiz_id, student=student.id, now=now, seed=seed)


def _item(number: int) -> object:
    claims = (f"c-{number}",)
    match number % 3:
        case 0:
            return builders.verdict(f"i-{number}", claims, key=list(Verdict)[number // 3 % 3])
        case 1:
            return builders.choice(f"i-{number}", claims)
        case _:
            return builders.cloze(f"i-{number}", claims)
