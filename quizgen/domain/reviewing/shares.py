"""Shares with their intervals, and how far two readers agree beyond chance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

NORMAL_95 = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``of``, 0 <= count <= of."""

    count: int
    of: int

    @property
    def value(self) -> float:
        """Return the share, 0 to 1; 0 of nothing."""
        return self.count / self.of if self.of else 0.0

    def interval(self) -> tuple[float, float]:
        """Return the bounds within which the true share lies with 95% confidence; 0 to 1 for a share of nothing.

        The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
        Journal of the American Statistical Association 22 (1927), 209-212: it stays within 0 and 1 and holds for
        few cases and for shares near the ends, where the plain one does not.
        """
        if not self.of:
            return 0.0, 1.0
        square = NORMAL_95**2
        middle = (self.count + square / 2) / (self.of + square)
        reach = NORMAL_95 / (self.of + square) * sqrt(self.count * (self.of - self.count) / self.of + square / 4)
        # Rounding alone could put the ends of 0% and 100% a hair off the share itself.
        return max(0.0, min(middle - reach, self.value)), min(1.0, max(middle + reach, self.value))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two readers' answers to the same questions: 1 is full agreement, 0 that of chance.

    (observed - expected) / (1 - expected), the expected agreement from each reader's own shares: J. Cohen, "A
    coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46.
    None where it is not defined: no answers, or both readers always give the same one.
    """
    if not pairs:
        return None
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    # In whole numbers until the last step, so that full agreement is exactly 1.
    agreed = sum(first == second for first, second in pairs) * len(pairs)
    by_chance = sum(firsts[answer] * seconds[answer] for answer in firsts)
    whole = len(pairs) ** 2
    return None if by_chance == whole else (agreed - by_chance) / (whole - by_chance)
