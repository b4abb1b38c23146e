"""Cloze: one number, year or name taken out of a claim, typed back in by the student."""

import re
from collections.abc import Iterator

from quizgen.domain.items.cloze import GAP
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, NUMBER_WORDS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_dates import RECURRING, is_year
from quizgen.generation.makers.reading_gaps import (
    in_main_clause,
    is_askable,
    is_clear,
    is_rare,
    is_told_apart,
    says_enough,
)
from quizgen.generation.makers.reading_numbers import plain_numbers
from quizgen.generation.questions.clause import is_vague
from quizgen.generation.questions.gazetteer import TERMS
from quizgen.generation.questions.names import bare
from quizgen.generation.questions.rivals import MOST, is_said_of, rival_names
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_TOO_EASY = 2
_TIME = re.compile(r"\d{3,4}s?$|centur|decade")
_MONTHS = frozenset(month.lower() for month in MONTHS)
_BEFORE_YEARS = words("in since until till by before after to from year around about")


def _year(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """The gap says that a year is wanted, since "in ____" could as well be filled with a place."""
    times = [token for token in claim.tokens if _TIME.search(token.lower)]
    if len(times) != 1 or not is_year(times[0]) or not is_askable(claim) or is_vague(claim, claim.kept):
        return
    year = times[0]
    before = claim.before(year)
    if before in _MONTHS or before.isdigit() or (before == "," and claim.before(year, 2).isdigit()):
        gap = GAP
    elif before in _BEFORE_YEARS and claim.sentence.tokens[year.head].lower == before:
        gap = GAP if claim.before(year) == "year" else f"the year {GAP}"
    else:
        return
    if not says_enough(claim, (year.index,), setting, least=2) or claim.root.lemma in RECURRING:
        return
    stem = claim.with_edits([Edit(year.index, year.index + 1, gap)])
    yield Proposal(stem, f"The passage gives the year {year.text}.", (claim.span,), key=(year.text,))


def _number(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    numbers = list(plain_numbers(claim))
    if len(numbers) != 1 or not is_askable(claim) or is_vague(claim, claim.kept):
        return
    token = numbers[0].token
    if numbers[0].value <= _TOO_EASY or not says_enough(claim, (token.index,), setting, least=3):
        return
    if not in_main_clause(claim, token):
        return
    figures = str(NUMBER_WORDS[token.lower]) if token.lower in NUMBER_WORDS else ""
    spelt = [word for word, value in NUMBER_WORDS.items() if str(value) == token.text]
    key = tuple(dict.fromkeys((token.text, *filter(None, (figures,)), *spelt)))
    stem = claim.with_edits([Edit(token.index, token.index + 1, GAP)])
    yield Proposal(stem, f"The passage says {token.text}.", (claim.span,), key=key)


def _name(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """A name of a sure sort, to be chosen from a bank of such names: without one, other words would do as well."""
    for entity in claim.entities() if is_askable(claim) and not is_vague(claim, claim.kept) else ():
        name = setting.article.names.of(entity)
        if name is None or not is_clear(claim, entity) or not is_rare(entity, setting):
            continue
        if not says_enough(claim, range(entity.first, entity.last), setting) or is_told_apart(claim, entity, name):
            continue
        others = rival_names(claim, name, setting.article, setting.rng)
        said = bare(entity.text)
        if others and said == name.text:
            start = entity.first + (claim.sentence.tokens[entity.first].lower == "the")
            end = entity.last - (claim.sentence.tokens[entity.last - 1].lower in ("'s", "’s"))
            stem = claim.with_edits([Edit(start, end, GAP)])
            options = tuple(sorted((name.text, *others)))
            yield Proposal(stem, f"The passage names {said}.", (claim.span,), key=(name.text,), options=options)
            return


def _term(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """A member of a closed set, such as a nationality or a metal; the others of the set are the bank."""
    if not is_askable(claim) or is_vague(claim, claim.kept):
        return
    for token in claim.tokens:
        found = next((group for groups in TERMS.values() for group in groups if token.text in group), ())
        if claim.after(token) in ("orthodox", "in", "hand"):
            continue
        others = [other for other in found if not re.search(rf"\b{other}", claim.sentence.text, re.IGNORECASE)]
        if not found or not _is_free(claim, token, setting) or not says_enough(claim, (token.index,), setting):
            continue
        others = [other for other in others if not _is_known(claim, other, setting)]
        if len(others) >= MOST:
            options = tuple(sorted((token.text, *setting.rng.sample(others, MOST))))
            stem = claim.with_edits([Edit(token.index, token.index + 1, GAP)])
            yield Proposal(stem, f"The passage says {token.text}.", (claim.span,), key=(token.text,), options=options)
            return


def _is_free(claim: FoundClaim, token: Token, setting: Setting) -> bool:
    """Not part of a name or a list, said once, and not what the whole text is about."""
    entity = claim.sentence.entity_at(token.index)
    alone = entity is None or entity.last - entity.first == 1
    neighbours = claim.sentence.tokens[max(token.index - 1, 0) : token.index + 2]
    named = any(other.pos == "PROPN" for other in neighbours if other.index != token.index)
    listed = (
        {claim.before(token), claim.after(token)} & {"and", "or", ","}
        or token.dep == "conj"
        or claim.sentence.of(token, "conj")
        or "-" in (claim.after(token), claim.before(token))
    )
    often = len(setting.article.where.get(token.lemma.lower(), ())) > max(3, len(setting.article.sentences) // 20)
    # "Italian" beside "Italy" needs no reading.
    once = len(re.findall(rf"\b{token.text[:4]}", claim.statement, re.IGNORECASE)) == 1
    return (
        alone
        and once
        and not (named or listed or often)
        and token.text.lower() not in setting.article.passage.title.lower()
    )


def _is_known(claim: FoundClaim, other: str, setting: Setting) -> bool:
    return is_said_of(claim, setting.article, setting.article.where.get(other.lower(), ()))


YEAR_GAP = Maker("year-gap", "cloze", rank=3, hardness=-1, propose=_year)
NUMBER_GAP = Maker("number-gap", "cloze", rank=2, hardness=-1, propose=_number)
NAME_GAP = Maker("name-gap", "cloze", rank=0, hardness=0, propose=_name)
TERM_GAP = Maker("term-gap", "cloze", rank=1, hardness=0, propose=_term)
