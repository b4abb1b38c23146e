"""The gradebook and its CSV."""
