"""Quizzes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quizzes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("bank_version_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Integer(), nullable=False),
        sa.Column("opens", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=True),
        sa.Column("time_limit", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=True),
        sa.Column(
            "reveal",
            sa.Enum(
                "after handing in",
                "after closing",
                "never",
                name="reveal",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "basis",
            sa.Enum("passage", "evidence", name="basis", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["bank_id"], ["banks.id"], name="fk_quizzes_bank_id"),
        sa.ForeignKeyConstraint(["bank_version_id"], ["bank_versions.id"], name="fk_quizzes_bank_version_id"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_quizzes_class_id"),
        sa.ForeignKeyConstraint(["published_by_id"], ["accounts.id"], name="fk_quizzes_published_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_quizzes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_quizzes_bank_id", "quizzes", ["bank_id"])
    op.create_index("ix_quizzes_class_id", "quizzes", ["class_id"])


def downgrade() -> None:
    op.drop_table("quizzes")
