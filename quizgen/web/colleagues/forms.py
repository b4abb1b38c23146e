"""The form that a colleague is invited by."""

from wtforms import RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired, Length

from quizgen.domain.banks.duty import Duty
from quizgen.services.wording import LONGEST_NAME
from quizgen.web.forms import Form

DUTY_WORDS = {
    Duty.AUTHOR: "Author: changes texts, claims and questions",
    Duty.REVIEWER: "Reviewer: uses or drops the questions that wait",
}


class InviteForm(Form):
    """Who, and for what."""

    username = StringField(
        "User name", [InputRequired("Type the user name."), Length(max=LONGEST_NAME, message="This is too long.")]
    )
    duty = RadioField(
        "May work as",
        choices=[SelectChoice(duty.value, words) for duty, words in DUTY_WORDS.items()],
        default=Duty.REVIEWER.value,
    )
