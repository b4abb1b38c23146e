"""Papers to be printed."""
