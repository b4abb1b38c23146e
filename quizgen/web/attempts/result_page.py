"""What the result shows: how it ended, the score, each answer with its reasons, and the passage with the evidence."""

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.reveal import Part
from quizgen.domain.attempts.showing import ALL
from quizgen.domain.claims.claim import Source, Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from quizgen.domain.scoring.score import Score
from quizgen.services.showing import Shown
from quizgen.services.taking import Result, Sitting
from quizgen.web.attempts.endings import ended_words, when_rest
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
    """One question after the end: what was said, the mark, the key, why, and what speaks for it.

    What may not be seen is not there: a ``credit`` of None, no ``stem``, no ``key``, no ``rationale``.
    A question that was taken out, ``is_out``, has no credit either.
    """

    number: int
    kind: str
    credit: Fraction | None = None
    is_out: bool = False
    context: str = ""
    stem: str = ""
    said: Words | None = None
    key: Words | None = None
    by_evidence: bool = False
    rationale: str = ""
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def opens(self) -> bool:
        """Tell whether there is more to see of it than its row."""
        return bool(self.key or self.rationale or self.quotes or self.sources)

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
    """An ended attempt, with those parts that its reader may see; ``when_rest`` says when the others come, or ""."""

    id: int
    title: str
    student: str
    is_own: bool
    ended: str
    zone: str
    score: Score | None
    whole_points: bool
    shows_answers: bool
    shows_marks: bool
    when_rest: str
    answers: tuple[Answer, ...] = ()
    passages: tuple[MarkedPassage, ...] = ()
    pattern: Pattern | None = None
    opened: int = 0
    only_not_right: bool = False

    @property
    def bars(self) -> tuple[bool, ...]:
        """Return a bar a point, the earned ones first; () when there are too many to be seen apart."""
        if self.score is None:
            return ()
        possible = int(self.score.possible)
        return tuple(place < int(self.score.points) for place in range(possible)) if possible <= LONGEST_BAR else ()

    @property
    def not_right(self) -> tuple[Answer, ...]:
        """Return the answers without full credit."""
        return tuple(
            answer for answer in self.answers if self.shows_marks and not answer.is_right and not answer.is_out
        )

    @property
    def listed(self) -> tuple[Answer, ...]:
        """Return the answers under the chosen tab."""
        return self.not_right if self.only_not_right else self.answers


def result_page(result: Result, *, is_own: bool, opened: int | None, only_not_right: bool, now: datetime) -> ResultPage:
    """Return the page; ``opened`` is the question whose evidence is marked, by default the first not right.

    A teacher sees the key whatever the policy says.
    """
    sitting = result.sitting
    shown = result.shown if is_own else Shown(ALL)
    is_void = sitting.attempt.state is State.VOIDED
    frame = ResultPage(
        id=sitting.id,
        title=sitting.quiz.title,
        student=sitting.student_name,
        is_own=is_own,
        ended=ended_words(sitting, now, is_own=is_own),
        zone=sitting.quiz.time_zone,
        score=result.score if Part.SCORE in shown.parts else None,
        whole_points=all(credit in (0, 1, None) for credit in result.credits),
        shows_answers=bool(shown.parts & {Part.ANSWERED, Part.MARK}),
        shows_marks=Part.MARK in shown.parts,
        when_rest="" if is_void else when_rest(sitting.quiz.policy, shown, sitting.quiz.time_zone),
    )
    return _with_answers(frame, result, shown.parts, opened, only_not_right) if frame.shows_answers else frame


def _with_answers(
    frame: ResultPage, result: Result, parts: frozenset[Part], opened: int | None, only_not_right: bool
) -> ResultPage:
    sitting = result.sitting
    answers = tuple(_answer(sitting, place, credit, parts) for place, credit in enumerate(result.credits))
    frame = replace(frame, answers=answers)
    first = next((answer.number for answer in frame.not_right), 0)
    chosen = opened if opened is not None and 0 <= opened <= len(answers) else first
    names = sitting.paper.passages if Part.EVIDENCE in parts else ()
    return replace(
        frame,
        passages=tuple(_marked(sitting, name, chosen) for name in names),
        pattern=_pattern(sitting) if Part.KEY in parts else None,
        opened=chosen,
        only_not_right=only_not_right and frame.shows_marks,
    )


def _pattern(sitting: Sitting) -> Pattern | None:
    questions = sitting.paper.questions
    judged = [
        (question.item.key, Verdict(response) if (response := sitting.responses.get(place)) else None)
        for place, question in enumerate(questions)
        if isinstance(question.item, VerdictItem)
    ]
    by_passage = all(question.item.basis is Basis.PASSAGE for question in questions)
    return pattern(judged, by_passage=by_passage, among_others=bool(sitting.responses))


def _answer(sitting: Sitting, place: int, credit: Fraction | None, parts: frozenset[Part]) -> Answer:
    question = sitting.paper.questions[place]
    item = question.item
    answer = Answer(place + 1, item.kind)
    if Part.MARK in parts:
        answer = replace(answer, credit=credit, is_out=credit is None)
    if Part.ANSWERED in parts:
        context, stem = without_context(item.stem)
        answer = replace(answer, context=context, stem=stem, said=said(item, sitting.responses.get(place, "")))
    if Part.KEY in parts:
        answer = replace(answer, key=key(item), by_evidence=item.basis is Basis.EVIDENCE)
    if Part.RATIONALE in parts:
        answer = replace(answer, rationale=item.rationale)
    if Part.EVIDENCE in parts:
        quotes = tuple(_quote(sitting.passages[question.passage], span) for span in item.spans)
        answer = replace(answer, quotes=quotes, sources=question.evidence.sources if question.evidence else ())
    return answer


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
