"""Who made a version of a bank, and why; files that wait for a teacher's word."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True)
_KEPT = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("bank_versions", table_kwargs=_KEPT) as versions:
        versions.add_column(sa.Column("made_by_id", sa.Integer(), nullable=True))
        versions.add_column(sa.Column("note", sa.Text(), nullable=True))
        versions.create_foreign_key("fk_bank_versions_made_by_id", "accounts", ["made_by_id"], ["id"])
    op.execute(
        "UPDATE bank_versions SET made_by_id = (SELECT owner_id FROM banks WHERE banks.id = bank_versions.bank_id)"
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.Column("target_version", sa.Integer(), nullable=True),
        sa.Column("document", _JSON, nullable=True),
        sa.Column("found", _JSON, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["accounts.id"], name="fk_imports_owner_id"),
        sa.ForeignKeyConstraint(["target_id"], ["banks.id"], name="fk_imports_target_id"),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imports_owner_id", "imports", ["owner_id"])


def downgrade() -> None:
    op.drop_table("imports")
    with op.batch_alter_table("bank_versions", table_kwargs=_KEPT) as versions:
        versions.drop_constraint("fk_bank_versions_made_by_id", type_="foreignkey")
        versions.drop_column("note")
        versions.drop_column("made_by_id")
