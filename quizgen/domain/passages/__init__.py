"""Passages: the text that students judge, its structure, and spans into it."""
