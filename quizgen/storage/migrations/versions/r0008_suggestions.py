"""Checks of claims against reference texts, and what they suggest."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True)
_STATES = ("waiting", "confirmed", "dismissed")


def upgrade() -> None:
    with op.batch_alter_table("jobs", table_kwargs={"sqlite_autoincrement": True}) as jobs:
        jobs.add_column(sa.Column("checks_id", sa.Integer(), nullable=True))
        jobs.create_foreign_key("fk_jobs_checks_id", "banks", ["checks_id"], ["id"])
        jobs.create_index("ix_jobs_checks_id", ["checks_id"])
    with op.batch_alter_table("job_texts") as texts:
        texts.add_column(sa.Column("citation", _JSON, nullable=True))
    state = sa.Enum(*_STATES, name="suggestionstate", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "suggestions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("document", _JSON, nullable=False),
        sa.Column("state", state, nullable=False),
        sa.Column("decided", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bank_id"], ["banks.id"], name="fk_suggestions_bank_id"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_suggestions_job_id"),
        sa.PrimaryKeyConstraint("id", name="pk_suggestions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_suggestions_bank_id_state", "suggestions", ["bank_id", "state"])
    op.create_index("ix_suggestions_job_id", "suggestions", ["job_id"])


def downgrade() -> None:
    """Checks and their texts go, since what came before would take them for drafts of banks."""
    op.drop_table("suggestions")
    op.execute("DELETE FROM job_texts WHERE job_id IN (SELECT id FROM jobs WHERE checks_id IS NOT NULL)")
    op.execute("DELETE FROM jobs WHERE checks_id IS NOT NULL")
    with op.batch_alter_table("job_texts") as texts:
        texts.drop_column("citation")
    with op.batch_alter_table("jobs", table_kwargs={"sqlite_autoincrement": True}) as jobs:
        jobs.drop_index("ix_jobs_checks_id")
        jobs.drop_constraint("fk_jobs_checks_id", type_="foreignkey")
        jobs.drop_column("checks_id")
