"""The shares of the keys and the difficulty that a quiz is drawn with."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("quizzes", sa.Column("shares", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("quizzes", sa.Column("easiest", sa.Integer(), nullable=True))
    op.add_column("quizzes", sa.Column("hardest", sa.Integer(), nullable=True))


def downgrade() -> None:
    for name in ("hardest", "easiest", "shares"):
        op.drop_column("quizzes", name)
