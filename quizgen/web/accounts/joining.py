"""From a class code to a student who is in the class: with a new account, or with the one that is signed in."""

from quizgen.domain.errors import Conflict, NotFound
from quizgen.domain.people import Role
from quizgen.services import accounts, classes
from quizgen.services.accounts import USERNAME_TAKEN
from quizgen.services.classes import ClassCard
from quizgen.services.passwords import hash_password
from quizgen.web import clock
from quizgen.web.access import me
from quizgen.web.accounts.datastore import SignedIn
from quizgen.web.accounts.forms import CodeForm, JoinForm
from quizgen.web.transaction import session, transactions

NO_CLASS = "No class has this code. Compare it with what your teacher wrote."


def join_signed_in(form: CodeForm) -> ClassCard | None:
    """Put who is signed in into the class; None when the form says why not."""
    if not form.validate():
        return None
    try:
        return classes.join(session(), student=me().id, code=form.code.data, now=clock.now())
    except NotFound:
        form.code.errors = [NO_CLASS]
        return None


def join_with_account(form: JoinForm) -> tuple[SignedIn, ClassCard] | None:
    """Make the account and put it into the class; None when the form says why not, and then nothing was kept."""
    if not (form.validate() and _fits(form)):
        return None
    password_hash = hash_password(form.password.data)
    try:
        account = accounts.create(
            session(),
            username=form.username.data,
            name=form.name.data,
            role=Role.STUDENT,
            password_hash=password_hash,
            uniquifier=clock.unguessable(),
            now=clock.now(),
        )
    except Conflict:
        form.username.errors = [USERNAME_TAKEN]
        return None
    return SignedIn(account), classes.join(session(), student=account.id, code=form.code.data, now=clock.now())


def _fits(form: JoinForm) -> bool:
    """Look before the slow hash, so that a wrong code costs next to nothing."""
    with transactions().apart() as reading:
        if classes.find_code(reading, form.code.data) is None:
            form.code.errors = [NO_CLASS]
        if accounts.find(reading, username=form.username.data):
            form.username.errors = [USERNAME_TAKEN]
    return not form.errors
