"""What a student finds at home."""

from datetime import timedelta
from fractions import Fraction

from quizgen.domain.attempts.access import Entry
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.scoring.score import Score
from quizgen.services import taking
from quizgen.services.taking import StudentQuiz
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.statements import statements_of
from tests.stored import a_class, a_quiz, an_attempt, answers

HOUR = timedelta(hours=1)


def home(database: Database, cast: Cast) -> tuple[StudentQuiz, ...]:
    with database.reading() as session:
        return taking.quizzes_of_student(session, cast.juniper.id, now=NOW)


def test_only_quizzes_of_own_classes_are_there(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        mine = a_quiz(session, cast.hazel, [cast.juniper])
        a_quiz(session, cast.basil, [cast.rowan])
    (found,) = home(database, cast)
    assert (found.quiz.id, found.access.entry, found.attempts) == (mine, Entry.START, ())


def test_each_quiz_says_what_can_be_done_now(database: Database, cast: Cast) -> None:
    policies = {
        Entry.NOT_YET: Policy(opens=NOW + HOUR),
        Entry.CLOSED: Policy(closes=NOW),
        Entry.START: Policy(),
        Entry.GO_ON: Policy(),
        Entry.NO_ATTEMPTS_LEFT: Policy(),
    }
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        ids = {
            entry: a_quiz(session, cast.hazel, class_id=card.id, policy=policy) for entry, policy in policies.items()
        }
        an_attempt(session, ids[Entry.GO_ON], cast.juniper)
        done = an_attempt(session, ids[Entry.NO_ATTEMPTS_LEFT], cast.juniper)
        taking.hand_in(session, attempt_id=done, now=NOW)
    assert [found.access.entry for found in home(database, cast)] == list(policies)


def test_attempts_show_what_was_answered_and_the_score(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])
        first = an_attempt(session, quiz_id, cast.juniper)
        given = answers(taking.sitting(session, first))
        for position, response in ((0, given[0]), (1, given[1]), (2, given[2])):
            taking.save(
                session,
                attempt_id=first,
                position=position,
                response=response,
                sequence=1,
                now=NOW,
                grace=HOUR,
            )
        taking.save(session, attempt_id=first, position=2, response="", sequence=2, now=NOW, grace=HOUR)
        taking.flag(session, attempt_id=first, position=3, flagged=True)
        taking.hand_in(session, attempt_id=first, now=NOW)
        second = an_attempt(session, quiz_id, cast.juniper, now=NOW + HOUR)
        an_attempt(session, quiz_id, cast.rowan)
    (found,) = home(database, cast)
    assert [(card.id, card.attempt.number, card.answered, card.questions) for card in found.attempts] == [
        (first, 1, 2, 6),
        (second, 2, 0, 6),
    ]
    assert [card.score for card in found.attempts] == [Score(Fraction(2), Fraction(6)), None]


def test_home_costs_five_queries_however_much_there_is(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        for _ in range(5):
            an_attempt(session, a_quiz(session, cast.hazel, class_id=card.id), cast.juniper)
    with database.reading() as session, statements_of(session) as sent:
        assert len(taking.quizzes_of_student(session, cast.juniper.id, now=NOW)) == 5
    assert len(sent) == 5
