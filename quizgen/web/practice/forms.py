"""What a student answers in practice, and how a teacher opens a bank for it."""

from collections.abc import Collection, Sequence

from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, NumberRange

from quizgen.services.classes import ClassCard
from quizgen.services.practice_openings import MOST_NEW_A_DAY, USUAL_NEW_A_DAY, Opening
from quizgen.web.access import LARGEST_ID
from quizgen.web.fields import BoxesField, WholeField, between
from quizgen.web.forms import Form


class PracticeAnswerForm(Form):
    """One answer: the item, for which time it is asked, and the response.

    Kinds with several controls send ``response`` several times. ``go`` is ``check``, or ``show`` for one who does not
    know.
    """

    item = StringField(validators=[InputRequired()])
    number = IntegerField(validators=[InputRequired(), NumberRange(1, LARGEST_ID)])
    response = StringField()
    go = StringField()

    @property
    def raw_response(self) -> str:
        """Return the values of the controls, joined by blanks; "" for one who wants to be shown the answer."""
        return "" if self.go.data == "show" else " ".join(self.response.raw_data or ())


class OpeningForm(Form):
    """The classes that may practise a bank, and how many new questions a day."""

    classes = BoxesField("Classes that may practise it", coerce=int)
    new_a_day = WholeField(
        "New questions a day",
        [
            InputRequired("Say how many."),
            between(1, MOST_NEW_A_DAY, f"Choose from 1 to {MOST_NEW_A_DAY}."),
        ],
    )

    def offer(self, classes: Sequence[ClassCard]) -> None:
        """Offer the teacher's classes."""
        self.classes.choices = [(card.id, card.name) for card in classes]

    def show(self, openings: Collection[Opening]) -> None:
        """Fill the form with what holds."""
        self.classes.data = [opening.class_id for opening in openings]
        self.new_a_day.data = max((opening.new_a_day for opening in openings), default=USUAL_NEW_A_DAY)
