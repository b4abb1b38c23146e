"""The web's clock and dice: the only place of this edge that reads either."""

import random
import secrets
from datetime import UTC, datetime


def now() -> datetime:
    """Return this instant in UTC."""
    return datetime.now(UTC)


def seed() -> int:
    """Return a fresh unguessable seed of 63 bits."""
    return secrets.randbits(63)


def dice() -> random.Random:
    """Return unguessable dice."""
    return random.SystemRandom()


def unguessable() -> str:
    """Return 32 characters that nobody can guess."""
    return secrets.token_hex(16)
