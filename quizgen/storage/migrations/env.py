"""Run by Alembic: apply revisions over the connection that ``quizgen.storage.migrate`` holds."""

from alembic import context

from quizgen.storage import tables
from quizgen.storage.base import Base

assert tables  # noqa: S101 (imported so that the schema is known)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
