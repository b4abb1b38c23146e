"""Single choice: which year, number or country completes the sentence; options of one type, never right elsewhere."""

from collections.abc import Iterator

from quizgen.domain.items.cloze import GAP
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.gaps import is_askable, is_clear, is_rare
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_dates import is_year, other_years
from quizgen.generation.makers.reading_numbers import other_values, plain_numbers, written
from quizgen.generation.wording import Edit

# Neighbours make believable options; a country of another continent is none.
_REGIONS = (
    ("Austria", "Belgium", "Denmark", "France", "Germany", "Ireland", "Italy", "Netherlands", "Norway", "Portugal",
     "Spain", "Sweden", "Switzerland"),
    ("Bulgaria", "Finland", "Greece", "Hungary", "Poland", "Romania", "Russia", "Turkey", "Ukraine"),
    ("China", "India", "Indonesia", "Japan", "Malaysia", "Mongolia", "Nepal", "North Korea", "Pakistan", "South Korea",
     "Sri Lanka", "Thailand", "Vietnam"),
    ("Egypt", "Ethiopia", "Iran", "Iraq", "Israel", "Morocco", "Saudi Arabia"),
    ("Ghana", "Kenya", "Nigeria", "South Africa"),
    ("Argentina", "Brazil", "Canada", "Chile", "Colombia", "Cuba", "Mexico", "Peru"),
    ("Australia", "Indonesia", "Malaysia", "New Zealand"),
)  # fmt: skip
_OTHERS = 3
_QUESTION = "Which completes the sentence as the passage has it? {}"


def _year(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    years = [token for token in claim.tokens if is_year(token)]
    if len(years) != 1 or not is_askable(claim):
        return
    year = years[0]
    others = list(other_years(int(year.text), setting.article.years))
    if len(others) >= 3:
        yield _choice(claim, year.index, year.index + 1, year.text, [str(y) for y in setting.rng.sample(others, 3)])


def _number(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    numbers = list(plain_numbers(claim))
    if len(numbers) != 1 or not is_askable(claim):
        return
    number = numbers[0]
    percent = claim.after(number.token) in ("%", "percent")
    others = list(dict.fromkeys(written(value, number) for value in other_values(number, percent, setting.rng)))
    others = [
        other
        for other in others
        if other.replace(",", "") not in setting.article.numbers and other != number.token.text
    ]
    if len(others) >= 3:
        index = number.token.index
        yield _choice(claim, index, index + 1, number.token.text, others[:3])


def _country(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """The options besides the key are countries that the passage never names."""
    found = [e for e in claim.entities("GPE") if _region(e.text) and is_clear(claim, e) and is_rare(e, setting)]
    if not found or not is_askable(claim) or claim.sentence.tokens[found[0].first].dep == "poss":
        return
    entity = found[0]
    others = [name for name in _region(entity.text) if not setting.article.mentions(name)]
    if len(others) >= _OTHERS:
        yield _choice(claim, entity.first, entity.last, entity.text, setting.rng.sample(others, _OTHERS))


def _region(country: str) -> tuple[str, ...]:
    return next((region for region in _REGIONS if country in region), ())


def _choice(claim: FoundClaim, start: int, end: int, key: str, others: list[str]) -> Proposal:
    stem = _QUESTION.format(claim.with_edits([Edit(start, end, GAP)]))
    options = [key, *others]
    options.sort(key=lambda option: (len(option), option) if option[0].isdigit() else (0, option))
    return Proposal(stem, f"The passage says {key}.", (claim.span,), key=(key,), options=tuple(options))


YEAR_CHOICE = Maker("year-choice", "single_choice", rank=0, hardness=-1, propose=_year)
NUMBER_CHOICE = Maker("number-choice", "single_choice", rank=1, hardness=-1, propose=_number)
COUNTRY_CHOICE = Maker("country-choice", "single_choice", rank=2, hardness=0, propose=_country)
