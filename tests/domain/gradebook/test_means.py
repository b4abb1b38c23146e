from fractions import Fraction

from quizgen.domain.gradebook.gradebook import Cell, Column, Gradebook, Row, Standing
from quizgen.domain.gradebook.means import column_means, mean_share
from quizgen.domain.scoring.score import Score


def cell(points: str, possible: int = 3) -> Cell:
    if not points:
        return Cell()
    return Cell(Standing.DONE, Score(Fraction(points), Fraction(possible)), attempts=1)


def gradebook(*rows: tuple[str, ...]) -> Gradebook:
    columns = tuple(Column(number, f"Quiz {number}", None) for number, _ in enumerate(rows[0] if rows else ()))
    return Gradebook(
        "8 Heron",
        columns,
        tuple(Row(number, "Juniper", f"juniper{number}", tuple(map(cell, row))) for number, row in enumerate(rows)),
    )


def test_who_has_no_score_counts_neither_way() -> None:
    book = gradebook(("1", "3"), ("2", ""), ("", ""))
    assert column_means(book) == (Fraction(3, 2), Fraction(3))
    assert mean_share(book) == (Fraction(4, 6) + Fraction(2, 3)) / 2


def test_thirds_stay_exact() -> None:
    book = gradebook(("1/3",), ("1/3",), ("1/3",))
    assert column_means(book) == (Fraction(1, 3),)
    assert mean_share(book) == Fraction(1, 9)


def test_without_any_score_there_is_no_mean() -> None:
    assert column_means(gradebook(("", ""))) == (None, None)
    assert mean_share(gradebook(("", ""))) is None
    assert column_means(gradebook()) == ()
    assert mean_share(gradebook()) is None
