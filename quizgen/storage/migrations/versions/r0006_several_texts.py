"""What a teacher asks of a bank, several texts for one, and drafts that wait for their teacher."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True)
_STATES = ("queued", "running", "done", "failed", "cancelled")
_JOBS = sa.table(
    "jobs",
    sa.column("id", sa.Integer()),
    sa.column("name", sa.Text()),
    sa.column("original", sa.LargeBinary()),
    sa.column("reading", _JSON),
    sa.column("seed", sa.BigInteger()),
    sa.column("options", _JSON),
)
_TEXTS = sa.table(
    "job_texts",
    sa.column("job_id", sa.Integer()),
    sa.column("place", sa.Integer()),
    sa.column("name", sa.Text()),
    sa.column("title", sa.Text()),
    sa.column("original", sa.LargeBinary()),
    sa.column("reading", _JSON),
    sa.column("used", sa.Boolean()),
    sa.column("put_back", _JSON),
)


def upgrade() -> None:
    op.create_table(
        "job_texts",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=False),
        sa.Column("reading", _JSON, nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("put_back", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_job_texts_job_id"),
        sa.PrimaryKeyConstraint("job_id", "place", name="pk_job_texts"),
    )
    with _jobs() as jobs:
        jobs.add_column(sa.Column("options", _JSON, nullable=True))
        jobs.alter_column("state", existing_type=_states(), type_=_states("read"), existing_nullable=False)
    for job_id in _ids():
        job = _row(sa.select(_JOBS).where(_JOBS.c.id == job_id))
        text = {name: job[name] for name in ("name", "original", "reading")}
        given = {"job_id": job_id, "place": 1, "title": job["reading"]["title"], "used": True, "put_back": []}
        op.get_bind().execute(_TEXTS.insert().values(**text, **given))
        _set(job_id, options={"seed": job["seed"]})
    with _jobs() as jobs:
        jobs.alter_column("options", existing_type=_JSON, nullable=False)
        for name in ("name", "original", "reading", "seed"):
            jobs.drop_column(name)


def downgrade() -> None:
    """Of several texts the first is kept; a draft that waits for its teacher counts as stopped."""
    op.execute("UPDATE jobs SET state = 'cancelled', finished = requested WHERE state = 'read'")
    columns: dict[str, Any] = {
        "name": sa.Text(),
        "original": sa.LargeBinary(),
        "reading": _JSON,
        "seed": sa.BigInteger(),
    }
    with _jobs() as jobs:
        for name, kind in columns.items():
            jobs.add_column(sa.Column(name, kind, nullable=True))
        jobs.alter_column("state", existing_type=_states("read"), type_=_states(), existing_nullable=False)
    for job_id in _ids():
        options = _row(sa.select(_JOBS.c.options).where(_JOBS.c.id == job_id))["options"]
        first = sa.select(_TEXTS.c.name, _TEXTS.c.original, _TEXTS.c.reading).where(_TEXTS.c.job_id == job_id)
        _set(job_id, **_row(first.order_by(_TEXTS.c.place).limit(1)), seed=options.get("seed", 0))
    with _jobs() as jobs:
        for name, kind in columns.items():
            jobs.alter_column(name, existing_type=kind, nullable=False)
        jobs.drop_column("options")
    op.drop_table("job_texts")


def _jobs() -> Any:
    return op.batch_alter_table("jobs", table_kwargs={"sqlite_autoincrement": True})


def _states(*more: str) -> sa.Enum:
    return sa.Enum(*more, *_STATES, name="jobstate", native_enum=False, create_constraint=True, length=40)


def _ids() -> list[int]:
    # One at a time is read and written: each holds a whole text.
    return list(op.get_bind().scalars(sa.select(_JOBS.c.id)))


def _row(query: sa.Select[Any]) -> dict[str, Any]:
    return dict(op.get_bind().execute(query).one()._mapping)


def _set(job_id: int, **values: object) -> None:
    op.get_bind().execute(_JOBS.update().where(_JOBS.c.id == job_id).values(**values))
