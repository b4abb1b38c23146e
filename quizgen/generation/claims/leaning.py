"""Does a statement stand alone, or does it lean on a word that only the sentences before explain?"""

from collections.abc import Collection
from dataclasses import dataclass

from quizgen.generation.claims.definites import is_bare_definite
from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

_SINGULAR = words("he she him her his hers it its himself herself itself")
_PLURAL = words("they them their theirs themselves")
_POINTERS = words("this these that those such")
_PLACES = words("there here then")
_ORDER = words("latter former aforementioned")
_OTHERS = words("another other others")


@dataclass(frozen=True, slots=True)
class Leaning:
    """A word that needs what came before: as written, and the lemma of the noun that must stand there ("" for none)."""

    text: str
    noun: str = ""


def leaning_words(
    sentence: ParsedSentence, kept: Collection[int], said: Collection[str], titled: Collection[str]
) -> tuple[Leaning, ...]:
    """Return the words that need what came before, in order.

    ``said`` are the nouns (as lemmas) of all earlier sentences, ``titled`` the words of title and section heading.
    """
    found = []
    whole = frozenset(kept)
    for index in sorted(kept):
        token = sentence.tokens[index]
        if _leans(sentence, token, whole):
            found.append(Leaning(token.text, _pointed_noun(sentence, token)))
        elif _anchors_in_time(sentence, token) or _names_a_part(sentence, token, whole):
            found.append(Leaning(token.text))
        elif is_bare_definite(sentence, token, whole, said, titled):
            found.append(Leaning(token.text, token.lemma))
    return tuple(found)


def _leaves_out(sentence: ParsedSentence, token: Token, kept: frozenset[int]) -> bool:
    """Tell whether "other states" sets apart some that the statement does not name."""
    noun = sentence.tokens[token.head]
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    explained = "than" in {sentence.tokens[i].lower for i in kept} or before in ("each", "every", "among", "any")
    return (
        not explained
        and noun.dep != "conj"
        and not any(sentence.tokens[i].pos in ("PROPN", "NOUN") for i in kept if i < token.index - 1)
    )


def _pointed_noun(sentence: ParsedSentence, token: Token) -> str:
    """Return the noun of "this treaty", which its context must name.

    A lone "this" takes up what was said, and so does "this loss" when it opens the sentence.
    """
    noun = sentence.tokens[token.head]
    within = token.lower in _POINTERS and token.dep in ("det", "amod") and token.index > 0
    return noun.lemma if within and noun.pos == "NOUN" else ""


def _names_a_part(sentence: ParsedSentence, token: Token, kept: frozenset[int]) -> bool:
    """Tell whether it is a part or an effect of something that is not named: the remaining troops, a new version."""
    if token.tag in ("JJR", "RBR"):
        said = "acomp" in (token.dep, sentence.tokens[token.head].dep)
        return said and "than" not in {sentence.tokens[i].lower for i in kept}
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "attr") or token.pos != "NOUN":
        return False
    children = [child for child in sentence.of(token) if child.index in kept]
    if any(child.dep in ("relcl", "acl", "poss", "appos") or child.lower == "of" for child in children):
        return False
    return token.lemma in _PARTS or any(child.lower in _REMAINDERS for child in children)


_PARTS = words("version portion remainder rest aftermath successor predecessor counterpart")
_REMAINDERS = words("remaining additional further subsequent latter former resulting ensuing")


def _leans(sentence: ParsedSentence, token: Token, kept: frozenset[int]) -> bool:
    word = token.lower
    if word in _SINGULAR or word in _PLURAL:
        return not _is_empty_it(sentence, token) and not _has_antecedent(sentence, token, kept)
    if word in _POINTERS:
        return _points_back(sentence, token)
    if word in _PLACES:
        return token.pos == "ADV" and token.dep == "advmod" and not sentence.of(token)
    if word in _ORDER:
        return True
    if word in ("some", "many", "few", "several", "most", "both", "all") and token.dep in ("nsubj", "nsubjpass"):
        return not sentence.of(token, "prep", "relcl") and not _is_floating(sentence, token)
    if word == "other" and token.dep == "amod":
        return _leaves_out(sentence, token, kept)
    if word in _OTHERS:
        return token.index == min(kept) or (token.index == min(kept) + 1 and sentence.tokens[min(kept)].lower == "the")
    return False


