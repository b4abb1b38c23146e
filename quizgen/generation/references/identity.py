"""Whether a claim and a source speak of the same things: names, and what picks out a thing among its kind."""

from collections.abc import Iterator

from quizgen.generation.references.links import MODIFIER, OBJECT, OF, SUBJECT
from quizgen.generation.references.matching import Match
from quizgen.language.parsed import ParsedSentence, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def rests_on_a_name(match: Match, *, strictly: bool) -> bool:
    """Tell whether a shared name shows that both speak of the same thing.

    A claim about a whole kind needs none; one about "the mill" does, unless it tells what always holds. ``strictly``,
    that is no excuse, and beside a name every "the mill" must be told apart by a word of its own.
    """
    claim = match.claim.sentence
    definite = [
        claim.tokens[index]
        for index in match.claim.keys
        if claim.tokens[index].pos == "NOUN"
        and match.claim.links[index][0][0] in (SUBJECT, OBJECT)
        and _is_definite(claim, claim.tokens[index])
    ]
    if strictly and any(_is_bare(claim, token) for token in definite):
        return False
    if any(match.word(one).pos == "PROPN" for one in match.pairs):
        return True
    always = claim.root.tag in ("VBZ", "VBP") and not match.claim.times
    return not definite or (always and not strictly)


def _is_bare(sentence: ParsedSentence, token: Token) -> bool:
    return not sentence.of(token, "compound", "amod", "prep", "nmod", "appos", "relcl", "acl")


def other_things(match: Match, *, strictly: bool) -> Iterator[str]:
    """Yield where the source speaks of something narrower, or of another name.

    ``strictly``, any word that the source adds to a thing counts; else those that may pick out another one.
    """
    source = match.source.sentence
    for one, place in match.pairs.items():
        mine, theirs = match.word(one), source.tokens[place]
        if mine.pos not in ("NOUN", "PROPN") or theirs.pos not in ("NOUN", "PROPN"):
            continue
        known = {*match.pairs.values(), *match.opposed.values()}
        added = [token for token in _added(match, place) if token.index not in known]
        if added and _matters(match, one, theirs, added, strictly=strictly):
            words = sorted({*added, theirs}, key=lambda token: token.index)
            yield f"the source speaks of “{' '.join(token.text for token in words)}”, which may be another one"


def _added(match: Match, place: int) -> Iterator[Token]:
    """Yield the words that the source adds to a thing to tell which one it is."""
    sentence = match.source.sentence
    for index, links in match.source.links.items():
        if any(above == place and role in (OF, MODIFIER) for role, above in links):
            token = sentence.tokens[index]
            if token.dep not in ("det", "predet", "nummod", "poss", "advmod") or token.pos == "PROPN":
                yield token
    yield from _byname(sentence, place)
    yield from (
        token for token in sentence.of(sentence.tokens[place], "relcl", "acl") if _is_close(sentence, place, token)
    )


def _byname(sentence: ParsedSentence, place: int) -> tuple[Token, ...]:
    """Return "the Younger" behind a name, however the parser hung it."""
    following = sentence.tokens[place + 1 : place + 3]
    named = sentence.tokens[place].pos == "PROPN" and len(following) > 1
    return following if named and following[0].lower == "the" and following[1].text[:1].isupper() else ()


def _is_close(sentence: ParsedSentence, place: int, verb: Token) -> bool:
    """A clause right behind its noun, without a comma, picks out which one is meant."""
    following = sentence.tokens[place + 1].text if place + 1 < len(sentence.tokens) else ""
    return following != "," and verb.index > place


def _matters(match: Match, index: int, theirs: Token, added: list[Token], *, strictly: bool) -> bool:
    token = match.word(index)
    if token.pos == "PROPN":
        entity = match.claim.sentence.entity_at(index)
        # A full name is the same person; a name with something behind it ("the Younger") may be another.
        return not (entity and entity.label == "PERSON") or any(each.index > theirs.index for each in added)
    role = match.claim.links[index][0][0]
    return strictly or role == SUBJECT or _is_definite(match.claim.sentence, token)


def _is_definite(sentence: ParsedSentence, token: Token) -> bool:
    named = any(child.pos == "PROPN" for child in sentence.of(token, "compound", "poss"))
    return not named and any(child.lower in _DEFINITE for child in sentence.of(token, "det", "poss"))
