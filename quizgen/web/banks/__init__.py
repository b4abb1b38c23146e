"""Banks: from a text to questions."""
