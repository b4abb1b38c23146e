"""The shapes of lines that stand around an article: a reason, and the whole lines that it covers."""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d\d?/\d\d?/\d{{2,4}})"

_SHAPES: dict[str, tuple[str, ...]] = {
    "comment prompt": (
        r"(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply)s?(?: below)?[.!]?",
        r"(?:\d+|no) (?:comments?|responses?|repl(?:y|ies))",
        r"comments?(?: (?:are )?closed)?[.:]?",
        r"cancel reply",
        r"log in to (?:comment|reply).*",
        r"join the (?:discussion|conversation).*",
        r"your email address will not be published.*",
        r"required fields are marked.*",
    ),
    "share line": (
        r"(?:share|tweet|pin|e-?mail|print|like)(?: this)?(?: article| post| page)?(?: (?:on|via|with|to|by) .*)?",
        r"(?:share|tweet)(?: this)?:.*",
        r"facebook|twitter|linkedin|whatsapp|pinterest|reddit|copy link",
    ),
    "subscribe line": (
        r"(?:please )?(?:subscribe|sign up|register) (?:to|for|now|today|here|and|our)\b.*",
        r"subscribe[.!]?",
        r"follow us\b.*",
        r"(?:get|join) (?:our|the) .*\b(?:newsletter|mailing list)\b.*",
    ),
    "cookie notice": (
        r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*",
        r"(?:accept|reject|manage) (?:all )?cookies\b.*",
        r"by continuing to (?:use|browse)\b.*cookies\b.*",
        r"(?:cookie|privacy) (?:policy|notice|settings)",
        r"terms (?:of|and) (?:use|service|conditions)",
    ),
    "navigation": (
        r"(?:main )?menu|home|top|next|previous|search|contents|table of contents|site ?map|toggle navigation",
        r"skip to (?:main )?content|(?:back to|go to) top",
        r"(?:next|previous) (?:post|article|page|chapter)s?(?::.*)?",
        r"log ?in|sign ?in|log ?out|sign ?up|about us|contact(?: us)?",
        r"read more|continue reading|load more|show more",
        r"← .*|.* →",
        r"[^.!?»›|>→]{1,40}(?:[»›|>→][^.!?»›|>→]{1,40})+",
    ),
    "related links": (
        r"(?:tags?|categor(?:y|ies)|filed under|posted in|topics|keywords|see also|read (?:also|next)|related):? .*",
    ),
    "byline": (
        r"(?:written |posted |edited |reported )?by:? (?:[a-z][\w.’'-]* ?){2,5}(?:[,|·•-].*)?",
        r"(?:published|posted|updated|last (?:updated|modified)|first published)(?: on)?:? .*\d.*",
        rf"{_DATE}(?:[ ,|·•-].*)?",
        r"\d+ min(?:ute)?s? read",
    ),
    "picture credit": (r"(?:photo(?:graph)?|image|picture|illustration)(?: credit| source| by|:).*",),
    "copyright": (r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).*", r".*\ball rights reserved\b.*", r"powered by .*"),
    "advertisement": (r"advertisement|sponsored(?: content| post)?|promoted",),
}
LINE_RULES = tuple((reason, re.compile("|".join(shapes), re.IGNORECASE)) for reason, shapes in _SHAPES.items())

RELATED_HEADING = re.compile(
    r"(?:related (?:articles?|posts?|stories|links?|reading|content)|you (?:may|might) also (?:like|enjoy)|see also|"
    r"read next|more (?:from|in|on|stories)\b.*|recommended(?: for you| reading)?|trending(?: now)?|further reading|"
    r"(?:recent|popular|latest) (?:posts?|articles?|stories)|references|external links|bibliography|sources|notes):?",
    re.IGNORECASE,
)
