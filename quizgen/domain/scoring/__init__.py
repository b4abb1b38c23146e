"""Scores: credit per item, points per attempt, the score that counts; exact until shown."""
