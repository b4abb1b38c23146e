"""Unverified: a circumstance in front, from a list made for each act, that the passage does not give."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import is_act
from quizgen.generation.wording import Edit

_TALKS = ("After long negotiations,", words("negotiation negotiate talk quick quickly immediately swift bargain"))
_STRIFE = (
    "Despite strong opposition,",
    words("oppose opposition against unanimous unanimously support resist protest critic"),
)
_ADVICE = ("On the advice of close friends,", words("advice advise friend suggest persuade urge recommend"))
_MONEY = (
    "For financial reasons,",
    words("financial money cost fund debt pay expensive expense economic finance budget"),
)
_HEALTH = ("For health reasons,", words("health ill illness sick disease old age wound pressure scandal force"))
_SIEGE = ("After a short siege,", words("siege besiege month week day long battle surprise fire resist surrender"))
_LOSSES = ("With heavy losses,", words("loss casualty kill killed dead wounded lose without easily"))
_TRIALS = ("After several failed attempts,", words("attempt fail failure try first succeed success trial"))
_DEBATE = ("After a long debate,", words("debate unanimous unanimously discussion discuss quick quickly immediately"))
_CAUTION = ("After some hesitation,", words("hesitate hesitation immediately quick quickly eager eagerly reluctant"))
# What each act takes: an object among "objects" (none named: any object or none).
_ACTS: dict[str, tuple[tuple[str, frozenset[str]], frozenset[str]]] = {
    "sign": (_TALKS, words("treaty agreement contract deal pact accord convention alliance truce")),
    "conclude": (_TALKS, words("treaty agreement deal pact alliance")), "cede": (_TALKS, frozenset()),
    "introduce": (_STRIFE, words("law tax system reform bill rule measure policy currency curriculum ban "
        "requirement act")),
    "abolish": (_STRIFE, frozenset()), "impose": (_STRIFE, words("tax ban law duty tariff rule")),
    "pass": (_DEBATE, words("law act bill resolution measure amendment legislation statute")),
    "approve": (_DEBATE, frozenset()), "adopt": (_DEBATE, words("law constitution resolution treaty plan "
        "charter act policy")),
    "reject": (_DEBATE, frozenset()), "vote": (_DEBATE, frozenset()), "ratify": (_DEBATE, frozenset()),
    "emigrate": (_ADVICE, frozenset()), "convert": (_ADVICE, frozenset()), "resign": (_HEALTH, frozenset()),
    "retire": (_HEALTH, frozenset()), "abdicate": (_HEALTH, frozenset()),
    "close": (_MONEY, frozenset()), "sell": (_MONEY, frozenset()),
    "abandon": (_MONEY, words("plan project building site construction")),
    "cancel": (_MONEY, frozenset()), "postpone": (_MONEY, frozenset()),
    "suspend": (_MONEY, words("work construction project production")),
    "discontinue": (_MONEY, frozenset()), "merge": (_MONEY, frozenset()), "relocate": (_MONEY, frozenset()),
    "capture": (_SIEGE, words("city fort fortress castle town capital citadel stronghold")),
    "seize": (_SIEGE, words("city fort castle town")),
    "surrender": (_SIEGE, frozenset()), "conquer": (_LOSSES, frozenset()), "retreat": (_LOSSES, frozenset()),
    "withdraw": (_LOSSES, words("force army troop")), "invent": (_TRIALS, frozenset()),
    "discover": (_TRIALS, frozenset()),
    "develop": (_TRIALS, words("engine machine method technique system process vaccine device model theory")),
    "build": (_STRIFE, words("wall railway road bridge line canal dam citadel stadium")),
    "accept": (_CAUTION, frozenset()), "agree": (_CAUTION, frozenset()), "decide": (_CAUTION, frozenset()),
    "join": (_CAUTION, words("alliance war union league party coalition organization")),
    "recognize": (_CAUTION, frozenset()),
}  # fmt: skip
_PEOPLE_ONLY = ("emigrate", "convert", "resign", "retire", "abdicate", "agree", "decide", "accept", "join")
_BARRED = words(
    "not n't n’t no never only because since although though while if when until despite instead immediately quickly "
    "due after before so following unanimously reluctantly finally eventually soon therefore thus unlike to-date"
)
_LONGEST = 24


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    verb, sentence, subject = claim.root, claim.sentence, claim.subject
    act = _ACTS.get(verb.lemma)
    if not act or not subject or claim.stance not in (Stance.ASSERTED, Stance.REPORTED) or claim.lowers & _BARRED:
        return
    if not is_act(claim, verb) or len(claim.kept) > _LONGEST or sentence.of(verb, "conj", "advcl", "expl", "prt"):
        return
    (opening, spoken_to), objects = act
    things = sentence.of(verb, "dobj") or sentence.of(verb, "nsubjpass")
    if objects and not any(thing.lemma.lower() in objects for thing in things):
        return
    near = {t.lemma.lower() for s in (sentence, *setting.article.near(claim)) for t in s.tokens}
    if near & spoken_to or (verb.lemma in _PEOPLE_ONLY and not _has_will(claim)):
        return
    # Only the subject may stand in front, so that the opening is sure to belong to the verb.
    if min(sentence.subtree(subject)) != claim.kept[0] or any(s in claim.statement for s in '"“”;:'):
        return
    first = sentence.tokens[claim.kept[0]]
    named = first.pos == "PROPN" or (sentence.entity_at(first.index) and first.pos != "DET")
    word = first.text if named else first.text[0].lower() + first.text[1:]
    stem = claim.with_edits([Edit(first.index, first.index + 1, f"{opening} {word}")])
    yield unverified(claim, stem, f"The passage does not say that it happened {opening[0].lower() + opening[1:-1]}.")


def _has_will(claim: FoundClaim) -> bool:
    subject = claim.subject
    entity = claim.sentence.entity_at(subject.index) if subject else None
    return bool(subject and subject.lower in ("he", "she", "they")) or (
        entity is not None and entity.label in ("PERSON", "GPE", "ORG", "NORP")
    )


CIRCUMSTANCE_ADDED = Maker("circumstance-added", "verdict", rank=2, hardness=2, propose=_propose)
