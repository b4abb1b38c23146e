"""Sitting a quiz, handing it in, and the result."""
