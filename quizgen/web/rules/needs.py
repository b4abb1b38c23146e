"""The form for what a student needs in every quiz."""

from datetime import timedelta
from fractions import Fraction

from wtforms import BooleanField, SelectChoice, SelectField

from quizgen.domain.attempts.accommodation import LONGEST_BREAKS, MOST_EXTRA_TIME, Accommodation
from quizgen.web.fields import WholeField, between, refused
from quizgen.web.forms import Form

OTHER = "other"
MOST_PERCENT = int((MOST_EXTRA_TIME - 1) * 100)
MOST_MINUTES = LONGEST_BREAKS // timedelta(minutes=1)
_USUAL = {
    Fraction(1): "None",
    Fraction(11, 10): "10 % more",
    Fraction(5, 4): "25 % more",
    Fraction(4, 3): "A third more",
    Fraction(3, 2): "50 % more, half as much again",
    Fraction(2): "100 % more, twice the time",
}


class NeedsForm(Form):
    """Extra time, breaks, no countdown, larger type."""

    extra_time = SelectField(
        "Extra time",
        choices=[
            *(SelectChoice(str(factor), words) for factor, words in _USUAL.items()),
            SelectChoice(OTHER, "Another percentage"),
        ],
    )
    percent = WholeField(
        "Another percentage", [between(1, MOST_PERCENT, f"Choose from 1 to {MOST_PERCENT}: 40 makes 84 of 60 minutes.")]
    )
    breaks = WholeField(
        "Minutes of breaks in one attempt, all together",
        [between(0, MOST_MINUTES, f"Choose from 0 to {MOST_MINUTES} minutes.")],
    )
    no_countdown = BooleanField("No countdown on the quiz page")
    larger_type = BooleanField("Larger type on the quiz page")

    def show(self, needs: Accommodation) -> None:
        """Fill the form with what is set."""
        usual = needs.extra_time in _USUAL
        self.extra_time.data = str(needs.extra_time) if usual else OTHER
        self.percent.data = None if usual else int((needs.extra_time - 1) * 100)
        self.breaks.data = needs.breaks // timedelta(minutes=1)
        self.no_countdown.data, self.larger_type.data = needs.no_countdown, needs.larger_type

    def needs(self) -> Accommodation | None:
        """Return what a valid form says, or None with a sentence beside the field that cannot be meant."""
        other = self.extra_time.data == OTHER
        if other and self.percent.data is None:
            refused(self.percent, "Type the percentage, such as 40.")
        if not other and self.percent.data is not None:
            refused(self.percent, "Choose Another percentage above, or leave this empty.")
        if self.errors:
            return None
        factor = 1 + Fraction(self.percent.data, 100) if other else Fraction(self.extra_time.data)
        breaks = timedelta(minutes=self.breaks.data or 0)
        return Accommodation(factor, breaks, bool(self.no_countdown.data), bool(self.larger_type.data))
