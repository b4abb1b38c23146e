"""Versions of a bank: their history, what differs, and quizzes brought up to date."""
