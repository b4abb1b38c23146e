"""The words of a claim found in a sentence of a source, each in the same relation to the same word."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.generation.references.links import IS, MODIFIER, OBJECT, OF, SUBJECT, Linked
from quizgen.generation.references.meanings import are_opposites
from quizgen.language.parsed import Token

_FIXED = frozenset({SUBJECT, OBJECT, IS, OF, MODIFIER, "root"})


@dataclass(slots=True)
class Match:
    """How a claim fits one verb of a source. Token numbers: claim to source in ``pairs`` and ``opposed``.

    ``elsewhere`` are words that the source has in another relation, ``missing`` those that it has not.
    """

    claim: Linked
    source: Linked
    verb: int
    pairs: dict[int, int] = field(default_factory=dict)
    opposed: dict[int, int] = field(default_factory=dict)
    elsewhere: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """Tell whether every word of the claim has its counterpart."""
        return not self.elsewhere and not self.missing

    @property
    def share(self) -> float:
        """Return the share of the claim's words that have one."""
        found = len(self.pairs) + len(self.opposed)
        return found / max(len(self.claim.keys), 1)

    def word(self, index: int) -> Token:
        """Return a token of the claim."""
        return self.claim.sentence.tokens[index]

    def counterpart(self, index: int) -> Token | None:
        """Return the token of the source that a token of the claim found."""
        place = self.pairs.get(index, self.opposed.get(index))
        return None if place is None else self.source.sentence.tokens[place]


def matches(claim: Linked, source: Linked) -> Iterator[Match]:
    """Yield how the claim fits each verb of the source that says what its own verb says, or the opposite."""
    root = claim.sentence.root.index
    if root not in claim.keys:
        return
    for index, word in source.keys.items():
        if source.sentence.tokens[index].pos not in ("VERB", "AUX"):
            continue
        if word == claim.keys[root] or are_opposites(word, claim.keys[root]):
            yield _matched(Match(claim, source, index), root)


def words_shared(claim: Linked, source: Linked) -> Match:
    """Return which words of the claim the source has at all, in whatever relation."""
    match = Match(claim, source, source.sentence.root.index)
    places = {word: place for place, word in reversed(source.keys.items())}
    for index, word in claim.keys.items():
        if word in places:
            match.pairs[index] = places[word]
        else:
            match.missing.append(index)
    return match


def _matched(match: Match, root: int) -> Match:
    opposite = match.source.keys[match.verb] != match.claim.keys[root]
    (match.opposed if opposite else match.pairs)[root] = match.verb
    waiting = [index for index in match.claim.keys if index != root]
    while waiting:
        known = {**match.pairs, **match.opposed}
        ready = [index for index in waiting if _parent(match, index) in known] or waiting
        for index in ready:
            _place(match, index, {**match.pairs, **match.opposed})
        waiting = [index for index in waiting if index not in ready]
    return match


def _parent(match: Match, index: int) -> int | None:
    return match.claim.links[index][0][1]


def _place(match: Match, index: int, known: dict[int, int]) -> None:
    wanted = match.claim.keys[index]
    used = set(known.values())
    opposite = None
    for place, word in match.source.keys.items():
        if place in used or not _hangs_alike(match, index, place, known):
            continue
        if word == wanted:
            match.pairs[index] = place
            return
        if are_opposites(word, wanted):
            opposite = place
    if opposite is not None:
        match.opposed[index] = opposite
    elif not _is_first_name(match, index, known):
        (match.elsewhere if wanted in match.source.keys.values() else match.missing).append(index)


def _hangs_alike(match: Match, index: int, place: int, known: dict[int, int]) -> bool:
    role, parent = match.claim.links[index][0]
    if parent not in known:
        return False
    anchors = {known[parent]}
    is_amount = match.claim.amount_at(index) is not None
    # Whether "in Lindry" or "72 metres" hangs on the verb or on its object is often the parser's guess.
    if role not in _FIXED or is_amount:
        anchors |= {known[each] for each in known if _belong(match, each, parent)}
        objects = {known[each] for each in known if match.claim.links[each][0][0] == OBJECT}
        tokens = match.source.sentence.tokens
        anchors |= {match.verb} | objects | {t.index for t in tokens if t.dep == "conj" and t.head in objects}
    return any((other == role or is_amount) and above in anchors for other, above in match.source.links[place])


def _belong(match: Match, one: int, other: int | None) -> bool:
    """Tell whether one of the two is *of* the other: the price of salt."""
    links = match.claim.links
    return links[one][0] == (OF, other) or (other in links and links[other][0] == (OF, one))


def _is_first_name(match: Match, index: int, known: dict[int, int]) -> bool:
    """ "Juniper Quill" is there as "Quill", as long as no other first name is."""
    role, parent = match.claim.links[index][0]
    entity = match.claim.sentence.entity_at(index)
    if role != OF or parent not in known or not entity or entity.label != "PERSON" or not parent < entity.last:
        return False
    surname = match.source.sentence.tokens[known[parent]]
    return not any(child.pos == "PROPN" for child in match.source.sentence.of(surname, "compound"))
