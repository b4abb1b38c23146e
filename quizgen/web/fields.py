"""Fields whose complaints are in our own words: whole numbers, local times, boxes to tick."""

from collections.abc import Callable
from typing import Any

from wtforms import DateTimeLocalField, Field, Form, IntegerField, SelectMultipleField, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget


class WholeField(IntegerField):
    """A whole number; an empty field is None."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed. Raises ValueError in plain words."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = int(typed)
            except ValueError:
                raise ValueError("Type a whole number, such as 20.") from None


class LocalTimeField(DateTimeLocalField):
    """A date and a time of day without a zone; an empty field is None."""

    def __init__(self, label: str, validators: Any = None, **kwargs: Any) -> None:
        formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        super().__init__(label, validators, format=formats, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was chosen. Raises ValueError in plain words."""
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                super().process_formdata([valuelist[0].strip()])
            except ValueError:
                raise ValueError("Choose a date and a time, such as 2027-03-12T10:45.") from None


class BoxesField(SelectMultipleField):
    """Boxes to tick, one for each choice."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def between(least: int, most: int, words: str) -> Callable[[Form, Field], None]:
    """Return a validator that refuses a number outside the bounds, both allowed, with ``words``."""

    def check(_form: Form, field: Field) -> None:
        if field.data is not None and not least <= field.data <= most:
            raise ValidationError(words)

    return check


def refused(field: Field, sentence: str) -> bool:
    """Put a sentence beside a field after it was validated, and return False: the form is not sound."""
    field.errors = (*field.errors, sentence)
    return False
