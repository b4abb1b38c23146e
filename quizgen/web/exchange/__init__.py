"""Banks out to files, and in from them."""
