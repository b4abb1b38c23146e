"""Attempts with their papers, responses and marks."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _attempts()
    _what_belongs_to_each()


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "running", "handed in", "expired", name="state", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deadline", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("outline", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("marked", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Text(), nullable=True),
        sa.Column("possible", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_attempts_quiz_id"),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_attempts_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.UniqueConstraint("quiz_id", "student_id", "number", name="uq_attempts_quiz_id_student_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attempts_look_at", "attempts", ["look_at"])
    op.create_index("ix_attempts_student_id", "attempts", ["student_id"])
    op.create_index(
        "ix_attempts_unmarked",
        "attempts",
        ["id"],
        sqlite_where=sa.text("state <> 'running' AND NOT marked"),
        postgresql_where=sa.text("state <> 'running' AND NOT marked"),
    )
    op.create_index(
        "uq_attempts_running",
        "attempts",
        ["quiz_id", "student_id"],
        unique=True,
        sqlite_where=sa.text("state = 'running'"),
        postgresql_where=sa.text("state = 'running'"),
    )


def _what_belongs_to_each() -> None:
    op.create_table(
        "papers",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_papers_attempt_id"),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_papers"),
    )
    op.create_table(
        "responses",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_responses_attempt_id"),
        sa.PrimaryKeyConstraint("attempt_id", "position", name="pk_responses"),
    )
    op.create_table(
        "marks",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_marks_attempt_id"),
        sa.PrimaryKeyConstraint("attempt_id", "position", name="pk_marks"),
    )


def downgrade() -> None:
    op.drop_table("marks")
    op.drop_table("responses")
    op.drop_table("papers")
    op.drop_table("attempts")
