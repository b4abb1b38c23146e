"""What agrees and what differs between a claim and a sentence of a source, and which bearing that allows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.domain.claims.claim import Bearing, Stance
from quizgen.generation.lexicon import words
from quizgen.generation.references.asserting import clause, denials, doubts, is_denied
from quizgen.generation.references.dates import When
from quizgen.generation.references.identity import other_things, rests_on_a_name
from quizgen.generation.references.links import IS, Linked, particle
from quizgen.generation.references.matching import Match
from quizgen.generation.references.meanings import CHANGES, LIMITS, NEGATIONS, ONCE
from quizgen.generation.references.quantities import Quantity
from quizgen.language.parsed import ParsedSentence, Token

_JOINING = words("also too then thus therefore however moreover furthermore there here so as when where how why even")
_DENIED_SCOPE = frozenset({"only", "until", "yet", "because", "just", "always", "fully", "all", "every", "entirely"})


@dataclass(slots=True)
class Comparison:
    """``contradictions`` are plain opposites; ``gaps`` is what keeps the source from settling the claim."""

    match: Match
    agrees: list[str] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    @property
    def bearing(self) -> Bearing:
        """Return the bearing: refuted by exactly one plain opposite, confirmed by none, left open in any doubt."""
        if self.gaps or len(self.contradictions) > 1:
            return Bearing.LEAVES_OPEN
        return Bearing.REFUTES if self.contradictions else Bearing.CONFIRMS


def compare(match: Match, stance: Stance) -> Comparison:
    """Return what agrees and differs; a judgement, a forecast or a cautious claim is never settled."""
    found = Comparison(match)
    _words(found)
    _dates(found)
    _amounts(found)
    _denials(found)
    _opposites(found)
    verb, claim = match.source.sentence.tokens[match.verb], match.claim.sentence
    found.gaps.extend(doubts(match.source.sentence, verb, frozenset(token.lower for token in claim.tokens)))
    found.gaps.extend(other_things(match, strictly=bool(found.contradictions)))
    if _speaks_of_the_past(match):
        found.gaps.append("the source speaks of the past, the claim of the present")
    if not rests_on_a_name(match, strictly=bool(found.contradictions)):
        found.gaps.append("no name shows that both speak of the same thing")
    if stance not in (Stance.ASSERTED, Stance.REPORTED):
        found.gaps.append("the claim is a judgement, a forecast or a guess, which no source settles")
    elif stance is Stance.REPORTED and found.contradictions:
        found.gaps.append("the claim only reports what somebody says")
    return found


def compare_loosely(match: Match) -> Comparison:
    """Return which words are in both, for a sentence that speaks of the same things in another way."""
    found = Comparison(match)
    _words(found)
    found.gaps.append("what the source says of them has to be weighed by a person")
    return found


def _words(found: Comparison) -> None:
    match = found.match
    skipped = {amount.at for amount in match.claim.amounts}
    told = sorted({*match.pairs} | {t.index for c in match.pairs for t in _name_parts(match, c)})
    found.agrees.extend(_runs(match.claim.sentence.tokens, [index for index in told if index not in skipped]))
    found.gaps.extend(f"“{said}” stands in another relation there" for said in _said(match, match.elsewhere))
    found.gaps.extend(f"the source does not speak of “{said}”" for said in _said(match, match.missing))
    theirs = {token.lower for token in match.source.sentence.tokens}
    for token in match.claim.sentence.tokens:
        counts = token.index in match.claim.keys or any(token.index in amount.tokens for amount in match.claim.amounts)
        if token.pos == "ADV" and not counts and token.lower not in theirs | _JOINING | NEGATIONS:
            found.gaps.append(f"the source does not say “{token.text}”")


def _name_parts(match: Match, index: int) -> Iterator[Token]:
    sentence = match.claim.sentence
    yield from (child for child in sentence.of(sentence.tokens[index], "prt"))


def _said(match: Match, indexes: list[int]) -> list[str]:
    return _runs(match.claim.sentence.tokens, sorted(indexes))


def _runs(tokens: tuple[Token, ...], indexes: list[int]) -> list[str]:
    """Return the words of tokens, neighbours as one phrase."""
    phrases: list[list[int]] = []
    for index in indexes:
        if phrases and index == phrases[-1][-1] + 1:
            phrases[-1].append(index)
        else:
            phrases.append([index])
    return [" ".join(tokens[index].text for index in phrase) for phrase in phrases]


def _dates(found: Comparison) -> None:
    match = found.match
    theirs = _times_of(match.source, match.verb)
    for when in match.claim.times:
        same = [other for other in theirs if other.within(when)]
        if same and (same[0].is_exact or not when.is_exact):
            found.agrees.append(when.said if same[0].said == when.said else f"{same[0].said} for {when.said}")
        elif not theirs:
            found.gaps.append(f"the source does not say that it was in {when.said}")
        elif _excludes(match, when, theirs):
            found.contradictions.append(f"{when.said} in the claim, {theirs[0].said} in the source")
        else:
            found.gaps.append(f"{when.said} in the claim, {' and '.join(w.said for w in theirs)} in the source")


def _times_of(source: Linked, verb: int) -> list[When]:
    own = clause(source.sentence, source.sentence.tokens[verb])
    return [when for when in source.times if when.start in own]


def _excludes(match: Match, when: When, theirs: list[When]) -> bool:
    """One date against one, both plain, of something that happens once."""
    other = theirs[0]
    return (
        len(theirs) == 1
        and len(match.claim.times) == 1
        and when.apart_from(other)
        and when.is_exact
        and other.is_exact
        and not when.bound
        and not other.bound
        and _is_once(match)
    )


def _is_once(match: Match) -> bool:
    """An act that the same thing suffers once, told as done in both."""
    claim, source = match.claim.sentence.root, match.source.sentence.tokens[match.verb]
    return all(
        verb.tag in ("VBD", "VBN") and verb.lemma in ONCE and not particle(sentence, verb)
        for verb, sentence in ((claim, match.claim.sentence), (source, match.source.sentence))
    )


def _amounts(found: Comparison) -> None:
    match = found.match
    for amount in match.claim.amounts:
        place = match.pairs.get(amount.at)
        if place is None:
            continue
        other = match.source.amount_at(place)
        if other is None:
            found.gaps.append(f"the source does not say how many: {amount.said}")
        elif amount.agrees_with(other):
            found.agrees.append(amount.said if amount.said == other.said else f"{other.said} for {amount.said}")
        elif _is_another_amount(match, amount, other):
            found.contradictions.append(f"{amount.said} in the claim, {other.said} in the source")
        else:
            found.gaps.append(f"{amount.said} in the claim, {other.said} in the source")


def _is_another_amount(match: Match, amount: Quantity, other: Quantity) -> bool:
    """One amount against one of the same thing, far apart, at the same time or at none."""
    alone = sum(each.unit == other.unit for each in match.source.amounts) == 1 and len(match.claim.amounts) == 1
    return alone and amount.is_far_from(other) and _same_times(match) and not _added(match)


def _same_times(match: Match) -> bool:
    theirs = _times_of(match.source, match.verb)
    mine = match.claim.times
    return len(mine) == len(theirs) and all(
        one.within(other) and other.within(one) for one, other in zip(mine, theirs, strict=True)
    )


def _denials(found: Comparison) -> None:
    match = found.match
    claim, source = match.claim.sentence, match.source.sentence
    root, verb = claim.root, source.tokens[match.verb]
    mine, theirs = denials(claim, root), denials(source, verb)
    if mine == theirs and all(
        is_denied(claim, match.word(one)) == is_denied(source, source.tokens[other])
        for one, other in match.pairs.items()
    ):
        if mine:
            found.agrees.append("both deny it")
    elif mine + theirs == 1 and (is_denied(claim, root) or is_denied(source, verb)) and _is_plain_denial(match, theirs):
        found.contradictions.append(
            "the claim denies what the source says" if mine else "the source denies what the claim says"
        )
    else:
        found.gaps.append("one of the two denies something that the other does not")


def _is_plain_denial(match: Match, theirs: int) -> bool:
    """A denial settles the claim only when it denies no more than the claim says."""
    tokens = match.source.sentence.tokens
    own = clause(match.source.sentence, tokens[match.verb])
    scope = {tokens[index].lower for index in own} | {token.lower for token in match.claim.sentence.tokens}
    bare = not theirs or (not _added(match) and _same_times(match))
    return bare and not scope & (_DENIED_SCOPE | LIMITS)


def _added(match: Match) -> list[int]:
    """Return the words that the clause of the source has beyond those of the claim."""
    sentence = match.source.sentence
    own = clause(sentence, sentence.tokens[match.verb])
    found = {*match.pairs.values(), *match.opposed.values()}
    return [index for index in match.source.keys if index in own and index not in found]


def _opposites(found: Comparison) -> None:
    match = found.match
    for one, other in match.opposed.items():
        mine, theirs = match.word(one), match.source.sentence.tokens[other]
        said = f"“{mine.text}” in the claim, “{theirs.text}” in the source"
        changing = mine.lemma in CHANGES or theirs.lemma in CHANGES
        timed = _same_times(match) and (bool(match.claim.times) or not changing)
        plain = timed and not _added(match) and _is_said(match, one)
        (found.contradictions if plain else found.gaps).append(said)


def _is_said(match: Match, index: int) -> bool:
    """Tell whether the word is what the claim says, not what picks out the thing it speaks of: "the old bridge"."""
    root, links = match.claim.sentence.root.index, match.claim.links
    role, parent = links[index][0]
    return index == root or (role, parent) == (IS, root) or (parent in links and links[parent][0] == (IS, root))


def _speaks_of_the_past(match: Match) -> bool:
    claim, source = match.claim.sentence, match.source.sentence
    return _first_form(claim, claim.root) in ("VBZ", "VBP") and _first_form(source, source.tokens[match.verb]) == "VBD"


def _first_form(sentence: ParsedSentence, verb: Token) -> str:
    """Return the tag of the first word of a verb (*was* of "was built"), a joined participle's from the verb before."""
    helpers = sentence.of(verb, "aux", "auxpass")
    if helpers:
        return helpers[0].tag
    if verb.dep == "conj" and verb.tag == "VBN":
        return _first_form(sentence, sentence.tokens[verb.head])
    return verb.tag
