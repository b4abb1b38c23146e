"""The order and edits in which a statement is said anew, before single words are changed as well."""

from dataclasses import dataclass

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.wording import Edit

Part = str | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """Parts in their new order, each words to write or indexes of tokens, and edits inside of them.

    ``changes`` is how many independent changes it makes, ``reason`` what a reader is told about them.
    """

    parts: tuple[Part, ...]
    reason: str
    edits: tuple[Edit, ...] = ()
    changes: int = 1

    @property
    def tokens(self) -> frozenset[int]:
        """Return the indexes of the tokens that it keeps."""
        return frozenset(index for part in self.parts if not isinstance(part, str) for index in part)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of wording: edits that belong together, and whether a reader sees it at once (2) or hardly (1)."""

    edits: tuple[Edit, ...]
    worth: int = 1


def whole(claim: FoundClaim) -> Shape:
    """Return the claim in its own order."""
    return Shape((claim.kept,), "", changes=0)
