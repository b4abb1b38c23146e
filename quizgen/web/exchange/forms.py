"""The form that a file of a bank comes in by."""

import unicodedata
from collections.abc import Sequence
from pathlib import PurePath

from flask_wtf.file import FileField
from wtforms import SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from quizgen.domain.errors import BadBank, BadInput
from quizgen.services import importing
from quizgen.services.banks import BankCard
from quizgen.services.importing import Looked
from quizgen.services.wording import LONGEST_TITLE
from quizgen.web.fields import refused
from quizgen.web.forms import Form

NEW = 0
LONGEST_FILE_NAME = 100
LONGEST_TEXT = 500_000
MOST_TOLD = 5
NOTHING = "Choose a file."
NO_TITLE = "Give the new bank a title: a file of questions has none."


class ImportForm(Form):
    """A file, the bank it goes into, and for single questions without a bank a title and the text they are about."""

    file = FileField("File")
    target = SelectField("Keep it as", coerce=int, choices=[], default=NEW, validate_choice=False)
    title = StringField("Title", [Length(max=LONGEST_TITLE, message=f"At most {LONGEST_TITLE} characters.")])
    text = TextAreaField("Text", [Length(max=LONGEST_TEXT, message=f"At most {LONGEST_TEXT:,} characters.")])

    def offer(self, own: Sequence[BankCard]) -> None:
        """Give the choices: a new bank, or a new version of one of the teacher's own."""
        choices = [SelectChoice(card.id, f"New version of: {card.title}") for card in own]
        self.target.choices = [SelectChoice(NEW, "A new bank"), *choices]

    def names_target(self) -> bool:
        """Tell whether the chosen bank is one that was offered."""
        known = self.target.data in [choice.value for choice in self.target.choices]
        return known or refused(self.target, "Choose a bank of yours.")

    def look(self) -> Looked | None:
        """Return what the file of a valid form says, or None with the reason beside the field."""
        upload = self.file.data
        path = PurePath(_seen(getattr(upload, "filename", "") or "").replace("\\", "/"))
        if not path.name:
            refused(self.file, NOTHING)
            return None
        name = f"{path.stem[:LONGEST_FILE_NAME]}{path.suffix[:LONGEST_FILE_NAME]}"
        if importing.is_items(name) and self.target.data == NEW and not self.title.data:
            refused(self.title, NO_TITLE)
            return None
        with upload.stream as file:
            data = file.read()
        try:
            return importing.look(data, name=name)
        except BadBank as error:
            told = [str(problem) for problem in error.problems[:MOST_TOLD]]
            refused(self.file, f"{name}: {'. '.join(told)}.")
        except BadInput as error:
            refused(self.file, str(error))
        return None


def _seen(name: str) -> str:
    """Return the name of a file without what nobody sees in it, which not every database keeps."""
    return "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cs"))
