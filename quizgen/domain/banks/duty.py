"""What a colleague may do in somebody else's bank."""

from enum import StrEnum


class Duty(StrEnum):
    """Authors change the bank; reviewers use or drop the questions that wait. Neither invites or deletes."""

    AUTHOR = "author"
    REVIEWER = "reviewer"
