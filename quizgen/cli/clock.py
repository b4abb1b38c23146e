"""The command line's clock and dice."""

import random
import secrets
from datetime import UTC, datetime

# No look-alikes (0 o, 1 l i), since these are read from paper and typed.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def now() -> datetime:
    """Return this instant in UTC."""
    return datetime.now(UTC)


def dice() -> random.Random:
    """Return unguessable dice."""
    return random.SystemRandom()


def password() -> str:
    """Return a random password of three groups of four, about 60 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
