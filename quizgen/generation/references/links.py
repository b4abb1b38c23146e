"""A sentence as content words and how each hangs on the next: active and passive, *which* and lists made alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.generation.lexicon import words
from quizgen.generation.references.dates import When, dates
from quizgen.generation.references.meanings import SCOPES, TURNING, key
from quizgen.generation.references.quantities import Quantity, kind_of_unit, quantities
from quizgen.language.parsed import ParsedSentence, Token

SUBJECT, OBJECT, IS, OF, MODIFIER, CLAUSE = "subject", "object", "is", "of", "modifier", "clause"
_ROLES = {
    "nsubj": SUBJECT, "nsubjpass": OBJECT, "dobj": OBJECT, "attr": IS, "acomp": IS, "oprd": IS, "compound": OF,
    "nmod": OF, "poss": OF, "amod": MODIFIER, "nummod": MODIFIER, "det": MODIFIER, "predet": MODIFIER,
    "advmod": MODIFIER, "quantmod": MODIFIER, "xcomp": CLAUSE, "ccomp": CLAUSE, "advcl": CLAUSE, "relcl": CLAUSE,
    "acl": CLAUSE, "pcomp": CLAUSE, "appos": "beside", "dative": "to", "npadvmod": "when",
}  # fmt: skip
_RELATIVES = words("which who that")
_PLACES = words("in within inside at on")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")

Link = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Linked:
    """A sentence with its content words by token, the links of each, its dates and its amounts."""

    sentence: ParsedSentence
    keys: dict[int, str]
    links: dict[int, tuple[Link, ...]] = field(repr=False)
    times: tuple[When, ...] = ()
    amounts: tuple[Quantity, ...] = ()

    def amount_at(self, index: int) -> Quantity | None:
        """Return the amount of the unit or figure at a token."""
        return next((amount for amount in self.amounts if amount.at == index), None)


def linked(sentence: ParsedSentence) -> Linked:
    """Return the sentence as content words and links."""
    times = dates(sentence)
    amounts = quantities(sentence, times)
    skipped = {index for when in times for index in range(when.start, when.end)}
    skipped |= {index for amount in amounts for index in amount.tokens if index != amount.at}
    keys = {token.index: _key(sentence, token, amounts) for token in sentence.tokens if _counts(token)}
    keys |= {amount.at: amount.unit or "#" for amount in amounts}
    keys = {index: word for index, word in keys.items() if index not in skipped}
    links = {index: tuple(_links(sentence, sentence.tokens[index], keys)) for index in keys}
    return Linked(sentence, keys, links, times, amounts)


def particle(sentence: ParsedSentence, verb: Token) -> str:
    """Return the particle of a verb: *up* of "set up"."""
    return next((child.lower for child in sentence.of(verb, "prt")), "")


def _key(sentence: ParsedSentence, token: Token, amounts: tuple[Quantity, ...]) -> str:
    if any(amount.at == token.index for amount in amounts):
        return kind_of_unit(token.lemma.lower()) or key(token)
    return key(token, particle(sentence, token))


def _counts(token: Token) -> bool:
    if token.dep in ("aux", "auxpass", "prt", "neg", "expl", "punct"):
        return False
    is_copula = token.pos == "AUX" and token.lemma in ("be", "have", "do")
    return token.pos in _CONTENT or is_copula or (token.lower in SCOPES and token.lower not in ("no", "never"))


def _links(sentence: ParsedSentence, token: Token, keys: dict[int, str]) -> Iterator[Link]:
    yield from _plain(sentence, token, keys)
    for verb in sentence.tokens:
        # "The mill, which was built in 1950": what is said of "which" is said of the mill.
        if verb.dep == "relcl" and verb.head == token.index:
            for child in sentence.of(verb, "nsubj", "nsubjpass"):
                if child.lower in _RELATIVES:
                    yield _role(sentence, child), verb.index
        # "Hale built the mill and sold the farm": the second verb has the subject of the first.
        if verb.dep == "conj" and verb.index in keys and verb.pos in ("VERB", "AUX"):
            yield from _borrowed(sentence, token, verb)


def _borrowed(sentence: ParsedSentence, token: Token, verb: Token) -> Iterator[Link]:
    first = _first_of_list(sentence, verb)
    if token.head == first.index and token.dep in ("nsubj", "nsubjpass") and not _has_subject(sentence, verb):
        passive = (verb.tag == "VBN" and token.dep == "nsubjpass") or bool(sentence.of(verb, "auxpass"))
        yield (OBJECT if passive else SUBJECT), verb.index


def _has_subject(sentence: ParsedSentence, verb: Token) -> bool:
    return bool(sentence.of(verb, "nsubj", "nsubjpass", "expl"))


def _first_of_list(sentence: ParsedSentence, token: Token) -> Token:
    while token.dep == "conj":
        token = sentence.tokens[token.head]
    return token


def _plain(sentence: ParsedSentence, token: Token, keys: dict[int, str]) -> Iterator[Link]:
    token = _first_of_list(sentence, token)
    if token.head == token.index:
        yield "root", None
        return
    head = sentence.tokens[token.head]
    if token.dep in ("pobj", "pcomp"):
        role = _preposition(head)
        above = head
        while above.dep in ("prep", "agent") and above.head != above.index and above.index not in keys:
            above = sentence.tokens[above.head]
        yield role, above.index
    elif head.index in keys or head.head == head.index:
        yield _role(sentence, token), head.index
    else:
        yield _role(sentence, token), next((t.index for t in sentence.ancestors(token) if t.index in keys), None)


def _preposition(token: Token) -> str:
    if token.dep == "agent":
        return SUBJECT
    if token.lower == "of":
        return OF
    return "in" if token.lower in _PLACES else token.lower


def _role(sentence: ParsedSentence, token: Token) -> str:
    if token.dep in ("nsubj", "nsubjpass"):
        verb = sentence.tokens[token.head]
        alone = not sentence.of(verb, "dobj", "agent")
        if alone and verb.lemma in TURNING:
            return OBJECT
    return _ROLES.get(token.dep, token.dep)
