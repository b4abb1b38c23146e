"""Trying a bank on a colleague: a blind sheet drawn from it, the answers read back, and what they show."""
