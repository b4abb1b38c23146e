"""What a teacher says about a class."""

from collections import defaultdict
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Length

from quizgen.services.wording import LONGEST_NAME
from quizgen.web.forms import Form

PLAIN_ZONE = "UTC"
REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


class ClassForm(Form):
    """A name, and the zone in which the class's times are shown."""

    name = StringField(
        "Name of the class",
        [
            DataRequired("Give the class a name."),
            Length(max=LONGEST_NAME, message="Use at most %(max)d characters."),
        ],
    )
    time_zone = SelectField("Time zone", validate_choice=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.time_zone.choices = zones()


@cache
def zones() -> dict[str, list[tuple[str, str]]]:
    """Return the zones that places have, by region: the value, and the place in words."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list, {"Everywhere": [(PLAIN_ZONE, PLAIN_ZONE)]})
    for zone in sorted(available_timezones()):
        region, _, place = zone.partition("/")
        if region in REGIONS:
            found[region].append((zone, place.replace("_", " ").replace("/", ", ")))
    return dict(found)
