"""The web's own fixtures, for walking all of its routes."""

from tests.web.conftest import app, cast, database, enqueued, password_hash, settings, signed_in_as

__all__ = ["app", "cast", "database", "enqueued", "password_hash", "settings", "signed_in_as"]
