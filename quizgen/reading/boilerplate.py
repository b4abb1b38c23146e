"""Lines that stand around an article and are not part of it, each told by one rule with its reason."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.reading.blocks import RawBlock
from quizgen.reading.line_rules import LINE_RULES, RELATED_HEADING

_BYLINE_NAME = re.compile(r"(?:\w+ )?by:? [A-Z]", re.ASCII | re.IGNORECASE)
_CAPITALISED_NAME = re.compile(r"(?:Written |Posted |Edited |Reported )?[Bb][Yy]:? (?:[A-Z][\w.’'-]*[ ,|·•-]*)+")
_LONGEST_LINE = 240
_ABOUT = re.compile(r"about the (?:author|writer|editor)s?:?", re.IGNORECASE)
_OCCUPATION = (
    r"(?:journalist|author|writer|reporter|editor|columnist|blogger|correspondent|freelancer?|contributor|researcher|"
    r"professor|lecturer|historian|teacher|photographer|analyst|fellow|student|podcaster|translator|consultant)"
)
_NAME = r"(?P<name>[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|der)){1,3})"
_BIOGRAPHY = re.compile(
    rf"{_NAME}(?:, [^,]{{2,60}},)? (?:is|was|writes|works) (?:as )?(?:an? |the )?[^.]{{0,120}}\b{_OCCUPATION}\b"
)
_ABOUT_A_LIFE = re.compile(
    r"\b(?:lives? in|living in|based in|(?:his|her|their) (?:work|writing|books?|articles?|latest)\b|"
    r"follow (?:him|her|them)|can be (?:reached|found)|holds an? |contributes to|writes (?:about|for)|@\w+|newsletter|"
    r"(?:he|she|they) (?:regularly|also|currently|has|have|writes?|holds?|studied|lives?)\b)",
    re.IGNORECASE,
)


def without_boilerplate(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Return the blocks with a reason on each one that is not the author's text."""
    marked = [replace(block, reason=block.reason or _line_reason(block)) for block in blocks]
    marked = _biographies(marked)
    marked = _related_lists(marked)
    return tuple(_empty_headings(marked))


def _line_reason(block: RawBlock) -> str:
    text = block.text.strip(" *_-–—|·•").strip()
    if len(text) > _LONGEST_LINE:
        return ""
    for reason, rule in LINE_RULES:
        if rule.fullmatch(text) and _is_sure(reason, text, block):
            return reason
    return ""


def _is_sure(reason: str, text: str, block: RawBlock) -> bool:
    """Full sentences are the author's unless the words leave no doubt; names in a byline have capitals."""
    sentence = text.endswith((".", "?", "!")) and len(text.split()) > 3
    if reason == "byline" and _BYLINE_NAME.match(text):
        return bool(_CAPITALISED_NAME.match(text)) and not sentence
    if reason in ("comment prompt", "cookie notice", "copyright", "subscribe line"):
        return block.level != 1
    return not sentence and block.level != 1


def _related_lists(blocks: list[RawBlock]) -> list[RawBlock]:
    """Under a heading such as "Related articles" everything is a link, until prose or a heading with prose begins."""
    found, listing = [], False
    for index, block in enumerate(blocks):
        if block.level != 1 and RELATED_HEADING.fullmatch(block.text.strip()):
            listing = True
        elif listing and (_is_prose(block) or (block.level and any(map(_is_prose, blocks[index + 1 : index + 2])))):
            listing = False
        found.append(replace(block, reason=block.reason or "related links") if listing else block)
    return found


def _is_prose(block: RawBlock) -> bool:
    return not block.reason and not block.level and len(block.text.split()) > 5 and block.text.endswith((".", "!", "?"))


def _biographies(blocks: list[RawBlock]) -> list[RawBlock]:
    """A note on the author stands at the end (or under "About the author") and speaks of somebody new to the text."""
    body = [index for index, block in enumerate(blocks) if not block.reason and not block.level]
    last = set(body[1:][-3:])
    about = False
    for index, block in enumerate(blocks):
        if _ABOUT.fullmatch(block.text.strip()) or (block.level and not _ABOUT.fullmatch(block.text.strip())):
            about = bool(_ABOUT.fullmatch(block.text.strip()))
            if about:
                blocks[index] = replace(block, reason=block.reason or "author biography")
        elif not block.reason and (about or (index in last and _is_biography(block.text, blocks[:index]))):
            blocks[index] = replace(block, reason="author biography")
    return blocks


def _is_biography(text: str, before: list[RawBlock]) -> bool:
    match = _BIOGRAPHY.match(text)
    if not match or not _ABOUT_A_LIFE.search(text):
        return False
    surname = match["name"].split()[-1]
    return not any(surname in block.text for block in before if not block.reason and not block.level)


def _empty_headings(blocks: list[RawBlock]) -> list[RawBlock]:
    """A heading under which nothing is left goes too, unless it is the title."""
    kept_below = False
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.reason:
            continue
        if not block.level:
            kept_below = True
        elif block.level > 1 and not kept_below:
            blocks[index] = replace(block, reason="heading without text")
    return blocks
