"""Practice: questions without a clock and without points, for students; opened and looked at by their teacher."""
