"""The factory: an application is a list of sentences."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

from flask import Flask, request
from flask_bootstrap import Bootstrap5
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as BaseResponse

from quizgen.settings import Settings
from quizgen.shipped import TEMPLATES
from quizgen.storage.engine import Database
from quizgen.storage.failures import LostRace
from quizgen.web import failures, filters, headers, limits
from quizgen.web.access import Gate, current_person
from quizgen.web.accounts import routes as accounts
from quizgen.web.accounts import sign_in
from quizgen.web.addresses import own_page
from quizgen.web.attempts import note_routes as notes
from quizgen.web.attempts import routes as attempts
from quizgen.web.banks import routes as banks
from quizgen.web.claims import files as claims
from quizgen.web.classes import routes as classes
from quizgen.web.colleagues import routes as colleagues
from quizgen.web.evidence import routes as evidence
from quizgen.web.exchange import routes as exchange
from quizgen.web.gradebook import routes as gradebook
from quizgen.web.home import routes as home
from quizgen.web.lanes import Lanes
from quizgen.web.live import routes as live
from quizgen.web.marking import routes as marking
from quizgen.web.practice import routes as practice
from quizgen.web.printing import routes as printing
from quizgen.web.quizzes import routes as quizzes
from quizgen.web.receipts import routes as receipts
from quizgen.web.rules import routes as rules
from quizgen.web.showing import routes as showing
from quizgen.web.transaction import Transactions
from quizgen.web.versions import routes as versions

FORM_ALLOWANCE = 100_000
# A pasted text of two million characters, each of up to three bytes, and the fields around it.
LONGEST_FORM = 6_000_000 + FORM_ALLOWANCE
# Each box that can be ticked is a part of a form.
MOST_PARTS = 10_000
LONGEST_SESSION = timedelta(hours=12)


class House(Flask):
    """A Flask application that asks the gate first and commits once, around every view."""

    def dispatch_request(self):  # type: ignore[no-untyped-def]  # Flask's own return type is wider than ours
        self.extensions["gate"].check()
        try:
            return self._answer()
        except LostRace:
            # Nothing was kept, and what was sent is still there to be read, but for files: they were read once.
            if request.files:
                raise
            return self._answer()

    def _answer(self):  # type: ignore[no-untyped-def]  # as above
        person = current_person()
        with self.extensions["transactions"].around_request(acts_for=person.id if person else None):
            return super().dispatch_request()

    def redirect(self, location: str, code: int = HTTPStatus.SEE_OTHER) -> BaseResponse:
        """Send the browser on within the site; after a form with 303, so that going back never sends it again."""
        return super().redirect(own_page(location), code if request.method in ("GET", "HEAD") else HTTPStatus.SEE_OTHER)


def create_app(settings: Settings, *, enqueue: Callable[[int], None]) -> Flask:
    """Return the application. ``enqueue`` wakes the worker for the generation job with that id."""
    app = House("quizgen.web", template_folder=str(TEMPLATES), static_folder="static")
    app.config.from_mapping(_flask_settings(settings))
    app.extensions["settings"] = settings
    app.extensions["enqueue"] = enqueue
    app.extensions["transactions"] = Transactions(Database(settings.database_url))
    app.extensions["gate"] = Gate()
    Bootstrap5(app)
    CSRFProtect(app)
    sign_in.init_app(app)
    for area in (
        home,
        accounts,
        classes,
        banks,
        colleagues,
        claims,
        evidence,
        exchange,
        versions,
        printing,
        quizzes,
        rules,
        showing,
        live,
        marking,
        attempts,
        notes,
        practice,
        receipts,
        gradebook,
    ):
        app.register_blueprint(area.blueprint)
    limits.init_app(app)
    filters.init_app(app)
    headers.init_app(app, settings)
    failures.init_app(app)
    _believe_proxies(app, settings.trusted_proxies)
    lanes = Lanes(app.wsgi_app, pages=settings.web_threads, longest_body=app.config["MAX_CONTENT_LENGTH"])
    app.wsgi_app = lanes  # type: ignore[method-assign]
    return app


def _believe_proxies(app: Flask, count: int) -> None:
    if count:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def _flask_settings(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "MAX_CONTENT_LENGTH": settings.upload_limit_bytes + FORM_ALLOWANCE,
        "MAX_FORM_MEMORY_SIZE": LONGEST_FORM,
        "MAX_FORM_PARTS": MOST_PARTS,
        "SESSION_COOKIE_NAME": "quizgen",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        # The cookie itself ends with the browser; this is how old its signature may be.
        "PERMANENT_SESSION_LIFETIME": LONGEST_SESSION,
        "WTF_CSRF_TIME_LIMIT": None,
        "BOOTSTRAP_SERVE_LOCAL": True,
        "TEMPLATES_AUTO_RELOAD": False,
    }
