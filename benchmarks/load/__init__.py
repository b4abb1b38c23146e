"""How fast: journeys of students on the real server, and in the same run what the bare framework can do."""
