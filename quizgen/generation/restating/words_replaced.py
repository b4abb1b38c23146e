"""A word or set phrase for another of the same meaning, under the condition under which both mean the same."""

from collections.abc import Callable, Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.makers.soon_added import EVENTS
from quizgen.generation.restating.shape import Change
from quizgen.generation.restating.word_table import word_entries
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_ENTRIES = word_entries()
_PLACES = ("GPE", "LOC", "FAC")
_VISIBLE = 2
_COMPARING = words("more most very as so too less not how")
_QUALIFYING = words("just only simply not mainly partly also and but or is was")
_PLACED = words("country area region place city town village building state valley house room world land site")
_TIMES = words("type kind form sort year month day week time hour decade century other more hundred thousand million")


def words_replaced(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield a change for each word or phrase of the claim that an entry fits; the longest phrase first."""
    end = 0
    for token in claim.tokens:
        if token.index < end:
            continue
        for phrase, condition, new in _ENTRIES.get(token.lower, ()):
            last = token.index + len(phrase) - 1
            if not _stands(claim, token.index, phrase) or not _CONDITIONS[condition](claim, token, last):
                continue
            end = last + 1
            yield Change((Edit(token.index, end, new),), _VISIBLE if len(phrase) > 2 and condition == "free" else 1)
            break


def _stands(claim: FoundClaim, start: int, phrase: tuple[str, ...]) -> bool:
    tokens = claim.sentence.tokens
    end = start + len(phrase)
    if end > len(tokens) or any(tokens[start + place].lower != word for place, word in enumerate(phrase)):
        return False
    if not set(range(start, end)) <= set(claim.kept):
        return False
    glued = (start and tokens[start - 1].text in ("-", "–", "/")) or (end < len(tokens) and tokens[end].text in "-–/")
    compared = start > 0 and tokens[start - 1].lower in _COMPARING
    return not glued and not compared and all(not _is_in_name(claim, index) for index in range(start, end))


def _is_in_name(claim: FoundClaim, index: int) -> bool:
    entity = claim.sentence.entity_at(index)
    token = claim.sentence.tokens[index]
    if token.pos == "PROPN" or (token.text[0].isupper() and index != claim.kept[0]):
        return True
    return entity is not None and entity.label in ("PERSON", "ORG", "WORK_OF_ART", "LAW", "EVENT", "FAC", "PRODUCT")


def _following(claim: FoundClaim, last: int) -> Token | None:
    return claim.sentence.tokens[last + 1] if last + 1 < len(claim.sentence.tokens) else None


def _before_number(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    if behind is None or claim.before(token) in ("from", "between", "by", "of", "the", "a"):
        return False
    amount = behind.text[:1].isdigit() and not (len(behind.text) == 4 and behind.text[:1] in ("1", "2"))
    unit = claim.after(behind)
    return amount and unit not in ("-", "–", "to", "or") and not behind.text.endswith(("th", "st", "nd", "rd", "s"))


def _before_count(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    if not _before_number(claim, token, last) or behind is None:
        return False
    return claim.sentence.tokens[behind.head].tag == "NNS" and claim.after(behind) not in ("percent", "%", "million")


def _before_noun(claim: FoundClaim, token: Token, last: int) -> bool:
    final = claim.sentence.tokens[last]
    nouns = claim.sentence.of(final, "pobj") or claim.sentence.of(token, "pobj")
    if not nouns or nouns[0].index < last or nouns[0].pos not in ("NOUN", "PROPN") or nouns[0].index not in claim.kept:
        return False
    by_the_way = claim.before(token) in (
        "and",
        "or",
        "but",
        "is",
        "are",
        "was",
        "were",
        "be",
        "only",
        "mainly",
        "partly",
    )
    return not by_the_way and not claim.sentence.of(token, "conj", "cc")


def _before_event(claim: FoundClaim, token: Token, last: int) -> bool:
    nouns = claim.sentence.of(token, "pobj")
    named = bool(nouns) and nouns[0].lemma.lower() in EVENTS
    timed = claim.before(token) in ("years", "year", "months", "days", "soon", "shortly", "long", "immediately", "just")
    return named and not timed and _before_noun(claim, token, last)


def _counting(claim: FoundClaim, token: Token, last: int) -> bool:
    """In front of a plural noun and its adjectives, with no article or number."""
    tokens = claim.sentence.tokens
    before = claim.before(token)
    if before in ("the", "these", "those", "all", "of", "its", "their", "his", "her", "with", "for", "not", "s", "'s"):
        return False
    for following in tokens[last + 1 : last + 4]:
        if following.lemma in _TIMES:
            return False
        if following.tag == "NNS":
            return following.index + 1 >= len(tokens) or tokens[following.index + 1].pos not in ("NOUN", "PROPN")
        if following.tag != "JJ":
            return False
    return False


def _before_verb(claim: FoundClaim, token: Token, last: int) -> bool:
    head = claim.sentence.tokens[token.head]
    near = head.index == last + 1 and token.index != claim.kept[0]
    return token.tag == "RB" and token.dep == "advmod" and head.pos == "VERB" and near and head.tag != "VBG"


def _before_adjective(claim: FoundClaim, token: Token, last: int) -> bool:
    """An adverb of degree in front of its adjective or participle, or before a noun phrase or preposition."""
    behind = _following(claim, last)
    return token.tag == "RB" and behind is not None and behind.tag in ("JJ", "VBN") and token.head == behind.index


def _leads_to(claim: FoundClaim, token: Token, preposition: str) -> bool:
    return token.pos == "NOUN" and token.dep != "compound" and claim.after(token) == preposition


def _before_infinitive(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = claim.sentence.tokens[last + 2] if last + 2 < len(claim.sentence.tokens) else None
    return _leads_to(claim, token, "to") and behind is not None and behind.tag == "VB"


def _before_on(claim: FoundClaim, token: Token, last: int) -> bool:  # noqa: ARG001 (the shape of a condition)
    return _leads_to(claim, token, "on")


def _before_in(claim: FoundClaim, token: Token, last: int) -> bool:  # noqa: ARG001 (the shape of a condition)
    return _leads_to(claim, token, "in") and claim.before(token) in ("a", "an", "the", "sharp", "rapid", "large")


def _before_date(claim: FoundClaim, token: Token, last: int) -> bool:  # noqa: ARG001 (the shape of a condition)
    nouns = claim.of(token, "pobj")
    entity = claim.sentence.entity_at(nouns[0].index) if nouns else None
    return entity is not None and entity.label == "DATE" and claim.after(token) == "the"


def _before_examples(claim: FoundClaim, token: Token, last: int) -> bool:
    """Towns such as Lindry: straight behind a plural, no comma between."""
    before = claim.sentence.tokens[token.index - 1] if token.index else token
    head = claim.sentence.tokens[last]
    nouns = claim.of(head, "pobj") or claim.of(token, "pobj")
    return before.tag == "NNS" and bool(nouns) and nouns[0].pos == "PROPN" and head.pos in ("ADP", "SCONJ")


def _relative(claim: FoundClaim, token: Token, last: int) -> bool:
    """A valley where sheep graze: straight behind a plain noun of place, before the subject."""
    before = claim.sentence.tokens[token.index - 1] if token.index else token
    behind = _following(claim, last)
    placed = before.lemma in _PLACED and before.pos == "NOUN"
    return placed and behind is not None and behind.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ")


def _before_phrase(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    return token.tag == "RB" and behind is not None and behind.pos == "ADP" and claim.before(token) not in ("and", "or")


def _behind_the(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    return claim.before(token) == "the" and token.dep == "amod" and behind is not None and behind.pos == "NOUN"


def _before_place(claim: FoundClaim, token: Token, last: int) -> bool:
    nouns = claim.sentence.of(claim.sentence.tokens[last], "pobj") or claim.sentence.of(token, "pobj")
    entity = claim.sentence.entity_at(nouns[0].index) if nouns else None
    return entity is not None and entity.label in _PLACES and token.index != claim.kept[0]


def _adjective(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    return token.dep == "amod" and behind is not None and behind.pos == "NOUN" and claim.before(token) != ","


def _free(claim: FoundClaim, token: Token, last: int) -> bool:  # noqa: ARG001 (the shape of a condition)
    behind = _following(claim, last)
    return behind is not None and behind.is_word


def _list(claim: FoundClaim, token: Token, last: int) -> bool:
    """Behind a comma, with a plain list to the end of the sentence."""
    final = claim.sentence.tokens[last]
    nouns = claim.sentence.of(final, "pobj")
    head = claim.sentence.tokens[token.head]
    if (
        claim.before(token) != ","
        or not nouns
        or nouns[0].pos not in ("NOUN", "PROPN")
        or head.tag not in ("NNS", "NNPS")
    ):
        return False
    ends = claim.sentence.subtree(final)[-1] >= max(t.index for t in claim.tokens if t.is_word)
    return ends and head.index < token.index


def _clause(claim: FoundClaim, token: Token, last: int) -> bool:
    final = claim.sentence.tokens[last]
    verb = claim.sentence.tokens[final.head]
    subject = claim.sentence.of(verb, "nsubj", "nsubjpass")
    qualified = claim.before(token) in (
        "just",
        "only",
        "simply",
        "not",
        "mainly",
        "partly",
        "also",
        "and",
        "but",
        "or",
        "is",
        "was",
    )
    return not qualified and final.dep == "mark" and bool(subject) and subject[0].index > last


def _at_end(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    return token.dep == "advmod" and (behind is None or behind.text in (".", ","))


def _is_named(claim: FoundClaim, token: Token) -> bool:
    """Tell whether the noun closes a name: the Huguenot rebellions, the July uprising."""
    return (
        token.index > 0
        and claim.sentence.tokens[token.index - 1].text[:1].isupper()
        and token.index - 1 != claim.kept[0]
    )


def _plural_noun(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    return (
        not _is_named(claim, token)
        and token.tag == "NNS"
        and token.dep != "compound"
        and (behind is None or behind.pos != "NOUN")
    )


def _single_noun(claim: FoundClaim, token: Token, last: int) -> bool:
    behind = _following(claim, last)
    return (
        not _is_named(claim, token)
        and token.tag == "NN"
        and token.dep != "compound"
        and (behind is None or behind.pos not in ("NOUN", "PROPN"))
    )


def _among(claim: FoundClaim, token: Token, last: int) -> bool:
    """Is one of the largest towns: behind a form of be, before a plural, with no clause that agrees with "one"."""
    behind = claim.sentence.tokens[last + 1 : last + 6]
    plain = token.dep == "attr" and token.index == claim.root.index + 1 and not claim.sentence.of(token, "relcl", "acl")
    return plain and claim.root.lemma == "be" and any(each.tag in ("NNS", "NNPS") for each in behind)


def _rank(claim: FoundClaim, token: Token, last: int) -> bool:
    nouns = claim.sentence.of(claim.sentence.tokens[last - 1], "pobj")
    plural = bool(nouns) and nouns[0].tag in ("NNS", "NNPS")
    return plural == (token.lower in ("many", "most")) and claim.before(token) not in ("too", "as", "so", "how", "not")


def _joint(claim: FoundClaim, token: Token, last: int) -> bool:
    """As well as between two nouns, behind the first and before the second."""
    before = claim.sentence.tokens[token.index - 1] if token.index else token
    behind = _following(claim, last)
    nominal = before.pos in ("NOUN", "PROPN") or before.text == ","
    return nominal and behind is not None and behind.pos in ("NOUN", "PROPN", "DET", "ADJ", "NUM") and token.index > 2


def _called(claim: FoundClaim, token: Token, last: int) -> bool:
    """A village called Lindry: behind its noun."""
    head = claim.sentence.tokens[token.head]
    behind = _following(claim, last)
    named = behind is not None and (behind.pos == "PROPN" or behind.lower in ("the", "a", "an"))
    return token.dep == "acl" and head.index == token.index - 1 and named and head.pos == "NOUN"


def _in_the_present(claim: FoundClaim, token: Token, last: int) -> bool:
    """A verb with a tense of its own: never "may have to"."""
    return token.tag == "VBP" and _free(claim, token, last)


def _before_year(claim: FoundClaim, token: Token, last: int) -> bool:  # noqa: ARG001 (the shape of a condition)
    behind = _following(claim, last)
    return behind is not None and len(behind.text) == 4 and behind.text.isdigit()


def _before_listed(claim: FoundClaim, token: Token, last: int) -> bool:
    """In particular Lindry: behind a comma, before a noun phrase and without a comma of its own."""
    behind = _following(claim, last)
    return claim.before(token) == "," and behind is not None and behind.pos in ("DET", "NOUN", "PROPN", "ADJ")


_CONDITIONS: dict[str, Callable[[FoundClaim, Token, int], bool]] = {
    "number": _before_number,
    "count": _before_count,
    "noun": _before_noun,
    "event": _before_event,
    "plural": _counting,
    "verb": _before_verb,
    "figure": _before_phrase,
    "the": _behind_the,
    "place": _before_place,
    "adjective": _adjective,
    "free": _free,
    "list": _list,
    "clause": _clause,
    "end": _at_end,
    "noun-plural": _plural_noun,
    "noun-single": _single_noun,
    "among-plural": _among,
    "rank": _rank,
    "list-joint": _joint,
    "called": _called,
    "year": _before_year,
    "present": _in_the_present,
    "listed": _before_listed,
    "degree": _before_adjective,
    "on": _before_on,
    "to": _before_infinitive,
    "in": _before_in,
    "date": _before_date,
    "plain-list": _before_examples,
    "relative": _relative,
}
