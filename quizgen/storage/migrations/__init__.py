"""Alembic revisions, oldest first; applied by ``quizgen.storage.migrate`` only."""
