"""The acts of teachers on running attempts, and the signs of life of the students' pages."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ACTS = ("extend", "pause", "resume", "hand in", "reopen", "void", "restore")


def upgrade() -> None:
    act = sa.Enum(*_ACTS, name="act", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("act", act, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_acts_quiz_id"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_acts_attempt_id"),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_acts_student_id"),
        sa.ForeignKeyConstraint(["by_id"], ["accounts.id"], name="fk_acts_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_acts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_acts_quiz_id", "acts", ["quiz_id"])
    op.create_index("ix_acts_attempt_id", "acts", ["attempt_id"])
    op.create_table(
        "beats",
        sa.Column("attempt_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_beats_attempt_id"),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_beats"),
    )


def downgrade() -> None:
    op.drop_table("beats")
    op.drop_table("acts")
