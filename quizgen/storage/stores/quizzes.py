"""A quiz's policy and blueprint, and the columns that hold them."""

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.storage.tables.quizzes import QuizRow


def policy_of(row: QuizRow) -> Policy:
    """Return the policy that the columns hold."""
    return Policy(
        opens=row.opens,
        closes=row.closes,
        time_limit=row.time_limit,
        attempts=row.attempts,
        reveal=row.reveal,
    )


def write_policy(row: QuizRow, policy: Policy) -> None:
    """Put the policy into its columns."""
    row.opens, row.closes, row.time_limit = policy.opens, policy.closes, policy.time_limit
    row.attempts, row.reveal = policy.attempts, policy.reveal


def blueprint_of(row: QuizRow) -> Blueprint:
    """Return the blueprint that the columns hold."""
    return Blueprint(count=row.count, kinds=None if row.kinds is None else tuple(row.kinds), basis=row.basis)


def write_blueprint(row: QuizRow, blueprint: Blueprint) -> None:
    """Put the blueprint into its columns."""
    row.count, row.basis = blueprint.count, blueprint.basis
    row.kinds = None if blueprint.kinds is None else list(blueprint.kinds)
