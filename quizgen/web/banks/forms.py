"""The form for a new bank."""

from pathlib import PurePath
from typing import Any

from flask_wtf.file import FileField
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from quizgen.domain.errors import BadText
from quizgen.reading.files import READABLE
from quizgen.services.wording import LONGEST_TITLE
from quizgen.web.forms import Form

PASTED = "pasted.txt"
LONGEST_FILE_NAME = 100
NOTHING = "Choose a file, or paste the text here."
BOTH = "Give either a file or a pasted text. Choose the file again, or empty this field."
OTHER_FILE = "This file cannot be read. Bring text, Markdown, a web page, Word, PDF or EPUB, or paste the words."


class NewBankForm(Form):
    """A title if wanted, and a text: as a file or pasted."""

    title = StringField("Title", [Length(max=LONGEST_TITLE, message=f"At most {LONGEST_TITLE} characters.")])
    file = FileField("Drop a file here")
    text = TextAreaField("Or paste the text")

    def validate(self, extra_validators: Any = None) -> bool:
        """Tell whether there is exactly one text, in a form that can be read."""
        sound: bool = super().validate(extra_validators)
        pasted, name = bool((self.text.data or "").strip()), self._file_name()
        if name and pasted:
            return self._refused(self.text, BOTH)
        if not name and not pasted:
            return self._refused(self.text, NOTHING)
        if name and PurePath(name).suffix.lower() not in READABLE:
            return self._refused(self.file, OTHER_FILE)
        return sound

    def source(self) -> tuple[bytes, str]:
        """Return the text's bytes and the name of its file; reads the upload."""
        name = self._file_name()
        if name:
            return self.file.data.read(), name
        return (self.text.data or "").replace("\r\n", "\n").encode(errors="replace"), PASTED

    def refuse(self, error: BadText) -> None:
        """Put the sentence beside the field that the text came from."""
        self._refused(self.file if self._file_name() else self.text, str(error))

    def _file_name(self) -> str:
        """Return the name of the chosen file without its folders, "" when none was chosen."""
        given = self.file.data.filename if self.file.data else ""
        path = PurePath((given or "").replace("\\", "/"))
        return f"{path.stem[:LONGEST_FILE_NAME]}{path.suffix[:LONGEST_FILE_NAME]}"

    @staticmethod
    def _refused(field: Any, sentence: str) -> bool:
        field.errors = (*field.errors, sentence)
        return False
