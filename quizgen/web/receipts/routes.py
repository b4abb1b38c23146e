"""The address at which a receipt is checked."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizgen.services import receipts
from quizgen.web.access import LARGEST_ID, me, reader_of_attempt, signed_in
from quizgen.web.receipts.codes import read
from quizgen.web.receipts.pages import CheckedPage, checked_page
from quizgen.web.transaction import session

blueprint = Blueprint("receipts", __name__)

NOT_OURS = "This is not a receipt that was given here. Look whether all of it was copied."
NOT_YOURS = "This receipt is genuine, but it is not about your own work or a class of yours."


@blueprint.get("/receipts")
@signed_in
def check() -> ResponseReturnValue:
    """Say whether the receipt ``code`` is genuine and what is stored now agrees; its student or teacher may ask."""
    code = request.args.get("code", "").strip()
    page, refused = _checked(code) if code else (None, "")
    return render_template("receipts/check.html", code=code, page=page, refused=refused)


def _checked(code: str) -> tuple[CheckedPage | None, str]:
    receipt = read(code)
    if receipt is None:
        return None, NOT_OURS
    if receipt.attempt > LARGEST_ID or not reader_of_attempt.allows(me(), {"attempt_id": receipt.attempt}):
        return None, NOT_YOURS
    return checked_page(receipts.check(session(), receipt)), ""
