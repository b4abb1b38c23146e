"""From "rose from N in 2012 to M in 2018": the change computed, turned round, and asked for a year between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false, true, unverified

_UP = words("increase rise grow climb jump expand")
_DOWN = words("decrease fall decline drop shrink sink")
_UNIT = r"(?: (?:thousand|million|billion|trillion|percent|people|tonnes|tons))?%?"
_RATIOS = ((2, 2.5, "more than doubled"), (3, 3.5, "more than tripled"), (0.4, 0.5, "fell by more than half"))
_FAR_APART = 3
_RATIOS = ((2, 2.5, "more than doubled"), (3, 3.5, "more than tripled"), (0.4, 0.5, "fell by more than half"))
_FAR_APART = 3
_CHANGE = re.compile(
    rf"\bfrom (?P<old>[$£€]?\d[\d,.]*)(?P<old_unit>{_UNIT}) in (?P<since>[12]\d{{3}}) "
    rf"to (?P<new>[$£€]?\d[\d,.]*)(?P<new_unit>{_UNIT}) (?:in|by) (?P<until>[12]\d{{3}})\b"
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
    if change:
        stem = f"{change.what} {_by_how_much(change)} between {change.since} and {change.until}."
        difference = _amount(change, abs(change.new - change.old))
        yield true(claim, stem, f"{_figures(change)}: a change of {difference}.")


def _turned(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    change = _change(claim)
    if change:
        verb, ending = ("fell", "a rise") if change.grew else ("rose", "a fall")
        stem = f"{change.what} {verb} between {change.since} and {change.until}."
        yield false(claim, stem, f"{_figures(change)}, which is {ending}.")


def _between(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    change = _change(claim)
    years = range(change.since + 1, change.until) if change else range(0)
    open_years = [year for year in years if year not in setting.article.years]
    if change and change.until - change.since >= _FAR_APART and open_years:
        year = setting.rng.choice(open_years)
        middle = _amount(change, _round(change.old + (change.new - change.old) * 0.6))
        verb = "were" if change.plural else "was"
        already = "already above" if change.grew else "still above"
        reason = f"The passage gives figures for {change.since} and {change.until} only, and none for {year}."
        yield unverified(claim, f"{change.what} {verb} {already} {middle} in {year}.", reason)


def _by_how_much(change: _Change) -> str:
    ratio = change.new / change.old
    for low, high, wording in _RATIOS:
        if low < ratio < high:
            return wording
    difference = _amount(change, abs(change.new - change.old))
    return f"{'increased' if change.grew else 'decreased'} by {difference}"


def _figures(change: _Change) -> str:
    return f"The passage gives {change.shown[0]} for {change.since} and {change.shown[1]} for {change.until}"


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
