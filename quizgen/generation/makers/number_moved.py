"""False: one exact number of the claim changed to another that could be believed."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_numbers import Number, other_values, plain_numbers, written
from quizgen.generation.wording import Edit

# "Exceeded five times" holds for three times as well.
_BOUNDING = ("exceed", "surpass", "top", "pass")
_LOOSE = ("at", "up", "more", "fewer", "less", "not", "only", "just", "exactly")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    numbers = list(plain_numbers(claim))
    if len(numbers) != 1:
        return
    number = numbers[0]
    if claim.stance in (Stance.HEDGED, Stance.PREDICTED) or claim.root.lemma in _BOUNDING:
        return
    if claim.before(number.token) in _LOOSE or claim.sentence.of(claim.root, "neg"):
        return
    candidates = [new for new in _candidates(claim, number, setting) if _plain(new) not in setting.article.numbers]
    if candidates:
        new = setting.rng.choice(candidates)
        stem = claim.with_edits([Edit(number.token.index, number.token.index + 1, new)])
        yield false(claim, stem, f"The passage says {_with_unit(claim, number, number.token.text)}, "
                    f"not {_with_unit(claim, number, new)}.")  # fmt: skip


def _candidates(claim: FoundClaim, number: Number, setting: Setting) -> list[str]:
    percent = claim.after(number.token) in ("%", "percent")
    return list(dict.fromkeys(written(value, number) for value in other_values(number, percent, setting.rng)))[:4]


def _plain(written_number: str) -> str:
    return written_number.replace(",", "")


def _with_unit(claim: FoundClaim, number: Number, written_number: str) -> str:
    sign = claim.before(number.token)
    opening = sign if sign in ("$", "£", "€") else ""
    following = claim.sentence.tokens[number.token.index + 1] if claim.after(number.token) else None
    if not following or not (following.is_word or following.text == "%"):
        return opening + written_number
    return f"{opening}{written_number}{'' if following.text == '%' else ' '}{following.text}"


NUMBER_MOVED = Maker("number-moved", "verdict", rank=0, hardness=0, propose=_propose)
