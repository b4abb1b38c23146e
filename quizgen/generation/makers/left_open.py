"""True and false: what the passage leaves open, said as such: in which month something happened."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false, true
from quizgen.generation.makers.reading_dates import is_act, month_and_year, single_year
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.wording import Edit, arrange
from quizgen.language.parsed import Token

_BARRED = words("not n't n’t no only also then later when while after before until since which who that first it")
_NEAR = words("spring summer autumn winter month months early late mid season") | {month.lower() for month in MONTHS}
_NESTED = ("advcl", "conj", "relcl", "ccomp", "parataxis", "appos")
_LONGEST = 18


def _said(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = _asked(claim, setting)
    if found:
        what, is_open = found
        verb = "does not say" if is_open else "says"
        yield true(claim, f"The passage {verb} in which month {what}", _reason(is_open))


def _unsaid(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = _asked(claim, setting)
    if found:
        what, is_open = found
        verb = "says" if is_open else "does not say"
        yield false(claim, f"The passage {verb} in which month {what}", _reason(is_open))


def _reason(is_open: bool) -> str:
    return "The passage gives the year alone." if is_open else "The passage gives the month as well."


def _asked(claim: FoundClaim, setting: Setting) -> tuple[str, bool] | None:
    """Return "of 1850 Hale built the mill." and whether the passage leaves the month open."""
    dated = month_and_year(claim)
    year = dated[1] if dated else single_year(claim)
    if claim.stance is not Stance.ASSERTED or not year or claim.lowers & _BARRED or not claim.subject:
        return None
    if any(token.dep in _NESTED for token in claim.tokens) or len(claim.kept) > _LONGEST or claim.leaning:
        return None
    start = year.index - (2 if dated else 1)
    opener = claim.sentence.tokens[start]
    if opener.head != claim.head or opener.lower != "in" or not is_act(claim, claim.root):
        return None
    if not dated and not _is_open(claim, year, setting):
        return None
    text = _without(claim, start, year.index, setting)
    return (f"of {year.text} {text}", not dated) if text else None


def _is_open(claim: FoundClaim, year: Token, setting: Setting) -> bool:
    """No month or season in the sentences around, nor in any other that names the year."""
    others = [setting.article.sentences[number] for number in setting.article.dated.get(int(year.text), ())]
    near = (claim.sentence, *setting.article.near(claim, 3), *others)
    return not any(_NEAR & {token.lower for token in sentence.tokens} for sentence in near)


def _without(claim: FoundClaim, start: int, end: int, setting: Setting) -> str:
    tokens = claim.sentence.tokens
    rest = tuple(index for index in claim.kept if not start <= index <= end)
    while rest and not tokens[rest[0]].is_word:
        rest = rest[1:]
    subject = claim.subject
    if not rest or subject is None or claim.below(subject)[0] != rest[0] or any(tokens[i].text == "," for i in rest):
        return ""
    small = lowering(claim, rest[0], setting.article)
    if small is None:
        return ""
    edits: tuple[Edit, ...] = small
    text = arrange(tokens, ("X", rest), edits)
    return text.removeprefix("X ")


LEFT_OPEN = Maker("left-open", "verdict", rank=3, hardness=1, propose=_said)
LEFT_OPEN_DENIED = Maker("left-open-denied", "verdict", rank=6, hardness=1, propose=_unsaid)
