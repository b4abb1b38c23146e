"""Elements of a page that stand around its article, told by what they are and by how their makers name them."""

import re
from collections.abc import Callable

from lxml.etree import _Element as Element

from quizgen.reading.markup import attribute, name_of
from quizgen.reading.markup_blocks import HEADINGS

_BY_NAME = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "footer",
    "aside": "side column",
    "form": "form",
    "button": "form",
    "select": "form",
    "fieldset": "form",
    "dialog": "dialog",
    "figcaption": "picture caption",
    "caption": "table caption",
}
_BY_ROLE = {
    "navigation": "navigation",
    "banner": "site header",
    "contentinfo": "footer",
    "complementary": "side column",
    "search": "form",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
# Whole words of class and id, so that "shareholders" is no share bar. The first that fits gives the reason.
_BY_WORD = {
    "cookie notice": "cookie cookies consent gdpr ccpa onetrust cookiebar cookiebanner",
    "share bar": "share sharing sharebar sharebuttons social socials addthis sharethis sharedaddy addtoany",
    "comments": "comment comments commentlist disqus respond discussion",
    "related links": "related recommended recommendations recirc trending popular morelinks tags taglist readmore "
    "outbrain taboola",
    "subscribe line": "newsletter subscribe subscription signup mailinglist",
    "advertisement": "ad ads advert adverts advertisement adsbygoogle sponsored promo promotion promotions",
    "navigation": "nav navbar navigation navmenu menu breadcrumb breadcrumbs pagination pager skip skiplink navbox toc "
    "tableofcontents",
    "footnote": "footnote footnotes endnote endnotes reflist references",
    "picture caption": "caption credit wp-caption-text",
    "side column": "sidebar infobox",
    "site header": "masthead topbar siteheader",
    "footer": "footer sitefooter",
    "form": "search searchform login",
    "dialog": "popup modal lightbox overlay",
    "byline": "byline dateline author authors timestamp pubdate",
    "reading aid": "noprint editsection mw-jump-link",
    "hidden": "hidden visuallyhidden sr-only screen-reader-text",
}
_WORDS = {word: reason for reason, words in reversed(_BY_WORD.items()) for word in words.split()}
_BIOGRAPHY = re.compile(
    r"\b(?:author|about|contributor)\W?(?:bio|box|about|info|card|description|author)\b", re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NEVER = ("html", "body", "article", "main")
# An element with this share of all the prose is the article, whatever its name says.
_TOO_MUCH = 0.35


def noise_of(element: Element) -> str:
    """Return why an element is no part of the article, as far as its own name tells; "" when it may be."""
    name = name_of(element)
    if name in _NEVER or name in HEADINGS:
        return ""
    if attribute(element, "hidden") or "hidden" in element.attrib or _UNSEEN.search(attribute(element, "style")):
        return "hidden"
    reason = _BY_NAME.get(name) or _BY_ROLE.get(attribute(element, "role").lower()) or _by_class(element)
    if name == "header" and not reason:
        reason = "site header"
    if reason in ("site header", "byline") and any(name_of(each) == "h1" for each in element.iter()):
        return ""
    return reason


def judge_of(prose: dict[Element, int]) -> Callable[[Element], str]:
    """Return a judge of elements that trusts ``prose``, the characters of prose in each, over names."""
    most = max(prose.values(), default=0)

    def judge(element: Element) -> str:
        if most and prose.get(element, 0) > _TOO_MUCH * most:
            return ""
        return noise_of(element)

    return judge


def _by_class(element: Element) -> str:
    names = f"{attribute(element, 'class')} {attribute(element, 'id')}"
    if not names.strip():
        return ""
    if _BIOGRAPHY.search(names):
        return "author biography"
    whole = names.lower().split()
    parts = re.findall(r"[a-z]+", _CAMEL.sub(" ", names).lower())
    return next((_WORDS[word] for word in (*whole, *parts) if word in _WORDS), "")
