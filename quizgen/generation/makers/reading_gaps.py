"""Which claims may lose a word to a gap, and which words: clear, particular, and not told by what stands beside."""

import re
from collections.abc import Collection

from quizgen.domain.claims.claim import Stance
from quizgen.domain.items.cloze import GAP
from quizgen.generation.article import plain_name
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.questions.clause import JOINING, leans
from quizgen.generation.questions.names import PERSON, Name
from quizgen.language.parsed import Entity, Token

_LONGEST = 26
_SIGNS = ('"', "“", "”", ";", ":", "—", " – ", "(", "[", "...", GAP)
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_MAIN = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "agent",
    "attr",
    "nummod",
    "compound",
    "quantmod",
    "amod",
    "npadvmod",
)
_OPEN = words("some many several also i.e. e.g. etc such similarly likewise others other another later still note")
_TITLES = words(
    "king queen president prince princess emperor empress duke count general admiral captain colonel governor senator "
    "minister pope bishop saint st. sir lord lady dr. professor mr. mrs. ms. judge chancellor sultan tsar"
)


def is_rare(entity: Entity, setting: Setting) -> bool:
    """Tell whether the name is not what the whole text is about, which anybody would fill in unread."""
    article = setting.article
    name = plain_name(entity)
    often = article.named.get(name, 0) > max(3, len(article.sentences) // 12)
    return name not in article.passage.title.lower() and not often


def is_clear(claim: FoundClaim, entity: Entity) -> bool:
    """Capitalised, named once, and not part of a list or a pair in which another name would fit as well."""
    tokens = claim.sentence.tokens[entity.first : entity.last]
    name = entity.text.removeprefix("the ")
    head = next((t for t in tokens if not entity.first <= t.head < entity.last or t.head == t.index), tokens[-1])
    paired = head.dep in ("conj", "appos", "compound") or claim.sentence.of(head, "conj", "appos")
    capitals = all(t.text[:1].isupper() or t.lower in ("the", "of", "’s", "'s") for t in tokens)
    proper = all(t.pos in ("PROPN", "DET", "ADP", "PART") for t in tokens)
    before = claim.sentence.tokens[entity.first - 1 : entity.first]
    behind = claim.sentence.tokens[entity.last : entity.last + 1]
    if any(token.pos == "PROPN" or re.fullmatch(r"[IVX]+|-", token.text) for token in behind):
        return False
    cut_short = any(token.pos == "PROPN" and token.lower not in _TITLES for token in before)
    if cut_short or not _is_in_main_line(claim, head):
        return False
    return capitals and proper and not paired and claim.statement.count(name) == 1 and len(name.split()) <= 4


def _is_in_main_line(claim: FoundClaim, head: Token) -> bool:
    """Only prepositions and the main verb stand above the name, so that no other name would do as well."""
    token = head
    while token.index != claim.head:
        if (
            token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "attr", "poss")
            or token.pos == "VERB"
        ):
            return False
        token = claim.sentence.tokens[token.head]
    return True


def is_askable(claim: FoundClaim) -> bool:
    """Tell whether a gap in the statement can be filled by whoever has read the passage: whole, plain, asserted."""
    return (
        not leans(claim)
        and claim.stance is Stance.ASSERTED
        and 5 <= sum(token.is_word for token in claim.tokens) <= _LONGEST
        and not any(sign in claim.statement for sign in _SIGNS)
        and not claim.statement.lower().startswith(JOINING)
        and not claim.lowers & _OPEN
    )


def says_enough(claim: FoundClaim, answer: Collection[int], setting: Setting, least: int = 4) -> bool:
    """Tell whether what is said beside the answer is particular enough: a name or figure, and ``least`` rare words."""
    article, title = setting.article, setting.article.passage.title.lower()
    said = [token for token in claim.tokens if token.pos in _TELLING and token.index not in answer]
    rare = {token.lemma.lower() for token in said if token.lemma not in ("be", "have", "do")} - article.common
    tied = any(token.pos in ("PROPN", "NUM") for token in said)
    return tied and sum(lemma not in title for lemma in rare) >= least and "one of" not in claim.statement.lower()


def in_main_clause(claim: FoundClaim, token: Token) -> bool:
    above = [token, *claim.sentence.ancestors(token)]
    between = above[: next((place for place, each in enumerate(above) if each.index == claim.head), len(above))]
    return all(each.dep in _MAIN for each in between)


def is_told_apart(claim: FoundClaim, entity: Entity, name: Name) -> bool:
    """Tell whether the words beside the gap rule the others out, or belong to a longer name."""
    first = claim.sentence.tokens[entity.first]
    titled = name.sort == PERSON and claim.before(first) in _TITLES
    above = [claim.sentence.tokens[first.head], *claim.sentence.ancestors(claim.sentence.tokens[first.head])][:2]
    longer = len(above) > 1 and above[0].lower == "of" and above[1].pos == "PROPN"
    pronouns = any(t.lower in ("him", "them", "it") and t.head == claim.head for t in claim.tokens)
    acting = name.sort == "city" and first.dep == "nsubj" and claim.root.pos == "VERB"
    return titled or longer or pronouns or acting
