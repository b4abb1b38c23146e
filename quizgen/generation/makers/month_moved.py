"""False: the month or the day of a date moved to another one."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_dates import is_act, month_and_year
from quizgen.generation.wording import Edit

_FEWEST_DAYS = 28


def _month(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = month_and_year(claim)
    if not found or not is_act(claim, claim.root):
        return
    month, year = found
    place = MONTHS.index(month.text)
    far = [name for index, name in enumerate(MONTHS) if abs(index - place) >= 2]
    candidates = [name for name in far if not setting.article.mentions(f"{name} {year.text}")]
    if candidates:
        new = setting.rng.choice(candidates)
        stem = claim.with_edits([Edit(month.index, month.index + 1, new)])
        yield false(claim, stem, f"The passage says {month.text} {year.text}, not {new} {year.text}.")


def _day(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """On May 18, 1954 becomes on May 14, 1954; 18 May as well."""
    if not is_act(claim, claim.root):
        return
    months = [token for token in claim.tokens if token.text in MONTHS]
    if len(months) != 1:
        return
    month, tokens = months[0], claim.sentence.tokens
    around = [tokens[i] for i in (month.index - 1, month.index + 1) if 0 <= i < len(tokens)]
    days = [token for token in around if re.fullmatch(r"[1-9]|[12]\d|3[01]", token.text) and token.index in claim.kept]
    if len(days) != 1 or claim.before(days[0] if days[0].index < month.index else month) != "on":
        return
    day = days[0]
    if claim.after(day) in ("-", "–", "and", "to", "or") or claim.sentence.tokens[month.head].text in ("–", "-"):
        return
    steps = (-6, -4, -3, 3, 4, 6)
    others = [int(day.text) + step for step in steps if 1 <= int(day.text) + step <= _FEWEST_DAYS]
    day_first = day.index < month.index
    free = [n for n in others if not _is_named(setting, n, month.text)]
    if free:
        new = str(setting.rng.choice(free))
        stem = claim.with_edits([Edit(day.index, day.index + 1, new)])
        yield false(claim, stem, f"The passage says {_dated(day.text, month.text, day_first)}, "
                    f"not {_dated(new, month.text, day_first)}.")  # fmt: skip


def _is_named(setting: Setting, day: int, month: str) -> bool:
    return any(setting.article.mentions(name) for name in (f"{month} {day}", f"{day} {month}"))


def _dated(day: str, month: str, day_first: bool) -> str:
    return f"{day} {month}" if day_first else f"{month} {day}"


MONTH_MOVED = Maker("month-moved", "verdict", rank=0, hardness=0, propose=_month)
DAY_MOVED = Maker("day-moved", "verdict", rank=0, hardness=0, propose=_day)
