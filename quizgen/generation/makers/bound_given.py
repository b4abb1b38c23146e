"""True: an exact number said by a round bound: 44 arches as more than 40, 56% as more than half."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_numbers import Number, plain_numbers
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit

_FEWEST, _HALF, _MOST_PERCENT = 13, 50, 100
_BARRED = words("not n't n’t no never only exactly just precisely every each per among including could become")
_LOOSE = words("at up more fewer less the its his her their by age aged these those than a an")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    numbers = list(plain_numbers(claim))
    if claim.stance is not Stance.ASSERTED or len(numbers) != 1 or claim.lowers & _BARRED:
        return
    number = numbers[0]
    edit = _edit(claim, number, setting)
    if edit:
        old = claim.sentence.tokens[number.token.index].text
        shape = Shape((claim.kept,), f"The passage says {old}, which is {edit.new}", (edit,), changes=2)
        yield from restated(claim, setting, shape, strong=True)


def _edit(claim: FoundClaim, number: Number, setting: Setting) -> Edit | None:
    token = number.token
    signed = claim.before(token) in ("$", "£", "€")
    start = token.index - signed
    before = claim.sentence.tokens[start - 1] if start else claim.root
    described = before.pos in ("ADJ", "VERB") and before.index != claim.head
    if before.lower in _LOOSE or described or "." in token.text or number.value < _FEWEST or number.is_word:
        return None
    percent = claim.after(token) in ("%", "percent")
    if percent and _HALF < number.value < _MOST_PERCENT and claim.after(token, 2) == "of":
        return Edit(start, token.index + 2, "more than half")
    counted = claim.sentence.tokens[token.head]
    said = counted.dep in ("dobj", "nsubj", "nsubjpass", "attr") and counted.head == claim.head
    value = _round_below(int(number.value))
    if not said or percent or value <= 0 or str(value) in setting.article.numbers:
        return None
    sign = claim.before(token) if signed else ""
    return Edit(start, token.index + 1, f"more than {sign}{value:,}")


def _round_below(value: int) -> int:
    """Return the next number below with one digit that is not nought; below a hundred the next full ten."""
    step = int("1" + "0" * max(len(str(value)) - 1, 1))
    return (value - 1) // step * step


BOUND_GIVEN = Maker("bound-given", "verdict", rank=1, hardness=1, propose=_propose)
