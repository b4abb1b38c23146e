"""The verbs of the product: plain functions of (session, ..., *, now, rng) that add and flush, never commit."""
