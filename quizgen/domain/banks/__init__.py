"""Banks: passages, claims and items as one value; its plain form, its lint, and drawing from it."""
