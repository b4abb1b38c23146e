"""Unverified: one cause or part that the passage names made the main one."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import DEBATABLE, Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_BARRED = words(
    "not n't n’t no never only mainly largely mostly primarily chiefly partly solely simply just perhaps main chief "
    "primary principal sole if typically usually often sometimes generally may might can could"
)
_FRONTING = (",", "is", "was", "'s", "that", "and", "but", "when")
_CAUSES = ("because", "due")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or any(s in claim.statement for s in '"“”'):
        return
    for token in claim.tokens:
        edit = _because(claim, token) or _contributed(claim, token) or _known_for(claim, token)
        if edit:
            old = " ".join(t.text for t in claim.sentence.tokens[edit.start : edit.end])
            stem = claim.with_edits([edit])
            rationale = f"The passage says “{old}”, which leaves open whether it is “{edit.new}”."
            yield unverified(claim, stem, rationale, why=DEBATABLE)
            return


def _because(claim: FoundClaim, token: Token) -> Edit | None:
    """Because becomes mainly because, in the middle of the sentence."""
    named = token.lower in _CAUSES and token.index > claim.head and claim.before(token) not in _FRONTING
    plain = token.lower == "because" or claim.after(token) == "to"
    if not named or not plain or claim.sentence.tokens[token.index - 1].dep in ("advmod", "cc"):
        return None
    return Edit(token.index, token.index + 1, f"mainly {token.lower}")


def _contributed(claim: FoundClaim, token: Token) -> Edit | None:
    """Contributed to becomes was the main cause of."""
    helped = token.lemma == "contribute" and token.index == claim.head and claim.after(token) == "to"
    subject = claim.subject
    if not helped or not subject or token.tag not in ("VBD", "VBZ", "VBP") or subject.pos == "PRON":
        return None
    objects = [child for p in claim.sentence.of(token, "prep") for child in claim.sentence.of(p, "pobj")]
    person = claim.sentence.entity_at(subject.index)
    if (
        not objects
        or objects[0].tag != "NN"
        or objects[0].lemma not in _RESULTS
        or (person and person.label == "PERSON")
    ):
        return None
    plural = subject.tag in ("NNS", "NNPS") or bool(claim.sentence.of(subject, "conj"))
    verb = ("were" if plural else "was") if token.tag == "VBD" else ("are" if plural else "is")
    return Edit(token.index, token.index + 2, f"{verb} the main cause of")


_RESULTS = words(
    "decline fall collapse rise growth failure success defeat victory spread increase decrease loss outbreak end war "
    "revolution crisis shortage unrest downfall popularity development destruction death formation instability"
)


def _known_for(claim: FoundClaim, token: Token) -> Edit | None:
    """Known for becomes best known for."""
    if token.lower not in ("known", "famous", "noted", "famed") or claim.after(token) != "for":
        return None
    if claim.sentence.of(token, "advmod", "neg") or claim.before(token) not in ("is", "are", "was", "were", "became"):
        return None
    new = {"known": "best known", "famous": "most famous", "noted": "most noted", "famed": "most famed"}[token.lower]
    return Edit(token.index, token.index + 1, new)


CAUSE_RANKED = Maker("cause-ranked", "verdict", rank=1, hardness=2, propose=_propose)
