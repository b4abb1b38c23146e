"""False: a limit turned round: more than 300 becomes fewer than 300, at least becomes at most."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import NUMBER_WORDS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_FIGHTS = words("not n't n’t no only never unless if provided victims including too so such")
_SMALLEST = 5


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE, Stance.NORMATIVE) or _FIGHTS & claim.lowers:
        return
    found = [edit for token in claim.tokens if (edit := _turned(claim, token))]
    if len(found) == 1:
        edit = found[0]
        end = edit.end + 1
        old = " ".join(token.text for token in claim.sentence.tokens[edit.start : end])
        number = claim.sentence.tokens[edit.end].text
        yield false(claim, claim.with_edits(found), f"The passage says “{old}”, not “{edit.new} {number}”.")


def _turned(claim: FoundClaim, token: Token) -> Edit | None:
    tokens = claim.sentence.tokens
    two = (token.lower, claim.after(token))
    length = 2 if two in (("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least")) else 1
    if length == 1 and token.lower not in ("over", "under"):
        return None
    place = token.index + length
    if place + 1 >= len(tokens) or claim.before(token) in ("no", "not", "for", "with", "by", "be", "much", "far"):
        return None
    number = tokens[place]
    if number.text in ("$", "£", "€"):
        return None
    if not _is_counted(claim, number) or token.dep == "prep":
        return None
    plural = tokens[place + 1].tag == "NNS" and tokens[place + 1].lemma not in _MEASURES
    new = {
        ("more", "than"): "fewer than" if plural else "less than", ("less", "than"): "more than",
        ("fewer", "than"): "more than", ("at", "least"): "fewer than" if plural else "less than",
    }.get(two) or {"over": "under", "under": "over"}[token.lower]  # fmt: skip
    return Edit(token.index, place, new)


_MEASURES = frozenset(
    {"mile", "kilometre", "kilometer", "metre", "meter", "year", "month", "dollar", "pound", "percent"}
)


def _is_counted(claim: FoundClaim, number: Token) -> bool:
    """A number of five or more that counts something, not an age, a year or half of a range."""
    digits = number.text.replace(",", "").replace(".", "", 1)
    value = float(number.text.replace(",", "")) if digits.isdigit() else NUMBER_WORDS.get(number.lower, 0)
    ranged = claim.after(number) in ("-", "–", "to", "or", "and")
    return number.pos == "NUM" and value >= _SMALLEST and not ranged


BOUND_TURNED = Maker("bound-turned", "verdict", rank=0, hardness=1, propose=_propose)