def _anchors_in_time(sentence: ParsedSentence, token: Token) -> bool:
    """Tell whether a time is told from another time: at the time, ten years later, the following year."""
    tokens, index = sentence.tokens, token.index
    before = tokens[index - 1].lower if index else ""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if token.lower in _AFTERWARDS and token.pos in ("ADV", "SCONJ"):
        return not sentence.of(token, "pobj")
    if token.lower in ("later", "earlier", "afterwards") and before in _LENGTHS:
        return True
    if token.lower == "hand" and before == "other" and index > 1 and tokens[index - 2].lower in ("the", "on"):
        return True
    if token.lower == "time" and before == "same" and index > 2 and tokens[index - 3].lower == "at":
        return behind not in ("as", "that")
    if token.lower == "time" and before == "the" and index > 1 and tokens[index - 2].lower in ("at", "by"):
        return not sentence.of(token, "prep", "relcl", "acl") and behind not in ("of", "when", "that")
    if token.lower in ("same", "following", "next", "previous") and behind in _LENGTHS | _SPANS and before == "the":
        return token.lower != "same" or "as" not in {each.lower for each in tokens[index:]}
    return token.lower in ("resulting", "said") and before == "the"


_AFTERWARDS = words("thereafter afterwards afterward meanwhile hereafter")
_LENGTHS = words("years year months month days day weeks week decades decade centuries century hours")
_SPANS = words(
    "years year months month days day weeks week decades decade centuries century spring summer autumn winter"
)


def _is_floating(sentence: ParsedSentence, token: Token) -> bool:
    """Tell whether it only stresses a subject that stands before it: "the two both want"."""
    subjects = sentence.of(sentence.tokens[token.head], "nsubj", "nsubjpass")
    return len(subjects) > 1 and subjects[0].index < token.index


def _is_empty_it(sentence: ParsedSentence, token: Token) -> bool:
    if token.lower != "it":
        return False
    verb = sentence.tokens[token.head]
    if token.dep == "expl" or verb.lemma in ("rain", "snow", "seem", "appear"):
        return True
    clauses = sentence.of(verb, "ccomp", "xcomp", "csubj", "advcl")
    return verb.lemma in ("be", "remain") and bool(clauses)


def _has_antecedent(sentence: ParsedSentence, token: Token, kept: frozenset[int]) -> bool:
    """A noun of the right number stands before it, or is the subject behind an opening phrase that holds the word."""
    if token.lower in ("his", "her", "their", "its") and sentence.tokens[token.head].lemma in ("honor", "honour"):
        return False
    before = [sentence.tokens[i] for i in kept if i < token.index and sentence.tokens[i].dep != "compound"]
    if token.dep in ("dobj", "dative") and not token.lower.endswith(("self", "selves")):
        # Nobody meets "him" and is meant by it.
        before = [noun for noun in before if noun.head != token.head or noun.dep not in ("nsubj", "nsubjpass")]
    if any(_agrees(sentence, noun, token) for noun in before):
        return token.dep not in ("nsubj", "nsubjpass") or token.head != sentence.root.index
    subjects = [child for child in sentence.of(sentence.root, "nsubj", "nsubjpass") if child.index in kept]
    opening = bool(subjects) and token.index < min(sentence.subtree(subjects[0]))
    return opening and _agrees(sentence, subjects[0], token)


def _agrees(sentence: ParsedSentence, noun: Token, pronoun: Token) -> bool:
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    plural = noun.tag in ("NNS", "NNPS") or bool(sentence.of(noun, "conj"))
    entity = sentence.entity_at(noun.index)
    label = entity.label if entity else ""
    if label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"):
        return False
    if pronoun.lower in _PLURAL:
        return plural or label in ("NORP", "ORG") or noun.lemma in ("people", "family", "group", "team", "government")
    if pronoun.lower in ("it", "its", "itself"):
        return not plural and label != "PERSON"
    return not plural and (label == "PERSON" or noun.pos == "PROPN" or noun.lemma in _PERSONS)


_PERSONS = words(
    "man woman king queen president leader author writer artist teacher person child boy girl son daughter father "
    "mother "
    "brother sister emperor player doctor scientist soldier student farmer prince princess bishop pope minister"
)


def _points_back(sentence: ParsedSentence, token: Token) -> bool:
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if token.lower == "such":
        return not (following and following.lower in ("as", "that", "a", "an")) and token.dep in (
            "amod",
            "predet",
            "nsubj",
        )
    if token.tag != "DT":
        return False
    explained = sentence.of(token, "relcl", "acl", "prep")
    return not (token.lower in ("those", "that") and explained)
