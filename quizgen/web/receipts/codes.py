"""Receipts as codes under the site's own seal."""

from flask import current_app

from quizgen.domain.attempts.receipt import Receipt, opened, receipt_of_answer, sealed
from quizgen.services.taking import Saved


def code_of(receipt: Receipt) -> str:
    """Return the code of a receipt."""
    return sealed(receipt, _key())


def code_of_save(attempt_id: int, position: int, saved: Saved) -> str | None:
    """Return the code for an answer that is stored now, or None when it was not taken."""
    if not saved.accepted or saved.saved_at is None:
        return None
    return code_of(receipt_of_answer(attempt_id, position, saved.response, saved.sequence, saved.saved_at))


def read(code: str) -> Receipt | None:
    """Return the receipt behind a code, or None when this site did not give it."""
    return opened(code, _key())


def _key() -> str:
    key: str = current_app.config["SECRET_KEY"]
    return key
