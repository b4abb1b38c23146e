"""A claim as generation works on it: which tokens of which sentence, how said, and what it leans on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quizgen.domain.claims.claim import MIDDLE_IMPORTANCE, Polarity, Quantifier, Stance
from quizgen.domain.passages.span import Span
from quizgen.generation.wording import Edit, write
from quizgen.language.dates import Date
from quizgen.language.parsed import Entity, ParsedSentence, Token
from quizgen.language.quantities import Quantity, dates_in, quantities_in

# Longer sentences are read and never asked about: a statement and its context must fit what a bank may hold.
MOST_CHARACTERS = 900


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """``kept`` are the indexes of the tokens that the statement keeps; ``head`` is the token that heads the clause.

    ``number`` counts the sentences of the passage from 0. ``leaning`` is the first word that needs what came before (""
    when the statement stands alone), ``context`` the words before that show it ("" when none are needed or none can),
    ``missing`` the word that not even they explain. ``importance`` goes from 1 to 5. ``tokens`` are those of the
    statement.
    """

    passage: str
    sentence: ParsedSentence
    number: int
    kept: tuple[int, ...]
    head: int
    stance: Stance
    statement: str
    leaning: str = ""
    context: str = ""
    missing: str = ""
    polarity: Polarity = Polarity.AFFIRMED
    quantifier: Quantifier | None = None
    importance: int = MIDDLE_IMPORTANCE
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every maker asks for them, often more than once.
        object.__setattr__(self, "tokens", tuple(self.sentence.tokens[index] for index in self.kept))

    @property
    def span(self) -> Span:
        """Return where the claim stands in its passage."""
        words = [token for token in self.tokens if token.text.strip()]
        return Span(words[0].start, words[-1].end)

    @property
    def root(self) -> Token:
        """Return the token that heads the clause, most often its verb."""
        return self.sentence.tokens[self.head]

    @property
    def subject(self) -> Token | None:
        """Return the head word of the subject."""
        found = self.sentence.of(self.root, "nsubj", "nsubjpass")
        return next((token for token in found if token.index in self.kept), None)

    @property
    def lowers(self) -> frozenset[str]:
        """Return its words in small letters."""
        return frozenset(token.lower for token in self.tokens)

    def entities(self, *labels: str) -> Iterator[Entity]:
        """Yield the named things that lie wholly in the statement, those with one of ``labels`` when any are given."""
        kept = frozenset(self.kept)
        for entity in self.sentence.entities:
            if kept.issuperset(range(entity.first, entity.last)) and (not labels or entity.label in labels):
                yield entity

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers in the statement that are no dates."""
        return tuple(one for one in quantities_in(self.sentence) if one.token in self.kept)

    @property
    def dates(self) -> tuple[Date, ...]:
        """Return the dates in the statement."""
        kept = [(self.sentence.tokens[index].start, self.sentence.tokens[index].end) for index in self.kept]
        return tuple(
            date
            for date in dates_in(self.sentence)
            if any(start < date.span.end and date.span.start < end for start, end in kept)
        )

    @property
    def gives_reason(self) -> bool:
        """Tell whether the clause goes on to say why: turned round, it would fight with its own reason."""
        marks = {"because", "as", "since", "so", "if", "unless"}
        clauses = (child for child in self.sentence.of(self.root, "advcl", "prep") if child.index in self.kept)
        return any(
            clause.lower in ("because", "due") or any(mark.lower in marks for mark in self.sentence.of(clause, "mark"))
            for clause in clauses
        )

    def of(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the direct dependents of ``token`` that the statement keeps, those with one of ``deps`` if given."""
        return tuple(child for child in self.sentence.of(token, *deps) if child.index in self.kept)

    def below(self, token: Token) -> tuple[int, ...]:
        """Return the indexes of ``token`` and everything below it that the statement keeps."""
        return tuple(index for index in self.sentence.subtree(token) if index in self.kept)

    def before(self, token: Token, steps: int = 1) -> str:
        """Return the word ``steps`` before ``token`` in the sentence in small letters, or ""."""
        index = token.index - steps
        return self.sentence.tokens[index].lower if index >= 0 else ""

    def after(self, token: Token, steps: int = 1) -> str:
        """Return the word ``steps`` after ``token`` in the sentence in small letters, or ""."""
        index = token.index + steps
        return self.sentence.tokens[index].lower if index < len(self.sentence.tokens) else ""

    def with_edits(self, edits: Iterable[Edit]) -> str:
        """Return the statement with the edits done."""
        return write(self.sentence.tokens, self.kept, edits)

    def phrase(self, token: Token) -> str:
        """Return the words of ``token`` and what hangs on it, as far as the statement keeps them."""
        indexes = [index for index in self.sentence.subtree(token) if index in self.kept]
        return "".join(
            self.sentence.tokens[index].text + (" " if self.sentence.tokens[index].space else "") for index in indexes
        ).strip()
