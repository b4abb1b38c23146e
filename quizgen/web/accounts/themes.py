"""Light, dark, or as the device: a cookie, so that it works without scripts and before signing in."""

from flask import current_app, redirect
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput

THEMES = ("light", "dark")
AS_THE_DEVICE = "device"
_YEAR = 365 * 24 * 3600


def keep_theme(theme: str, page: str) -> ResponseReturnValue:
    """Return the way back to ``page`` with the choice as a cookie. Raises BadInput for another theme."""
    if theme not in (*THEMES, AS_THE_DEVICE):
        raise BadInput("The look is light, dark or as the device.")
    response = current_app.make_response(redirect(page))
    if theme == AS_THE_DEVICE:
        response.delete_cookie("theme")
    else:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie("theme", theme, max_age=_YEAR, samesite="Lax", secure=secure, httponly=True)
    return response
