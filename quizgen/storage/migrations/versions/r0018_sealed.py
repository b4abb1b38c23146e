"""Questions that were left for good, where one can only go forward."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_KEPT = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("attempts", table_kwargs=_KEPT) as attempts:
        attempts.add_column(sa.Column("sealed", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("attempts", table_kwargs=_KEPT) as attempts:
        attempts.alter_column("sealed", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("attempts", table_kwargs=_KEPT) as attempts:
        attempts.drop_column("sealed")
