"""The forms for the rules of a quiz beyond its settings, and for exceptions from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from wtforms import RadioField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from quizgen.domain.attempts.policy import LONGEST_CODE, Closing, Layout, Navigation, Order, Policy, network
from quizgen.domain.attempts.reveal import PRESETS
from quizgen.domain.errors import BadInput
from quizgen.services.classes import RosterEntry
from quizgen.services.rules import LONGEST_NAME
from quizgen.web.fields import BoxesField, LocalTimeField, WholeField, between, refused
from quizgen.web.forms import Form
from quizgen.web.quizzes.forms import LONGEST_MINUTES, MOST_ATTEMPTS
from quizgen.web.quizzes.local_time import instant
from quizgen.web.rules.drawing import AS_IN_QUIZ, DrawnForm
from quizgen.web.rules.words import CLOSING_WORDS, LAYOUT_WORDS, NAVIGATION_WORDS, ORDER_WORDS
from quizgen.web.showing.words import REVEAL_WORDS

LONGEST_WAIT = 60 * 24 * 60
EVERYONE, CHOSEN = "everyone", "chosen"
_ENUMS: dict[str, type[StrEnum]] = {
    "closing": Closing,
    "order": Order,
    "layout": Layout,
    "navigation": Navigation,
}
LIFTED = {
    "opens": "It opens at once",
    "closes": "It does not close",
    "time_limit": "No time limit",
    "attempts": "As many attempts as they like",
    "wait": "No wait between attempts",
    "access_code": "No access code",
    "networks": "From any network",
}
_NOTHING: dict[str, object] = {"access_code": "", "networks": ()}


def choices(words: Mapping[Any, str], first: str = "") -> list[SelectChoice]:
    """Return the choices of a select; ``first`` stands before them as the empty one."""
    return [*([SelectChoice("", first)] if first else []), *(SelectChoice(each.value, words[each]) for each in words)]


def whole_networks(_form: Form, field: TextAreaField) -> None:
    """Refuse a line that names no network."""
    for text in _lines(field.data):
        if network(text) is None:
            raise ValidationError(f"{text!r} is no network. Write one such as 10.1.0.0/16, or a single address.")


def _wait(empty: str) -> WholeField:
    words = f"Choose from 1 to {LONGEST_WAIT:,} minutes, or leave it empty{empty}."
    return WholeField("Wait between attempts, in minutes", [between(1, LONGEST_WAIT, words)])


def _code() -> StringField:
    return StringField("Access code", [Length(max=LONGEST_CODE, message="Use at most %(max)d characters.")])


def _reveals() -> list[SelectChoice]:
    return [SelectChoice("", AS_IN_QUIZ), *(SelectChoice(name, REVEAL_WORDS[name]) for name in PRESETS)]


class MoreRulesForm(Form):
    """What few quizzes need: the meaning of closing, a wait, a code, networks, order, page, going back."""

    closing = SelectField("When it closes", choices=choices(CLOSING_WORDS))
    wait = _wait(" for none")
    access_code = _code()
    networks = TextAreaField("Networks it can be started from", [whole_networks])
    order = SelectField("Order of questions", choices=choices(ORDER_WORDS))
    layout = SelectField("Questions on a page", choices=choices(LAYOUT_WORDS))
    navigation = SelectField("Going back", choices=choices(NAVIGATION_WORDS))

    def show(self, policy: Policy) -> None:
        """Fill the form with the rules of a quiz."""
        for name in _ENUMS:
            self[name].data = getattr(policy, name).value
        self.wait.data = None if policy.wait is None else _minutes(policy.wait)
        self.access_code.data = policy.access_code
        self.networks.data = "\n".join(policy.networks)

    def policy(self, kept: Policy) -> Policy:
        """Return the rules of a valid form over ``kept``."""
        same = kept.wait is not None and self.wait.data == _minutes(kept.wait)
        wait = None if self.wait.data is None else timedelta(minutes=self.wait.data)
        return replace(
            kept,
            wait=kept.wait if same else wait,
            access_code=self.access_code.data or "",
            networks=_lines(self.networks.data),
            **{name: kind(self[name].data) for name, kind in _ENUMS.items()},
        )


class OverrideForm(DrawnForm):
    """An exception: for whom, and each rule of the quiz, which stays as in the quiz where nothing is said."""

    name = StringField(
        "Name of the exception",
        [
            DataRequired("Give the exception a name, such as Second sitting."),
            Length(max=LONGEST_NAME, message="Use at most %(max)d characters."),
        ],
    )
    who = RadioField(
        "For whom",
        choices=[SelectChoice(CHOSEN, "The students that are ticked"), SelectChoice(EVERYONE, "The whole class")],
        default=CHOSEN,
        validate_choice=True,
    )
    students = BoxesField("Students", coerce=int)
    opens = LocalTimeField("Opens")
    closes = LocalTimeField("Closes")
    closing = SelectField("When it closes", choices=choices(CLOSING_WORDS, AS_IN_QUIZ), default="")
    minutes = WholeField(
        "Time limit in minutes", [between(1, LONGEST_MINUTES, f"Choose from 1 to {LONGEST_MINUTES:,} minutes.")]
    )
    attempts = WholeField(
        "Attempts for each student", [between(1, MOST_ATTEMPTS, f"Choose from 1 to {MOST_ATTEMPTS}.")]
    )
    wait = _wait("")
    access_code = _code()
    networks = TextAreaField("Networks it can be started from", [whole_networks])
    order = SelectField("Order of questions", choices=choices(ORDER_WORDS, AS_IN_QUIZ), default="")
    layout = SelectField("Questions on a page", choices=choices(LAYOUT_WORDS, AS_IN_QUIZ), default="")
    navigation = SelectField("Going back", choices=choices(NAVIGATION_WORDS, AS_IN_QUIZ), default="")
    reveal = SelectField("They see", choices=_reveals(), default="")
    lifted = BoxesField("What does not hold for them", choices=[SelectChoice(*each) for each in LIFTED.items()])

    def offer(self, roster: Sequence[RosterEntry]) -> None:
        """Give the students of the class to tick."""
        self.students.choices = [SelectChoice(entry.id, entry.name) for entry in roster]

    def concerned(self) -> tuple[int, ...] | None:
        """Return the students that it is for; None: the whole class."""
        return None if self.who.data == EVERYONE else tuple(self.students.data or ())

    def changes(self, zone: str) -> dict[str, Any] | None:
        """Return the changed fields of a valid form, or None with a sentence beside what cannot be meant."""
        lengths: dict[str, Callable[[int], object]] = {"time_limit": _length, "attempts": int, "wait": _length}
        typed: dict[str, Any] = {
            "opens": self._instant(self.opens, zone, later=False),
            "closes": self._instant(self.closes, zone, later=True),
            "access_code": self.access_code.data or None,
            "networks": _lines(self.networks.data) or None,
            "reveal": PRESETS.get(self.reveal.data or ""),
            **{name: kind(self[name].data) if self[name].data else None for name, kind in _ENUMS.items()},
        }
        for name, read in lengths.items():
            number = self.field_of(name).data
            typed[name] = None if number is None else read(number)
        changed = {name: value for name, value in typed.items() if value is not None} | self.drawn_changes()
        for name in self.lifted.data or ():
            if name in changed:
                refused(self.field_of(name), "Say what holds, or tick below that nothing does; not both.")
            changed[name] = _NOTHING.get(name)
        if self.who.data == CHOSEN and not self.students.data:
            refused(self.students, "Tick at least one student, or choose the whole class.")
        if not self.errors and not changed:
            self.form_errors.append("Change at least one rule; everything here is as in the quiz.")
        return None if self.errors else changed

    def field_of(self, name: str) -> Any:
        """Return the field in which a rule is typed."""
        return self["minutes" if name == "time_limit" else name]

    @staticmethod
    def _instant(field: LocalTimeField, zone: str, *, later: bool) -> datetime | None:
        if field.data is None:
            return None
        try:
            return instant(field.data, zone, later=later)
        except BadInput as error:
            refused(field, str(error))
            return None


def _lines(text: str | None) -> tuple[str, ...]:
    parts = (text or "").replace(",", "\n").splitlines()
    return tuple(part.strip() for part in parts if part.strip())


def _minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


def _length(minutes: int) -> timedelta:
    return timedelta(minutes=minutes)
