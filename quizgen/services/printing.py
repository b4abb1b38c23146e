"""Papers to be printed, of a bank or of a quiz: drawn by a seed, so that the same paper can be had again."""

import random
from collections.abc import Sequence

from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.drawing import draw
from quizgen.domain.banks.printing import PrintedPaper, printed
from quizgen.services import banks, quizzes


def of_bank(session: Session, bank_id: int, *, count: int, letters: Sequence[str], seed: int) -> PrintedPaper:
    """Return a paper of at most ``count`` ready items of a bank. Raises NotFound, NotAllowed when none is ready."""
    bank = banks.get(session, bank_id).bank
    return paper_of(bank, Blueprint(count), title=bank.title, letters=letters, seed=seed)


def of_quiz(session: Session, quiz_id: int, *, letters: Sequence[str], seed: int) -> PrintedPaper:
    """Return a paper drawn as a quiz draws, from the version of the bank that it has. Raises NotFound, NotAllowed."""
    quiz = quizzes.get(session, quiz_id)
    bank = banks.bank_of_version(session, quiz.bank_version_id)
    return paper_of(bank, quiz.blueprint, title=quiz.title, letters=letters, seed=seed)


def paper_of(bank: Bank, wanted: Blueprint, *, title: str, letters: Sequence[str], seed: int) -> PrintedPaper:
    """Return the paper that a seed makes of a bank. Raises NotAllowed when no ready item fits."""
    rng = random.Random(seed)
    return printed(bank, draw(bank, wanted, rng=rng), title=title, code=str(seed), letters=letters, rng=rng)
