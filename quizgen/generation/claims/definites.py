"""A noun with "the" and nothing more: which thing is meant, only earlier words tell."""

from collections.abc import Collection

from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

_PLAIN_ADJECTIVES = words(
    "new old same other first second third last final resulting original entire whole former large small remaining "
    "current present local young main"
)
_SHELLS = words(
    "country nation state city town agreement treaty act law company team season film group side party man woman "
    "people event "
    "idea problem issue result effect process period area region place system change case fact situation plan "
    "project war "
    "book song game series couple pair chair duchy kingdom outcome response ship town body movement policy "
    "decision move step measure proposal scheme deal idea story relationship "
    "term word name site building river island body"
)
# There is one of them, or it is part of a set phrase.
_UNIQUE = words(
    "sun moon world earth sea ocean sky universe public past present future beginning end north south east west "
    "middle basis lead way surface internet environment economy weather climate body heart brain blood ground air "
    "water land coast century day night year time case fact use need aim purpose number amount rest majority "
    "minority public media majority poor rich other latter former same west left right top bottom"
)


def is_bare_definite(
    sentence: ParsedSentence, token: Token, kept: Collection[int], said: Collection[str], titled: Collection[str]
) -> bool:
    """Tell whether "the act" or "both countries" names its kind alone, and may mean one that was spoken of before.

    In the past tense a bare subject always does: one thing did it, not the kind.
    """
    if token.pos != "NOUN" or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or token.lemma in titled:
        return False
    if token.lemma in _UNIQUE:
        return False
    children = [child for child in sentence.of(token) if child.index in kept]
    words = {child.lower for child in children}
    if not words & {"the", "both", "either", "neither", "each"} or token.lower in ("both", "each"):
        return False
    if any(child.dep in ("prep", "relcl", "acl", "compound", "poss", "appos", "nmod") for child in children):
        return False
    if any(child.dep == "amod" and child.lower not in _PLAIN_ADJECTIVES for child in children):
        return False
    if words & {"two", "three", "both", "either", "neither"}:
        return not any(
            sentence.tokens[index].pos == "PROPN" and sentence.of(sentence.tokens[index], "conj")
            for index in kept
            if index < token.index
        )
    earlier = {sentence.tokens[index].lemma for index in kept if index < token.index}
    if _is_named_before(sentence, token, kept):
        return False
    past = token.dep in ("nsubj", "nsubjpass") and sentence.root.tag == "VBD"
    return token.lemma not in earlier and (past or token.lemma in said or token.lemma in _SHELLS)


def _is_named_before(sentence: ParsedSentence, token: Token, kept: Collection[int]) -> bool:
    """Tell whether a name of that sort stands before it: Lindry ... the town."""
    labels = next((labels for nouns, labels in _SORTS if token.lemma in nouns), ())
    named = (e for e in sentence.entities if e.label in labels and e.last <= token.index)
    return any(entity.first in kept for entity in named)


_SORTS = (
    (words("city town village country state nation region kingdom capital island territory area"), ("GPE", "LOC")),
    (words("company university school college party organization organisation institution agency club"), ("ORG",)),
    (words("man woman king queen emperor author artist writer leader president scientist"), ("PERSON",)),
)
