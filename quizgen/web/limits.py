"""How often somebody may try: per name first, so that a school behind one address is never locked out."""

import math
from http import HTTPStatus

from flask import Flask, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter, RateLimitExceeded
from flask_limiter.util import get_remote_address

from quizgen.services.wording import folded
from quizgen.web import clock
from quizgen.web.access import current_person
from quizgen.web.failures import answer

PER_NAME = "10 per minute"
PER_ADDRESS = "600 per minute"
_DOORS = ("security.login", "accounts.join")
_START = "attempts.start"
_LONGEST_KEY = 200
_WINDOW = 60


def init_app(app: Flask) -> None:
    """Limit how often the doors may be tried. The counts live in the memory of this process."""
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    for door in _DOORS:
        view = app.view_functions[door]
        view = limiter.limit(PER_ADDRESS, methods=["POST"])(view)
        view = limiter.limit(PER_NAME, key_func=_name, methods=["POST"], exempt_when=lambda: not _name())(view)
        app.view_functions[door] = view
    guessing = limiter.limit(PER_NAME, key_func=_name, methods=["POST"], exempt_when=lambda: not _types_a_code())
    app.view_functions[_START] = guessing(app.view_functions[_START])

    @app.errorhandler(RateLimitExceeded)
    def too_often(_error: RateLimitExceeded) -> ResponseReturnValue:
        broken = limiter.current_limit
        left = broken.reset_at - clock.now().timestamp() if broken else _WINDOW
        seconds = min(max(1, math.ceil(left)), _WINDOW)
        sentence = f"That was tried too often. Try again in {seconds}\u00a0second{'' if seconds == 1 else 's'}."
        response = app.make_response(answer(HTTPStatus.TOO_MANY_REQUESTS, sentence))
        response.headers["Retry-After"] = str(seconds)
        return response


def _name() -> str:
    """Return the user name that is tried, as the accounts compare it; "" when there is none."""
    person = current_person()
    tried = person.username if person else request.form.get("email") or request.form.get("username") or ""
    return folded(tried)[:_LONGEST_KEY]


def _types_a_code() -> bool:
    """Tell whether an access code comes along; other starts are never held up."""
    return bool(request.form.get("code"))
