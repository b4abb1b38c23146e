"""What a student may see of an attempt that has ended, and from when: a small matrix, a time for each part."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from quizgen.domain.document import Document


class Part(StrEnum):
    """What can be shown, from the least telling to the most."""

    SCORE = "score"
    ANSWERED = "answered"
    MARK = "mark"
    KEY = "key"
    RATIONALE = "rationale"
    EVIDENCE = "evidence"


class When(StrEnum):
    """From when a part is shown. ``AT_ONCE`` is for practice alone; a quiz shows nothing while it is sat."""

    AT_ONCE = "at once"
    AFTER_HANDING_IN = "after handing in"
    AFTER_CLOSING = "after closing"
    RELEASED = "when released"
    NEVER = "never"

    def is_no_later_than(self, other: "When") -> bool:
        """Tell whether this time never comes after the other; a release may come before the closing or after it."""
        if self is other or other is When.NEVER:
            return True
        return self in (When.AT_ONCE, When.AFTER_HANDING_IN) and other is not When.AT_ONCE


# Each part with those that whoever sees it knows anyway.
_TELLS = {
    Part.MARK: (Part.SCORE,),
    Part.KEY: (Part.ANSWERED, Part.MARK),
    Part.RATIONALE: (Part.KEY,),
    Part.EVIDENCE: (Part.KEY,),
}
_TOO_EARLY = {
    (Part.MARK, Part.SCORE): "The marks add up to the score: show the score no later than the marks.",
    (Part.KEY, Part.ANSWERED): "A right answer needs its question: show the answers given no later.",
    (Part.KEY, Part.MARK): "A right answer tells the mark: show the mark of each question no later.",
    (Part.RATIONALE, Part.KEY): "The reasons tell the right answer: show them no earlier than the right answers.",
    (Part.EVIDENCE, Part.KEY): "The evidence tells the right answer: show it no earlier than the right answers.",
}


@dataclass(frozen=True, slots=True)
class Reveal:
    """The time of each part. The class has the usual choices by name: ``Reveal.AFTER_CLOSING``."""

    score: When = When.AFTER_HANDING_IN
    answered: When = When.AFTER_HANDING_IN
    mark: When = When.AFTER_HANDING_IN
    key: When = When.AFTER_HANDING_IN
    rationale: When = When.AFTER_HANDING_IN
    evidence: When = When.AFTER_HANDING_IN

    PRACTICE: ClassVar["Reveal"]
    AFTER_HANDING_IN: ClassVar["Reveal"]
    MARKS_FIRST: ClassVar["Reveal"]
    AFTER_CLOSING: ClassVar["Reveal"]
    RELEASED: ClassVar["Reveal"]
    NEVER: ClassVar["Reveal"]

    def when(self, part: Part) -> When:
        """Return from when a part is shown."""
        found: When = getattr(self, part.value)
        return found

    def uses(self, when: When) -> bool:
        """Tell whether a part comes at that time."""
        return any(self.when(part) is when for part in Part)

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant for a quiz, each as one plain sentence; () when it is sound."""
        found = [
            _TOO_EARLY[part, known]
            for part, all_known in _TELLS.items()
            for known in all_known
            if not self.when(known).is_no_later_than(self.when(part))
        ]
        if self.uses(When.AT_ONCE):
            found.append("Only practice shows something at once; a quiz shows nothing before it is handed in.")
        return tuple(found)


Reveal.PRACTICE = Reveal(*[When.AT_ONCE] * len(Part))
Reveal.AFTER_HANDING_IN = Reveal()
Reveal.MARKS_FIRST = Reveal(key=When.AFTER_CLOSING, rationale=When.AFTER_CLOSING, evidence=When.AFTER_CLOSING)
Reveal.AFTER_CLOSING = Reveal(When.AFTER_HANDING_IN, *[When.AFTER_CLOSING] * (len(Part) - 1))
Reveal.RELEASED = Reveal(*[When.RELEASED] * len(Part))
Reveal.NEVER = Reveal(When.AFTER_HANDING_IN, *[When.NEVER] * (len(Part) - 1))

PRESETS: Mapping[str, Reveal] = {
    "after handing in": Reveal.AFTER_HANDING_IN,
    "marks first": Reveal.MARKS_FIRST,
    "after closing": Reveal.AFTER_CLOSING,
    "when released": Reveal.RELEASED,
    "never": Reveal.NEVER,
}


def preset_of(reveal: Reveal) -> str | None:
    """Return the name of the preset that says the same, or None."""
    return next((name for name, preset in PRESETS.items() if preset == reveal), None)


def cautions(reveal: Reveal, *, attempts: int | None) -> tuple[str, ...]:
    """Return what a teacher may not have thought of, each as one plain sentence; ``attempts`` None means no bound."""
    found = []
    if reveal.mark is not reveal.key:
        found.append(
            "The mark of a question with two options gives its right answer away; of a statement that was not judged "
            "right two verdicts are left."
        )
    if attempts != 1 and reveal.mark is When.AFTER_HANDING_IN:
        what = "the right answers" if reveal.key is When.AFTER_HANDING_IN else "which answers were right"
        found.append(f"Whoever may sit this quiz again has seen {what} by then.")
    if reveal.key is When.AFTER_HANDING_IN:
        found.append("Whoever hands in first can tell the others, unless all sit it at the same time.")
    return tuple(found)


def reveal_document(reveal: Reveal) -> Document:
    """Return the matrix as plain values, to be kept."""
    return {part.value: reveal.when(part).value for part in Part}


def read_reveal(document: Mapping[str, object]) -> Reveal:
    """Return the matrix that ``reveal_document`` wrote; a part that it does not name is never shown."""
    return Reveal(*(When(str(document.get(part.value, When.NEVER))) for part in Part))
