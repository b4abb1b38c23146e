"""From "rose from N in 2012 to M in 2018": growth computed (true), turned round (false), a year between (unverified)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false, true, unverified

_UP = words("increase rise grow climb jump expand")
_DOWN = words("decrease fall decline drop shrink sink")
_AMOUNT = r"(?P<{0}>[$£€]?\d[\d,.]*\d|[$£€]?\d)(?P<{0}_unit>(?: (?:thousand|million|billion|trillion|percent|people|tonnes|tons))?%?)"
_CHANGE = re.compile(
    rf"\bfrom {_AMOUNT.format('old')} in (?P<since>[12]\d{{3}}) to {_AMOUNT.format('new')} (?:in|by) (?P<until>[12]\d{{3}})\b"
)


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed, in the words of the passage, from when and how much to when and how much."""

    what: str
    plural: bool
    old: float
    new: float
    since: int
    until: int
    shown: tuple[str, str]
    mark: str
    unit: str

    @property
    def grew(self) -> bool:
        return self.new > self.old


def _grown(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    change = _change(claim)
    if not change:
        return
    difference = _amount(change, abs(change.new - change.old))
    old, new = change.shown
    stem = f"{change.what} {'increased' if change.grew else 'decreased'} by {difference} between {change.since} and {change.until}."
    ratio = change.new / change.old
    if 2 < ratio < 2.5:
        stem = f"{change.what} more than doubled between {change.since} and {change.until}."
    elif 3 < ratio < 3.5:
        stem = f"{change.what} more than tripled between {change.since} and {change.until}."
    elif 0.4 < ratio < 0.5:
        stem = f"{change.what} fell by more than half between {change.since} and {change.until}."
    yield true(
        claim,
        stem,
        f"The passage gives {old} for {change.since} and {new} for {change.until}: a change of {difference}.",
    )


def _turned(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    change = _change(claim)
    if change:
        verb = "fell" if change.grew else "rose"
        old, new = change.shown
        stem = f"{change.what} {verb} between {change.since} and {change.until}."
        yield false(
            claim,
            stem,
            f"The passage gives {old} for {change.since} and {new} for {change.until}, so they did not fall."
            if change.grew
            else f"The passage gives {old} for {change.since} and {new} for {change.until}, so there was no rise.",
        )


def _between(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    change = _change(claim)
    if not change or change.until - change.since < 3:
        return
    years = [year for year in range(change.since + 1, change.until) if year not in setting.article.years]
    if not years:
        return
    year = setting.rng.choice(years)
    middle = _amount(change, _round(change.old + (change.new - change.old) * 0.6))
    verb = "were" if change.plural else "was"
    stem = (
        f"{change.what} {verb} already above {middle} in {year}."
        if change.grew
        else f"{change.what} {verb} still above {middle} in {year}."
    )
    yield unverified(
        claim, stem, f"The passage gives figures for {change.since} and {change.until} only, and none for {year}."
    )


def _change(claim: FoundClaim) -> _Change | None:
    match = _CHANGE.search(claim.statement)
    if not match or match["old_unit"] != match["new_unit"] or match["old"][0].isdigit() != match["new"][0].isdigit():
        return None
    verb = next((t for t in claim.tokens if t.lemma in _UP | _DOWN and claim.after(t) == "from"), None)
    subjects = claim.sentence.of(verb, "nsubj", "nsubjpass") if verb else ()
    if not verb or not subjects or subjects[0].pos == "PRON":
        return None
    old, new = (float(re.sub(r"[$£€,]", "", match[name])) for name in ("old", "new"))
    what = claim.phrase(subjects[0])
    if old == new or not old or (new > old) != (verb.lemma in _UP) or not what or "," in what:
        return None
    mark = "" if match["old"][0].isdigit() else match["old"][0]
    return _Change(
        what=what[0].upper() + what[1:],
        plural=subjects[0].tag in ("NNS", "NNPS"),
        old=old,
        new=new,
        since=int(match["since"]),
        until=int(match["until"]),
        shown=(match["old"] + match["old_unit"], match["new"] + match["new_unit"]),
        mark=mark,
        unit=match["old_unit"],
    )


def _amount(change: _Change, value: float) -> str:
    figures = f"{round(value, 2):,.10g}" if value != round(value) else f"{round(value):,}"
    return f"{change.mark}{figures}{change.unit}"


def _round(value: float) -> float:
    size = 10 ** max(len(str(int(value))) - 1, 0)
    return float(round(value / size) * size) if value >= 10 else round(value, 1)


CHANGE_COMPUTED = Maker("change-computed", "verdict", rank=0, hardness=1, propose=_grown)
CHANGE_TURNED = Maker("change-turned", "verdict", rank=0, hardness=0, propose=_turned)
YEAR_BETWEEN = Maker("year-between", "verdict", rank=0, hardness=2, propose=_between)
