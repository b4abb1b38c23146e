"""What a colleague may do in somebody else's bank."""

from enum import StrEnum


class Duty(StrEnum):
    """Authors change the bank; reviewers comment, and accept or reject what waits. Neither invites or deletes."""

    AUTHOR = "author"
    REVIEWER = "reviewer"
