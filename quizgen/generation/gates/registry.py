"""The gates in the order in which they are asked."""

from quizgen.generation.article import Article
from quizgen.generation.gates.asking import asking
from quizgen.generation.gates.readable import readable
from quizgen.generation.gates.ruling import PASS, Candidate, Gate, Outcome, Ruling
from quizgen.generation.gates.said_elsewhere import said_elsewhere
from quizgen.generation.gates.standing_alone import standing_alone
from quizgen.generation.gates.well_formed import well_formed

GATES: tuple[Gate, ...] = (well_formed, asking, standing_alone, readable, said_elsewhere)


def judge(candidate: Candidate, article: Article) -> Ruling:
    """Return the worst ruling of all gates, the first of equals; a maker's own doubt queues too."""
    worst = Ruling(Outcome.QUEUE, "maker", candidate.proposal.why) if candidate.proposal.why else PASS
    for gate in GATES:
        ruling = gate(candidate, article)
        if ruling.outcome > worst.outcome:
            worst = ruling
    return worst
