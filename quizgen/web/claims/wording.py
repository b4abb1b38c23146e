"""What the ledger says of acts before they are done and after."""

from quizgen.domain.banks.consequences import Consequences
from quizgen.domain.claims.weighing import DISAGREE, NOT_FOUND, NOT_SETTLED, OPINION, PREDICTION, TOO_VAGUE
from quizgen.web.banks.wording import counted

REASON_WORDS = {
    OPINION: "Opinion: it can be argued, not settled",
    PREDICTION: "Prediction: its time has not come",
    TOO_VAGUE: "Too vague for a source to settle",
    NOT_FOUND: "No source found",
    DISAGREE: "Sources disagree",
    NOT_SETTLED: "Sources leave it open",
}


def told(found: Consequences) -> str:
    """Return what becomes of the questions, as plain sentences; "" when nothing does."""
    parts = [
        _part(len(found.ready), "becomes ready", "become ready"),
        _part(len(found.keyed), "gets another key", "get another key"),
        _part(len(found.waits), "waits for you to look at it", "wait for you to look at them"),
        _part(len(found.gone), "goes", "go"),
        f"{counted(len(found.new), 'question')} is made" if len(found.new) == 1 else "",
    ]
    said = [part for part in parts if part]
    return f"{_listed(said)}." if said else ""


def _part(count: int, one: str, many: str) -> str:
    return f"{counted(count, 'question')} {one if count == 1 else many}" if count else ""


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
