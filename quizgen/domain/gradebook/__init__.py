"""The gradebook: students by quizzes, totals, and the layouts of its CSV."""
