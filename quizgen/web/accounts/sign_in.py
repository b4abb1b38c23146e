"""Signing in and out with Flask-Security, in the words and under the addresses of the house."""

from typing import Any

from flask import Flask, g, session
from flask_login import user_logged_out
from flask_security import LoginForm, Security, user_authenticated
from wtforms import StringField
from wtforms.validators import DataRequired

from quizgen.services.passwords import matches_nothing
from quizgen.web.accounts.datastore import Accounts

KEPT_AT_SIGN_IN = {"_user_id", "_fresh", "_id", "fs_paa"}
NO_MATCH = "That name and password do not match. Check both and try again."


class SignInForm(LoginForm):
    """User name (or e-mail) and password; what was wrong is never told apart."""

    email = StringField("User name", [DataRequired("Type your user name.")])

    def validate(self, **kwargs: Any) -> bool:
        """Tell whether the two belong together; an unknown name costs as much time as a wrong password."""
        name, password = (self.email.data or "").strip(), self.password.data or ""
        if not name or not password:
            super(LoginForm, self).validate(**kwargs)
            return False
        datastore = Accounts()
        user = datastore.find_user(username=name) or ("@" in name and datastore.find_user(email=name)) or None
        right = user.verify_and_update_password(password) if user else matches_nothing(password)
        if not (user and right and user.is_active):
            self.form_errors.append(NO_MATCH)
            return False
        self.ifield, self.user, self.user_authenticated = self.email, user, True
        return True


def init_app(app: Flask) -> None:
    """Give the application sign-in and sign-out."""
    app.config.update(
        SECURITY_LOGIN_URL="/sign-in",
        SECURITY_LOGOUT_URL="/sign-out",
        SECURITY_LOGOUT_METHODS=["POST"],
        SECURITY_LOGIN_USER_TEMPLATE="accounts/sign_in.html",
        SECURITY_POST_LOGIN_VIEW="/",
        SECURITY_POST_LOGOUT_VIEW="/sign-in",
        SECURITY_UNAUTHORIZED_VIEW=None,
        SECURITY_USER_IDENTITY_ATTRIBUTES=[{"email": {"mapper": str.strip, "case_insensitive": True}}],
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106 (the name of the scheme)
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        SECURITY_PASSWORD_SALT="unused: argon2 salts each hash itself",  # noqa: S106
        SECURITY_DEFAULT_REMEMBER_ME=False,
        SECURITY_FLASH_MESSAGES=False,
        SECURITY_RETURN_GENERIC_RESPONSES=True,
        SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS=False,
    )
    security = Security(app, Accounts(), login_form=SignInForm)
    security.want_json(lambda _request: False)
    user_authenticated.connect(_start_anew, app)
    user_logged_out.connect(_forget, app)


def _start_anew(_app: Flask, **_signal: object) -> None:
    """Drop what the session held before somebody signed in: what was planted there must not sign in with them."""
    for key in set(session) - KEPT_AT_SIGN_IN:
        session.pop(key)
    g.pop("csrf_token", None)


def _forget(_app: Flask, **_signal: object) -> None:
    session.clear()
