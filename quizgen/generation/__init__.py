"""Parsed passage -> claims -> items -> gates -> bank draft. Pure: it sees the values of language, never spaCy."""
