"""Words and set phrases, and what may stand for them, each under its condition; read by ``words_replaced``."""

from quizgen.generation.restating.phrase_rows import PHRASES
from quizgen.generation.restating.word_rows import WORDS

# A row is the phrase, a bar, its condition and what may stand for it; the conditions are told in ``words_replaced``.
# Phrases that open with is, are, was or were, and the verb that says the same in its three forms.
_BE_TABLE = """
part of|belongs to|belong to|belonged to
a part of|belongs to|belong to|belonged to
a member of|belongs to|belong to|belonged to
similar to|resembles|resemble|resembled
different from|differs from|differ from|differed from
dependent on|depends on|depend on|depended on
opposed to|opposes|oppose|opposed
in favour of|supports|support|supported
in favor of|supports|support|supported
made up of|consists of|consist of|consisted of
unable to|cannot|cannot|could not
named after|takes its name from|take their name from|took its name from
due to|results from|result from|resulted from
present in|can be found in|can be found in|could be found in
"""


def word_entries() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Return, by first word, the phrases with their condition and what may stand for them, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, condition, new in (*_plain(), *_with_be()):
        found.setdefault(phrase[0], []).append((phrase, condition, new))
    return {first: tuple(sorted(several, key=lambda one: -len(one[0]))) for first, several in found.items()}


def _plain() -> list[tuple[tuple[str, ...], str, str]]:
    entries = []
    for line in filter(None, (*WORDS.splitlines(), *PHRASES.splitlines())):
        parts = line.split()
        place = parts.index("|")
        entries.append((tuple(parts[:place]), parts[place + 1], " ".join(parts[place + 2 :])))
    return entries


def _with_be() -> list[tuple[tuple[str, ...], str, str]]:
    entries = []
    for line in filter(None, _BE_TABLE.splitlines()):
        phrase, one, several, past = line.split("|")
        plural = past.replace("took its name", "took their name")
        for be, new in (("is", one), ("are", several), ("was", past), ("were", plural)):
            entries.append(((be, *phrase.split()), "free", new))
    return entries
