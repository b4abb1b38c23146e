"""The one place that decides who may do what: a view says its rule, and without a rule nobody enters."""

from collections.abc import Callable
from typing import TypeVar

from flask import current_app, request
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound as NoSuchPage

from quizgen.domain.errors import NotFound
from quizgen.domain.people import Person
from quizgen.services import permissions
from quizgen.web.transaction import transactions

View = TypeVar("View", bound=Callable[..., object])
Question = Callable[[Session, int, int], bool]

RULE = "access_rule"
LARGEST_ID = 2**31 - 1


class Rule:
    """Who may use a route: a name for the route table, and what must hold of the person and the thing."""

    def __init__(
        self,
        name: str,
        *,
        signed_in: bool = True,
        teaches: bool = False,
        thing: str = "",
        holds: Question | None = None,
    ) -> None:
        self.name, self.signed_in, self.teaches, self.thing, self.holds = name, signed_in, teaches, thing, holds

    def __call__(self, view: View) -> View:
        """Declare the rule of a view."""
        setattr(view, RULE, self)
        return view

    def allows(self, person: Person | None, ids: dict[str, int]) -> bool:
        """Tell whether the person may go on; ``ids`` are the arguments of the route."""
        if not self.signed_in:
            return True
        if person is None or (self.teaches and not person.teaches):
            return False
        if self.holds is None:
            return True
        with transactions().apart() as session:
            return self.holds(session, person.id, ids[self.thing])


anyone = Rule("anyone", signed_in=False)
signed_in = Rule("anyone signed in")
teachers = Rule("teachers", teaches=True)
teacher_of_class = Rule("teacher of the class", teaches=True, thing="class_id", holds=permissions.teaches_class)
teacher_of_quiz = Rule("teacher of the quiz", teaches=True, thing="quiz_id", holds=permissions.teaches_quiz)
reader_of_bank = Rule("teacher who may read the bank", teaches=True, thing="bank_id", holds=permissions.reads_bank)
reviewer_of_bank = Rule(
    "owner, author or reviewer of the bank", teaches=True, thing="bank_id", holds=permissions.reviews_bank
)
author_of_bank = Rule("owner or author of the bank", teaches=True, thing="bank_id", holds=permissions.edits_bank)
owner_of_bank = Rule("teacher whose bank it is", teaches=True, thing="bank_id", holds=permissions.owns_bank)
owner_of_job = Rule("teacher who asked for the bank", teaches=True, thing="job_id", holds=permissions.owns_job)
owner_of_import = Rule("teacher who brought the file", teaches=True, thing="import_id", holds=permissions.owns_import)
teacher_of_attempt = Rule("teacher of the attempt", teaches=True, thing="attempt_id", holds=permissions.teaches_attempt)
student_of_quiz = Rule("student of the quiz's class", thing="quiz_id", holds=permissions.studies_quiz)
student_of_bank = Rule("student who may practise the bank", thing="bank_id", holds=permissions.practises_bank)
owner_of_review = Rule("student whose answer in practice it is", thing="review_id", holds=permissions.owns_review)
owner_of_attempt = Rule("student whose attempt it is", thing="attempt_id", holds=permissions.owns_attempt)


def _reader_of_attempt(session: Session, person: int, attempt_id: int) -> bool:
    return permissions.owns_attempt(session, person, attempt_id) or permissions.teaches_attempt(
        session, person, attempt_id
    )


reader_of_attempt = Rule("the student or their teacher", thing="attempt_id", holds=_reader_of_attempt)

LIBRARY_ROUTES: dict[str, Rule] = {
    "static": anyone,
    "bootstrap.static": anyone,
    "security.login": anyone,
    "security.logout": anyone,
}


class Gate:
    """Asks the rule of the route before any view runs."""

    def check(self) -> None:
        """Let the request pass, send the person to sign in, or say that there is no such thing.

        A thing that is not yours answers exactly like one that is not there.
        """
        if request.endpoint is None:
            return
        rule = rule_of(request.endpoint)
        if rule is None:
            raise NoSuchPage
        person, ids = current_person(), dict(request.view_args or {})
        too_large = any(isinstance(value, int) and value > LARGEST_ID for value in ids.values())
        if not too_large and rule.allows(person, ids):
            return
        if person is None:
            raise SignInFirst
        raise NotFound("There is no such page for you.")


class SignInFirst(Exception):
    """Nobody is signed in, and the route is not for everybody."""


def rule_of(endpoint: str) -> Rule | None:
    """Return the rule that the route's view declares, or the one listed for a library's route."""
    view = current_app.view_functions.get(endpoint)
    return LIBRARY_ROUTES.get(endpoint) or getattr(view, RULE, None)


def current_person() -> Person | None:
    """Return who is signed in, or None."""
    return current_user.person if current_user and current_user.is_authenticated else None


def may(rule: Rule, **ids: int) -> bool:
    """Tell whether whoever is signed in may do what the rule guards: for what a page offers, and for several things."""
    return rule.allows(current_person(), ids)


def me() -> Person:
    """Return who is signed in, for views whose rule says that somebody is."""
    person = current_person()
    if person is None:
        raise SignInFirst
    return person
