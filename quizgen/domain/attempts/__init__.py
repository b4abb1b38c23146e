"""Attempts: the policy of a quiz, its timing, who may start, the frozen paper, and the legal transitions."""
