"""The auditor: compares what was promised with what is kept, and counts; every figure but the first must be 0."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from sqlalchemy import func, select

from benchmarks.faults.sitter import Diary
from benchmarks.load.verifying import deserved
from benchmarks.school.engines import Place
from quizgen.domain.attempts.attempt import State
from quizgen.services import grading
from quizgen.storage.engine import Database
from quizgen.storage.tables import AttemptRow, MarkRow, PaperRow, QuizRow, ResponseRow

LONGEST_WAIT = 60.0


@dataclass(slots=True)
class Findings:
    """What the auditor counted, with one line for each thing that is wrong."""

    acknowledged: int = 0
    lost: int = 0
    duplicated: int = 0
    wrong_marks: int = 0
    still_open: int = 0
    other: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Tell whether nothing is wrong."""
        return not (self.lost or self.duplicated or self.wrong_marks or self.still_open or self.other)

    def note(self, figure: str, line: str) -> None:
        """Count one more of a figure and say why."""
        setattr(self, figure, getattr(self, figure) + 1)
        self.lines.append(f"{figure}: {line}")


def audit(place: Place, database: Database, quiz_id: int, diaries: Sequence[Diary], *, grace: timedelta) -> Findings:
    """Check the invariants I1 to I4, I6 and I7 over one quiz."""
    findings = Findings()
    kept = _Kept(database, quiz_id)
    for diary in diaries:
        _one_attempt(findings, kept, diary)
        if len(diary.attempts) == 1:
            (attempt,) = diary.attempts
            _promises(findings, kept, diary, attempt)
            _timely(findings, kept, diary, attempt, grace)
        if diary.longest_wait > LONGEST_WAIT:
            findings.note("other", f"I7 {diary.username} waited {diary.longest_wait:.1f} s for one answer to be saved")
        for line in diary.failures:
            findings.note("other", line)
    for row in kept.attempts.values():
        _score(findings, kept, row)
    _gradebook(findings, database, quiz_id, kept)
    if place.engine == "sqlite":
        said = sqlite3.connect(place.url.removeprefix("sqlite:///")).execute("PRAGMA integrity_check").fetchone()[0]
        if said != "ok":
            findings.note("other", f"the file is damaged: {said}")
    return findings


def fingerprint(database: Database, quiz_id: int) -> int:
    """Return a number that changes when any attempt, response or mark of the quiz does."""
    kept = _Kept(database, quiz_id)
    attempts = sorted((row.id, row.state, row.finished, row.points) for row in kept.attempts.values())
    return hash((tuple(attempts), tuple(sorted(kept.responses.items())), tuple(sorted(kept.marks.items()))))


def unfinished(database: Database, quiz_id: int) -> int:
    """Return how many attempts are still running or not marked."""
    with database.reading() as session:
        open_ones = (AttemptRow.state == State.RUNNING) | ~AttemptRow.marked
        return session.scalar(select(func.count()).where(AttemptRow.quiz_id == quiz_id, open_ones)) or 0


class _Kept:
    """All that is stored of one quiz."""

    def __init__(self, database: Database, quiz_id: int) -> None:
        with database.reading() as session:
            rows = session.scalars(select(AttemptRow).where(AttemptRow.quiz_id == quiz_id))
            self.attempts = {row.id: row for row in rows}
            ids = list(self.attempts)
            stored = select(ResponseRow).where(ResponseRow.attempt_id.in_(ids), ResponseRow.saved_at.is_not(None))
            self.responses = {
                (row.attempt_id, row.position): (row.sequence, row.response, row.saved_at)
                for row in session.scalars(stored)
            }
            marks = select(MarkRow).where(MarkRow.attempt_id.in_(ids))
            self.marks = {(row.attempt_id, row.position): row.credit for row in session.scalars(marks)}
            papers = select(PaperRow.attempt_id, PaperRow.document).where(PaperRow.attempt_id.in_(ids))
            self.papers = dict(session.execute(papers).all())

    def answers(self, attempt: int) -> dict[tuple[int, int], str]:
        """Return the stored responses of an attempt."""
        return {key: response for key, (_, response, _) in self.responses.items() if key[0] == attempt}


def _one_attempt(findings: Findings, kept: _Kept, diary: Diary) -> None:
    if len(diary.attempts) > 1:
        findings.note("duplicated", f"I2 {diary.username} was led to attempts {sorted(diary.attempts)}")
    findings.acknowledged += len(diary.acknowledged)
    for attempt in diary.attempts - kept.attempts.keys():
        findings.note("lost", f"{diary.username}: attempt {attempt} is gone")


def _promises(findings: Findings, kept: _Kept, diary: Diary, attempt: int) -> None:
    """I1: an acknowledged change is there, or one of a later sequence that the student sent too."""
    newest: dict[int, int] = {}
    for position, sequence in diary.acknowledged:
        newest[position] = max(newest.get(position, -1), sequence)
    for position, sequence in newest.items():
        found, response, _ = kept.responses.get((attempt, position), (-1, "", None))
        where = f"I1 {diary.username}, question {position + 1}: sequence {sequence} was acknowledged, {found} is stored"
        if found < sequence:
            findings.note("lost", where)
        elif diary.sent.get((position, found)) != response:
            findings.note("lost", f"{where} with {response!r}, which was never sent under it")


def _timely(findings: Findings, kept: _Kept, diary: Diary, attempt: int, grace: timedelta) -> None:
    """I4: nothing was taken after deadline plus grace, nor after handing in."""
    row = kept.attempts[attempt]
    for (owner, position), (_, _, saved_at) in kept.responses.items():
        if owner != attempt or saved_at is None:
            continue
        end = row.finished if row.state is State.HANDED_IN else row.deadline and row.deadline + grace
        if end is not None and saved_at > end:
            findings.note("other", f"I4 {diary.username}, question {position + 1}: saved {saved_at - end} too late")
    if diary.handed_in and row.state is State.RUNNING:
        findings.note("other", f"I3 {diary.username} handed in, and the attempt runs")


def _score(findings: Findings, kept: _Kept, row: AttemptRow) -> None:
    """I3: one score, and the one that the stored answers deserve."""
    if row.state is State.RUNNING or not row.marked:
        return
    marks = [credit for (attempt, _), credit in kept.marks.items() if attempt == row.id]
    due = deserved(kept.papers[row.id], row.id, kept.answers(row.id))
    if row.points != due or sum(marks, Fraction(0)) != due or len(marks) != len(row.outline):
        findings.note("wrong_marks", f"I3 attempt {row.id}: {row.points} points in {len(marks)} marks, {due} deserved")


def _gradebook(findings: Findings, database: Database, quiz_id: int, kept: _Kept) -> None:
    """I6: the column of the gradebook adds up to the attempts."""
    with database.reading() as session:
        quiz = session.get(QuizRow, quiz_id)
        assert quiz is not None
        book = grading.gradebook(session, quiz.class_id)
    at = next(place for place, column in enumerate(book.columns) if column.quiz == quiz_id)
    shown = sum((row.cells[at].score.points for row in book.rows if row.cells[at].score), Fraction(0))
    stored = sum((row.points for row in kept.attempts.values() if row.points is not None), Fraction(0))
    if shown != stored:
        findings.note("wrong_marks", f"I6 the gradebook adds up to {shown}, the attempts to {stored}")
