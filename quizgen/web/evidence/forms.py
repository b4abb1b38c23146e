"""The form for reference texts: up to three at a time, each a file or a pasted text, with what is said of it."""

from pathlib import PurePath
from typing import Any

from flask_wtf.file import FileField
from wtforms import Form as PlainForm
from wtforms import FormField, StringField, TextAreaField

from quizgen.domain.errors import BadInput
from quizgen.reading.files import READABLE
from quizgen.services import drafting, evidence
from quizgen.services.evidence import Cited
from quizgen.services.wording import LONGEST_TITLE
from quizgen.web.fields import WholeField, between, refused
from quizgen.web.forms import Form, trimmed

PASTED = "pasted.txt"
LONGEST_FILE_NAME = 100
NOTHING = "Choose a file, or paste the text here."
BOTH = "Give either a file or a pasted text. Choose the file again, or empty this field."
OTHER_FILE = "This file cannot be read. Bring text, Markdown, a web page, Word, PDF or EPUB, or paste the words."
NO_YEAR = "A year runs from 1 to 9999; leave it empty when it is not known."
NO_TITLE = "Give the title of the text."
LATEST_YEAR = 9999


class ReferenceFields(PlainForm):
    """One reference text."""

    title = StringField("Title", filters=[trimmed])
    publisher = StringField("Publisher", filters=[trimmed])
    year = WholeField("Year", [between(1, LATEST_YEAR, NO_YEAR)])
    address = StringField("Address on the web", filters=[trimmed])
    file = FileField("File")
    text = TextAreaField("Or paste the text")

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was filled in."""
        fields = (self.title, self.publisher, self.address, self.text)
        return not self.file_name() and self.year.data is None and not any((each.data or "").strip() for each in fields)

    def file_name(self) -> str:
        """Return the name of the chosen file without its folders, "" when none was chosen."""
        given = self.file.data.filename if self.file.data else ""
        path = PurePath((given or "").replace("\\", "/"))
        return f"{path.stem[:LONGEST_FILE_NAME]}{path.suffix[:LONGEST_FILE_NAME]}"

    def cited(self) -> Cited | None:
        """Return the text with what is said of it, read; None with a sentence beside each field that is at fault."""
        name, pasted = self.file_name(), bool((self.text.data or "").strip())
        if name and pasted:
            refused(self.text, BOTH)
        elif not name and not pasted:
            refused(self.text, NOTHING)
        elif name and PurePath(name).suffix.lower() not in READABLE:
            refused(self.file, OTHER_FILE)
        if pasted and not self.title.data:
            refused(self.title, NO_TITLE)
        if len(self.title.data or "") > LONGEST_TITLE:
            refused(self.title, f"At most {LONGEST_TITLE} characters.")
        citation = self._citation()
        if self._is_refused() or citation is None:
            return None
        data = self.file.data.read() if name else (self.text.data or "").replace("\r\n", "\n").encode(errors="replace")
        try:
            return Cited(drafting.bring(data, name=name or PASTED), self.title.data or "", citation)
        except BadInput as error:
            refused(self.file if name else self.text, str(error))
            return None

    def _citation(self) -> evidence.Citation | None:
        try:
            evidence.citation(publisher="-", url=self.address.data)
        except BadInput as error:
            refused(self.address, str(error))
        try:
            return evidence.citation(publisher=self.publisher.data or "", year=self.year.data, url=self.address.data)
        except BadInput as error:
            if not self.address.errors:
                refused(self.publisher, str(error))
            return None

    def _is_refused(self) -> bool:
        return any(field.errors for field in self)


class CheckForm(Form):
    """Up to three references; those after the first may stay empty."""

    one = FormField(ReferenceFields, "Source")
    two = FormField(ReferenceFields, "Second source")
    three = FormField(ReferenceFields, "Third source")

    def references(self) -> list[Cited] | None:
        """Return the references, read; None when a field is at fault, with a sentence beside it."""
        parts: list[Any] = [self.one.form, *(part.form for part in (self.two, self.three) if not part.form.is_empty)]
        found = [part.cited() for part in parts]
        return None if None in found else [cited for cited in found if cited]
