"""Rows and their database; SQLAlchemy lives here."""
