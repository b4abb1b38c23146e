"""What every test may ask for by name."""

from tests.databases import database, database_url, empty_url, migrated_file, postgres

__all__ = ["database", "database_url", "empty_url", "migrated_file", "postgres"]
