"""The shape of a kind lets through every response that an item of the kind could take, as it will be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.items.shapes import plausible_response
from tests import builders

ITEMS = [
    builders.verdict(),
    builders.choice(),
    builders.cloze(),
    builders.numeric(),
    builders.responses(),
    builders.finding(),
    builders.ordering(),
    builders.matching(),
    builders.short(),
]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_right_and_wrong_samples_pass_and_read_the_same(item: object) -> None:
    samples = item.samples()  # type: ignore[attr-defined]
    for raw in (samples.right, samples.wrong):
        stored = plausible_response(item.kind, raw)  # type: ignore[attr-defined]
        assert item.read_response(stored) == item.read_response(raw)  # type: ignore[attr-defined]


@given(kind=st.sampled_from([item.kind for item in ITEMS]), raw=st.text(st.characters(), max_size=210))
def test_what_passes_can_be_stored_and_passes_again(kind: str, raw: str) -> None:
    try:
        stored = plausible_response(kind, raw)
    except InvalidResponse:
        return
    assert "\x00" not in stored
    assert stored.encode().decode() == stored == plausible_response(kind, stored)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_nothing_clears(item: object) -> None:
    assert plausible_response(item.kind, "") == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("verdict", "True"),
        ("verdict", " true"),
        ("single_choice", "river"),
        ("single_choice", "o-12345"),
        ("cloze", "a" * 201),
        ("cloze", "a\x1bb"),
        ("numeric", "1" * 101),
        ("multiple_response", "o-123456 river"),
        ("ordering", "o-123456 -"),
        ("ordering", "o-123456 o-abcdef river"),
        ("ordering", " ".join(["-"] * 9)),
        ("matching", "o-123456"),
        ("matching", "o-123456=o-abcdef o-123456=o-abcdff"),
        ("matching", "o-123456=river"),
        ("short_answer", "a" * 201),
        ("evidence_finding", "o-123456 o-abcdef"),
        ("multiple_response", "o-123456  o-abcdef"),
        ("multiple_response", "o-123456 o-123456"),
        ("multiple_response", " ".join(f"o-12345{place}" for place in range(10))),
    ],
)
def test_what_no_control_gives_is_refused(kind: str, raw: str) -> None:
    with pytest.raises(InvalidResponse):
        plausible_response(kind, raw)
