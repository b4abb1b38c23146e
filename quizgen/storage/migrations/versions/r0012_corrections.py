"""Corrections of a quiz, and the marks before each."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_INTENTIONS = (
    "new key only",
    "old or new key",
    "full credit for all",
    "take the question out",
    "leave what is marked",
)


def upgrade() -> None:
    intention = sa.Enum(*_INTENTIONS, name="intention", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("intention", intention, nullable=False),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_corrections_quiz_id"),
        sa.ForeignKeyConstraint(["by_id"], ["accounts.id"], name="fk_corrections_by_id"),
        sa.ForeignKeyConstraint(["undone_by_id"], ["accounts.id"], name="fk_corrections_undone_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_quiz_id", "corrections", ["quiz_id"])
    op.create_table(
        "former_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("replaced", sa.DateTime(timezone=True), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("possible", sa.Text(), nullable=False),
        sa.Column("credits", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["correction_id"], ["corrections.id"], name="fk_former_marks_correction_id"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_former_marks_attempt_id"),
        sa.PrimaryKeyConstraint("id", name="pk_former_marks"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_former_marks_correction_id", "former_marks", ["correction_id"])
    op.create_index("ix_former_marks_attempt_id", "former_marks", ["attempt_id"])


def downgrade() -> None:
    op.drop_table("former_marks")
    op.drop_table("corrections")
