"""What a page says of a receipt, and of answers that came too late."""

from dataclasses import dataclass
from datetime import timedelta

from quizgen.domain.attempts.receipt import receipt_of_attempt
from quizgen.services.receipts import Agreement, Checked, LateResponse
from quizgen.services.taking import Sitting
from quizgen.web.filters import duration, moment
from quizgen.web.items.item import Words
from quizgen.web.items.kinds import said
from quizgen.web.receipts.codes import code_of

LATE = (
    "Your answer to question {number} arrived {late} after the end, so it was not counted. "
    "What you had saved before stands."
)
_SAME = "It agrees with what is stored now."
_REPLACED = {
    True: "A later answer to this question has replaced it since.",
    False: "The attempt was opened again afterwards, and other answers are stored now.",
}
_DIFFERENT = "What is stored now does not agree with it. Show this page to whoever runs this site."


@dataclass(frozen=True, slots=True)
class Late:
    """An answer that came too late: its question, from 1, what it said, and how long after the end."""

    number: int
    said: Words | None
    after: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """What arrived of an attempt that has ended: the receipt's code, how many answers, and those that came too late."""

    code: str
    answers: int
    questions: int
    late: tuple[Late, ...]

    @property
    def sentence(self) -> str:
        """Return what was received in words."""
        if self.answers == 0:
            return "No answer had arrived."
        if self.answers == self.questions:
            return f"All {self.questions} answers arrived." if self.questions > 1 else "The answer arrived."
        return f"{self.answers} of {self.questions} answers arrived."


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A genuine receipt in sentences: what it says was received, and what that is worth now."""

    title: str
    student: str
    received: str
    standing: str
    agrees: bool


def late_sentence(number: int, late: timedelta) -> str:
    """Return what the student is told of an answer that came too late."""
    return LATE.format(number=number, late=_after(late))


def arrival(sitting: Sitting, late: tuple[LateResponse, ...]) -> Arrival:
    """Return what arrived of an attempt that has ended."""
    ended = sitting.attempt.finished or sitting.attempt.started
    receipt = receipt_of_attempt(sitting.id, sitting.responses, ended)
    questions = sitting.paper.questions
    return Arrival(
        code=code_of(receipt),
        answers=receipt.number,
        questions=len(questions),
        late=tuple(
            Late(
                number=each.position + 1,
                said=said(questions[each.position].item, each.response),
                after=_after(each.late),
                sentence=late_sentence(each.position + 1, each.late),
            )
            for each in late
        ),
    )


def checked_page(checked: Checked) -> CheckedPage:
    """Return the page on a receipt that this site gave."""
    receipt = checked.receipt
    at = moment(receipt.at, checked.time_zone)
    if receipt.question:
        received = f"An answer to question {receipt.question} was received: {at}."
    else:
        count = "1 answer" if receipt.number == 1 else f"{receipt.number} answers"
        received = f"Handed in with {count}: {at}."
    words = {
        Agreement.SAME: _SAME,
        Agreement.REPLACED: _REPLACED[bool(receipt.question)],
        Agreement.DIFFERENT: _DIFFERENT,
    }
    return CheckedPage(
        title=checked.quiz_title,
        student=checked.student_name,
        received=received,
        standing=words[checked.agreement],
        agrees=checked.agreement is not Agreement.DIFFERENT,
    )


def _after(late: timedelta) -> str:
    return duration(max(late, timedelta(seconds=1)))
