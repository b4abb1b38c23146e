"""What somebody types to get an account or to join a class."""

from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Regexp, ValidationError

from quizgen.services.wording import LONGEST_NAME, USERNAME, USERNAME_RULE, folded
from quizgen.web.forms import Form

SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 200


class CodeForm(Form):
    """A class code alone, for somebody who is signed in."""

    code = StringField("Class code", [DataRequired("Type the class code."), Length(max=LONGEST_NAME)])


class JoinForm(CodeForm):
    """A class code and a new account."""

    name = StringField(
        "Your name",
        [DataRequired("Type your name."), Length(max=LONGEST_NAME, message="Use at most %(max)d characters.")],
    )
    username = StringField(
        "User name",
        [
            DataRequired("Choose a user name."),
            Length(max=LONGEST_NAME, message="Use at most %(max)d characters."),
            Regexp(rf"{USERNAME}\Z", message=USERNAME_RULE),
        ],
    )
    password = PasswordField(
        "Password",
        [
            InputRequired("Choose a password."),
            Length(min=SHORTEST_PASSWORD, message="Use at least %(min)d characters."),
            Length(max=LONGEST_PASSWORD, message="Use at most %(max)d characters."),
        ],
    )

    def validate_password(self, field: PasswordField) -> None:
        """Refuse the password that everybody would try first."""
        if folded(field.data or "") in {folded(self.username.data or ""), folded(self.name.data or "")}:
            raise ValidationError("Choose a password that is not your name.")
