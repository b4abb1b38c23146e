"""Teachers who work in a bank beside its owner."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "colleagues",
        sa.Column("bank_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "duty",
            sa.Enum("author", "reviewer", name="duty", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["banks.id"], name="fk_colleagues_bank_id"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_colleagues_account_id"),
        sa.PrimaryKeyConstraint("bank_id", "account_id", name="pk_colleagues"),
    )
    op.create_index("ix_colleagues_account_id", "colleagues", ["account_id"])


def downgrade() -> None:
    op.drop_table("colleagues")
