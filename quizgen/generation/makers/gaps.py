"""Cloze: one number, year or name taken out of a claim, typed back in by the student."""

import re
from collections.abc import Iterator

from quizgen.domain.items.cloze import GAP
from quizgen.generation.article import plain_name
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import NUMBER_WORDS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_dates import is_year
from quizgen.generation.makers.reading_numbers import plain_numbers
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Entity, Token

_NAMED = ("PERSON", "GPE")
_LONGEST = 30
_AMERICA = ("United States", "US", "U.S.", "USA", "United States of America")
_BRITAIN = ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain")
_ALIASES = {name: tuple(other for other in names if other != name) for names in (_AMERICA, _BRITAIN) for name in names}
_TITLES = words(
    "king queen president prince princess emperor empress duke count general admiral captain colonel governor senator "
    "minister pope bishop saint st. sir lord lady dr. professor mr. mrs. ms. judge chancellor sultan tsar"
)


def _year(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    years = [token for token in claim.tokens if is_year(token)]
    if len(years) == 1 and is_askable(claim):
        year = years[0]
        stem = claim.with_edits([Edit(year.index, year.index + 1, GAP)])
        yield Proposal(stem, f"The passage gives the year {year.text}.", (claim.span,), key=(year.text,))


def _number(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    numbers = list(plain_numbers(claim))
    if len(numbers) != 1 or not is_askable(claim):
        return
    token = numbers[0].token
    figures = str(NUMBER_WORDS[token.lower]) if token.lower in NUMBER_WORDS else ""
    spelt = [word for word, value in NUMBER_WORDS.items() if str(value) == token.text]
    key = tuple(dict.fromkeys((token.text, *filter(None, (figures,)), *spelt)))
    stem = claim.with_edits([Edit(token.index, token.index + 1, GAP)])
    yield Proposal(stem, f"The passage says {token.text}.", (claim.span,), key=key)


def _name(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """A person or place that the claim names once; the surname alone counts for a person."""
    found = [entity for entity in claim.entities(*_NAMED) if is_clear(claim, entity) and is_rare(entity, setting)]
    if not found or not is_askable(claim):
        return
    entity = setting.rng.choice(found)
    name = entity.text.removeprefix("the ").removesuffix("’s").removesuffix("'s")
    first = claim.sentence.tokens[entity.first]
    start = entity.first + (first.lower == "the")
    last = claim.sentence.tokens[entity.last - 1]
    end = entity.last - (last.lower in ("'s", "’s"))
    parts = name.split()
    variants = (parts[-1],) if entity.label == "PERSON" and len(parts) > 1 else _ALIASES.get(name, ())
    stem = claim.with_edits([Edit(start, end, GAP)])
    yield Proposal(stem, f"The passage names {name}.", (claim.span,), key=(name, *variants))


def is_rare(entity: Entity, setting: Setting) -> bool:
    """Tell whether the name is not what the whole text is about, which anybody would fill in unread."""
    article = setting.article
    name = plain_name(entity)
    often = article.named.get(name, 0) > max(3, len(article.sentences) // 12)
    return name not in article.passage.title.lower() and not often


def is_clear(claim: FoundClaim, entity: Entity) -> bool:
    """Capitalised, named once, and not part of a list or a pair in which another name would fit as well."""
    tokens = claim.sentence.tokens[entity.first : entity.last]
    name = entity.text.removeprefix("the ")
    head = next((t for t in tokens if not entity.first <= t.head < entity.last or t.head == t.index), tokens[-1])
    paired = head.dep in ("conj", "appos", "compound") or claim.sentence.of(head, "conj", "appos")
    capitals = all(t.text[:1].isupper() or t.lower in ("the", "of", "’s", "'s") for t in tokens)
    proper = all(t.pos in ("PROPN", "DET", "ADP", "PART") for t in tokens)
    before = claim.sentence.tokens[entity.first - 1 : entity.first]
    behind = claim.sentence.tokens[entity.last : entity.last + 1]
    if any(token.pos == "PROPN" or re.fullmatch(r"[IVX]+|-", token.text) for token in behind):
        return False
    cut_short = any(token.pos == "PROPN" and token.lower not in _TITLES for token in before)
    if cut_short or not _is_in_main_line(claim, head):
        return False
    return capitals and proper and not paired and claim.statement.count(name) == 1 and len(name.split()) <= 4


def _is_in_main_line(claim: FoundClaim, head: Token) -> bool:
    """Only prepositions and the main verb stand above the name, so that no other name would do as well."""
    token = head
    while token.index != claim.head:
        if (
            token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "attr", "poss")
            or token.pos == "VERB"
        ):
            return False
        token = claim.sentence.tokens[token.head]
    return True


def is_askable(claim: FoundClaim) -> bool:
    return (
        not claim.leaning
        and 5 <= sum(token.is_word for token in claim.tokens) <= _LONGEST
        and GAP not in claim.statement
    )


YEAR_GAP = Maker("year-gap", "cloze", rank=0, hardness=-1, propose=_year)
NUMBER_GAP = Maker("number-gap", "cloze", rank=1, hardness=-1, propose=_number)
NAME_GAP = Maker("name-gap", "cloze", rank=2, hardness=0, propose=_name)
