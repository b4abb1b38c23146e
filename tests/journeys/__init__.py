"""Journeys: the real server, a real browser, and a person's steps."""
