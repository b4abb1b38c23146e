"""What must hold of an attempt after any failure, looked at from behind the pages."""

from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, Response
from sqlalchemy import func, select

from quizgen.domain.attempts.attempt import OPEN
from quizgen.domain.attempts.receipt import Receipt, opened, receipt_of_answer
from quizgen.domain.scoring.marking import mark
from quizgen.domain.scoring.rules import Mark
from quizgen.domain.scoring.score import total
from quizgen.services import taking
from quizgen.settings import Settings
from quizgen.storage.tables import AttemptRow, MarkRow, ResponseRow
from tests.journeys.quiz.conftest import Room, stored_sequences

GRACE = timedelta(seconds=30)
SAVED = """
() => [...document.querySelectorAll('button.square')].flatMap((square, place) => {
  const chosen = document.querySelector(`#question-${place + 1} input:checked`);
  return square.matches('.is-saved:not(.is-waiting)') && chosen ? [[place, chosen.value]] : [];
})
"""


class Auditor:
    """Remembers what the pages that it watches were promised, and holds the database to it."""

    def __init__(self, room: Room, attempt: int) -> None:
        self.room, self.attempt = room, attempt
        self.codes: list[str] = []

    def watch(self, *pages: Page) -> None:
        """Keep the receipts of all answers that these pages save."""
        for page in pages:
            page.on("response", self._heard)

    def audit(self, *pages: Page) -> None:
        """Check invariants 1 to 4; ``pages`` are quiz pages whose map must agree with the database too."""
        self._acknowledged_is_stored()
        stored = {place: response for place, response, _ in stored_sequences(self.room, self.attempt)}
        for page in pages:
            for place, response in page.evaluate(SAVED):
                assert stored[place] == response, f"question {place + 1} showed {response} as saved"
        with self.room.database.reading() as session:
            row = session.get(AttemptRow, self.attempt)
            assert row is not None
            mine = AttemptRow.quiz_id == row.quiz_id, AttemptRow.student_id == row.student_id
            count = select(func.count()).where(*mine, AttemptRow.state.in_(OPEN))
            assert (session.scalar(count) or 0) == int(row.state in OPEN), "one open attempt at most"
            last = session.scalar(select(func.max(ResponseRow.saved_at)).where(ResponseRow.attempt_id == row.id))
            if last and row.deadline:
                assert last < row.deadline + GRACE, "saved after deadline and grace"
            if row.state in OPEN:
                return
            assert last is None or row.finished is None or last < row.finished + GRACE, "saved after the end"
            sitting = taking.sitting(session, row.id)
            columns = select(MarkRow.credit, MarkRow.points, MarkRow.possible)
            stored_marks = session.execute(columns.where(MarkRow.attempt_id == row.id).order_by(MarkRow.position))
            expected = mark(sitting.paper, sitting.responses)
            assert [Mark(*each) for each in stored_marks] == list(expected), "marks are a function of what is stored"
            score = total(expected)
            assert (row.points, row.possible) == (score.points, score.possible)

    def _heard(self, response: Response) -> None:
        if response.url.endswith("/responses") and response.ok:
            reply: dict[str, Any] = response.json()
            if reply["accepted"]:
                self.codes.append(reply["receipt"])

    def _acknowledged_is_stored(self) -> None:
        rows = stored_sequences(self.room, self.attempt)
        assert len({place for place, _, _ in rows}) == len(rows), "a question is stored twice"
        stored = {place: (response, sequence) for place, response, sequence in rows}
        for code in self.codes:
            receipt = opened(code, self._key)
            assert receipt is not None, f"{code} is not genuine"
            assert receipt.attempt == self.attempt
            self._holds(receipt, *stored[receipt.question - 1])

    def _holds(self, receipt: Receipt, response: str, sequence: int) -> None:
        assert sequence >= receipt.number, f"question {receipt.question} fell back"
        if sequence == receipt.number:
            now = receipt_of_answer(receipt.attempt, receipt.question - 1, response, sequence, receipt.at)
            assert now.digest == receipt.digest, f"question {receipt.question} is another one than was acknowledged"

    @property
    def _key(self) -> str:
        return Settings.from_env({"QUIZGEN_DATA_DIR": str(self.room.site.folder)}).secret_key
