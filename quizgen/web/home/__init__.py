"""The first page of teachers and students."""
