"""The ledger as CSV: handed out, brought back, shown as differences before anything is kept."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.file import FileField
from wtforms import HiddenField

from quizgen.domain.errors import BadInput, Conflict
from quizgen.formats.csv_rows import MOST_BYTES
from quizgen.services import banks, claim_files
from quizgen.services.claim_files import Preview
from quizgen.web import clock
from quizgen.web.access import author_of_bank, reader_of_bank
from quizgen.web.banks.rows import Ledger
from quizgen.web.claims.pages import address
from quizgen.web.claims.routes import SAVED, blueprint
from quizgen.web.claims.wording import told
from quizgen.web.fields import refused
from quizgen.web.forms import Form
from quizgen.web.transaction import session

MOST_ROWS = 200


class FileForm(Form):
    """A file, or the text of one that has been looked at."""

    file = FileField("The ledger as CSV")
    content = HiddenField()

    def data_of(self) -> bytes | None:
        """Return what was brought, None with a sentence beside the field when nothing was."""
        if self.content.data:
            return str(self.content.data).encode(errors="replace")
        data = self.file.data.read(MOST_BYTES + 1) if self.file.data else b""
        if not data:
            refused(self.file, "Choose the file.")
            return None
        return bytes(data)


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The form, and what the file would change; ``numbers`` are those of the claims in the ledger."""

    bank: int
    title: str
    form: FileForm
    preview: Preview | None
    content: str
    then: str
    numbers: dict[str, int]
    note: str
    most: int = MOST_ROWS


@blueprint.get("/banks/<int:bank_id>/claims.csv")
@reader_of_bank
def export(bank_id: int) -> ResponseReturnValue:
    """Hand the ledger out."""
    response = Response(claim_files.export(session(), bank_id), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=f"claims-{bank_id}.csv")
    return response


@blueprint.route("/banks/<int:bank_id>/claims/import", methods=["GET", "POST"])
@author_of_bank
def bring(bank_id: int) -> ResponseReturnValue:
    """Show what a ledger file changes, and keep it when the teacher says so."""
    form = FileForm()
    if not form.validate_on_submit():
        return _page(bank_id, form)
    data = form.data_of()
    if data is None:
        return _page(bank_id, form)
    note = ""
    if request.form.get("act") == "save":
        try:
            seen = request.form.get("version", 0, type=int)
            version = claim_files.take(session(), bank_id, data, version=seen, now=clock.now())
        except (BadInput, Conflict) as error:
            note = str(error)
        else:
            flash(f"{SAVED}what the file says.")
            return redirect(address(bank_id, done=version))
    try:
        found = claim_files.preview(session(), bank_id, data)
    except BadInput as error:
        refused(form.file, str(error))
        return _page(bank_id, form)
    return _page(bank_id, form, found, data.decode("utf-8-sig"), note)


def _page(
    bank_id: int, form: FileForm, preview: Preview | None = None, content: str = "", note: str = ""
) -> ResponseReturnValue:
    bank = banks.get(session(), bank_id).bank
    then = told(preview.then) if preview else ""
    page = ImportPage(bank_id, bank.title, form, preview, content, then, Ledger(bank_id, bank).numbers, note)
    is_wrong = form.errors or note or (preview and preview.problems)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
    return render_template("claims/import.html", page=page, back=url_for("claims.show", bank_id=bank_id)), status
