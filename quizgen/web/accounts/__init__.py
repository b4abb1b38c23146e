"""Signing in and out, and making an account with a class code."""
