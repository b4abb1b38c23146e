"""What makers and gates may know of the whole text: every year, number and name, and what each sentence speaks of."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.questions.names import Names, names_of
from quizgen.language.parsed import Entity, ParsedSentence

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b(1\d{3}|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Article:
    """A passage, its sentences, and indexes over them.

    ``speaks_of`` holds the content lemmas of each sentence, ``where`` the
    sentences of each lemma, ``dated`` those of each year, ``named`` how often each name stands in the text.
    ``capitals`` are the words written with a capital inside of a sentence, ``smalls`` those written small. ``text`` is
    the passage in small letters, ``words`` are all its words.
    """

    passage: Passage
    sentences: tuple[ParsedSentence, ...]
    speaks_of: tuple[frozenset[str], ...]
    where: dict[str, tuple[int, ...]]
    years: frozenset[int]
    numbers: frozenset[str]
    dated: dict[int, tuple[int, ...]]
    named: dict[str, int]
    common: frozenset[str]
    capitals: frozenset[str]
    smalls: frozenset[str]
    text: str
    words: frozenset[str]
    names: Names

    def mentions(self, phrase: str) -> bool:
        """Tell whether the words stand anywhere in the passage, upper and lower case being one."""
        wanted = phrase.lower()
        parts = _WORD.findall(wanted)
        if parts == [wanted]:
            return wanted in self.words
        # The index and a plain search find the places: the pattern alone would make a long text slow.
        pattern = re.compile(rf"\b{re.escape(wanted)}\b")
        place = self.text.find(wanted) if self.words.issuperset(parts) else -1
        while place >= 0 and not pattern.match(self.text, place):
            place = self.text.find(wanted, place + 1)
        return place >= 0

    def near(self, claim: FoundClaim, reach: int = 1) -> tuple[ParsedSentence, ...]:
        """Return the sentences up to ``reach`` before and behind the claim's own, without it."""
        start, end = max(claim.number - reach, 0), claim.number + reach + 1
        return tuple(s for s in self.sentences[start:end] if s is not claim.sentence)


def article_of(passage: Passage, sentences: Sequence[ParsedSentence]) -> Article:
    """Return the passage with its indexes."""
    speaks_of = tuple(map(_content, sentences))
    where: dict[str, list[int]] = defaultdict(list)
    for number, lemmas in enumerate(speaks_of):
        for lemma in lemmas:
            where[lemma].append(number)
    dated: dict[int, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for year in set(_YEAR.findall(sentence.text)):
            dated[int(year)].append(number)
    many = max(3, len(sentences) // 6)
    return Article(
        passage=passage,
        sentences=tuple(sentences),
        speaks_of=speaks_of,
        where={lemma: tuple(numbers) for lemma, numbers in where.items()},
        years=frozenset(int(year) for year in _YEAR.findall(passage.text)),
        numbers=frozenset(number.replace(",", "") for number in _NUMBER.findall(passage.text)),
        dated={year: tuple(numbers) for year, numbers in dated.items()},
        named=Counter(plain_name(entity) for sentence in sentences for entity in sentence.entities),
        common=frozenset(lemma for lemma, numbers in where.items() if len(numbers) > many),
        capitals=frozenset(t.text for s in sentences for t in s.tokens[1:] if t.text[:1].isupper()),
        smalls=frozenset(t.text for s in sentences for t in s.tokens if t.text.islower()),
        text=passage.text.lower(),
        words=frozenset(_WORD.findall(passage.text.lower())),
        names=names_of(sentences),
    )


def plain_name(entity: Entity) -> str:
    """Return the words of a name in small letters, without article and possessive."""
    return entity.text.lower().removeprefix("the ").removesuffix("’s").removesuffix("'s")


def _content(sentence: ParsedSentence) -> frozenset[str]:
    tokens = sentence.tokens
    return frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ") and len(t.text) > 2)
