"""Unverified: how soon before or after an event, which the passage does not tell."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

EVENTS = words(
    "war battle revolution treaty election death defeat victory conquest invasion independence attack signing fall "
    "collapse completion coup rebellion revolt uprising siege fire earthquake strike crisis embargo referendum "
    "marriage coronation abolition merger arrest trial massacre raid abdication resignation withdrawal arrival "
    "departure discovery publication release foundation founding restoration surrender ceasefire armistice"
)
_BARRED = words(
    "shortly soon immediately long years months days weeks decades century centuries year month decade week day not "
    "never until since right just ever even century"
)
_DATED = re.compile(r"\b1\d{3}|\b20\d\d|\b(?:soon|shortly|immediately|years?|months?|weeks?|days?|decades?)\b")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or claim.root.tag not in ("VBD", "VBN"):
        return
    if _DATED.search(claim.sentence.text) or any(_DATED.search(s.text) for s in setting.article.near(claim)[:1]):
        return
    for token in claim.tokens:
        if token.lower in ("after", "before") and _is_of_an_event(claim, token):
            place = Edit(token.index, token.index + 1, f"shortly {token.lower}")
            if token.index == claim.kept[0] or token.index > claim.head:
                stem = claim.with_edits([place])
                reason = f"The passage says {token.lower}, but not how long {token.lower} it was."
                yield unverified(claim, stem, reason)
                return


def _is_of_an_event(claim: FoundClaim, token: Token) -> bool:
    """Tell whether the word opens a phrase with an event, hung on the main verb."""
    above = claim.sentence.tokens[token.head]
    nouns = claim.sentence.of(token, "pobj")
    return token.dep == "prep" and above.index == claim.head and bool(nouns) and nouns[0].lemma.lower() in EVENTS


SOON_ADDED = Maker("soon-added", "verdict", rank=1, hardness=2, propose=_propose)
