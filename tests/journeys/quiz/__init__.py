"""The quiz page in a real browser: keys, connection, time, and everybody's eyes and ears."""
