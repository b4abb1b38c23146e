"""A reader of the statement (and of its context line) knows what every word points to."""

from quizgen.generation.article import Article
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling
from quizgen.language.parsed import Token

_PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both"})
_LONGEST_CONTEXT = 42
_PRONOUNS = _PERSONAL | _PLURAL | {"it", "its", "this", "that", "such", "there", "here", "then", "some", "many", "most"}


def standing_alone(candidate: Candidate, article: Article) -> Ruling:
    """Queue a statement that leans on earlier words when no context line can supply them."""
    claim = candidate.claim
    if claim.leaning and not (claim.context and _is_supplied(candidate, article)):
        reason = f"It is not clear what “{claim.leaning}” points to; say it in full."
        return Ruling(Outcome.QUEUE, "standing-alone", reason)
    if len(claim.context.split()) > _LONGEST_CONTEXT:
        return Ruling(Outcome.QUEUE, "standing-alone", "Its context line is long; say in full what it leans on.")
    return PASS


def _is_supplied(candidate: Candidate, article: Article) -> bool:
    """The context holds somebody for "he", several for "they", and for any noun that noun."""
    claim = candidate.claim
    word = claim.leaning.lower()
    lines = [s for s in article.sentences[max(claim.number - 2, 0) : claim.number + 1] if s.text in claim.context]
    # The first half of the same sentence is the context of its second half; it was looked at there.
    if not lines:
        return word in _PRONOUNS or word in claim.context.lower()
    tokens = [token for line in lines for token in line.tokens]
    if word in _PERSONAL:
        named = any(entity.label == "PERSON" for line in lines for entity in line.entities)
        return named or any(token.lower in _PERSONAL for token in tokens[:3])
    if word in ("this", "these", "that", "those", "such"):
        return _names(candidate, word, {token.lemma for token in tokens})
    if word in _PLURAL:
        return any(token.tag in ("NNS", "NNPS") or token.dep == "conj" for token in tokens)
    return word in _PRONOUNS or not word.isalpha() or _is_named(word, tokens)


def _is_named(word: str, tokens: list[Token]) -> bool:
    return any(token.lower == word or (token.pos == "NOUN" and token.lemma == word) for token in tokens)


def _names(candidate: Candidate, pointer: str, lemmas: set[str]) -> bool:
    """ "This treaty" needs a treaty in the context; a lone "this" takes up what was said."""
    claim = candidate.claim
    token = next(token for token in claim.tokens if token.lower == pointer)
    noun = claim.sentence.tokens[token.head]
    return token.dep not in ("det", "amod") or noun.lemma in lemmas
