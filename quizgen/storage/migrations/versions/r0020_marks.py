"""The points of each mark, and how sure a student is of an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_CONFIDENCES = ("sure", "fairly", "guessing")


def upgrade() -> None:
    sure = sa.Enum(*_CONFIDENCES, name="confidence", native_enum=False, create_constraint=True, length=40)
    with op.batch_alter_table("responses") as batch:
        batch.add_column(sa.Column("confidence", sure, nullable=True))
    with op.batch_alter_table("marks") as batch:
        batch.add_column(sa.Column("points", sa.Text(), nullable=True))
        batch.add_column(sa.Column("possible", sa.Text(), nullable=True))
    op.execute("UPDATE marks SET points = credit, possible = '1'")
    with op.batch_alter_table("marks") as batch:
        batch.alter_column("points", nullable=False)
        batch.alter_column("possible", nullable=False)
    with op.batch_alter_table("former_marks", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("credits", new_column_name="marks")


def downgrade() -> None:
    with op.batch_alter_table("former_marks", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("marks", new_column_name="credits")
    with op.batch_alter_table("marks") as batch:
        batch.drop_column("possible")
        batch.drop_column("points")
    with op.batch_alter_table("responses") as batch:
        batch.drop_constraint(op.f("ck_responses_confidence"), type_="check")
        batch.drop_column("confidence")
