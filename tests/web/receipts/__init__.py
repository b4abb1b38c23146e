"""Receipts on the web."""
