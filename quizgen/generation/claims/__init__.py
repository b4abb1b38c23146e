"""Sentences become claims: what is put forward, how it is said, and what it depends on."""
