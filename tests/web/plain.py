"""What the content policy forbids, looked for in a page's source."""

import re

_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_INLINE = re.compile(r"""\s(style|on[a-z]+)\s*=|javascript:""", re.IGNORECASE)


def inline_parts(html: str) -> list[str]:
    """Return every tag with an inline style, script or handler, and every script or style element of its own."""
    tags = _TAG.findall(html)
    own = [tag for tag in tags if tag.startswith("<style") or (tag.startswith("<script") and "src=" not in tag)]
    return own + [tag for tag in tags if _INLINE.search(tag)]
