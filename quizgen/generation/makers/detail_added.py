"""Unverified: one believable detail, from a list made for each noun, that the passage does not give."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

# The detail, and what else in the passage would speak to it.
_TERM = ("ten-year", ("year", "term", "decade", "expire"))
_DAYS = ("three-day", ("day", "week", "hour"))
_PAGES = ("300-page", ("page",))
_DETAILS: dict[str, tuple[str, tuple[str, ...]]] = {
    "agreement": _TERM, "treaty": _TERM, "contract": _TERM, "deal": _TERM, "pact": _TERM, "lease": _TERM, "loan": _TERM,
    "conference": _DAYS, "summit": _DAYS, "festival": _DAYS, "visit": _DAYS, "workshop": _DAYS, "convention": _DAYS,
    "report": _PAGES, "book": _PAGES, "biography": _PAGES, "novel": _PAGES,
    "trial": ("six-week", ("week", "month", "day")), "strike": ("six-week", ("week", "month", "day")),
    "vote": ("unanimous", ("unanim", "majority", "against", "margin")),
}  # fmt: skip
_DONE = ("VBD", "VBN")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.root.tag not in _DONE or {"not", "no", "n't", "n’t"} & claim.lowers:
        return
    for token in claim.tokens:
        detail = _detail(claim, token)
        if detail and not any(word in near for word in detail[1] for near in _around(claim, setting, token)):
            article = claim.sentence.of(token, "det")[0]
            stem = claim.with_edits([Edit(article.index + 1, article.index + 1, detail[0])])
            kind = "how long it is" if detail is _PAGES else "whether it was"
            what = f"does not say {kind if detail is _PAGES else f'{kind} {detail[0]}'}"
            yield unverified(claim, stem, f"The passage speaks of {article.lower} {token.text} and {what}.")
            return


def _detail(claim: FoundClaim, token: Token) -> tuple[str, tuple[str, ...]] | None:
    """The noun stands with "a" and perhaps plain modifiers, as object or subject of what was done."""
    detail = _DETAILS.get(token.lemma) if token.tag == "NN" else None
    if not detail or token.dep not in ("dobj", "nsubjpass") or token.head != claim.head:
        return None
    articles = [child for child in claim.sentence.of(token, "det") if child.lower in ("a", "an")]
    between = list(claim.sentence.tokens[articles[0].index + 1 : token.index]) if articles else []
    plain = not any(
        "-" in t.text or (t.tag in ("CD", "JJS", "JJR", "HYPH") and t.lemma != "million")
        for t in between
        if not _is_money(t)
    )
    return detail if articles and plain and claim.sentence.entity_at(token.index) is None else None


def _is_money(token: Token) -> bool:
    return token.text in ("$", "£", "€") or token.pos == "NUM"


def _around(claim: FoundClaim, setting: Setting, token: Token) -> list[str]:
    """Return the sentences that might speak of the same thing: the near ones and all that name it."""
    numbers = setting.article.where.get(token.lemma, ())
    near = (claim.sentence, *setting.article.near(claim, 2), *(setting.article.sentences[n] for n in numbers))
    return [sentence.text.lower() for sentence in near]


DETAIL_ADDED = Maker("detail-added", "verdict", rank=3, hardness=1, propose=_propose)
