"""quizgen turns a text into a fair quiz: claims, a question bank, timed attempts, scores and a gradebook."""

__version__ = "0.1.0"
