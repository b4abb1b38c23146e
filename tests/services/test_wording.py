"""Names and titles are made fit to be kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.errors import BadInput
from quizgen.services.wording import mail_address, one_line, user_name


def test_blanks_are_single_and_unseen_characters_go() -> None:
    assert one_line("  Class\t7b\n\x00 again ", "The name") == "Class 7b again"


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\x00\x1b"])
def test_nothing_is_refused_by_name(nothing: str) -> None:
    with pytest.raises(BadInput, match="The title is empty"):
        one_line(nothing, "The title")


def test_too_much_is_refused_with_both_numbers() -> None:
    assert one_line("a" * 10, "The title", longest=10) == "a" * 10
    with pytest.raises(BadInput, match="11 characters, and at most 10"):
        one_line("a" * 11, "The title", longest=10)


@given(st.text(st.characters(), min_size=1, max_size=50))
def test_what_is_kept_can_be_stored_and_stays_as_it_is(text: str) -> None:
    try:
        kept = one_line(text, "The title")
    except BadInput:
        return
    assert "\x00" not in kept
    assert kept.encode().decode() == kept == one_line(kept, "The title")


def test_user_names_and_addresses_lose_the_blanks_around_them() -> None:
    assert user_name(" hazel\n") == "hazel"
    assert mail_address(" Hazel@school.example ") == "Hazel@school.example"


@pytest.mark.parametrize("name", ["hazel ashdown", "hazel@school", "hazel\u00a0ashdown", "@"])
def test_a_user_name_with_a_blank_or_an_at_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="Leave blanks and @ out"):
        user_name(name)


@pytest.mark.parametrize("address", ["hazel", "@school.example", "hazel@", "a b@school.example", "a@b@c", "a@b..c"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match="is no e-mail address"):
        mail_address(address)
