"""What a caller may ask of generation, and what it hears while it runs."""

from dataclasses import dataclass

from quizgen.domain.items.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Options:
    """The seed of every choice, and the kinds of item to make."""

    seed: int = 0
    kinds: tuple[str, ...] = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class Progress:
    """Sentences done of all, and what was found so far."""

    done: int
    total: int
    claims: int
    items: int


def ignore(progress: Progress) -> None:
    """Hear of progress and do nothing."""
