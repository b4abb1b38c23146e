"""The words before a statement that show what it leans on, quoted as they stand; no antecedent is ever guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.generation.claims.found import MOST_CHARACTERS, FoundClaim
from quizgen.generation.claims.leaning import Leaning
from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

_LONGEST = 42
_FARTHEST = 3
_PERSONAL = words("he she him his her hers himself herself")
_PLURAL = words("they them their theirs themselves these those both some many most several few all")
_SINGULAR = words("it its itself")
_OPENERS = _PERSONAL | _PLURAL | _SINGULAR | words("this that such")
_SOME = words("some many most several few various numerous both half")
_NAMES = ("PERSON", "ORG", "GPE", "EVENT", "FAC", "LOC", "WORK_OF_ART", "PRODUCT", "LAW")


@dataclass(frozen=True, slots=True)
class Context:
    """The words to show, and the leaning word that they do not explain ("" when they explain all)."""

    text: str
    missing: str = ""


def context_for(
    leaning: Sequence[Leaning], sentences: Sequence[ParsedSentence], number: int, first: str = ""
) -> Context:
    """Return the shortest run of sentences right before that explains every leaning word.

    ``first`` is the first clause of the same sentence, for its second one. Without a leaning word the run shall name
    something, or there is none. When no run explains all, the sentence before is returned with the word left open; one
    of more than MOST_CHARACTERS is no context.
    """
    if first:
        open_word = next((word.text for word in leaning if word.noun and word.noun not in first.lower()), "")
        return Context(first, open_word)
    missing = leaning[0].text if leaning else ""
    for reach in range(1, _FARTHEST + 1):
        lines = _before(sentences, number, reach)
        if len(lines) < reach or len(" ".join(line.text for line in lines).split()) > _LONGEST:
            break
        open_words = [word.text for word in leaning if not _explains(lines, word)]
        if not open_words and (leaning or _names_something(lines)):
            return Context(_quoted(lines))
        missing = open_words[0] if open_words and reach == 1 else missing
    nearest = _quoted(_before(sentences, number, 1)) if leaning else ""
    return Context(nearest if len(nearest) <= MOST_CHARACTERS else "", missing)


def is_unanchored(claim: FoundClaim) -> bool:
    """Tell whether a statement about the past, or about some of a kind, names nobody: which battle, whose troops?"""
    verb, sentence = claim.root, claim.sentence
    helpers = [helper.lower for helper in sentence.of(verb, "aux", "auxpass")]
    past = verb.tag == "VBD" or helpers[:1] in (["was"], ["were"], ["had"])
    first = sentence.tokens[claim.kept[0]].lower
    some = first in _SOME or bool(sentence.of(verb, "expl"))
    named = any(claim.entities(*_NAMES)) or any(token.pos == "PROPN" for token in claim.tokens)
    return (past or some) and not named


def _before(sentences: Sequence[ParsedSentence], number: int, reach: int) -> list[ParsedSentence]:
    """Return up to ``reach`` sentences right before, of the same section."""
    section = sentences[number].section
    return [one for one in sentences[max(number - reach, 0) : number] if one.section == section]


def _quoted(lines: Sequence[ParsedSentence]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines)


def _explains(lines: Sequence[ParsedSentence], word: Leaning) -> bool:
    """The lines hold a person for "he", several for "they", one thing for "it", and for any noun that noun."""
    tokens = [token for line in lines for token in line.tokens]
    if word.noun:
        return any(token.lemma == word.noun for token in tokens)
    lower = word.text.lower()
    if lower in _PERSONAL:
        return any(entity.label == "PERSON" for line in lines for entity in line.entities)
    if _opens_leaning(lines[0]):
        return False
    if lower in _PLURAL:
        return any(token.tag in ("NNS", "NNPS") or token.dep == "conj" for token in tokens)
    if lower in _SINGULAR:
        return any(_is_one_thing(token) for token in tokens)
    return True


def _names_something(lines: Sequence[ParsedSentence]) -> bool:
    return any(entity.label in _NAMES for line in lines for entity in line.entities)


def _opens_leaning(line: ParsedSentence) -> bool:
    first = next((token.lower for token in line.tokens if token.is_word), "")
    return first in _OPENERS


def _is_one_thing(token: Token) -> bool:
    """Tell whether it is a singular noun in the main line of its sentence."""
    return token.tag in ("NN", "NNP") and token.dep in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
