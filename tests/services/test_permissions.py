"""Who has to do with what: the right person, a colleague, a student, nobody, and things that are not there."""

import pytest

from quizgen.domain.banks.duty import Duty
from quizgen.services import colleagues, permissions
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.practised import a_practice, an_old_answer
from tests.stored import a_bank, a_class, a_job, a_quiz, a_waiting_file, an_attempt

NOBODY = 10_000


@pytest.fixture
def things(database: Database, cast: Cast) -> dict[str, int]:
    """One of everything, Hazel's and Juniper's."""
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        quiz = a_quiz(session, cast.hazel, class_id=card.id)
        data = b"The Wye is a river in Wales. It floods in spring."
        job = a_job(session, cast.hazel, data)
        practised = a_bank(session, cast.hazel)
        written, reviewed, left = (a_bank(session, cast.hazel) for _ in range(3))
        for bank, duty in ((written, Duty.AUTHOR), (reviewed, Duty.REVIEWER), (left, Duty.AUTHOR)):
            colleagues.invite(session, bank, username=cast.basil.username, duty=duty, now=NOW)
        colleagues.remove(session, left, cast.basil.id)
        a_practice(session, practised, card.id, cast.hazel, now=NOW)
        return {
            "class": card.id,
            "quiz": quiz,
            "attempt": an_attempt(session, quiz, cast.juniper),
            "bank": a_bank(session, cast.hazel),
            "written": written,
            "reviewed": reviewed,
            "left": left,
            "shipped": a_bank(session, None),
            "job": job,
            "import": a_waiting_file(session, cast.hazel),
            "practised": practised,
            "review": an_old_answer(session, practised, cast.juniper, "i-0", now=NOW),
        }


QUESTIONS = {
    "teaches_class": (permissions.teaches_class, "class", {"hazel"}),
    "teaches_quiz": (permissions.teaches_quiz, "quiz", {"hazel"}),
    "teaches_attempt": (permissions.teaches_attempt, "attempt", {"hazel"}),
    "reads_bank": (permissions.reads_bank, "bank", {"hazel"}),
    "reads_shipped_bank": (permissions.reads_bank, "shipped", {"hazel", "basil", "marlow"}),
    "reads_written_bank": (permissions.reads_bank, "written", {"hazel", "basil"}),
    "reads_reviewed_bank": (permissions.reads_bank, "reviewed", {"hazel", "basil"}),
    "reads_left_bank": (permissions.reads_bank, "left", {"hazel"}),
    "reviews_bank": (permissions.reviews_bank, "bank", {"hazel"}),
    "reviews_written_bank": (permissions.reviews_bank, "written", {"hazel", "basil"}),
    "reviews_reviewed_bank": (permissions.reviews_bank, "reviewed", {"hazel", "basil"}),
    "reviews_left_bank": (permissions.reviews_bank, "left", {"hazel"}),
    "reviews_shipped_bank": (permissions.reviews_bank, "shipped", set()),
    "edits_bank": (permissions.edits_bank, "bank", {"hazel"}),
    "edits_written_bank": (permissions.edits_bank, "written", {"hazel", "basil"}),
    "edits_reviewed_bank": (permissions.edits_bank, "reviewed", {"hazel"}),
    "edits_left_bank": (permissions.edits_bank, "left", {"hazel"}),
    "edits_shipped_bank": (permissions.edits_bank, "shipped", set()),
    "owns_written_bank": (permissions.owns_bank, "written", {"hazel"}),
    "owns_bank": (permissions.owns_bank, "bank", {"hazel"}),
    "owns_shipped_bank": (permissions.owns_bank, "shipped", set()),
    "owns_import": (permissions.owns_import, "import", {"hazel"}),
    "owns_job": (permissions.owns_job, "job", {"hazel"}),
    "studies_class": (permissions.studies_class, "class", {"juniper"}),
    "studies_quiz": (permissions.studies_quiz, "quiz", {"juniper"}),
    "practises_bank": (permissions.practises_bank, "practised", {"juniper"}),
    "practises_closed_bank": (permissions.practises_bank, "bank", set()),
    "owns_review": (permissions.owns_review, "review", {"juniper"}),
    "owns_attempt": (permissions.owns_attempt, "attempt", {"juniper"}),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_the_right_people(database: Database, cast: Cast, things: dict[str, int], question: str) -> None:
    holds, thing, right = QUESTIONS[question]
    people = {name: getattr(cast, name).id for name in Cast.__slots__} | {"nobody": NOBODY}
    with database.reading() as session:
        assert {name for name, person in people.items() if holds(session, person, things[thing])} == right
        assert not any(holds(session, person, NOBODY) for person in people.values())


def test_every_permission_is_asked_here() -> None:
    asked = {holds.__name__ for holds, _, _ in QUESTIONS.values()}
    public = {
        name for name, thing in vars(permissions).items() if getattr(thing, "__module__", "") == permissions.__name__
    }
    assert {name for name in public if not name.startswith("_")} == asked
