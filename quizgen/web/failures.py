"""What a person sees when something cannot be done: one plain sentence, and no detail of the house."""

from http import HTTPStatus

from flask import Flask, Response, current_app, g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import AnonymousUserMixin
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quizgen.domain.errors import BadInput, Conflict, NotAllowed, NotFound, QuizgenError, Unavailable
from quizgen.web.access import SignInFirst

STATUS: dict[type[QuizgenError], HTTPStatus] = {
    BadInput: HTTPStatus.BAD_REQUEST,
    NotAllowed: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    Conflict: HTTPStatus.CONFLICT,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
PLAIN = {
    HTTPStatus.NOT_FOUND: "There is no such page, or it is not yours to see.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take that kind of request.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "That is too large to be read here. Divide it into parts.",
    HTTPStatus.TOO_MANY_REQUESTS: "That was tried too often. Wait a minute, then try again.",
}
RETRY_SECONDS = 2
FALLBACK = "Something went wrong here. Nothing that was saved is lost. Go back and try again."


def init_app(app: Flask) -> None:
    """Answer every failure with a page, or with JSON where the page's script asked."""
    app.register_error_handler(SignInFirst, _sign_in)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(QuizgenError, _quizgen_error)
    app.register_error_handler(HTTPException, _http_error)


def wants_json() -> bool:
    """Tell whether a script asked, which reads JSON."""
    return request.accept_mimetypes.best == "application/json"


def answer(status: HTTPStatus, sentence: str) -> ResponseReturnValue:
    """Return the page, or the JSON, that says one sentence."""
    if wants_json():
        return jsonify(error=sentence), status
    return render_template("failures/page.html", status=status, sentence=sentence), status


def _sign_in(_error: SignInFirst) -> ResponseReturnValue:
    if wants_json():
        return answer(HTTPStatus.UNAUTHORIZED, "Sign in again in another tab; your answers wait on this device.")
    target = request.full_path.rstrip("?") if request.method == "GET" and request.path != "/" else None
    return redirect(url_for("security.login", next=target))


def _stale_form(_error: CSRFError) -> ResponseReturnValue:
    return answer(
        HTTPStatus.BAD_REQUEST, "This form is from an earlier sign-in. Go back, reload the page and send it again."
    )


def _quizgen_error(error: QuizgenError) -> ResponseReturnValue:
    status = next(status for kind, status in STATUS.items() if isinstance(error, kind))
    if isinstance(error, Unavailable) and "_login_user" not in g:
        # Who is signed in stands in the database that does not answer; the page that says so names nobody.
        g._login_user = AnonymousUserMixin()
    response = current_app.make_response(answer(status, str(error)))
    if isinstance(error, Unavailable):
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error.response, Response):
        return error.response
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    return answer(status, PLAIN.get(status, FALLBACK))
