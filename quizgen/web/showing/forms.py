"""The form for what students see: the usual choices, and the matrix part by part."""

from wtforms import Field, RadioField, SelectChoice, SelectField

from quizgen.domain.attempts.reveal import PRESETS, Part, Reveal, When, preset_of
from quizgen.web.forms import Form
from quizgen.web.showing.words import OWN_WORDS, PART_WORDS, REVEAL_WORDS, WHEN_WORDS

OWN = "own"
_TIMES = [SelectChoice(when.value, words) for when, words in WHEN_WORDS.items()]

_CHOICES = [SelectChoice(name, words) for name, words in {**REVEAL_WORDS, OWN: OWN_WORDS}.items()]


def _time(part: Part) -> SelectField:
    return SelectField(PART_WORDS[part][0], choices=_TIMES)


class ShowingForm(Form):
    """A choice by name, or ``own``: then the times of the parts count."""

    choice = RadioField("Students see", choices=_CHOICES)
    score = _time(Part.SCORE)
    answered = _time(Part.ANSWERED)
    mark = _time(Part.MARK)
    key = _time(Part.KEY)
    rationale = _time(Part.RATIONALE)
    evidence = _time(Part.EVIDENCE)

    def times(self) -> list[tuple[Field, str]]:
        """Return the field of each part and a line of help."""
        return [(self[part.value], PART_WORDS[part][1]) for part in Part]

    def show(self, reveal: Reveal) -> None:
        """Fill the form with what holds."""
        self.choice.data = preset_of(reveal) or OWN
        for part in Part:
            self[part.value].data = reveal.when(part).value

    def reveal(self, kept: Reveal) -> Reveal:
        """Return what a valid form says.

        Whoever changed the time of a part and left the choice as it was ``kept`` means the parts.
        """
        parts = Reveal(*(When(self[part.value].data) for part in Part))
        unchanged = self.choice.data == (preset_of(kept) or OWN)
        return parts if self.choice.data == OWN or (unchanged and parts != kept) else PRESETS[self.choice.data]
