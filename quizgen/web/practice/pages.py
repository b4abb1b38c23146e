"""What the pages of practice show. A question is built from nothing of its key until it was answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from quizgen.domain.claims.claim import Source
from quizgen.domain.items.item import Basis
from quizgen.domain.passages.passage import Passage
from quizgen.domain.practice.days import local_day
from quizgen.services.practising import Asked, Feedback, Practice, Today
from quizgen.web.filters import day as day_words
from quizgen.web.items.item import Control, Words, without_context
from quizgen.web.items.kinds import control, key, said
from quizgen.web.passages import Mark, ShownBlock, shown


@dataclass(frozen=True, slots=True)
class Place:
    """A bank in the list of what can be practised; ``next_due`` in words, "" when nothing comes back."""

    id: int
    title: str
    class_name: str
    due: int
    new: int
    done: int
    total: int
    rests: str
    next_due: str

    @property
    def waits(self) -> bool:
        """Tell whether there is something to do now."""
        return not self.rests and bool(self.due or self.new)


@dataclass(frozen=True, slots=True)
class PracticeQuestion:
    """One question as the templates of the kinds ask for it; ``number`` makes their ids."""

    control: Control
    response: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question to answer, with the passage at hand; ``error`` says what is wrong with the answer, or ""."""

    bank_id: int
    title: str
    item: str
    number: int
    question: PracticeQuestion
    waiting: int
    passage_title: str
    passage: tuple[ShownBlock, ...]
    error: str = ""

    @property
    def comes_back(self) -> bool:
        """Tell whether it was asked before."""
        return self.number > 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the passage that speak to the question; ``paragraph`` is 0 in a heading."""

    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question after its answer, as the result templates of the kinds ask for it."""

    kind: str
    context: str
    stem: str
    said: Words | None
    key: Words | None
    credit: Fraction
    by_evidence: bool
    rationale: str
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]

    @property
    def verdict(self) -> str:
        """Return how the answer was, in a word or two."""
        return "Right" if self.credit == 1 else "Partly right" if self.credit else "Not right"


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """What an answer was: right or not, the right one, why, and where the passage says so."""

    bank_id: int
    title: str
    answer: AnsweredQuestion
    back: str
    waiting: int
    passage_title: str
    passage: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True)
class EndPage:
    """The end of a sitting, or a rest in it: what was done today, and when the next ones come."""

    bank_id: int
    title: str
    today: Today
    waiting: int
    kept: int
    next_due: str


def place(each: Practice, now: datetime) -> Place:
    """Return a bank for the list."""
    desk, opening = each.desk, each.opening
    total = len(each.bank.ready())
    new, due = len(desk.new), len(desk.due) + len(desk.soon)
    return Place(
        id=opening.bank_id,
        title=each.bank.title,
        class_name=opening.class_name,
        due=due,
        new=new,
        done=len(desk.resting),
        total=total,
        rests=each.holds[0].title if each.holds else "",
        next_due=due_words(_next_due(each, now), now, opening.zone),
    )


def question_page(each: Practice, asked: Asked, *, response: str = "", error: str = "") -> QuestionPage:
    """Return the page of a question; ``response`` is what was typed before it was refused."""
    return QuestionPage(
        bank_id=each.opening.bank_id,
        title=each.bank.title,
        item=asked.item.id,
        number=asked.number,
        question=PracticeQuestion(control(asked.item), response),
        waiting=each.desk.waiting,
        passage_title=asked.passage.title,
        passage=_blocks(asked.passage),
        error=error,
    )


def feedback_page(found: Feedback, now: datetime) -> FeedbackPage:
    """Return the page of an answered question."""
    item, passage = found.asked.item, found.asked.passage
    context, stem = without_context(item.stem)
    answer = AnsweredQuestion(
        kind=item.kind,
        context=context,
        stem=stem,
        said=said(item, found.response),
        key=key(item),
        credit=found.credit,
        by_evidence=item.basis is Basis.EVIDENCE,
        rationale=item.rationale,
        quotes=tuple(_quote(passage, span.start, span.of(passage.text)) for span in item.spans),
        sources=found.sources,
    )
    marks = tuple(Mark(span, f"{span.start}-{span.end}", look="evidence open") for span in item.spans)
    return FeedbackPage(
        bank_id=found.opening.bank_id,
        title=found.title,
        answer=answer,
        back="in this sitting" if found.in_minutes else due_words(found.due, now, found.opening.zone),
        waiting=found.waiting,
        passage_title=passage.title,
        passage=_blocks(passage, marks),
    )


def end_page(each: Practice, now: datetime) -> EndPage:
    """Return the page that ends a sitting."""
    return EndPage(
        bank_id=each.opening.bank_id,
        title=each.bank.title,
        today=each.today,
        waiting=each.desk.waiting,
        kept=each.desk.kept,
        next_due=due_words(_next_due(each, now), now, each.opening.zone),
    )


def due_words(due: datetime | None, now: datetime, zone: str) -> str:
    """Return ``tomorrow``, ``in 5 days`` or ``on 12 November``, by the days of the zone; "" for None."""
    if due is None:
        return ""
    today, then = local_day(now, zone), local_day(due, zone)
    days = (then - today).days
    if days <= 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return f"in {days}\u00a0days" if days <= 14 else f"on {day_words(due, zone)}"


def _next_due(each: Practice, now: datetime) -> datetime | None:
    """Return when something waits again: the next card, or tomorrow's new questions."""
    known = each.desk.next_due
    if not each.desk.kept:
        return known
    tomorrow = now + timedelta(days=1)
    return tomorrow if known is None else min(known, tomorrow)


def _blocks(passage: Passage, marks: tuple[Mark, ...] = ()) -> tuple[ShownBlock, ...]:
    return tuple(block for block in shown(passage, marks) if block.level != 1)


def _quote(passage: Passage, start: int, text: str) -> Quote:
    paragraph = passage.paragraph_at(start)
    return Quote(text, paragraph.number if paragraph else 0)
