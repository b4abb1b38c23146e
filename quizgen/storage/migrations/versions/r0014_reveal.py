"""What a student may see, as a matrix, and a teacher's word that results are shown."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_KEPT = {"sqlite_autoincrement": True}
_JSON = sa.JSON(none_as_null=True)
_PARTS = ("score", "answered", "mark", "key", "rationale", "evidence")
_FIRST, _CLOSED, _NEVER = "after handing in", "after closing", "never"
_MATRICES = {when: dict(zip(_PARTS, [_FIRST, *[when] * 5], strict=True)) for when in (_FIRST, _CLOSED, _NEVER)}


def upgrade() -> None:
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as quizzes:
        quizzes.add_column(sa.Column("matrix", _JSON, nullable=True))
    _copy("reveal", sa.Text(), "matrix", _JSON, _MATRICES.__getitem__)
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as quizzes:
        quizzes.drop_constraint(op.f("ck_quizzes_reveal"), type_="check")
        quizzes.drop_column("reveal")
        quizzes.alter_column("matrix", new_column_name="reveal", existing_type=_JSON, nullable=False)
    _overrides(_MATRICES.__getitem__)
    op.create_table(
        "releases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("said", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_releases_quiz_id"),
        sa.ForeignKeyConstraint(["said_by_id"], ["accounts.id"], name="fk_releases_said_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_releases_quiz_id", "releases", ["quiz_id"])


def downgrade() -> None:
    """A quiz says again when its right answers are shown; what only a teacher's word would show is not shown."""
    op.drop_table("releases")
    _overrides(_word)
    kind = sa.Enum(*_MATRICES, name="reveal", native_enum=False, create_constraint=True, length=40)
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as quizzes:
        quizzes.add_column(sa.Column("word", sa.Text(), nullable=True))
    _copy("reveal", _JSON, "word", sa.Text(), _word)
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as quizzes:
        quizzes.drop_column("reveal")
        quizzes.add_column(sa.Column("reveal", kind, nullable=False, server_default=_NEVER))
    op.execute("UPDATE quizzes SET reveal = word")
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as quizzes:
        quizzes.drop_column("word")
        quizzes.alter_column("reveal", server_default=None)


def _word(matrix: dict[str, str]) -> str:
    word = matrix.get("key", _NEVER)
    return word if word in _MATRICES else _NEVER


def _copy(old: str, old_type: Any, new: str, new_type: Any, made: Callable[[Any], Any]) -> None:
    table = sa.table("quizzes", sa.column("id"), sa.column(old, old_type), sa.column(new, new_type))
    for quiz_id, value in op.get_bind().execute(sa.select(table.c.id, table.c[old])).all():
        op.execute(table.update().where(table.c.id == quiz_id).values({new: made(value)}))


def _overrides(made: Callable[[Any], Any]) -> None:
    table = sa.table("overrides", sa.column("id"), sa.column("changes", _JSON))
    for override_id, changes in op.get_bind().execute(sa.select(table.c.id, table.c.changes)).all():
        if "reveal" in changes:
            told = {**changes, "reveal": made(changes["reveal"])}
            op.execute(table.update().where(table.c.id == override_id).values(changes=told))
