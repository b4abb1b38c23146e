"""Passwords as argon2id hashes: one way of hashing for the browser and the command line."""

from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# Of the settings that OWASP's cheat sheet on storing passwords calls equally hard, the one with the least memory: it is
# also the quickest where each hash takes fresh memory and gives it back.
_HASHER = PasswordHasher(time_cost=5, memory_cost=7_168, parallelism=1)
# A class that signs in at once must not multiply 7 MiB and a core's time by its size.
_ONE_AT_A_TIME = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hashing")
_NOBODYS_HASH = "$argon2id$v=19$m=7168,t=5,p=1$Icj6ZNWHUiAXYvdDeE2Plw$NHyJ03hkqByHAFS+2sL49m5PdmVeEzGh8j3TRDE8fls"


def hash_password(plain: str) -> str:
    """Return the argon2id hash of a password, with its salt and cost, as text."""
    return _ONE_AT_A_TIME.submit(_HASHER.hash, plain).result()


def matches(password_hash: str, plain: str) -> bool:
    """Tell whether ``plain`` is the password; False too for a hash that is not one."""
    try:
        return _ONE_AT_A_TIME.submit(_HASHER.verify, password_hash, plain).result()
    except (VerificationError, InvalidHashError):
        return False


def matches_nothing(plain: str) -> bool:
    """Return False after the time that a real comparison takes, so that nobody learns which names exist."""
    return matches(_NOBODYS_HASH, plain) and False


def needs_rehash(password_hash: str) -> bool:
    """Tell whether the hash was made at another cost than today's, or is no argon2 hash at all."""
    try:
        return _HASHER.check_needs_rehash(password_hash)
    except InvalidHashError:
        return True
