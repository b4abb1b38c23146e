"""A text becomes a draft: sentences -> claims -> items -> gates -> bank, with a report of what was refused and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Protocol

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim, Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.generation.article import Article, article_of
from quizgen.generation.assembling import claim_of, item_of
from quizgen.generation.balance import with_few_left_open, without_conflicts, without_repeats
from quizgen.generation.choosing import SPARE, Judged, choose, promise
from quizgen.generation.claims.comparing import Compared, Found, compared
from quizgen.generation.claims.finding import Skipped, find_claims, without_sections
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.combining import statement_choices
from quizgen.generation.composing import compose
from quizgen.generation.gates.never_gaps import NEVER_GAP, asks_for
from quizgen.generation.gates.registry import judge
from quizgen.generation.gates.ruling import Candidate, Outcome
from quizgen.generation.gathering.registry import gathered
from quizgen.generation.makers.maker import Setting
from quizgen.generation.makers.registry import MAKERS
from quizgen.generation.on_evidence import on_evidence
from quizgen.generation.options import Options, Progress, ignore
from quizgen.generation.report import Report, make_report
from quizgen.language.parsed import ParsedSentence

__all__ = ["Draft", "Options", "Parser", "Progress", "Report", "generate", "ignore"]

_SENTENCES_AT_ONCE = 24


class Parser(Protocol):
    """What generation needs of a language: sentences, and the forms of words."""

    def parse(self, passage: Passage, *, named: bool = True) -> Iterator[ParsedSentence]:
        """Yield the sentences of a passage, without their entities when they are not ``named``."""

    def inflect(self, lemma: str, tag: str) -> str | None:
        """Return the form of a lemma for a tag, or None."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A bank to look through, and the report on how it came about."""

    bank: Bank
    report: Report


@dataclass(slots=True)
class _Run:
    """What grows while the passages are worked through."""

    parser: Parser
    options: Options
    progress: Callable[[Progress], None]
    sentences: int = 0
    done: int = 0
    items: int = 0
    kept: list[tuple[FoundClaim, list[Judged]]] = field(default_factory=list)
    refused: list[Judged] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def tell(self) -> None:
        self.progress(Progress(self.done, self.sentences, len(self.kept), self.items))


def generate(
    title: str,
    passages: tuple[Passage, ...],
    parser: Parser,
    *,
    options: Options,
    progress: Callable[[Progress], None] = ignore,
) -> Draft:
    """Return the bank that follows from the passages, the seed and the version: the same each time.

    ``progress`` is called once for each sentence while they are read (``done`` stays 0, ``total`` grows) and once for
    each while items are made; it may raise to stop the run, which leaves nothing behind.
    """
    run = _Run(parser, options, progress)
    articles = [article_of(passage, _read(run, passage)) for passage in passages]
    found = [without_sections(find_claims(one.passage, one.sentences), options.left_out) for one in articles]
    across = compared(passages, found)
    for article, each in zip(articles, across.found, strict=True):
        _work_through(run, article, each, across)
    kept = with_few_left_open([one for _, judged in run.kept for one in judged])
    bank = _bank(title, passages, run, kept, across)
    if Basis.EVIDENCE in options.bases and VerdictItem.kind in options.kinds:
        in_order = [claim for claim, _ in _in_reading_order(run, passages)]
        by_passage = {article.passage.id: article for article in articles}
        bank = on_evidence(bank, in_order, by_passage, lambda stems: _parsed(parser, stems))
    composed = compose(bank, options)
    return Draft(composed.bank, make_report(composed, run.sentences, run.skipped, run.refused))


def _read(run: _Run, passage: Passage) -> list[ParsedSentence]:
    sentences = []
    for sentence in run.parser.parse(passage):
        sentences.append(sentence)
        run.sentences += 1
        run.tell()
    return sentences


def _work_through(run: _Run, article: Article, found: Sequence[Found], across: Compared) -> None:
    disputed = across.disputed()
    for start in range(0, len(found), _SENTENCES_AT_ONCE):
        batch = found[start : start + _SENTENCES_AT_ONCE]
        claims = [claim for one in batch if not isinstance(one, Skipped) for claim in one]
        asked = [claim for claim in claims if id(claim) not in across.repeats]
        judged = dict(zip(map(id, asked), _judged(run, article, asked), strict=True))
        for one in batch:
            if isinstance(one, Skipped):
                run.skipped.append(one)
            else:
                for claim in one:
                    _keep(run, claim, without_conflicts(judged.get(id(claim), []), disputed))
            run.done += 1
            run.tell()


def _keep(run: _Run, claim: FoundClaim, judged: Sequence[Judged]) -> None:
    chosen = choose(judged)
    kept, repeats = without_repeats(chosen.kept, run.seen)
    run.kept.append((claim, kept))
    run.items += len(kept)
    run.refused.extend((*chosen.refused, *repeats))


