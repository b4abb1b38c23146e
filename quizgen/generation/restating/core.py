"""The main line of a long sentence: the claim without what it adds between commas or in a second statement."""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.reading_dates import is_act
from quizgen.language.parsed import Token

# A condition or a limit carries what the clause says; it is never left out.
_LIMITING = words("if unless when until whenever where as than except provided because since so while although though")
_SCOPE = words("not n't n’t only never no few rarely hardly neither nor or according estimated")
_OPEN = words("fewer more others another some many most several less such then")
_ADDED = ("relcl", "advcl", "appos", "acl")
_LEAST_LEFT_OUT, _SHORTEST, _LONGEST = 0.2, 6, 24


def versions(claim: FoundClaim) -> Iterator[FoundClaim]:
    """Yield the claim, and its main line when that is a good deal shorter and says nothing else."""
    yield claim
    shorter = core_of(claim)
    if shorter:
        yield shorter


def core_of(claim: FoundClaim) -> FoundClaim | None:
    """Return the claim cut down to its main line, or None when nothing can be left out safely."""
    if claim.stance is not Stance.ASSERTED or claim.lowers & _SCOPE or any(s in claim.statement for s in '"“”;:()–—'):
        return None
    if claim.tokens[0].lower in _OPEN or not claim.subject:
        return None
    left_out: set[int] = set()
    for token in claim.tokens:
        if token.index not in left_out:
            left_out |= _addition(claim, token)
    left_out |= _second_statement(claim, left_out)
    left_out |= _circumstance(claim)
    kept = _tidy(claim, [index for index in claim.kept if index not in left_out])
    before, after = _words(claim, claim.kept), _words(claim, kept)
    fits = after <= (1 - _LEAST_LEFT_OUT) * before and _SHORTEST <= after <= _LONGEST
    return replace(claim, kept=tuple(kept)) if fits and _is_sound(claim, kept) else None


def _is_sound(claim: FoundClaim, kept: list[int]) -> bool:
    """Verb and subject stay, no row of verbs loses its "and", and no addition is left open at the end."""
    rows = [child for child in claim.sentence.of(claim.root, "conj") if child.index in kept]
    if rows and not any(child.index in kept for child in claim.sentence.of(claim.root, "cc")):
        return False
    subject = claim.subject
    last = claim.sentence.tokens[kept[-1]] if kept else None
    open_end = last is not None and any(
        each.dep in ("appos", "relcl", "advcl") and claim.sentence.tokens[claim.below(each)[0] - 1].text == ","
        for each in (last, *claim.sentence.ancestors(last))
    )
    return claim.head in kept and subject is not None and subject.index in kept and not open_end


def _addition(claim: FoundClaim, token: Token) -> set[int]:
    """Return the tokens of an addition that stands between commas or behind the last one, with its commas."""
    sentence = claim.sentence
    if token.dep not in _ADDED:
        return set()
    own = claim.below(token)
    if not own or own[-1] - own[0] + 1 != len(own) or claim.head in own:
        return set()
    if {mark.lower for mark in sentence.of(token, "mark", "advmod")} & _LIMITING:
        return set()
    last = claim.kept[-1]
    closed = sentence.tokens[own[-1] + 1].text in (",", ".") if own[-1] < last else True
    opened = own[0] > claim.kept[0] and sentence.tokens[own[0] - 1].text == ","
    if token.dep == "advcl" and (token.tag != "VBG" or not opened or token.index < claim.head):
        return set()
    if token.dep == "appos" and claim.lowers & {"including", "such", "like"}:
        return set()
    if token.dep == "appos" and sentence.tokens[token.head].pos != "PROPN" and sentence.entity_at(token.head) is None:
        return set()
    # The comma behind closes the addition, unless it also closes a phrase in front of the subject.
    subject = claim.subject
    inside = (
        own[-1] < last and sentence.tokens[own[-1] + 1].text == "," and (subject is None or own[-1] > subject.index)
    )
    return {own[0] - 1, *own, *((own[-1] + 1,) if inside else ())} if opened and closed else set()


def _circumstance(claim: FoundClaim) -> set[int]:
    """Return the tokens of a time at the very end of an act in the past; what always holds may hold then alone."""
    last = max(index for index in claim.kept if claim.sentence.tokens[index].is_word)
    if not is_act(claim, claim.root) or claim.of(claim.root, "conj", "ccomp", "xcomp", "advmod"):
        return set()
    for token in claim.of(claim.root, "prep"):
        own, nouns = claim.below(token), claim.of(token, "pobj")
        entity = claim.sentence.entity_at(nouns[0].index) if nouns else None
        timed = entity is not None and entity.label == "DATE" and token.lower in ("in", "on", "during", "after", "for")
        if timed and own[-1] == last and own[-1] - own[0] + 1 == len(own) and own[0] > claim.root.index + 1:
            return set(own)
    return set()


def _second_statement(claim: FoundClaim, left_out: set[int]) -> set[int]:
    """Return the tokens of a second thing that the sentence says of its subject, at its end."""
    sentence = claim.sentence
    seconds = [child for child in sentence.of(claim.root, "conj") if child.index in claim.kept]
    if len(seconds) != 1 or seconds[0].index in left_out or seconds[0].pos != "VERB":
        return set()
    own = [index for index in sentence.subtree(seconds[0]) if index in claim.kept]
    joint = sentence.tokens[own[0] - 1]
    ends = own[-1] >= claim.kept[-1] - 1 and own[-1] - own[0] + 1 == len(own)
    plain = joint.lower in ("and", "but") and own[0] == seconds[0].index
    same = seconds[0].tag == claim.root.tag and seconds[0].tag in ("VBD", "VBZ", "VBP")
    return {joint.index, *own} if ends and plain and same else set()


def _tidy(claim: FoundClaim, kept: list[int]) -> list[int]:
    tokens = claim.sentence.tokens
    while kept and tokens[kept[-1]].text in (",", "and", "."):
        kept.pop()
    # "The one, and the other": the comma closed what was left out.
    return [
        index
        for place, index in enumerate(kept)
        if not (tokens[index].text == "," and place + 1 < len(kept) and tokens[kept[place + 1]].lower == "and"
                and kept[place - 1] != index - 1)
    ]  # fmt: skip


def _words(claim: FoundClaim, indexes: tuple[int, ...] | list[int]) -> int:
    return sum(claim.sentence.tokens[index].is_word for index in indexes)
