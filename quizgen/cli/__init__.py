"""The command line's edge; click lives here, one module a noun."""
