"""What the result shows: how it ended, the score, each answer with its reasons, and the passage with the evidence."""

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from quizgen.domain.attempts.paper import Question
from quizgen.domain.claims.claim import Source, Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from quizgen.domain.scoring.score import Score
from quizgen.services.taking import Result, Sitting
from quizgen.web.attempts.endings import ended_words, when_key
from quizgen.web.attempts.pattern import Pattern, pattern
from quizgen.web.items.item import Words, without_context
from quizgen.web.items.kinds import key, said
from quizgen.web.passages import Mark, ShownBlock, shown

LONGEST_BAR = 40


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the passage that speak to a question; ``paragraph`` is 0 in a heading."""

    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One question after the end: what was said, the key, why, and what speaks for it."""

    number: int
    kind: str
    context: str
    stem: str
    credit: Fraction
    said: Words | None
    key: Words
    by_evidence: bool
    rationale: str
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]

    @property
    def is_right(self) -> bool:
        """Tell whether it got full credit."""
        return self.credit == 1


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with the evidence of its questions underlined and numbered."""

    title: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """An ended attempt. Without ``shows_key`` there are no answers, no pattern and no marks in a passage."""

    id: int
    title: str
    student: str
    is_own: bool
    ended: str
    zone: str
    score: Score
    whole_points: bool
    shows_key: bool
    when_key: str
    answers: tuple[Answer, ...] = ()
    passages: tuple[MarkedPassage, ...] = ()
    pattern: Pattern | None = None
    opened: int = 0
    only_not_right: bool = False

    @property
    def bars(self) -> tuple[bool, ...]:
        """Return a bar a point, the earned ones first; () when there are too many to be seen apart."""
        possible = int(self.score.possible)
        return tuple(place < int(self.score.points) for place in range(possible)) if possible <= LONGEST_BAR else ()

    @property
    def not_right(self) -> tuple[Answer, ...]:
        """Return the answers without full credit."""
        return tuple(answer for answer in self.answers if not answer.is_right)

    @property
    def listed(self) -> tuple[Answer, ...]:
        """Return the answers under the chosen tab."""
        return self.not_right if self.only_not_right else self.answers


def result_page(result: Result, *, is_own: bool, opened: int | None, only_not_right: bool, now: datetime) -> ResultPage:
    """Return the page; ``opened`` is the question whose evidence is marked, by default the first not right.

    A teacher sees the key whatever the policy says.
    """
    sitting = result.sitting
    shows_key = result.may_see_key or not is_own
    frame = ResultPage(
        id=sitting.id,
        title=sitting.quiz.title,
        student=sitting.student_name,
        is_own=is_own,
        ended=ended_words(sitting, now, is_own=is_own),
        zone=sitting.quiz.time_zone,
        score=result.score,
        whole_points=all(credit in (0, 1) for credit in result.credits),
        shows_key=shows_key,
        when_key="" if shows_key else when_key(sitting.quiz.policy, sitting.quiz.time_zone),
    )
    return _with_answers(frame, result, opened, only_not_right) if shows_key else frame


def _with_answers(frame: ResultPage, result: Result, opened: int | None, only_not_right: bool) -> ResultPage:
    sitting = result.sitting
    questions = sitting.paper.questions
    answers = tuple(
        _answer(sitting, place, question, result.credits[place]) for place, question in enumerate(questions)
    )
    first = next((answer.number for answer in answers if not answer.is_right), 0)
    chosen = opened if opened is not None and 0 <= opened <= len(answers) else first
    judged = [
        (question.item.key, Verdict(response) if (response := sitting.responses.get(place)) else None)
        for place, question in enumerate(questions)
        if isinstance(question.item, VerdictItem)
    ]
    by_passage = all(question.item.basis is Basis.PASSAGE for question in questions)
    return replace(
        frame,
        answers=answers,
        passages=tuple(_marked(sitting, name, chosen) for name in sitting.paper.passages),
        pattern=pattern(judged, by_passage=by_passage, among_others=bool(sitting.responses)),
        opened=chosen,
        only_not_right=only_not_right,
    )


def _answer(sitting: Sitting, place: int, question: Question, credit: Fraction) -> Answer:
    item = question.item
    context, stem = without_context(item.stem)
    passage = sitting.passages[question.passage]
    evidence = question.evidence
    return Answer(
        number=place + 1,
        kind=item.kind,
        context=context,
        stem=stem,
        credit=credit,
        said=said(item, sitting.responses.get(place, "")),
        key=key(item),
        by_evidence=item.basis is Basis.EVIDENCE,
        rationale=item.rationale,
        quotes=tuple(_quote(passage, span) for span in item.spans),
        sources=evidence.sources if evidence else (),
    )


def _quote(passage: Passage, span: Span) -> Quote:
    paragraph = passage.paragraph_at(span.start)
    return Quote(span.of(passage.text), paragraph.number if paragraph else 0)


def _marked(sitting: Sitting, name: str, opened: int) -> MarkedPassage:
    """Return the passage with one mark a stretch, labelled with every question that it speaks to."""
    passage = sitting.passages[name]
    numbers: dict[Span, list[int]] = {}
    for place, question in enumerate(sitting.paper.questions, start=1):
        if question.passage == name:
            for span in question.item.spans:
                numbers.setdefault(span, []).append(place)
    marks = [_mark(span, each, opened) for span, each in numbers.items()]
    blocks = tuple(block for block in shown(passage, marks) if block.level != 1)
    return MarkedPassage(passage.title, blocks)


def _mark(span: Span, numbers: list[int], opened: int) -> Mark:
    label = ", ".join(f"{number}" for number in numbers)
    look = " ".join(["evidence", *(f"q-{number}" for number in numbers), *(["open"] if opened in numbers else [])])
    spoken = f"Question{'s' if len(numbers) > 1 else ''} {label}:"
    return Mark(span, f"{span.start}-{span.end}", look=look, label=label, spoken=spoken)
