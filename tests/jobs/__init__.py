"""The worker, its queue and its rounds."""
