"""Two lists to match: each entry on the left has a list of partners to choose from."""

from quizgen.domain.items.matching import MatchingItem
from quizgen.domain.items.single_choice import option_id
from quizgen.web.items.item import Control, Row, WebKind, Words, instruction, lettered, without_context, words_of


def control(item: MatchingItem) -> Control:
    """Return the right side with a letter each, and a row for every entry on the left, both as on the paper."""
    context, stem = without_context(item.stem)
    partners = [(option_id(text), text) for text in item.shown]
    rows = []
    for pair in item.key:
        left = option_id(pair.left)
        rows.append(Row(pair.left, tuple(lettered(((f"{left}={right}", text) for right, text in partners), ""))))
    strong, rest = instruction(item)
    options = tuple(lettered(partners, ""))[1:]
    return Control(MatchingItem.kind, stem, context, strong, rest, options, rows=tuple(rows))


def read(raw: str) -> str:
    """Return the response in the values of the lists, joined by blanks."""
    return " ".join(raw.split())


def said(item: MatchingItem, response: str) -> Words:
    """Return each entry with the partner that was chosen, in the order of the paper."""
    chosen = dict(each.split("=", 1) for each in response.split())
    texts = {option_id(text): text for text in item.shown}
    return words_of(f"{pair.left}: {texts.get(chosen.get(option_id(pair.left), ''), '(empty)')}" for pair in item.key)


def key(item: MatchingItem) -> Words:
    """Return each entry with its partner."""
    return words_of(f"{pair.left}: {pair.right}" for pair in item.key)


WEB = WebKind(control, read, said, key)
