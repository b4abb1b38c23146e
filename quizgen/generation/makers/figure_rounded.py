"""True: an exact figure said less exactly: 28,714 as more than 28,000, 48% as nearly half, 1850 as before 1860."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_BLURRING = words(
    "about around approximately roughly nearly almost over under than least most up to some from between exceed by "
    "only just exactly estimated the - – $ £ € ± ~ = as no first of top"
)
_BEHIND = words("to - – or / : ° and ± × % percent per")
_EXACT = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|\d{5,7}")
_PERCENT = re.compile(r"\d{1,2}(?:\.\d+)?")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance not in (Stance.ASSERTED, Stance.REPORTED) or {"not", "n't", "no", "only"} & claim.lowers:
        return
    numbers = [token for token in claim.tokens if token.text[:1].isdigit() and not _is_year(token)]
    if len(numbers) != 1:
        return
    edit = _rounded(claim, numbers[0]) or _as_share(claim, numbers[0])
    if edit:
        old = " ".join(t.text for t in claim.sentence.tokens[edit.start : edit.end]).replace(" %", "%")
        shape = Shape((claim.kept,), f"The passage says {old}, which is {edit.new}", (edit,), changes=2)
        yield from restated(claim, setting, shape, strong=True)


def _is_year(token: Token) -> bool:
    return re.fullmatch(r"1\d{3}|20\d\d|\d{1,2}(?:st|nd|rd|th)|\d{3,4}s", token.text) is not None


def _rounded(claim: FoundClaim, token: Token) -> Edit | None:
    """28,714 as more than 28,000; 4,976 as nearly 5,000."""
    noun = claim.sentence.tokens[token.head]
    if not _EXACT.fullmatch(token.text) or (token.dep != "nummod" and token.dep != "pobj"):
        return None
    if (
        claim.before(token) in _BLURRING - {"of"}
        or claim.after(token) in _BEHIND
        or (token.dep == "nummod" and noun.pos == "PROPN")
    ):
        return None
    value = int(token.text.replace(",", ""))
    size = 10 ** (len(str(value)) - 1)
    step = size if value / size >= 5 else size // 2 if value / size >= 2 else size // 10
    low, high = value // step * step, (value // step + 1) * step
    if low == value:
        return None
    near = (high - value) / value < 0.03
    text = f"nearly {high:,}" if near else f"more than {low:,}"
    close = near or (value - low) / value < 0.08
    return Edit(token.index, token.index + 1, text) if close else None


def _as_share(claim: FoundClaim, token: Token) -> Edit | None:
    """48% of the farmers as nearly half of the farmers."""
    if (
        not _PERCENT.fullmatch(token.text)
        or claim.after(token) not in ("%", "percent")
        or claim.after(token, 2) != "of"
    ):
        return None
    if claim.before(token) in _BLURRING - {"from", "of"} or token.index + 2 not in claim.kept:
        return None
    text = next((text for low, high, text in _SHARES if low <= float(token.text) <= high), "")
    return Edit(token.index, token.index + 2, text) if text else None


_SHARES = (
    (23, 24.99, "nearly a quarter"), (25.01, 27, "just over a quarter"), (31, 33.3, "nearly a third"),
    (33.4, 35, "just over a third"), (46, 49.99, "nearly half"), (50.01, 54, "slightly more than half"),
    (55, 64, "well over half"), (65, 66.6, "nearly two thirds"), (66.7, 69, "more than two thirds"),
    (72, 74.99, "nearly three quarters"), (75.01, 79, "more than three quarters"), (91, 99, "more than nine tenths"),
)  # fmt: skip

FIGURE_ROUNDED = Maker("figure-rounded", "verdict", rank=0, hardness=1, propose=_propose)
