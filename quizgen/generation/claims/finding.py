"""From a parsed passage to its claims; a sentence without one gets the reason why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.clauses import Clause, clauses
from quizgen.generation.claims.context import context_for, is_unanchored
from quizgen.generation.claims.found import MOST_CHARACTERS, FoundClaim
from quizgen.generation.claims.leaning import leaning_words
from quizgen.generation.claims.qualities import polarity_of, quantifier_of
from quizgen.generation.claims.stances import stance_of
from quizgen.generation.claims.trimming import trimmed
from quizgen.generation.sections import is_named
from quizgen.generation.wording import write
from quizgen.language.parsed import ParsedSentence

LEFT_OUT = "you left its section out"
_SHORTEST = 3


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


def without_sections(
    found: Iterable[tuple[FoundClaim, ...] | Skipped], left_out: Sequence[str]
) -> list[tuple[FoundClaim, ...] | Skipped]:
    """Return what was found, the claims of sections with one of these headings being skipped."""
    return [
        Skipped(one[0].sentence, LEFT_OUT)
        if not isinstance(one, Skipped) and is_named(one[0].sentence.section, left_out)
        else one
        for one in found
    ]


def _with_context(
    sentences: Sequence[ParsedSentence], number: int, found: list[FoundClaim], said: set[str], titled: set[str]
) -> tuple[FoundClaim, ...]:
    made = []
    for position, claim in enumerate(found):
        leaning = leaning_words(sentences[number], claim.kept, said, titled)
        first = found[0].statement if position else ""
        if leaning or is_unanchored(claim):
            context = context_for(leaning, sentences, number, first)
            word = leaning[0].text if leaning else ""
            made.append(replace(claim, leaning=word, context=context.text, missing=context.missing))
        else:
            made.append(claim)
    return tuple(made)


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
        polarity=polarity_of(sentence, head, kept),
        quantifier=quantifier_of(sentence, head, kept),
    )


def _reason_against(sentence: ParsedSentence) -> str:
    words = [token for token in sentence.tokens if token.is_word]
    if len(words) < _SHORTEST:
        return "too short to judge"
    if len(sentence.text) > MOST_CHARACTERS:
        return "too long to judge"
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
