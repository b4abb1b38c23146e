"""One visible pair of functions a noun: row to value, value to row."""
