"""Who sat a quiz, as its teacher sees it."""

from datetime import timedelta
from fractions import Fraction

from quizgen.domain.attempts.attempt import State
from quizgen.services import classes, standings, taking
from quizgen.storage.engine import Database
from tests.cast import NOW, the_cast
from tests.stored import a_quiz, an_attempt, answers


def test_every_student_of_the_class_is_there_by_name_sat_or_not(database: Database) -> None:
    with database.writing() as session:
        cast = the_cast(session)
        quiz = a_quiz(session, cast.hazel, [cast.rowan, cast.juniper])
        an_attempt(session, quiz, cast.rowan)
        found = standings.of_quiz(session, quiz)
    assert [(entry.name, len(entry.attempts)) for entry in found] == [("Juniper Quill", 0), ("Rowan Pike", 1)]


def test_an_attempt_shows_its_state_what_is_answered_and_its_score(database: Database) -> None:
    with database.writing() as session:
        cast = the_cast(session)
        quiz = a_quiz(session, cast.hazel, [cast.juniper])
        attempt = an_attempt(session, quiz, cast.juniper)
        for position, response in answers(taking.sitting(session, attempt)).items():
            taking.save(
                session,
                attempt_id=attempt,
                position=position,
                response=response,
                sequence=1,
                now=NOW,
                grace=timedelta(0),
            )
        (running,) = standings.of_quiz(session, quiz)[0].attempts
        taking.hand_in(session, attempt_id=attempt, now=NOW)
        (ended,) = standings.of_quiz(session, quiz)[0].attempts
    assert (running.attempt.state, running.answered, running.questions, running.score) == (State.RUNNING, 6, 6, None)
    assert ended.attempt.state is State.HANDED_IN
    assert ended.score is not None
    assert ended.score.share == Fraction(1)


def test_a_student_who_left_the_class_stays_when_they_sat_it(database: Database) -> None:
    with database.writing() as session:
        cast = the_cast(session)
        quiz = a_quiz(session, cast.hazel, [cast.rowan, cast.juniper])
        an_attempt(session, quiz, cast.rowan)
        class_id = classes.taught_by(session, cast.hazel.id)[0].id
        for student in (cast.rowan, cast.juniper):
            classes.remove(session, class_id, student.id)
        found = standings.of_quiz(session, quiz)
    assert [entry.name for entry in found] == ["Rowan Pike"]
