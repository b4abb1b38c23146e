"""Item-writing rules that can be checked: one right option, options alike, the answer not given away by the stem."""

from quizgen.domain.items.cloze import GAP
from quizgen.generation.article import Article
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling


def asking(candidate: Candidate, article: Article) -> Ruling:  # noqa: ARG001 (the shape of a gate)
    """Refuse a gap or a choice whose stem shows its answer, or whose options are not distinct."""
    proposal = candidate.proposal
    if proposal.verdict is not None:
        return PASS
    stem = proposal.stem.lower()
    if stem.count(GAP) != 1:
        return Ruling(Outcome.REFUSE, "asking", "the stem does not have exactly one gap")
    if any(answer.lower() in stem for answer in proposal.key if len(answer) > 1):
        return Ruling(Outcome.REFUSE, "asking", "the stem gives the answer away")
    if proposal.options and len({option.lower() for option in proposal.options}) < len(proposal.options):
        return Ruling(Outcome.REFUSE, "asking", "two options say the same")
    return PASS