def _judged(run: _Run, article: Article, claims: Sequence[FoundClaim]) -> list[list[Judged]]:
    """Return, claim by claim, every proposal and what the gates say, all statements parsed afresh in one go."""
    by_claim = [list(_proposed(run, article, claim, tuple(claims[:place]))) for place, claim in enumerate(claims)]
    waiting = [one for several in by_claim for one in several]
    judged: dict[int, Judged] = {}
    settled: set[tuple[int, str, Verdict | None]] = set()
    # Only the best of the rivals about one claim is parsed; the next one when that is refused.
    while waiting:
        turn = _first_of_each(waiting)
        for one, parsed in zip(turn, _reparsed(run.parser, turn), strict=True):
            judgement = Judged(one, judge(replace(one, parsed=parsed), article))
            judged[id(one)] = judgement
            if judgement.ruling.outcome is Outcome.PASS:
                settled.add(_rivalry(one))
        done = {id(one) for one in turn}
        for one in waiting:
            if id(one) not in done and _rivalry(one) in settled:
                judged[id(one)] = Judged(one, SPARE)
        waiting = [one for one in waiting if id(one) not in judged]
    return [[judged[id(one)] for one in several] for several in by_claim]


def _rivalry(one: Candidate) -> tuple[int, str, Verdict | None]:
    return id(one.claim), one.maker.kind, one.proposal.verdict


def _first_of_each(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the most promising candidate of each rivalry, in order."""
    best: dict[tuple[int, str, Verdict | None], Candidate] = {}
    for one in sorted(candidates, key=lambda one: (bool(one.proposal.why), promise(one))):
        best.setdefault(_rivalry(one), one)
    return list(best.values())


def _reparsed(parser: Parser, candidates: Sequence[Candidate]) -> list[tuple[ParsedSentence, ...]]:
    """Return the sentences of each statement; gaps and questions are not parsed, nor what is the sentence itself."""
    new = [one for one in candidates if one.proposal.verdict is not None and not _is_the_sentence(one)]
    parsed = iter(_parsed(parser, [one.proposal.stem for one in new]))
    fresh = {id(one) for one in new}
    return [next(parsed) if id(one) in fresh else (one.claim.sentence,) for one in candidates]


def _is_the_sentence(one: Candidate) -> bool:
    return one.proposal.stem == " ".join(one.claim.sentence.text.split())


def _proposed(run: _Run, article: Article, claim: FoundClaim, before: tuple[FoundClaim, ...]) -> Iterator[Candidate]:
    for maker in MAKERS.values():
        if maker.kind in _kinds(run.options):
            dice = f"{run.options.seed}\x1f{maker.name}\x1f{article.passage.title}\x1f{claim.statement}"
            for proposal in maker.propose(claim, Setting(article, dice, run.parser.inflect, before)):
                candidate = Candidate(claim, maker, proposal)
                if asks_for(candidate, run.options.never_gaps):
                    run.refused.append(Judged(candidate, NEVER_GAP))
                else:
                    yield candidate


def _parsed(parser: Parser, stems: Sequence[str]) -> list[tuple[ParsedSentence, ...]]:
    """Return the sentences of each stem, without entities; each is a paragraph of its own in one passing text."""
    text = "\n\n".join(" ".join(stem.replace("#", "").split()) or "-" for stem in stems)
    groups = groupby(parser.parse(Passage("stems", "", text), named=False), key=lambda sentence: sentence.paragraph)
    by_paragraph = {number: tuple(sentences) for number, sentences in groups}
    return [by_paragraph.get(number + 1, ()) for number in range(len(stems))]


def _kinds(options: Options) -> tuple[str, ...]:
    """Return the kinds to make on the basis of the passage: none when only evidence is asked for."""
    return options.kinds if Basis.PASSAGE in options.bases else ()


def _in_reading_order(run: _Run, passages: tuple[Passage, ...]) -> list[tuple[FoundClaim, list[Judged]]]:
    order = {passage.id: place for place, passage in enumerate(passages)}
    return sorted(run.kept, key=lambda pair: (order[pair[0].passage], pair[0].span))


def _bank(title: str, passages: tuple[Passage, ...], run: _Run, kept: Sequence[Judged], across: Compared) -> Bank:
    claims: dict[int, Claim] = {}
    taken: set[str] = set()
    for found, _ in _in_reading_order(run, passages):
        model = across.repeats.get(id(found))
        claims[id(found)] = claim_of(found, taken, claims[id(model)].id if model else None)
    by_claim: dict[int, list[Judged]] = {}
    for one in kept:
        by_claim.setdefault(id(one.candidate.claim), []).append(one)
    items = {
        claim.id: [item_of(one, claim.id, taken) for one in by_claim.get(name, [])] for name, claim in claims.items()
    }
    conflicts = tuple((claims[id(one)].id, claims[id(other)].id) for one, other in across.conflicts)
    places = {claim.id: (claim.passage, place) for place, claim in enumerate(claims.values())}
    alone = [item for several in items.values() for item in several]
    for claim_id, item in statement_choices(alone, conflicts, places, _kinds(run.options), taken):
        items[claim_id].append(item)
    found_as = [(claims[id(found)], found) for found, _ in run.kept]
    for claim_id, item in list(gathered(passages, found_as, items, conflicts, _kinds(run.options), taken)):
        items[claim_id].append(item)
    everything = tuple(item for several in items.values() for item in several)
    return Bank(title, passages, tuple(claims.values()), conflicts, everything)
