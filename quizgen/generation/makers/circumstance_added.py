"""Unverified: a circumstance in front, from a list made for each act, that the passage does not give."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.circumstances import Circumstance, circumstances
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import is_act
from quizgen.generation.wording import Edit

_BARRED = words(
    "not n't n’t no never only because since although though while if when until despite instead immediately quickly "
    "due after before so following unanimously reluctantly finally eventually soon therefore thus unlike to-date "
    "annually often usually sometimes always each every whenever"
)
_BODIES = words(
    "council parliament congress assembly senate party member voter committee board government house court union "
    "legislature delegate lawmaker mps diet"
)
_NO_PERSON = words("family dynasty empire army people")
_LONGEST = 26


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    verb, sentence, subject = claim.root, claim.sentence, claim.subject
    if not subject or claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or len(claim.kept) > _LONGEST:
        return
    if (
        not is_act(claim, verb)
        or sentence.of(verb, "advcl", "expl", "prt")
        or any(s in claim.statement for s in '"“”;:')
    ):
        return
    things = sentence.of(verb, "dobj", "nsubjpass", "pobj")
    objects = frozenset(thing.lemma.lower() for thing in things)
    near = {t.lemma.lower() for s in (sentence, *setting.article.near(claim)) for t in s.tokens}
    fitting = [one for one in circumstances(verb.lemma, objects) if not near & one.spoken_to and _suits(claim, one)]
    place = _place(claim)
    if fitting and place is not None:
        chosen = setting.rng.choice(fitting)
        stem = claim.with_edits([_edit(claim, place, chosen.opening)])
        yield unverified(claim, stem, f"The passage does not say that it happened {chosen.opening}.")


def _place(claim: FoundClaim) -> int | None:
    """Return where an opening is sure to belong to the verb: in front of the subject, at most a date before it."""
    subject = claim.subject
    start = min(claim.sentence.subtree(subject)) if subject else -1
    before = [index for index in claim.kept if index < start]
    if not before:
        return start if start == claim.kept[0] else None
    first, last = claim.sentence.tokens[before[0]], claim.sentence.tokens[before[-1]]
    dated = claim.sentence.entity_at(before[0] + 1)
    whole = dated is not None and dated.label == "DATE" and dated.first <= before[0] + 1 and dated.last == last.index
    return start if whole and first.lower == "in" and last.text == "," else None


def _edit(claim: FoundClaim, place: int, opening: str) -> Edit:
    first = claim.sentence.tokens[place]
    entity = claim.sentence.entity_at(first.index)
    named = first.pos == "PROPN" or (entity is not None and first.pos not in ("DET", "NUM"))
    word = first.text if named or place != claim.kept[0] else first.text[0].lower() + first.text[1:]
    return Edit(place, place + 1, f"{opening}, {word}")


def _suits(claim: FoundClaim, circumstance: Circumstance) -> bool:
    subject = claim.subject
    entity = claim.sentence.entity_at(subject.index) if subject else None
    label = entity.label if entity else ""
    if not subject:
        return False
    if circumstance.person:
        one = subject.tag in ("NNP", "PRP") and not claim.sentence.of(subject, "conj")
        known = label == "PERSON" and not claim.lowers & _NO_PERSON
        return one and (subject.lower in ("he", "she") or known) and not _is_done_to(claim, circumstance)
    if circumstance.willed:
        return subject.lower in ("he", "she", "they") or label in ("PERSON", "GPE", "ORG", "NORP")
    if circumstance.body:
        return _is_done_to(claim, circumstance) or label == "ORG" or subject.lemma.lower() in _BODIES
    return True


def _is_done_to(claim: FoundClaim, circumstance: Circumstance) -> bool:
    """Tell whether the subject suffers the act; who dies or retires acts, who is dismissed does not."""
    return bool(claim.sentence.of(claim.root, "nsubjpass")) and not circumstance.opening.startswith("at the age")


CIRCUMSTANCE_ADDED = Maker("circumstance-added", "verdict", rank=2, hardness=2, propose=_propose)
