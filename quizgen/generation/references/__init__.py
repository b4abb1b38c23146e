"""Reference texts: which of their sentences speak to a claim, and what they seem to show about it."""
