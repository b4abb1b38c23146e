"""True: a title in front of a name said as a sentence: "The Polish poet Hale left" as "Hale was a Polish poet"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import COPY, Maker, Proposal, Setting, true
from quizgen.generation.wording import article_for
from quizgen.language.parsed import Token

_ROLES = words(
    "general commander composer writer poet novelist painter architect engineer inventor scientist physicist chemist "
    "mathematician historian philosopher theologian politician economist geographer explorer merchant missionary "
    "author journalist actor actress singer scholar lawyer judge banker sculptor astronomer biologist geologist "
    "psychologist sociologist botanist anthropologist diplomat reformer priest monk sailor admiral officer"
)
_REASON = "The passage says so in front of the name"


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    finite = next(iter(claim.sentence.of(claim.root, "aux", "auxpass")), claim.root)
    if finite.tag != "VBD":
        return
    for entity in claim.entities("PERSON"):
        name = claim.sentence.tokens[entity.first : entity.last]
        role = claim.sentence.tokens[entity.first - 1] if entity.first else None
        if role and role.lower in _ROLES and role.pos == "NOUN" and _belongs(role, name[-1]):
            title = _title(claim, role)
            text = "".join(t.text + (" " if t.space else "") for t in name).strip()
            if title and _ends(claim, entity.last):
                stem = f"{text} was {article_for(title)} {title}."
                yield true(claim, stem, f"{_REASON}: “{title} {text}”.", why=COPY)
                return


def _belongs(role: Token, name: Token) -> bool:
    """The role is a part of the name or the name stands straight behind it: "the engineer Hale"."""
    return role.dep in ("compound", "nmod") or (name.dep == "appos" and name.head == role.index)


def _title(claim: FoundClaim, role: Token) -> str:
    """Return the words in front of the role that go with it: a nationality or a field; "" when there are others."""
    start = role.index
    tokens = claim.sentence.tokens
    while start and tokens[start - 1].pos in ("ADJ", "NOUN") and tokens[start - 1].dep in ("amod", "compound", "nmod"):
        start -= 1
    before = tokens[start - 1].lower if start else ""
    found = tokens[start : role.index + 1]
    fine = len(found) in (2, 3) and before in ("", "the", "by", "and", "of", "to", "with", ",", "when", "while")
    told = not {t.lower for t in found} & words("former late other future famous young old first second new - fellow")
    return " ".join(t.text for t in found) if fine and told and found[0].text[0].isupper() else ""


def _ends(claim: FoundClaim, index: int) -> bool:
    behind = claim.sentence.tokens[index] if index < len(claim.sentence.tokens) else None
    return behind is None or (behind.pos not in ("PROPN", "NOUN") and behind.lower not in ("'s", "’s", "and", "-"))


TITLE_SAID = Maker("title-said", "verdict", rank=2, hardness=0, propose=_propose)
