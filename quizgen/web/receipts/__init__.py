"""Receipts: given with what was saved, and checked later."""
