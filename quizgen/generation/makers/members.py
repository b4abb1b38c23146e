"""Multiple response: which of these does one flat list of the passage name; the others come from elsewhere."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.questions.clause import clause_of, question
from quizgen.generation.questions.names import PERSON, Name
from quizgen.generation.questions.rivals import listed_rivals
from quizgen.generation.wording import listed
from quizgen.language.parsed import Token

_FEWEST, _MOST = 3, 5
_PLURALS = {"country": "countries", "city": "cities", PERSON: "people", "university": "universities",
            "US state": "US states", "continent": "continents", "party": "parties", "company": "companies",
            "church": "churches", "army": "armies", "library": "libraries"}  # fmt: skip
_OPEN = frozenset({"including", "such", "example", "instance", "among", "like", "etc", "others", "other", "or"})


def _members(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.lowers & _OPEN:
        return
    for token in claim.tokens:
        members = _listed_names(claim, token, setting)
        if not _FEWEST <= len(members) <= _MOST:
            continue
        others = listed_rivals(claim, members, setting.article, setting.rng)
        stem = _question(claim, token, members[0].sort)
        if stem and len(others) >= 2:
            key = tuple(sorted(member.text for member in members))
            options = tuple(sorted((*key, *others)))
            rationale = f"The passage names {listed(key)}."
            yield Proposal(stem, rationale, (claim.span,), key=key, options=options)
            return


def _question(claim: FoundClaim, first: Token, sort: str) -> str:
    clause = clause_of(claim)
    if clause is None:
        return ""
    asked = f"Which of these {_PLURALS.get(sort, f'{sort}s')}"
    own = [index for index in claim.sentence.subtree(first) if index in claim.kept]
    if first.head == claim.head and first.dep in ("nsubj", "nsubjpass"):
        return question(clause, asked, clause.subject)
    if first.head == claim.head and first.dep == "dobj":
        return question(clause, asked, own)
    above = claim.sentence.tokens[first.head]
    if first.dep == "pobj" and above.head == claim.head and above.dep in ("prep", "agent"):
        return question(clause, f"{above.text.capitalize()} {asked[0].lower()}{asked[1:]}", [above.index, *own])
    return ""


def _listed_names(claim: FoundClaim, token: Token, setting: Setting) -> list[Name]:
    """Return the names of a flat list that opens with ``token``; [] unless all are of one sort."""
    if token.dep not in ("dobj", "pobj", "nsubj", "nsubjpass") or token.pos != "PROPN":
        return []
    heads, current = [token], token
    while following := claim.sentence.of(current, "conj"):
        current = following[0]
        heads.append(current)
    entities = [claim.sentence.entity_at(head.index) for head in heads]
    names = [setting.article.names.of(entity) if entity else None for entity in entities]
    known = [name for name in names if name is not None]
    whole = len(known) == len(heads) and len({name.text for name in known}) == len(known)
    covered = {index for entity in entities if entity for index in range(entity.first, entity.last)}
    rest = {t.lower for t in claim.tokens if t.index in claim.sentence.subtree(token) and t.index not in covered}
    return known if whole and len({name.sort for name in known}) == 1 and rest <= {",", "and", "the"} else []


MEMBERS_CHOSEN = Maker("members-chosen", "multiple_response", rank=0, hardness=1, propose=_members)
