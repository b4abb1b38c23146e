"""Content ids follow from what a thing says and from nothing else."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.identity import content_id
from tests.strategies import texts


@given(st.lists(texts, max_size=3))
def test_the_same_content_has_the_same_id(parts: list[str]) -> None:
    assert content_id("c", *parts) == content_id("c", *parts)
    assert content_id("c", *parts).startswith("c-")
    assert len(content_id("c", *parts)) == len("c-") + 6


def test_parts_do_not_run_together() -> None:
    assert content_id("c", "ab", "c") != content_id("c", "a", "bc")


def test_an_id_that_is_taken_grows_by_the_next_digit_of_the_same_digest() -> None:
    digest = hashlib.sha256(b"text").hexdigest()
    assert content_id("i", "text") == f"i-{digest[:6]}"
    assert content_id("i", "text", taken={f"i-{digest[:6]}"}) == f"i-{digest[:7]}"
    assert content_id("i", "text", taken={f"i-{digest[:n]}" for n in (6, 7)}) == f"i-{digest[:8]}"


def test_the_same_thing_named_again_and_again_is_refused() -> None:
    digest = hashlib.sha256(b"text").hexdigest()
    with pytest.raises(ValueError, match="named twice"):
        content_id("i", "text", taken={f"i-{digest[:n]}" for n in range(6, 65)})
