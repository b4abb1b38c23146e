"""Is it put into somebody's mouth? By a verb of saying or believing, a noun of it, or "according to"."""

from collections.abc import Collection
from itertools import pairwise

from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

REPORTING = words(
    "say claim argue believe suggest allege insist accuse state report think maintain contend assert estimate "
    "predict warn "
    "announce declare deny describe consider regard call view criticize criticise praise propose charge complain fear "
    "acknowledge admit note observe conclude recommend urge demand question doubt feel voice see perceive "
    "recognize recognise "
    "hold rule reason find reveal show tell write express proclaim posit theorize theorise assume speculate "
    "hypothesize emphasize stress remark promise agree indicate imply confirm explain determine know"
)
_NEEDS_CLAUSE = words(
    "maintain call see propose question feel state consider view describe charge note hold rule reason find reveal "
    "show tell write express proclaim posit theorize theorise assume speculate hypothesize emphasize stress remark "
    "promise agree indicate imply confirm explain recognize recognise determine"
)
# As passives they name, or tell what was made or met with: only "is seen as ..." is somebody's view.
_NAMING = words("call know find show hold rule write tell reveal explain express")
_AS = words("see view regard describe perceive recognize recognise acknowledge")
_BLAMING = words("accuse criticize criticise praise charge")
_VIEWS = words(
    "accusation allegation assertion assumption belief charge claim complaint conclusion conviction doubt "
    "estimate expectation fear hope hypothesis impression legend notion opinion perception prediction report rumour "
    "rumor saying suggestion suspicion theory thesis view warning contention"
)
_VOICING = words("voice express raise make reject deny dismiss repeat spread share hold support confirm")


def is_reported(sentence: ParsedSentence, head: Token, kept: Collection[int]) -> bool:
    """Tell whether the clause that ``head`` heads says it as the word or the view of somebody."""
    return (
        _names_its_source(sentence, kept)
        or _has_reporting_verb(sentence, head)
        or _has_view(sentence, head)
        or any(_is_as_said(sentence, child) for child in sentence.of(head, "advcl", "prep") if child.index in kept)
    )


def _names_its_source(sentence: ParsedSentence, kept: Collection[int]) -> bool:
    """According to the board; in the view of the board."""
    tokens = [sentence.tokens[index] for index in sorted(kept)]
    for one, other in pairwise(tokens):
        if one.lower == "according" and other.lower == "to":
            return True
    return any(
        token.lower in ("view", "opinion", "eyes")
        and sentence.tokens[token.head].lower in ("in", "from")
        and sentence.of(token, "poss", "prep")
        for token in tokens
        if token.dep == "pobj"
    )


def _has_reporting_verb(sentence: ParsedSentence, head: Token) -> bool:
    if head.lemma not in REPORTING or head.pos not in ("VERB", "AUX"):
        return False
    if head.lemma == "voice":
        return True
    if sentence.of(head, "auxpass"):
        return _is_passive_report(sentence, head)
    content = sentence.of(head, "ccomp", "prep" if head.lemma == "accuse" else "ccomp")
    if head.lemma in _AS and any(prep.lower == "as" for prep in sentence.of(head, "prep")):
        return True
    if head.lemma in ("consider", "view"):
        return bool(content or sentence.of(head, "xcomp", "oprd"))
    if head.lemma == "know":
        return False
    return bool(content) if head.lemma in _NEEDS_CLAUSE else bool(content or sentence.of(head, "dobj"))


def _is_passive_report(sentence: ParsedSentence, head: Token) -> bool:
    if head.lemma in _NAMING:
        it = any(each.lower == "it" for each in sentence.of(head, "nsubjpass"))
        return it and head.lemma != "know" and bool(sentence.of(head, "ccomp"))
    if sentence.of(head, "ccomp", "xcomp", "oprd"):
        return True
    links = {prep.lower for prep in sentence.of(head, "prep")}
    return bool(links & {"as", "of", "for"}) if head.lemma in _BLAMING else head.lemma in _AS and "as" in links


def _has_view(sentence: ParsedSentence, head: Token) -> bool:
    """They voiced the fear that ...; the legend is that ...; they rejected the accusation that ..."""
    nouns = sentence.of(head, "nsubj", "attr") if head.lemma == "be" else ()
    if head.lemma == "be" and sentence.of(head, "ccomp") and any(noun.lemma in _VIEWS for noun in nouns):
        return True
    if head.lemma in _VOICING:
        nouns = sentence.of(head, "dobj", "nsubjpass")
    return any(noun.lemma in _VIEWS and _has_content(sentence, noun) for noun in nouns)


def _has_content(sentence: ParsedSentence, noun: Token) -> bool:
    clauses = sentence.of(noun, "acl", "ccomp", "relcl")
    return any(mark.lower == "that" for clause in clauses for mark in sentence.of(clause, "mark"))


def _is_as_said(sentence: ParsedSentence, clause: Token) -> bool:
    """As the board argued; as argued by the board."""
    if clause.lemma not in REPORTING or clause.lemma in ("see", "know", "show", "note", "call", "describe", "hold"):
        return False
    if any(mark.lower == "as" for mark in sentence.of(clause, "mark")):
        return not sentence.of(clause, "dobj", "ccomp")
    return False
