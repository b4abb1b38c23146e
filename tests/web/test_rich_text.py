"""Rich text: what a teacher may write arrives, what could do harm does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.web.rich_text import rich


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The passage says *may*.", "The passage says <em>may</em>."),
        ("It is **not** so.", "It is <strong>not</strong> so."),
        ("x < y and y > z", "x &lt; y and y &gt; z"),
        ("x<y", "x&lt;y"),
        ("Russia & Korea", "Russia &amp; Korea"),
        ("snake_case_name", "snake_case_name"),
        (
            "[the report](https://example.org/a?b=1)",
            '<a href="https://example.org/a?b=1" rel="noopener noreferrer">the report</a>',
        ),
    ],
)
def test_emphasis_links_and_comparisons_arrive(written: str, shown: str) -> None:
    assert rich(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://example.org/tracker.png)",
        '<a href="https://example.org" onclick="alert(1)">x</a>',
        "<svg/onload=alert(1)>",
    ],
)
def test_nothing_that_runs_or_loads_gets_through(written: str) -> None:
    shown = rich(written)
    assert not any(tag in shown for tag in ("<script", "<img", "<svg", 'href="javascript', 'href="data'))


@given(st.text(max_size=200))
def test_any_text_becomes_only_the_tags_that_are_allowed(text: str) -> None:
    shown = str(rich(text))
    for opened in shown.split("<")[1:]:
        assert opened.lstrip("/").split(">")[0].split(" ")[0].rstrip("/") in {"em", "strong", "code", "br", "a"}
