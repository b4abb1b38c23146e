"""The form of a teacher's act: which one, how many minutes, and why."""

from collections.abc import Sequence
from datetime import timedelta

from wtforms import RadioField, StringField
from wtforms.validators import InputRequired, Length

from quizgen.domain.attempts.act import WITH_TIME, Act
from quizgen.domain.attempts.timing import NO_TIME
from quizgen.services.acting import LONGEST_REASON
from quizgen.web.fields import WholeField, between
from quizgen.web.forms import Form

ACT_WORDS = {
    Act.EXTEND: "Give more time",
    Act.PAUSE: "Pause: the clock stands still",
    Act.RESUME: "Go on: the clock runs again",
    Act.HAND_IN: "Hand in now what is saved",
    Act.REOPEN: "Reopen: the student goes on with the time that was left",
    Act.VOID: "Void: the attempt counts for nothing",
    Act.RESTORE: "Make it count again",
}
MINUTES = between(1, 600, "Give from 1 to 600 minutes.")


class ActForm(Form):
    """One act with its reason; ``minutes`` belong to more time and to reopening."""

    act = RadioField("What to do", validators=[InputRequired("Choose what to do.")])
    minutes = WholeField("Minutes", validators=[MINUTES])
    reason = StringField(
        "Reason",
        validators=[
            InputRequired("Give a reason; it is kept with what you do."),
            Length(max=LONGEST_REASON, message=f"At most {LONGEST_REASON} characters are kept."),
        ],
    )

    def offer(self, acts: Sequence[Act], chosen: str | None) -> None:
        """Offer these acts, one of them chosen where it was asked for or is the only one."""
        self.act.choices = [(act.value, ACT_WORDS[act]) for act in acts]
        if chosen in list(acts) or len(acts) == 1:
            self.act.data = chosen if chosen in list(acts) else acts[0].value

    @property
    def wanted(self) -> Act:
        """Return the act of a valid form."""
        return Act(self.act.data)

    @property
    def extra(self) -> timedelta:
        """Return the time that the act gives; minutes beside another act are not meant."""
        return timedelta(minutes=self.minutes.data or 0) if self.wanted in WITH_TIME else NO_TIME
