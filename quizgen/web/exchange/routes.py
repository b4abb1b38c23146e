"""Banks out to files: whole as YAML or JSON, their items as CSV."""

import io
import re

from flask import Blueprint, Response, render_template, send_file
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import NotFound
from quizgen.formats.bank_formats import FORMATS
from quizgen.formats.csv_items import items_csv, template_csv
from quizgen.services import banks
from quizgen.web.access import reader_of_bank, teachers
from quizgen.web.exchange.pages import export_page
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


def download(content: str | bytes, media_type: str, name: str) -> Response:
    """Return a file that the browser keeps and never shows."""
    data = content.encode() if isinstance(content, str) else content
    return send_file(io.BytesIO(data), mimetype=media_type, as_attachment=True, download_name=name)


def file_name(title: str) -> str:
    """Return a title as the name of a file: letters of any script, figures and hyphens."""
    return re.sub(r"[\W_]+", "-", title).strip("-").lower()[:LONGEST_NAME] or "bank"
