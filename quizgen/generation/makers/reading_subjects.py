"""How much of its subject a claim speaks of: the quantifier in front of a plural subject."""

from quizgen.generation.claims.found import FoundClaim
from quizgen.language.parsed import Token


def quantified_subject(claim: FoundClaim) -> tuple[Token, Token] | None:
    """Return quantifier and noun of a subject such as "most states", or None.

    Refused: a second quantifier, a negated clause, an example list (including, such as), a subject in a list.
    """
    subject = claim.subject
    if not subject or subject.tag != "NNS" or claim.sentence.of(claim.root, "neg"):
        return None
    first = claim.sentence.tokens[claim.sentence.subtree(subject)[0]]
    if (
        first.index not in claim.kept
        or first.dep not in ("amod", "det", "predet", "nummod")
        or first.head != subject.index
    ):
        return None
    if claim.sentence.of(subject, "conj") or {
        "including",
        "example",
        "instance",
        "such",
        "not",
        "only",
        "others",
        "some",
    } & (claim.lowers - {first.lower}):
        return None
    return (first, subject) if claim.after(first) not in ("of", "more", "as") else None
