"""A quiz while it runs, for its teacher: who is where, and what the teacher does about it."""
