"""What the page for what students see shows."""

from collections.abc import Collection
from dataclasses import dataclass

from quizgen.domain.attempts.reveal import Reveal, When, cautions
from quizgen.services.quizzes import Quiz
from quizgen.services.showing import Release
from quizgen.web.showing.forms import OWN, ShowingForm
from quizgen.web.showing.words import reveal_words


@dataclass(frozen=True, slots=True)
class ShowingPage:
    """The form, whether its details are open, and what the teacher may not have thought of."""

    quiz: Quiz
    form: ShowingForm
    is_own: bool
    cautions: tuple[str, ...]
    unfinished: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownNow:
    """What students see, on the quiz's own page: in a line, who is waited for, and the teacher's word.

    ``unfinished`` is who keeps the quiz open, () when nothing waits for its closing.
    """

    words: str
    by_word: bool
    release: Release | None
    unfinished: tuple[str, ...]


def showing_page(quiz: Quiz, form: ShowingForm, unfinished: tuple[str, ...]) -> ShowingPage:
    """Return the page of the form; ``unfinished`` is who can still sit the quiz after it has closed for the class."""
    reveal = quiz.policy.reveal
    return ShowingPage(
        quiz=quiz,
        form=form,
        is_own=form.choice.data == OWN or bool(form.errors),
        cautions=cautions(reveal, attempts=quiz.policy.attempts),
        unfinished=unfinished,
    )


def shown_now(
    reveal: Reveal, in_use: Collection[When], release: Release | None, unfinished: tuple[str, ...]
) -> ShownNow:
    """Return what the quiz's page says of it; ``in_use`` are the times at which somebody is shown something."""
    return ShownNow(reveal_words(reveal), When.RELEASED in in_use, release, unfinished)
