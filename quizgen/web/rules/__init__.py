"""The rules of a quiz beyond its settings, exceptions from them, and what single students need."""
