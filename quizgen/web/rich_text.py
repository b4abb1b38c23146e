"""Rich text: the Markdown that a teacher may write in a rationale, as HTML that can do no harm.

Two layers, each enough alone: the reader makes no raw HTML, and what it makes is cleaned by a list of what is allowed.
A comparison such as ``x < y`` stays text.
"""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_READER = MarkdownIt("commonmark", {"html": False}).disable(["image"])
_ALLOWED = {"em", "strong", "code", "br", "a"}


def rich(text: str) -> Markup:
    """Return one line of Markdown as HTML: emphasis, code and links to http and https addresses."""
    cleaned = nh3.clean(
        _READER.renderInline(text),
        tags=_ALLOWED,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )
    return Markup(cleaned)  # noqa: S704 (cleaned one line above)
