"""The base of every form: it parses and validates, and acts on nothing."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField, TextAreaField
from wtforms.fields.core import UnboundField


def trimmed(value: Any) -> Any:
    """Return a text without blanks at its ends; anything else as it is."""
    return value.strip() if isinstance(value, str) else value


class Form(FlaskForm):
    """A form with a CSRF token whose one-line fields come without blanks at their ends.

    Passwords and long texts stay as they were typed.
    """

    class Meta(FlaskForm.Meta):
        def bind_field(self, form: Any, unbound_field: UnboundField, options: dict[str, Any]) -> Any:
            """Put the trimming before the field's own filters."""
            if _is_one_line(unbound_field.field_class):
                options = {**options, "filters": (trimmed, *unbound_field.kwargs.get("filters", ()))}
            return super().bind_field(form, unbound_field, options)


def _is_one_line(field: type) -> bool:
    return issubclass(field, StringField) and not issubclass(field, PasswordField | TextAreaField)
