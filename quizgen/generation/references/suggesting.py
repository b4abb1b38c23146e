"""From claims and reference texts to suggestions: search, parse, compare, and keep the best for each claim."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from quizgen.domain.claims.claim import Bearing, Claim
from quizgen.domain.claims.suggestion import Reference, Suggestion
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from quizgen.generation.options import Progress, ignore
from quizgen.generation.pipeline import Parser
from quizgen.generation.references.comparing import Comparison, compare, compare_loosely
from quizgen.generation.references.links import Linked, linked
from quizgen.generation.references.matching import Match, matches, words_shared
from quizgen.generation.references.searching import Paragraph, Search
from quizgen.language.parsed import ParsedSentence

PARAGRAPHS, MOST = 6, 3
_ENOUGH, _WORDS = 0.5, 3
_AT_ONCE = 16
_ORDER = (Bearing.REFUTES, Bearing.CONFIRMS, Bearing.LEAVES_OPEN)
_LEANING = frozenset({"it", "he", "she", "they", "this", "these", "that", "those", "there", "here", "we", "i"})


def suggest(
    claims: Sequence[Claim],
    references: Sequence[Reference],
    parser: Parser,
    *,
    progress: Callable[[Progress], None] = ignore,
) -> tuple[Suggestion, ...]:
    """Return what the references seem to show about the claims, claim by claim, the plainest first.

    At most MOST a claim, and one alone where none would settle it. ``progress`` counts claims, and suggestions as
    items; it may raise to stop. Raises Unavailable where SQLite has no full-text search.
    """
    search = Search(references)
    found: list[Suggestion] = []
    parsed: dict[int, tuple[Linked, ...]] = {}
    progress(Progress(0, len(claims), len(claims), 0))
    for start in range(0, len(claims), _AT_ONCE):
        batch = claims[start : start + _AT_ONCE]
        statements = _parse(parser, [claim.statement for claim in batch])
        wanted = [search.best(claim.statement, PARAGRAPHS) for claim in batch]
        new = sorted({number for numbers in wanted for number in numbers} - set(parsed))
        texts = _parse(parser, [search.paragraphs[number].text for number in new])
        parsed.update((n, tuple(map(linked, sentences))) for n, sentences in zip(new, texts, strict=True))
        for place, (claim, sentences, numbers) in enumerate(zip(batch, statements, wanted, strict=True), start + 1):
            near = [(search.paragraphs[number], parsed[number]) for number in numbers]
            found.extend(_about(claim, sentences, near))
            progress(Progress(place, len(claims), len(claims), len(found)))
    search.close()
    return tuple(found)


def _about(
    claim: Claim, sentences: tuple[ParsedSentence, ...], near: list[tuple[Paragraph, tuple[Linked, ...]]]
) -> list[Suggestion]:
    if len(sentences) != 1 or claim.leans_on or _leans(sentences[0]):
        return []
    statement = linked(sentences[0])
    rated = [
        (_ORDER.index(best.bearing), -best.match.share, _suggestion(claim, paragraph, sentence, best))
        for paragraph, several in near
        for sentence in several
        if (best := _best(claim, statement, sentence))
    ]
    rated.sort(key=lambda entry: entry[:2])
    settled = [suggestion for order, _, suggestion in rated if _ORDER[order] is not Bearing.LEAVES_OPEN]
    return settled[:MOST] or [suggestion for _, _, suggestion in rated[:1]]


def _leans(sentence: ParsedSentence) -> bool:
    """Tell whether what is spoken of is named by a pronoun only."""
    subjects = sentence.of(sentence.root, "nsubj", "nsubjpass")
    return any(token.lower in _LEANING for token in subjects)


def _best(claim: Claim, statement: Linked, sentence: Linked) -> Comparison | None:
    """Return the plainest of the comparisons with each verb of a sentence, None when it speaks of something else."""
    compared = [compare(match, claim.stance) for match in matches(statement, sentence)]
    near = [one for one in compared if _speaks_to_it(one)]
    if not near:
        shared = words_shared(statement, sentence)
        return compare_loosely(shared) if _shares_enough(shared) else None
    return min(near, key=lambda one: (_ORDER.index(one.bearing), -one.match.share))


def _shares_enough(match: Match) -> bool:
    """Half of the claim's words, and every name that it names."""
    names = [index for index in match.claim.keys if match.word(index).pos == "PROPN"]
    named = bool(names) and all(index in match.pairs for index in names)
    return named and match.share >= _ENOUGH and len(match.pairs) > _WORDS


def _speaks_to_it(one: Comparison) -> bool:
    match = one.match
    subject = [index for index, links in match.claim.links.items() if links[0][0] in ("subject", "object")]
    named = any(index in match.pairs for index in subject)
    return (
        named and match.share >= _ENOUGH and len(match.pairs) + len(match.opposed) >= min(_WORDS, len(match.claim.keys))
    )


def _suggestion(claim: Claim, paragraph: Paragraph, sentence: Linked, found: Comparison) -> Suggestion:
    block, parsed = paragraph.block, sentence.sentence
    quote = " ".join(parsed.text.split())
    return Suggestion(
        claim=claim.id,
        source=paragraph.reference.source(quote, found.bearing),
        span=Span(parsed.span.start + block.span.start, parsed.span.end + block.span.start),
        paragraph=block.number,
        section="" if block.section == paragraph.reference.title else block.section,
        agrees=tuple(dict.fromkeys(found.agrees)),
        differs=tuple(dict.fromkeys((*found.contradictions, *found.gaps))),
    )


def _parse(parser: Parser, texts: Sequence[str]) -> list[tuple[ParsedSentence, ...]]:
    """Return the sentences of each text, their spans counted from its own start."""
    lines = [text.replace("\n", " ") if text.strip() else "-" for text in texts]
    by_line = dict(_by_line(parser, lines))
    return [by_line.get(number, ()) for number in range(1, len(lines) + 1)]


def _by_line(parser: Parser, lines: list[str]) -> Iterator[tuple[int, tuple[ParsedSentence, ...]]]:
    passage = Passage("lines", "", "\n\n".join(lines))
    starts = {block.number: block.span.start for block in passage.paragraphs()}
    for number, sentences in groupby(parser.parse(passage), key=lambda sentence: sentence.paragraph):
        yield number, tuple(_moved(sentence, -starts[number]) for sentence in sentences)


def _moved(sentence: ParsedSentence, by: int) -> ParsedSentence:
    tokens = tuple(replace(token, start=token.start + by, end=token.end + by) for token in sentence.tokens)
    return replace(sentence, span=sentence.span.moved(by), tokens=tokens)
