"""What every form does with what was typed."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, PasswordField, StringField, TextAreaField

from quizgen.web.forms import Form


class Example(Form):
    title = StringField(filters=[lambda value: value and value.replace("  ", " ")])
    secret = PasswordField()
    text = TextAreaField()
    count = IntegerField()


@pytest.fixture
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context(method="POST"):
        yield


def filled(**values: str) -> Example:
    return Example(MultiDict(values))


def test_one_line_fields_come_without_blanks_at_their_ends_before_their_own_filters(request_context: None) -> None:
    assert filled(title="  A  river \t").title.data == "A river"


def test_passwords_and_long_texts_stay_as_typed(request_context: None) -> None:
    form = filled(secret=" two blanks ", text="  a poem\n")
    assert (form.secret.data, form.text.data) == (" two blanks ", "  a poem\n")


def test_a_field_that_was_not_sent_has_no_text(request_context: None) -> None:
    assert Example(MultiDict()).title.data is None


def test_every_form_asks_for_a_token(request_context: None) -> None:
    form = filled(title="A river")
    assert not form.validate()
    assert "csrf_token" in form.errors
