"""More rules of a quiz, overrides and accommodations, and attempts whose clock can stand still."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('running', 'paused')")
_UNMARKED = sa.text("state IN ('handed in', 'expired') AND NOT marked")
_WAS_RUNNING = sa.text("state = 'running'")
_WAS_UNMARKED = sa.text("state <> 'running' AND NOT marked")
_KEPT = {"sqlite_autoincrement": True}
_CHOICES = {
    "closing": ("must finish by", "must start by"),
    "order": ("shuffled", "as in the bank"),
    "layout": ("one at a time", "all on one page"),
    "navigation": ("free", "forward only"),
}


def upgrade() -> None:
    _quizzes()
    _overrides()
    _accommodations()
    _attempts()


def _quizzes() -> None:
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as batch:
        batch.add_column(sa.Column("wait", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("access_code", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("networks", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        for name, values in _CHOICES.items():
            kind = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)
            batch.add_column(sa.Column(name, kind, nullable=False, server_default=values[0]))
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as batch:
        for name in ("access_code", "networks", *_CHOICES):
            batch.alter_column(name, server_default=None)


def _overrides() -> None:
    op.create_table(
        "overrides",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("everyone", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_overrides_quiz_id"),
        sa.ForeignKeyConstraint(["changed_by_id"], ["accounts.id"], name="fk_overrides_changed_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_overrides"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_overrides_quiz_id", "overrides", ["quiz_id"])
    op.create_table(
        "override_students",
        sa.Column("override_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["override_id"], ["overrides.id"], name="fk_override_students_override_id"),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_override_students_student_id"),
        sa.PrimaryKeyConstraint("override_id", "student_id", name="pk_override_students"),
    )
    op.create_index("ix_override_students_student_id", "override_students", ["student_id"])


def _accommodations() -> None:
    op.create_table(
        "accommodations",
        sa.Column("student_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("extra_time", sa.Text(), nullable=False),
        sa.Column("breaks", sa.BigInteger(), nullable=False),
        sa.Column("no_countdown", sa.Boolean(), nullable=False),
        sa.Column("larger_type", sa.Boolean(), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_accommodations_student_id"),
        sa.ForeignKeyConstraint(["changed_by_id"], ["accounts.id"], name="fk_accommodations_changed_by_id"),
        sa.PrimaryKeyConstraint("student_id", name="pk_accommodations"),
    )


def _attempts() -> None:
    op.drop_index("uq_attempts_running", "attempts")
    op.drop_index("ix_attempts_unmarked", "attempts")
    with op.batch_alter_table("attempts", table_kwargs=_KEPT) as batch:
        batch.drop_constraint(op.f("ck_attempts_state"), type_="check")
        for name in ("paused_at", "resumes"):
            batch.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        for name in ("paused", "breaks", "granted"):
            batch.add_column(sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
        batch.create_check_constraint(
            op.f("ck_attempts_state"), "state IN ('running', 'paused', 'handed in', 'expired', 'voided')"
        )
    with op.batch_alter_table("attempts", table_kwargs=_KEPT) as batch:
        for name in ("paused", "breaks", "granted"):
            batch.alter_column(name, server_default=None)
    _index_of_open("uq_attempts_open", _OPEN)
    op.create_index("ix_attempts_unmarked", "attempts", ["id"], sqlite_where=_UNMARKED, postgresql_where=_UNMARKED)


def _index_of_open(name: str, where: sa.TextClause) -> None:
    columns = ["quiz_id", "student_id"]
    op.create_index(name, "attempts", columns, unique=True, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index("uq_attempts_open", "attempts")
    op.drop_index("ix_attempts_unmarked", "attempts")
    with op.batch_alter_table("attempts", table_kwargs=_KEPT) as batch:
        batch.drop_constraint(op.f("ck_attempts_state"), type_="check")
        for name in ("paused_at", "resumes", "paused", "breaks", "granted"):
            batch.drop_column(name)
        batch.create_check_constraint(op.f("ck_attempts_state"), "state IN ('running', 'handed in', 'expired')")
    _index_of_open("uq_attempts_running", _WAS_RUNNING)
    op.create_index(
        "ix_attempts_unmarked", "attempts", ["id"], sqlite_where=_WAS_UNMARKED, postgresql_where=_WAS_UNMARKED
    )
    for table in ("accommodations", "override_students", "overrides"):
        op.drop_table(table)
    with op.batch_alter_table("quizzes", table_kwargs=_KEPT) as batch:
        for name in _CHOICES:
            batch.drop_constraint(op.f(f"ck_quizzes_{name}"), type_="check")
        for name in ("wait", "access_code", "networks", *_CHOICES):
            batch.drop_column(name)
