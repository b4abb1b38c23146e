"""True: a number said another way, such as 25 million as 25,000,000 or a decade as ten years."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MAGNITUDES
from quizgen.generation.makers.maker import COPY, Maker, Proposal, Setting, true
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_SPANS = {
    "decade": "ten years",
    "century": "one hundred years",
    "fortnight": "two weeks",
    "millennium": "one thousand years",
}


_READABLE = 10**10


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    amounts = [token for token in claim.tokens if token.lower in MAGNITUDES]
    for token in claim.tokens:
        if len(amounts) > 1 and claim.after(token) in MAGNITUDES:
            continue
        edit = _in_figures(claim, token) or _counted_time(claim, token) or _dozen(claim, token)
        if edit:
            old = " ".join(t.text for t in claim.sentence.tokens[edit.start : edit.end])
            yield true(claim, claim.with_edits([edit]), f"The passage says {old}, which is {edit.new}.", why=COPY)
            return


def _in_figures(claim: FoundClaim, token: Token) -> Edit | None:
    """2.5 million becomes 2,500,000; a bare million behind a number only."""
    if token.pos != "NUM" or claim.after(token) not in MAGNITUDES or token.index + 1 not in claim.kept:
        return None
    following = claim.sentence.tokens[token.index + 1]
    if (
        not token.space
        or not token.text.replace(".", "", 1).isdigit()
        or (not following.space and claim.after(following) in "-–")
    ):
        return None
    value = float(token.text) * MAGNITUDES[claim.after(token)]
    return (
        Edit(token.index, token.index + 2, f"{round(value):,}") if value == round(value) and value < _READABLE else None
    )


def _counted_time(claim: FoundClaim, token: Token) -> Edit | None:
    """For a decade becomes for ten years; a named or ordinal one stays."""
    if (
        token.tag != "NN"
        or token.lemma not in _SPANS
        or claim.before(token) != "a"
        or claim.before(token, 2) not in ("for", "over", "within")
    ):
        return None
    return (
        None
        if claim.sentence.of(token, "amod", "prep")
        else Edit(token.index - 1, token.index + 1, _SPANS[token.lemma])
    )


def _dozen(claim: FoundClaim, token: Token) -> Edit | None:
    if token.lower != "dozen" or claim.before(token) not in ("a", "one") or claim.after(token) in ("or", "of"):
        return None
    return (
        None
        if claim.before(token, 2) in ("half", "about", "than")
        else Edit(token.index - 1, token.index + 1, "twelve")
    )


NUMBER_RESPELLED = Maker("number-respelled", "verdict", rank=0, hardness=0, propose=_propose)
