"""Quizzes as teachers set them."""
