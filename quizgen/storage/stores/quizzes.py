"""A quiz's policy and blueprint, and the columns that hold them."""

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import read_reveal, reveal_document
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.storage.tables.quizzes import QuizRow


def policy_of(row: QuizRow) -> Policy:
    """Return the policy that the columns hold."""
    return Policy(
        opens=row.opens,
        closes=row.closes,
        time_limit=row.time_limit,
        attempts=row.attempts,
        closing=row.closing,
        wait=row.wait,
        access_code=row.access_code,
        networks=tuple(row.networks),
        order=row.order,
        layout=row.layout,
        navigation=row.navigation,
        reveal=read_reveal(row.reveal),
    )


def write_policy(row: QuizRow, policy: Policy) -> None:
    """Put the policy into its columns."""
    row.opens, row.closes, row.time_limit = policy.opens, policy.closes, policy.time_limit
    row.attempts, row.wait, row.closing = policy.attempts, policy.wait, policy.closing
    row.access_code, row.networks = policy.access_code, list(policy.networks)
    row.order, row.layout, row.navigation = policy.order, policy.layout, policy.navigation
    row.reveal = reveal_document(policy.reveal)


def blueprint_of(row: QuizRow) -> Blueprint:
    """Return the blueprint that the columns hold; what an older quiz does not say is as by default."""
    usual = Blueprint(row.count)
    return Blueprint(
        count=row.count,
        kinds=None if row.kinds is None else tuple(row.kinds),
        basis=row.basis,
        shares=usual.shares if row.shares is None else {key: int(str(row.shares[key])) for key in Verdict},
        easiest=usual.easiest if row.easiest is None else row.easiest,
        hardest=usual.hardest if row.hardest is None else row.hardest,
    )


def write_blueprint(row: QuizRow, blueprint: Blueprint) -> None:
    """Put the blueprint into its columns."""
    row.count, row.basis = blueprint.count, blueprint.basis
    row.kinds = None if blueprint.kinds is None else list(blueprint.kinds)
    row.shares = {key.value: blueprint.shares.get(key, 0) for key in Verdict}
    row.easiest, row.hardest = blueprint.easiest, blueprint.hardest
