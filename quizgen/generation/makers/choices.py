"""Single choice: a question about a name, a year or a number; options of one sort, never right elsewhere."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_answers import AskedCount, asked_count, asked_names, asked_year
from quizgen.generation.makers.reading_dates import other_years
from quizgen.generation.makers.reading_numbers import other_values, written
from quizgen.generation.questions.rivals import MOST, is_said_of, rival_names

_NEAR_YEARS = 60


def _name(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for asked in asked_names(claim, setting):
        others = rival_names(claim, asked.name, setting.article, setting.rng)
        if others:
            options = tuple(sorted((asked.answer, *others)))
            yield Proposal(
                asked.question, f"The passage says {asked.answer}.", (claim.span,), key=(asked.answer,), options=options
            )
            return


def _year(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    asked = asked_year(claim)
    if asked is None:
        return
    others = _rival_years(claim, int(asked.answer), setting)
    if len(others) == MOST:
        options = tuple(map(str, sorted((int(asked.answer), *others))))
        rationale = f"The passage gives the year {asked.answer}."
        yield Proposal(asked.question, rationale, (claim.span,), key=(asked.answer,), options=options)


def _rival_years(claim: FoundClaim, year: int, setting: Setting) -> list[int]:
    """Return three years, those of other events of the passage first; how many lie before the year is thrown."""
    article = setting.article
    named = [
        other
        for step in range(2, _NEAR_YEARS)
        for other in (year - step, year + step)
        if other in article.dated and not is_said_of(claim, article, article.dated[other])
    ]
    new = list(other_years(year, article.years))
    pool = [*named[:4], *setting.rng.sample(new, min(6, len(new)))]
    before = [other for other in pool if other < year]
    behind = [other for other in pool if other > year]
    wanted = setting.rng.randint(0, MOST)
    wanted = max(min(wanted, len(before)), MOST - len(behind))
    return [*before[:wanted], *behind[: MOST - wanted]]


def _number(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    asked = asked_count(claim, setting)
    if asked is None:
        return
    number, numbers = asked.number, setting.article.numbers
    values = {
        value
        for value in other_values(number, asked.noun == "%", setting.rng)
        if written(value, number).replace(",", "") not in numbers and written(value, number) != number.token.text
    }
    distinct = {_said(asked, value): value for value in sorted(values)}
    if len(distinct) >= MOST:
        others = setting.rng.sample(sorted(distinct.values()), MOST)
        options = tuple(_said(asked, value) for value in sorted((number.value, *others)))
        key = _said(asked, number.value)
        yield Proposal(asked.question, f"The passage says {key}.", (claim.span,), key=(key,), options=options)


def _said(asked: AskedCount, value: float) -> str:
    text = asked.number.token.text if value == asked.number.value else written(value, asked.number)
    return f"{text}%" if asked.noun == "%" else f"{text} {asked.number.magnitude}".strip()


YEAR_CHOICE = Maker("year-choice", "single_choice", rank=2, hardness=-1, propose=_year)
NUMBER_CHOICE = Maker("number-choice", "single_choice", rank=1, hardness=-1, propose=_number)
NAME_CHOICE = Maker("name-choice", "single_choice", rank=0, hardness=0, propose=_name)
