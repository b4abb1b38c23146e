"""Papers that are drawn before a quiz opens."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.create_table(
        "prepared_papers",
        sa.Column("quiz_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("student_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("outline", _JSON, nullable=False),
        sa.Column("document", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_prepared_papers_quiz_id"),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_prepared_papers_student_id"),
        sa.PrimaryKeyConstraint("quiz_id", "student_id", name="pk_prepared_papers"),
    )


def downgrade() -> None:
    op.drop_table("prepared_papers")
