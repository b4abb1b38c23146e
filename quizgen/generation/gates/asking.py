"""Item-writing rules: the stem asks one clear thing, and neither it nor its options give the answer away."""

from quizgen.domain.banks.flaws import Flaw, flaws_of
from quizgen.domain.banks.wording import Wording, wording
from quizgen.domain.items.cloze import GAP, folded
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.article import Article
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling

# What breaks an item; every other flaw only asks for a second look.
_BREAKING = frozenset({Flaw.SEVERAL_RIGHT, Flaw.LOGICAL_CUE, Flaw.WORD_REPEAT, Flaw.GRAMMAR_CUE, Flaw.K_TYPE})


def asking(candidate: Candidate, article: Article) -> Ruling:  # noqa: ARG001 (the shape of a gate)
    """Refuse an item that shows its answer or has two; queue one with another flaw of item writing."""
    proposal = candidate.proposal
    if proposal.verdict is None:
        stem = proposal.stem
        if stem.count(GAP) != 1 and not (GAP not in stem and stem.endswith("?")):
            return Ruling(Outcome.REFUSE, "asking", "the stem is no question and does not have exactly one gap")
        if len({folded(option) for option in proposal.options}) < len(proposal.options):
            return Ruling(Outcome.REFUSE, "asking", "two options say the same")
    found = flaws_of(_wording(candidate))
    for finding in found:
        if finding.flaw in _BREAKING:
            return Ruling(Outcome.REFUSE, "asking", f"{finding.flaw}: {finding.message}")
    return Ruling(Outcome.QUEUE, "asking", found[0].message) if found else PASS


def _wording(candidate: Candidate) -> Wording:
    kind, proposal, context = candidate.maker.kind, candidate.proposal, candidate.claim.context
    if proposal.verdict is not None:
        return Wording(VerdictItem.kind, proposal.stem, context=context)
    right = proposal.key[:1] if kind == NumericItem.kind else proposal.key
    return wording(kind, proposal.stem, right, proposal.options, context)
