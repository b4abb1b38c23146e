"""Practice: banks opened for classes, cards of students, and every answer."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_KEPT = {"sqlite_autoincrement": True}


def upgrade() -> None:
    op.create_table(
        "practice_openings",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("new_a_day", sa.Integer(), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_practice_openings_class_id"),
        sa.ForeignKeyConstraint(["bank_id"], ["banks.id"], name="fk_practice_openings_bank_id"),
        sa.ForeignKeyConstraint(["opened_by_id"], ["accounts.id"], name="fk_practice_openings_opened_by_id"),
        sa.PrimaryKeyConstraint("class_id", "bank_id", name="pk_practice_openings"),
    )
    op.create_index("ix_practice_openings_bank_id", "practice_openings", ["bank_id"])
    _cards()
    _reviews()


def _cards() -> None:
    op.create_table(
        "practice_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("stage", _words("stage", "learning", "review", "relearning"), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("stability", sa.Double(), nullable=False),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_practice_cards_student_id"),
        sa.ForeignKeyConstraint(["bank_id"], ["banks.id"], name="fk_practice_cards_bank_id"),
        sa.PrimaryKeyConstraint("id", name="pk_practice_cards"),
        sa.UniqueConstraint("student_id", "bank_id", "item", name="uq_practice_cards_student_id_bank_id_item"),
        **_KEPT,
    )
    op.create_index("ix_practice_cards_bank_id", "practice_cards", ["bank_id"])


def _reviews() -> None:
    op.create_table(
        "practice_reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("bank_version_id", sa.Integer(), nullable=False),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("rating", _words("rating", "again", "hard", "good"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["practice_cards.id"], name="fk_practice_reviews_card_id"),
        sa.ForeignKeyConstraint(["bank_version_id"], ["bank_versions.id"], name="fk_practice_reviews_bank_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_practice_reviews"),
        sa.UniqueConstraint("card_id", "number", name="uq_practice_reviews_card_id_number"),
        **_KEPT,
    )


def downgrade() -> None:
    for table in ("practice_reviews", "practice_cards", "practice_openings"):
        op.drop_table(table)


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=40)
