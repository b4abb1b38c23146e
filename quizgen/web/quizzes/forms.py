"""The forms for the rules of a quiz, and for publishing one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from wtforms import SelectChoice, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import PRESETS, When
from quizgen.domain.banks.blueprint import SHARES, Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadInput
from quizgen.domain.items.item import EASIEST, HARDEST, Basis
from quizgen.services.classes import ClassCard
from quizgen.services.quizzes import Quiz
from quizgen.services.wording import LONGEST_TITLE
from quizgen.web.banks.choices import HARDER_FIRST, LEVELS, SHARES_SUM
from quizgen.web.banks.wording import counted, kind_words
from quizgen.web.fields import BoxesField, LocalTimeField, WholeField, between, refused
from quizgen.web.forms import Form
from quizgen.web.quizzes.local_time import instant, local_time, zone_words
from quizgen.web.showing.words import REVEAL_WORDS

LONGEST_MINUTES, MOST_ATTEMPTS, MOST_QUESTIONS = 24 * 60, 100, 100_000
USUAL_COUNT, USUAL_MINUTES = 12, 20
_PERCENT = between(0, 100, "From 0 to 100.")
BASIS_WORDS = {"": "The passage and evidence", Basis.PASSAGE: "The passage alone", Basis.EVIDENCE: "Evidence alone"}


class RulesForm(Form):
    """What a teacher may change at any time: title, times, limit, attempts."""

    title = StringField(
        "Title",
        [DataRequired("Give the quiz a title."), Length(max=LONGEST_TITLE, message="Use at most %(max)d characters.")],
    )
    minutes = WholeField(
        "Time limit in minutes",
        [between(1, LONGEST_MINUTES, f"Choose from 1 to {LONGEST_MINUTES:,} minutes, or leave it empty for none.")],
    )
    opens = LocalTimeField("Opens")
    closes = LocalTimeField("Closes")
    attempts = WholeField(
        "Attempts for each student",
        [between(1, MOST_ATTEMPTS, f"Choose from 1 to {MOST_ATTEMPTS}, or leave it empty for as many as they like.")],
    )

    def show(self, quiz: Quiz) -> None:
        """Fill the form with the rules of a quiz, times in the zone of its class."""
        policy = quiz.policy
        self.title.data = quiz.title
        self.minutes.data = None if policy.time_limit is None else int(policy.time_limit.total_seconds() // 60)
        self.opens.data = None if policy.opens is None else local_time(policy.opens, quiz.time_zone)
        self.closes.data = None if policy.closes is None else local_time(policy.closes, quiz.time_zone)
        self.attempts.data = policy.attempts

    def policy(self, zone: str, *, kept: Policy | None = None) -> Policy | None:
        """Return the rules of a valid form, or None with a sentence beside each field that cannot be meant.

        What the form still says as ``kept`` was shown stays as it was, to the second.
        """
        kept = kept or Policy()
        policy = replace(
            kept,
            opens=self._instant(self.opens, zone, kept.opens, later=False),
            closes=self._instant(self.closes, zone, kept.closes, later=True),
            time_limit=self._limit(kept.time_limit),
            attempts=self.attempts.data,
        )
        if not self.errors and policy.opens and policy.closes and policy.closes <= policy.opens:
            refused(self.closes, "The quiz must close after it opens.")
        if policy.reveal.uses(When.AFTER_CLOSING) and self.closes.data is None:
            refused(self.closes, "Answers are to be shown when the quiz has closed, so it needs a time for that.")
        return None if self.errors else policy

    def check_window(self, policy: Policy, now: datetime) -> bool:
        """Tell whether the quiz can be sat at all, with a sentence beside the field when it cannot."""
        if policy.closes is not None and policy.closes <= now:
            refused(self.closes, "That time is over: nobody could sit the quiz. Choose a later one.")
        return not self.errors

    def _limit(self, kept: timedelta | None) -> timedelta | None:
        minutes = self.minutes.data
        if kept is not None and minutes == int(kept.total_seconds() // 60):
            return kept
        return None if minutes is None else timedelta(minutes=minutes)

    @staticmethod
    def _instant(field: LocalTimeField, zone: str, kept: datetime | None, *, later: bool) -> datetime | None:
        if field.data is None:
            return None
        if kept is not None and field.data == local_time(kept, zone):
            return kept
        try:
            return instant(field.data, zone, later=later)
        except BadInput as error:
            refused(field, str(error))
            return None


class PublishForm(RulesForm):
    """The rules, the class, and what to draw from the bank."""

    class_id = SelectField("Class", coerce=int)
    count = WholeField(
        "How many",
        [InputRequired("Say how many questions."), between(1, MOST_QUESTIONS, "Choose at least one question.")],
    )
    kinds = BoxesField("Kinds of question")
    basis = SelectField("Judged by")
    reveal = SelectField("Students see", choices=[SelectChoice(name, REVEAL_WORDS[name]) for name in PRESETS])
    true = WholeField("True", [_PERCENT])
    false = WholeField("False", [_PERCENT])
    unverified = WholeField("Unverified", [_PERCENT])
    easiest = SelectField("From", coerce=int, choices=LEVELS, default=EASIEST)
    hardest = SelectField("To", coerce=int, choices=LEVELS, default=HARDEST)

    def offer(self, classes: Sequence[ClassCard], kinds: Sequence[str], bases: Sequence[Basis]) -> None:
        """Give the choices: the teacher's classes, and the kinds and bases that the bank has ready."""
        self.class_id.choices = [SelectChoice(card.id, _class_words(card)) for card in classes]
        self.kinds.choices = [SelectChoice(kind, kind_words(kind)) for kind in kinds]
        offered = ["", *bases] if len(bases) > 1 else [""]
        self.basis.choices = [SelectChoice(basis, BASIS_WORDS[basis]) for basis in offered]

    def start(self, title: str, most: int, class_id: int | None) -> None:
        """Fill an empty form with what most teachers want; ``class_id`` is chosen when it is among the classes."""
        if any(class_id == choice.value for choice in self.class_id.choices):
            self.class_id.data = class_id
        self.title.data = title[:LONGEST_TITLE]
        self.count.data = min(USUAL_COUNT, most)
        self.minutes.data = USUAL_MINUTES
        self.attempts.data = 1
        self.kinds.data = [choice.value for choice in self.kinds.choices]
        self.basis.data = ""
        for verdict, field in self.share_fields().items():
            field.data = SHARES[verdict]

    def policy(self, zone: str, *, kept: Policy | None = None) -> Policy | None:
        """Return the rules with what students see; the rest as for any rules."""
        return super().policy(zone, kept=replace(kept or Policy(), reveal=PRESETS[self.reveal.data]))

    def blueprint(self) -> Blueprint:
        """Return what to draw; all kinds ticked means any, so that kinds added later count too."""
        chosen = tuple(self.kinds.data or ())
        any_kind = len(self.kinds.choices) < 2 or len(chosen) == len(self.kinds.choices)
        basis = Basis(self.basis.data) if self.basis.data else None
        return Blueprint(
            self.count.data,
            None if any_kind else chosen,
            basis,
            shares=self.shares(),
            easiest=self.easiest.data,
            hardest=self.hardest.data,
        )

    def share_fields(self) -> dict[Verdict, WholeField]:
        """Return the fields of the three shares."""
        return {Verdict.TRUE: self.true, Verdict.FALSE: self.false, Verdict.UNVERIFIED: self.unverified}

    def shares(self) -> dict[Verdict, int]:
        """Return the shares; all three empty are the usual ones."""
        typed = {verdict: field.data for verdict, field in self.share_fields().items()}
        if all(share is None for share in typed.values()):
            return dict(SHARES)
        return {verdict: share or 0 for verdict, share in typed.items()}

    @property
    def opened(self) -> bool:
        """Tell whether something that lies folded is not as usual, or is to be mended."""
        folded = (self.true, self.false, self.unverified, self.easiest, self.hardest)
        bounds = (self.easiest.data, self.hardest.data)
        return self.shares() != SHARES or bounds != (EASIEST, HARDEST) or any(field.errors for field in folded)

    def validate(self, extra_validators: Any = None) -> bool:
        """Tell whether every field can be read, and at least one kind is ticked where there are several."""
        sound: bool = super().validate(extra_validators)
        if len(self.kinds.choices) > 1 and not self.kinds.data:
            sound = refused(self.kinds, "Tick at least one kind.")
        made = sum(self.shares().values())
        if made != 100 and not any(field.errors for field in self.share_fields().values()):
            sound = refused(self.unverified, SHARES_SUM.format(sum=made))
        if (self.easiest.data or EASIEST) > (self.hardest.data or HARDEST):
            sound = refused(self.hardest, HARDER_FIRST)
        return sound

    def check_count(self, most: int) -> bool:
        """Tell whether the bank can give so many questions, with a sentence beside the field when it cannot."""
        if not most:
            field = self.kinds if len(self.kinds.choices) > 1 else self.count
            refused(field, "The bank has no ready question of this choice.")
        elif not 1 <= self.count.data <= most:
            refused(self.count, f"Choose from 1 to {most:,}: with this choice the bank gives no more at once.")
        return not self.errors


def _class_words(card: ClassCard) -> str:
    return f"{card.name} ({counted(card.students, 'student')}, {zone_words(card.time_zone)} time)"
