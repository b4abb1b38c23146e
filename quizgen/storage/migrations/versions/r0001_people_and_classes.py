"""People and the classes they are in."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("username_folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("email_folded", sa.Text(), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "administrator", "teacher", "student", name="role", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("uniquifier", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("email_folded", name="uq_accounts_email_folded"),
        sa.UniqueConstraint("uniquifier", name="uq_accounts_uniquifier"),
        sa.UniqueConstraint("username_folded", name="uq_accounts_username_folded"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "classes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("join_code", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["teacher_id"], ["accounts.id"], name="fk_classes_teacher_id"),
        sa.PrimaryKeyConstraint("id", name="pk_classes"),
        sa.UniqueConstraint("join_code", name="uq_classes_join_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_classes_teacher_id", "classes", ["teacher_id"])
    op.create_table(
        "enrolments",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("joined", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_enrolments_class_id"),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_enrolments_student_id"),
        sa.PrimaryKeyConstraint("class_id", "student_id", name="pk_enrolments"),
    )
    op.create_index("ix_enrolments_student_id", "enrolments", ["student_id"])


def downgrade() -> None:
    op.drop_table("enrolments")
    op.drop_table("classes")
    op.drop_table("accounts")
