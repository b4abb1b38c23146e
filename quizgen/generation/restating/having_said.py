"""After doing as having done: "After leaving Lindry, Hale" as "Having left Lindry, Hale"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit

_VISIBLE = 2


def having_said(claim: FoundClaim, setting: Setting) -> Iterator[Change]:
    """Yield the change for "after" and a participle at the start of the claim, with the subject behind the comma."""
    first = claim.sentence.tokens[claim.kept[0]]
    verbs = claim.of(first, "pcomp")
    if first.lower != "after" or len(verbs) != 1 or verbs[0].index != first.index + 1 or verbs[0].tag != "VBG":
        return
    form = setting.inflect(verbs[0].lemma, "VBN")
    subject, end = claim.subject, claim.below(first)[-1] + 1
    follows = subject is not None and claim.sentence.tokens[end].text == "," and claim.below(subject)[0] == end + 1
    if form and follows and not claim.of(verbs[0], "conj", "auxpass", "aux") and verbs[0].lemma not in ("be", "have"):
        yield Change((Edit(first.index, verbs[0].index + 1, f"Having {form}"),), _VISIBLE)
