"""The part of an exception that says what is drawn for some students."""

from collections.abc import Sequence
from typing import Any

from wtforms import SelectChoice, SelectField

from quizgen.domain.claims.claim import Verdict
from quizgen.web.banks.choices import HARDER_FIRST, LEVELS, SHARES_SUM
from quizgen.web.banks.wording import kind_words
from quizgen.web.fields import BoxesField, WholeField, between, refused
from quizgen.web.forms import Form
from quizgen.web.quizzes.forms import MOST_QUESTIONS

AS_IN_QUIZ = "As in the quiz"
_PERCENT = between(0, 100, "From 0 to 100.")


def _level(label: str) -> SelectField:
    choices = [SelectChoice("", AS_IN_QUIZ), *(SelectChoice(str(each.value), each.label) for each in LEVELS)]
    return SelectField(label, choices=choices, default="")


class DrawnForm(Form):
    """How many questions, of which kinds and keys, how difficult: where nothing is said, as in the quiz."""

    count = WholeField("How many questions", [between(1, MOST_QUESTIONS, "Choose at least one question.")])
    kinds = BoxesField("Kinds of question")
    true = WholeField("True", [_PERCENT])
    false = WholeField("False", [_PERCENT])
    unverified = WholeField("Unverified", [_PERCENT])
    easiest = _level("From")
    hardest = _level("To")

    def offer_kinds(self, kinds: Sequence[str]) -> None:
        """Give the kinds that the bank has ready to tick."""
        self.kinds.choices = [SelectChoice(kind, kind_words(kind)) for kind in kinds]

    def drawn_fields(self) -> tuple[Any, ...]:
        """Return every field of this part."""
        return (self.count, self.kinds, *self.share_fields().values(), self.easiest, self.hardest)

    def share_fields(self) -> dict[Verdict, WholeField]:
        """Return the fields of the three shares."""
        return {Verdict.TRUE: self.true, Verdict.FALSE: self.false, Verdict.UNVERIFIED: self.unverified}

    def drawn_changes(self) -> dict[str, Any]:
        """Return the changed fields of the blueprint; a sentence stands beside what cannot be meant."""
        found: dict[str, Any] = {}
        if self.count.data is not None:
            found["count"] = self.count.data
        if self.kinds.data:
            every = len(self.kinds.data) == len(self.kinds.choices)
            found["kinds"] = None if every else tuple(self.kinds.data)
        typed = {verdict: field.data for verdict, field in self.share_fields().items()}
        if any(share is not None for share in typed.values()):
            found["shares"] = {verdict: share or 0 for verdict, share in typed.items()}
            if (made := sum(found["shares"].values())) != 100:
                refused(self.unverified, SHARES_SUM.format(sum=made))
        for name in ("easiest", "hardest"):
            if self[name].data:
                found[name] = int(self[name].data)
        if found.get("easiest", 0) > found.get("hardest", found.get("easiest", 0)):
            refused(self.hardest, HARDER_FIRST)
        return found

    def check_count(self, most: int) -> bool:
        """Tell whether the bank can give so many questions, with a sentence beside the field when it cannot."""
        if self.count.data is not None and self.count.data > most:
            refused(self.count, f"Choose from 1 to {most:,}: with this choice the bank gives no more at once.")
        return not self.errors
