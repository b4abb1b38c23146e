"""The worker's edge; Huey lives here."""
