"""Claims: what a passage puts forward, how it says it, and what evidence there is."""
