"""What the quiz page sends: the form of one question, and the small JSON of its script."""

from dataclasses import dataclass
from typing import Any

from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired

from quizgen.domain.errors import BadInput
from quizgen.domain.scoring.confidence import Confidence
from quizgen.web.forms import Form

RELOAD = "This page sent something that cannot be read; please reload it."


class AnswerForm(Form):
    """One question: its number from 1, the response, the number of the change, and where to go afterwards.

    Kinds with several controls send ``response`` several times: the values are joined by blanks.
    ``go`` is next, leave (next, although there is no answer), back, save, clear, flag, unflag, hand-in, or the number
    of a question.
    """

    q = IntegerField(validators=[InputRequired()])
    response = StringField()
    sequence = IntegerField(validators=[InputRequired()])
    confidence = StringField()
    go = StringField()

    @property
    def chosen_confidence(self) -> Confidence | None:
        """Return how sure the student says to be. Raises BadInput for what no page offers."""
        return read_confidence(self.confidence.data or "")


@dataclass(frozen=True, slots=True)
class Change:
    """A response to the question at ``position``, from 0, under the page's own ``sequence`` number.

    ``confidence`` is None where the page did not ask, or the student did not say.
    """

    position: int
    response: str
    sequence: int
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Flagging:
    """A question, from 0, and whether it is flagged."""

    position: int
    flagged: bool


def read_change(document: Any) -> Change:
    """Return the change in a JSON document. Raises BadInput when it is none."""
    fields = _fields(document)
    position, response, sequence = _whole(fields, "position"), _text(fields, "response"), _whole(fields, "sequence")
    return Change(position, response, sequence, read_confidence(fields.get("confidence") or ""))


def read_confidence(value: Any) -> Confidence | None:
    """Return a confidence, or None for "". Raises BadInput for anything else."""
    try:
        return Confidence(value) if value != "" else None
    except ValueError:
        raise BadInput(RELOAD) from None


def read_flagging(document: Any) -> Flagging:
    """Return the flag in a JSON document. Raises BadInput when it is none."""
    fields = _fields(document)
    if not isinstance(fields.get("flagged"), bool):
        raise BadInput(RELOAD)
    return Flagging(_whole(fields, "position"), fields["flagged"])


def _fields(document: Any) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise BadInput(RELOAD)
    return document


def _whole(fields: dict[str, Any], name: str) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadInput(RELOAD)
    return value


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise BadInput(RELOAD)
    return value.strip()
