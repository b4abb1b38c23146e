"""Banks out to files, whole as YAML or JSON, their items as CSV; and in from them, at their teacher's word."""

import io
import re
from http import HTTPStatus

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput, NotFound
from quizgen.formats.bank_formats import FORMATS
from quizgen.formats.csv_items import items_csv, template_csv
from quizgen.services import banks, importing
from quizgen.services.importing import Looked
from quizgen.web import clock
from quizgen.web.access import author_of_bank, may, me, owner_of_import, reader_of_bank, teachers
from quizgen.web.exchange.forms import NEW, ImportForm
from quizgen.web.exchange.pages import ImportPage, export_page, waiting_page
from quizgen.web.transaction import session

CSV, CSV_TYPE = "csv", "text/csv"
LONGEST_NAME = 80

blueprint = Blueprint("exchange", __name__)


@blueprint.get("/banks/<int:bank_id>/export")
@reader_of_bank
def export(bank_id: int) -> ResponseReturnValue:
    """Show the files that a bank can be taken along as."""
    return render_template("exchange/export.html", page=export_page(banks.get(session(), bank_id)))


@blueprint.get("/banks/<int:bank_id>/export/<string:name>")
@reader_of_bank
def export_file(bank_id: int, name: str) -> ResponseReturnValue:
    """Hand a bank out in one format."""
    stored = banks.get(session(), bank_id)
    if name == CSV:
        return download(items_csv(stored.bank.items), CSV_TYPE, f"{file_name(stored.bank.title)}.csv")
    if name not in FORMATS:
        raise NotFound("There is no such format.")
    chosen = FORMATS[name]
    return download(chosen.write(stored.bank), chosen.media_type, f"{file_name(stored.bank.title)}{chosen.endings[0]}")


@blueprint.get("/banks/items-template.csv")
@teachers
def template() -> ResponseReturnValue:
    """Hand out a CSV file to begin with."""
    return download(template_csv(), CSV_TYPE, "items.csv")


@blueprint.route("/banks/import", methods=["GET", "POST"])
@teachers
def bring() -> ResponseReturnValue:
    """Take a file in; it is read before the transaction begins, and nothing of it is kept in a bank yet."""
    form = ImportForm()
    looked = form.look() if request.method == "POST" and form.validate() else None
    form.offer([card for card in banks.visible_to(session(), me().id) if may(author_of_bank, bank_id=card.id)])
    if request.method == "GET":
        form.target.data = request.args.get("into", NEW, type=int)
    elif looked is not None and form.names_target():
        import_id = _begun(form, looked)
        if import_id is not None:
            return redirect(url_for("exchange.waiting", import_id=import_id))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("exchange/import.html", page=ImportPage(form)), status


@blueprint.get("/imports/<int:import_id>")
@owner_of_import
def waiting(import_id: int) -> ResponseReturnValue:
    """Show, item by item, what was understood of a file and what was not."""
    return render_template("exchange/waiting.html", page=waiting_page(importing.get(session(), import_id)))


@blueprint.post("/imports/<int:import_id>")
@owner_of_import
def decide(import_id: int) -> ResponseReturnValue:
    """Keep what was understood, or throw the file away."""
    act = request.form.get("act")
    if act == "forget":
        importing.forget(session(), import_id)
        flash("The file was thrown away. No bank has changed.")
        return redirect(url_for("banks.index"))
    if act not in ("keep", "leave out"):
        raise BadInput("Say whether to keep what was understood, or to throw the file away.")
    target = importing.get(session(), import_id).target
    if target is not None and not may(author_of_bank, bank_id=target):
        raise BadInput("You may not change this bank any more, so nothing was kept. Bring the file as a new bank.")
    bank_id = importing.keep(session(), import_id, leave_out=act == "leave out", now=clock.now())
    flash("The file is imported.")
    return redirect(url_for("banks.show", bank_id=bank_id))


def _begun(form: ImportForm, looked: Looked) -> int | None:
    """Keep the file until its teacher decides and return its number, or None with the reason above the form."""
    try:
        return importing.begin(
            session(),
            looked,
            owner=me().id,
            target=form.target.data or None,
            now=clock.now(),
            title=form.title.data or "",
            text=form.text.data or "",
        )
    except BadInput as refusal:
        form.form_errors.append(str(refusal))
        return None


def download(content: str | bytes, media_type: str, name: str) -> Response:
    """Return a file that the browser keeps and never shows."""
    data = content.encode() if isinstance(content, str) else content
    return send_file(io.BytesIO(data), mimetype=media_type, as_attachment=True, download_name=name)


def file_name(title: str) -> str:
    """Return a title as the name of a file: letters of any script, figures and hyphens."""
    return re.sub(r"[\W_]+", "-", title).strip("-").lower()[:LONGEST_NAME] or "bank"
