"""Does a statement stand alone, or does it lean on a word that only the sentences before explain?"""

from collections.abc import Collection

from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

_SINGULAR = words("he she him her his hers it its himself herself itself")
_PLURAL = words("they them their theirs themselves")
_POINTERS = words("this these that those such")
_PLACES = words("there here then")
_ORDER = words("latter former aforementioned")
_OTHERS = words("another other others")
_PLAIN_ADJECTIVES = words("new old same other first second third last final resulting original entire whole former")
_SHELLS = words(
    "country nation state city town agreement treaty act law company team season film group side party man woman "
    "people event "
    "idea problem issue result effect process period area region place system change case fact situation plan "
    "project war "
    "book song game series couple pair chair duchy kingdom outcome response ship town body movement policy "
    "decision relationship term word name site building river island body"
)


def leaning_word(
    sentence: ParsedSentence, kept: Collection[int], said: Collection[str], titled: Collection[str]
) -> str:
    """Return the first word that needs what came before, or "".

    ``said`` are the nouns (as lemmas) of all earlier sentences, ``titled`` the words of title and section heading.
    """
    for index in sorted(kept):
        token = sentence.tokens[index]
        if (
            _leans(sentence, token, frozenset(kept))
            or _anchors_in_time(sentence, token)
            or _is_bare_definite(sentence, token, kept, said, titled)
        ):
            return token.text
    return ""


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
    before = [sentence.tokens[i] for i in kept if i < token.index]
    if token.tag == "PRP$" and any(noun.pos in ("NOUN", "PROPN") for noun in before):
        return True
    if any(_agrees(sentence, noun, token) for noun in before):
        return token.dep not in ("nsubj", "nsubjpass") or token.head != sentence.root.index
    subjects = [child for child in sentence.of(sentence.root, "nsubj", "nsubjpass") if child.index in kept]
    opening = bool(subjects) and token.index < subjects[0].index
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


def _is_bare_definite(
    sentence: ParsedSentence, token: Token, kept: Collection[int], said: Collection[str], titled: Collection[str]
) -> bool:
    """A subject such as "the act" or "both countries" that names its kind alone and was spoken of before."""
    if token.pos != "NOUN" or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or token.lemma in titled:
        return False
    if token.dep in ("dobj", "pobj") and (token.lemma not in said or token.lemma not in _SHELLS):
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
    return token.lemma not in earlier and (token.lemma in said or token.lemma in _SHELLS)
