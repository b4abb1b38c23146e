"""The forms that texts come in by: one or several files, a pasted text, or both."""

from collections.abc import Iterator
from pathlib import PurePath

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from quizgen.domain.errors import BadText
from quizgen.reading.files import READABLE
from quizgen.services import drafting
from quizgen.services.drafting import Brought
from quizgen.services.wording import LONGEST_TITLE
from quizgen.web.fields import refused
from quizgen.web.forms import Form

PASTED = "pasted.txt"
LONGEST_FILE_NAME = 100
NOTHING = "Choose a file, or paste a text here."
OTHER_FILE = "This file cannot be read. Bring text, Markdown, a web page, Word, PDF or EPUB, or paste the words."


class BringForm(Form):
    """Texts, each read by itself: what cannot be read is told beside its field, and the others are there."""

    files = MultipleFileField("Drop files here")
    text = TextAreaField("Or paste the text")

    @property
    def brings(self) -> bool:
        """Tell whether anything was brought."""
        return bool((self.text.data or "").strip()) or any(True for _ in self._chosen())

    def read(self) -> list[Brought]:
        """Return the texts that can be read, files first, and put the reason beside the field of each other one."""
        chosen = list(self._chosen())
        found = []
        for name, file in chosen:
            try:
                if PurePath(name).suffix.lower() not in READABLE:
                    raise BadText(OTHER_FILE)
                found.append(drafting.bring(file.read(), name=name))
            except BadText as error:
                refused(self.files, f"{name}: {error}" if len(chosen) > 1 else str(error))
        pasted = (self.text.data or "").replace("\r\n", "\n")
        if pasted.strip():
            try:
                found.append(drafting.bring(pasted.encode(errors="replace"), name=PASTED))
            except BadText as error:
                refused(self.text, str(error))
        return found

    def _chosen(self) -> Iterator[tuple[str, FileStorage]]:
        """Yield the chosen files with their names, without folders."""
        for file in self.files.data or ():
            path = PurePath((getattr(file, "filename", "") or "").replace("\\", "/"))
            if path.name:
                yield f"{path.stem[:LONGEST_FILE_NAME]}{path.suffix[:LONGEST_FILE_NAME]}", file


class NewBankForm(BringForm):
    """A title if wanted, and texts."""

    title = StringField("Title", [Length(max=LONGEST_TITLE, message=f"At most {LONGEST_TITLE} characters.")])
