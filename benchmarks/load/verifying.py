"""After each run: what is stored is what was acknowledged, and every mark is what the answers deserve."""

from collections.abc import Mapping

from sqlalchemy import select

from benchmarks.school.bank import responses_by_stem
from quizgen.storage.engine import Database
from quizgen.storage.tables import AttemptRow, PaperRow, ResponseRow


def disagreements(database: Database, quiz_id: int, acknowledged: Mapping[tuple[int, int], str]) -> list[str]:
    """Return one line for each stored response that is not the acknowledged one, and for each wrong score."""
    with database.reading() as session:
        attempts = session.scalars(select(AttemptRow).where(AttemptRow.quiz_id == quiz_id)).all()
        ids = [row.id for row in attempts]
        rows = select(ResponseRow.attempt_id, ResponseRow.position, ResponseRow.response)
        stored = {
            (attempt, position): response
            for attempt, position, response in session.execute(rows.where(ResponseRow.attempt_id.in_(ids)))
        }
        papers = dict(
            session.execute(select(PaperRow.attempt_id, PaperRow.document).where(PaperRow.attempt_id.in_(ids))).all()
        )
    found = [
        f"attempt {key[0]}, question {key[1] + 1}: stored {stored.get(key)!r}, acknowledged {acknowledged.get(key)!r}"
        for key in sorted(stored.keys() | acknowledged.keys())
        if stored.get(key) != acknowledged.get(key)
    ]
    for row in attempts:
        due = deserved(papers[row.id], row.id, stored)
        if row.points != due:
            found.append(f"attempt {row.id}: {row.points} points stored, {due} deserved")
    return found


def deserved(paper: object, attempt: int, stored: Mapping[tuple[int, int], str]) -> int:
    """Return the points by what a student knows of the bank, without the product's own marking."""
    known = responses_by_stem()
    assert isinstance(paper, dict)
    stems = [question["item"]["stem"] for question in paper["questions"]]
    return sum(stored.get((attempt, position)) == known[stem][0] for position, stem in enumerate(stems))
