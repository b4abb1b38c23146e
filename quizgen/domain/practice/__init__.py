"""Practice: what a student remembers of a question, and which question comes next."""
