"""The same student in the middle of the same quiz as in the tests of attempts."""

from tests.web.attempts.conftest import hands, hazel, juniper, published, sat, start

__all__ = ["hands", "hazel", "juniper", "published", "sat", "start"]
