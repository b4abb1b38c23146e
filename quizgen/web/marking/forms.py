"""The form for how a quiz is marked."""

from wtforms import RadioField, SelectChoice, StringField, SubmitField
from wtforms.validators import Length

from quizgen.domain.scoring.correcting import Intention, RuleChange
from quizgen.domain.scoring.rules import MarkingRules
from quizgen.services.regrading import LONGEST_REASON
from quizgen.web.forms import Form
from quizgen.web.marking.words import PRESET_WORDS, PRESETS, preset_of

INTENTION_WORDS = {
    Intention.NEW: "Mark them anew",
    Intention.EITHER: "Mark them anew, and let each question keep its old mark where that is better",
    Intention.LEAVE: "Leave their marks; the new rules are for whoever hands in from now on",
}


class MarkingForm(Form):
    """A preset, and what happens to those who have handed in."""

    choice = RadioField("Answers are marked", choices=[SelectChoice(*each) for each in PRESET_WORDS.items()])
    intention = RadioField(
        "Those who have handed in",
        choices=[SelectChoice(intention.value, words) for intention, words in INTENTION_WORDS.items()],
        default=Intention.NEW.value,
    )
    reason = StringField("Reason", validators=[Length(max=LONGEST_REASON, message="At most 300 characters.")])
    look = SubmitField("See who gains and loses")
    apply = SubmitField("Apply")

    def show(self, rules: MarkingRules) -> None:
        """Fill the form with what holds."""
        self.choice.data = preset_of(rules)

    @property
    def wanted(self) -> RuleChange:
        """Return what a valid form says."""
        return RuleChange(PRESETS[self.choice.data], Intention(self.intention.data))
