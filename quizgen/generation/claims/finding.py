"""From a parsed passage to its claims; a sentence without one gets the reason why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.clauses import Clause, clauses
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.claims.leaning import leaning_word
from quizgen.generation.claims.stances import stance_of
from quizgen.generation.claims.trimming import trimmed
from quizgen.generation.wording import write
from quizgen.language.parsed import ParsedSentence

_SHORTEST = 3
_LONGEST_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that puts nothing forward that could be judged, and why."""

    sentence: ParsedSentence
    reason: str


def find_claims(passage: Passage, sentences: Sequence[ParsedSentence]) -> Iterator[tuple[FoundClaim, ...] | Skipped]:
    """Yield, sentence by sentence, the claims in it or the reason why there are none."""
    said: set[str] = set()
    stated: set[str] = set()
    quoted = _inside_quotations(sentences)
    title = {word.lower().strip(".,") for word in passage.title.split()}
    for number, sentence in enumerate(sentences):
        titled = title | {word.lower() for word in sentence.section.split()}
        reason = "it stands inside a quotation" if number in quoted else _reason_against(sentence)
        found = [] if reason else [_claim(passage, sentence, number, clause) for clause in clauses(sentence)]
        found = [claim for claim in found if _words(claim) >= _SHORTEST]
        claims = _with_context(sentences, number, found, said, titled)
        fresh = tuple(claim for claim in claims if claim.context or claim.statement not in stated)
        stated.update(claim.statement for claim in claims)
        if fresh:
            yield fresh
        elif found:
            yield Skipped(sentence, "it repeats an earlier sentence word for word")
        else:
            yield Skipped(sentence, reason or _no_clause(sentence))
        said.update(token.lemma for token in sentence.tokens if token.pos in ("NOUN", "PROPN"))


def _with_context(
    sentences: Sequence[ParsedSentence], number: int, found: list[FoundClaim], said: set[str], titled: set[str]
) -> tuple[FoundClaim, ...]:
    leaning = [leaning_word(sentences[number], claim.kept, said, titled) for claim in found]
    return tuple(
        replace(claim, leaning=word, context=_context(sentences, number, found[0] if position else None))
        if word
        else claim
        for position, (claim, word) in enumerate(zip(found, leaning, strict=True))
    )


def _inside_quotations(sentences: Sequence[ParsedSentence]) -> frozenset[int]:
    """Return the numbers of the sentences that begin while a quotation of the same paragraph is open."""
    found, paragraph, is_open = set(), 0, False
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph, is_open = sentence.paragraph, False
        if is_open:
            found.add(number)
        for sign in sentence.text:
            if sign in "“”":
                is_open = sign == "“"
            elif sign == '"':
                is_open = not is_open
    return frozenset(found)


def _claim(passage: Passage, sentence: ParsedSentence, number: int, clause: Clause) -> FoundClaim:
    kept = trimmed(sentence, clause)
    head = sentence.tokens[clause.head]
    return FoundClaim(
        passage=passage.id,
        sentence=sentence,
        number=number,
        kept=kept,
        head=clause.head,
        stance=stance_of(sentence, head, kept),
        statement=write(sentence.tokens, kept),
    )


def _reason_against(sentence: ParsedSentence) -> str:
    words = [token for token in sentence.tokens if token.is_word]
    if len(words) < _SHORTEST:
        return "too short to judge"
    if sentence.text.rstrip("\"'”’)").endswith("?"):
        return "a question"
    root = sentence.root
    if root.tag == "VB" and not any(child.dep in ("nsubj", "aux", "nsubjpass", "expl") for child in sentence.of(root)):
        return "an instruction"
    subject = next((child.lower for child in sentence.of(root, "nsubj", "nsubjpass")), "")
    if subject in ("i", "we"):
        return "the writer speaks of themselves"
    return "speaks to the reader" if subject == "you" else ""


def _no_clause(sentence: ParsedSentence) -> str:
    return "no finite verb with a subject was found in it" if sentence.tokens else "too short to judge"


def _words(claim: FoundClaim) -> int:
    return sum(token.is_word for token in claim.tokens)


def _context(sentences: Sequence[ParsedSentence], number: int, first: FoundClaim | None) -> str:
    """Return what stands before: the first clause of the same sentence, then up to two sentences; "" for nothing.

    One more is taken only when the one before opens with a pronoun itself.
    """
    lines = [first.statement] if first else []
    for index in range(number - 1, max(number - 3, -1), -1):
        if lines and not _opens_with_pronoun(lines[0]):
            break
        lines.insert(0, " ".join(sentences[index].text.split()))
    context = " ".join(lines)
    return context if len(context.split()) <= _LONGEST_CONTEXT else " ".join(lines[-1:])


def _opens_with_pronoun(text: str) -> bool:
    first = text.split(maxsplit=1)[0].lower().strip(",") if text.split() else ""
    return first in {"he", "she", "it", "they", "this", "these", "those", "its", "their", "his", "her", "both", "such"}
