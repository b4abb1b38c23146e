"""Is it said or denied, and of how much of its subject?"""

from collections.abc import Collection

from quizgen.domain.claims.claim import Polarity, Quantifier
from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

_NEVER = words("never nowhere neither nor")
_NOBODY = words("none nobody nothing neither")
_ALMOST = words("almost nearly virtually practically")
_WORDS = {
    Quantifier.ALL: words("all every each both everyone everybody everything"),
    Quantifier.MOST: words("most majority"),
    Quantifier.MANY: words("many numerous countless"),
    Quantifier.SOME: words("some several various certain"),
    Quantifier.FEW: words("few little hardly"),
    Quantifier.NO: words("no none nobody nothing neither"),
}
_SUBJECTS = ("nsubj", "nsubjpass")


def polarity_of(sentence: ParsedSentence, head: Token, kept: Collection[int]) -> Polarity:
    """Return DENIED for "not", "never" or "no" in the main line; "not only" and "no longer than" deny nothing."""
    for word in sentence.of(head, "neg", "advmod", "preconj", "cc"):
        following = sentence.tokens[word.index + 1].lower if word.index + 1 < len(sentence.tokens) else ""
        if word.index in kept and (word.dep == "neg" or word.lower in _NEVER) and following not in ("only", "just"):
            return Polarity.DENIED
    for noun in sentence.of(head, *_SUBJECTS, "dobj", "attr"):
        if noun.index in kept and (
            noun.lower in _NOBODY or any(each.lower in ("no", "neither") for each in sentence.of(noun, "det", "neg"))
        ):
            return Polarity.DENIED
    return Polarity.AFFIRMED


def quantifier_of(sentence: ParsedSentence, head: Token, kept: Collection[int]) -> Quantifier | None:
    """Return how much of its subject the clause is said of; None when it does not say."""
    subject = next((each for each in sentence.of(head, *_SUBJECTS) if each.index in kept), None)
    if subject is None:
        return None
    for word in (*sentence.of(subject, "det", "predet", "amod", "quantmod", "neg", "nummod"), subject):
        named = next((quantifier for quantifier, several in _WORDS.items() if word.lower in several), None)
        before = sentence.tokens[word.index - 1].lower if word.index else ""
        if named is Quantifier.ALL and before in _ALMOST:
            return Quantifier.MOST
        if (named is Quantifier.ALL and before == "not") or (word.lower == "most" and before == "the"):
            return None
        if named is Quantifier.FEW and before == "a":
            return Quantifier.SOME
        if named:
            return named
        if word.dep == "nummod" and word.index < subject.index and not sentence.of(word, "advmod", "quantmod", "amod"):
            return Quantifier.EXACT
    return None
