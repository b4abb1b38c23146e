"""Every error that a person may be shown, as one tree.

QuizgenError                     one plain sentence: what is wrong and what to do
├── BadInput                     the person can mend it: a form field, a file, an argument
│   ├── BadText                  a text that cannot be read: empty, binary, too long, not English
│   └── BadBank                  a bank that breaks its format; carries every Problem found
├── NotAllowed                   the rules say no: not open, no attempts left, not yours
├── NotFound                     there is no such thing, or not for this person
├── Conflict                     somebody else was first; the newer state is kept
└── Unavailable                  the house cannot do it now; trying again later may help
"""

from dataclasses import dataclass


class QuizgenError(Exception):
    """Say in one plain sentence what is wrong and what to do about it."""


class BadInput(QuizgenError):
    """Something the person typed or uploaded cannot be used; they can mend it."""


class BadText(BadInput):
    """A text that cannot be read as a passage."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a bank: where (a path such as ``items[3].key``) and what was expected."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.path}: {self.message}" if self.path else f"{place}{self.message}"


class BadBank(BadInput):
    """A bank that breaks the format; ``problems`` lists everything found, not only the first.

    ``name`` is the file's, where there is one.
    """

    def __init__(self, problems: tuple[Problem, ...], name: str = "") -> None:
        self.problems = problems
        self.name = name
        super().__init__("\n".join(f"{name}: {problem}" if name else str(problem) for problem in problems))


class NotAllowed(QuizgenError):
    """The rules forbid it now."""


class NotFound(QuizgenError):
    """There is no such thing for this person."""


class Conflict(QuizgenError):
    """Somebody else was first."""


class Unavailable(QuizgenError):
    """It cannot be done at this moment."""
