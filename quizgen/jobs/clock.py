"""The worker's clock and dice."""

import secrets
from datetime import UTC, datetime


def now() -> datetime:
    """Return this instant in UTC."""
    return datetime.now(UTC)


def seed() -> int:
    """Return a fresh unguessable seed of 63 bits."""
    return secrets.randbits(63)
