"""Circumstances that a reader could believe of an act, what near by would speak to them, and which act takes which."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.lexicon import words


@dataclass(frozen=True, slots=True)
class Circumstance:
    """An opening phrase without its comma, and the lemmas that would make it known or wrong. ``willed`` asks for
    somebody with a will as subject, ``person`` for one person, ``body`` for a body that votes."""

    opening: str
    spoken_to: frozenset[str]
    willed: bool = False
    person: bool = False
    body: bool = False


_SOON = "quick quickly immediately immediate swift swiftly soon"
_TALKS = Circumstance("after long negotiations", words(f"negotiation negotiate talk bargain {_SOON}"))
_STRIFE = Circumstance(
    "despite strong opposition",
    words("oppose opposition against unanimous unanimously support resist protest critic resistance popular"),
)
_DEBATE = Circumstance(
    "after a long debate", words(f"debate unanimous unanimously discussion discuss {_SOON}"), body=True
)
_NARROW = Circumstance(
    "by a narrow majority",
    words("majority unanimous unanimously vote seat percent % margin landslide consensus referendum"),
    body=True,
)
_MONEY = Circumstance(
    "for financial reasons",
    words("financial money cost fund debt pay expensive expense economic finance budget profit bankrupt"),
    willed=True,
)
_HEALTH = Circumstance(
    "for health reasons",
    words("health ill illness sick disease old age wound pressure scandal force retire"),
    person=True,
)
_FRIENDS = Circumstance(
    "on the advice of close friends", words("advice advise friend suggest persuade urge recommend"), person=True
)
_ADVISERS = Circumstance(
    "against the advice of close advisers", words("advice advise adviser advisor counsel council urge minister"),
    person=True,
)  # fmt: skip
_SIEGE = Circumstance(
    "after a short siege", words("siege besiege month week day long battle surprise fire resist surrender")
)
_LOSSES = Circumstance(
    "with heavy losses", words("loss casualty kill killed dead wounded lose without easily bloodless")
)
_DAWN = Circumstance("before dawn", words("dawn night morning day evening hour noon midnight dark o'clock"))
_UNWARNED = Circumstance(
    "without any warning", words("warn warning announce surprise threaten threat ultimatum notice declare")
)
_TRIALS = Circumstance(
    "after several failed attempts", words("attempt fail failure try first succeed success trial easily repeatedly")
)
_EXPENSE = Circumstance(
    "at great expense", words("expense expensive cost money price pound dollar million cheap fund budget pay")
)
_DONORS = Circumstance(
    "with money from private donors",
    words("money donor fund finance donation private gift state government wealthy pay grant endow endowment"),
)
_CROWD = Circumstance(
    "in front of a large crowd", words("crowd public audience private secret people watch spectator ceremony")
)
_ABROAD = Circumstance(
    "under pressure from abroad", words("pressure abroad foreign international force demand voluntary sanction")
)
_SECRET = Circumstance(
    "in secret", words("secret secretly public publicly openly open private privately covert announce"), willed=True
)
_SURPRISE = Circumstance("to general surprise", words("surprise unexpected expect unexpectedly predict shock natural"))
_CONTEST = Circumstance("after a public competition", words("competition compete contest win prize design tender"))
_ADVISED = Circumstance(
    "after some hesitation", words(f"hesitate hesitation eager eagerly reluctant {_SOON}"), willed=True
)
_WEEKS = Circumstance(
    "within a few weeks", words("week day month year decade century slow slowly gradual gradually long time since")
)
_AGED_YOUNG = Circumstance(
    "at the age of twenty-four", words("age aged bear old young birthday child boy year son daughter"), person=True
)
_AGED = Circumstance(
    "at the age of thirty-eight", words("age aged bear old young birthday child boy year son daughter"), person=True
)
_AGED_OLD = Circumstance(
    "at the age of sixty-three", words("age aged bear old young birthday child boy year son daughter"), person=True
)

_PACTS = "treaty agreement contract deal pact accord convention alliance truce peace settlement"
_RULES = "law tax system reform bill rule measure policy currency curriculum ban requirement act legislation"
_PLACES = "city fort fortress castle town capital citadel stronghold port island"
_WORKS = (
    "wall railway road bridge line canal dam citadel stadium church cathedral palace castle tower station museum "
    "school hospital temple mosque library house building factory fort fortress theatre mill harbour port"
)
_LANDS = "territory island land colony company estate house building right share collection site farm"
_ANY = ""
# Verb: circumstances with the objects that they need, as lemmas ("" for any or none).
_ACTS: dict[str, tuple[tuple[Circumstance, str], ...]] = {
    "sign": ((_TALKS, _PACTS), (_SURPRISE, _PACTS)),
    "conclude": ((_TALKS, _PACTS),),
    "cede": ((_TALKS, _ANY), (_ABROAD, _ANY)),
    "acquire": ((_TALKS, _LANDS), (_EXPENSE, _LANDS)),
    "purchase": ((_TALKS, _ANY), (_EXPENSE, _ANY)),
    "buy": ((_TALKS, _ANY), (_EXPENSE, _ANY)),
    "sell": ((_MONEY, _ANY), (_TALKS, _ANY)),
    "merge": ((_MONEY, _ANY), (_TALKS, _ANY)),
    "join": ((_ADVISED, "alliance war union league party coalition organization army navy"), (_FRIENDS, "party army")),
    "introduce": ((_STRIFE, _RULES), (_DEBATE, _RULES)),
    "abolish": ((_STRIFE, _ANY), (_ABROAD, _ANY)),
    "impose": ((_STRIFE, _RULES + " duty tariff"),),
    "ban": ((_STRIFE, _ANY), (_UNWARNED, _ANY)),
    "prohibit": ((_STRIFE, _ANY),),
    "outlaw": ((_STRIFE, _ANY),),
    "repeal": ((_STRIFE, _ANY), (_DEBATE, _ANY)),
    "revoke": ((_UNWARNED, _ANY), (_ADVISERS, _ANY)),
    "nationalize": ((_STRIFE, _ANY),),
    "demolish": ((_STRIFE, _ANY),),
    "rename": ((_DEBATE, _ANY),),
    "pass": ((_DEBATE, _RULES + " resolution amendment statute"), (_NARROW, _RULES + " resolution amendment statute")),
    "approve": ((_DEBATE, _ANY), (_NARROW, _ANY)),
    "adopt": ((_DEBATE, _RULES + " constitution resolution treaty plan charter"), (_NARROW, _RULES + " resolution")),
    "reject": ((_DEBATE, _ANY), (_NARROW, _ANY)),
    "vote": ((_DEBATE, _ANY),),
    "ratify": ((_DEBATE, _ANY), (_NARROW, _ANY)),
    "elect": ((_NARROW, _ANY),),
    "appoint": ((_ADVISERS, _ANY),),
    "choose": ((_DEBATE, _ANY),),
    "select": ((_CONTEST, _ANY), (_DEBATE, _ANY)),
    "commission": ((_CONTEST, _ANY),),
    "resign": ((_HEALTH, _ANY), (_SURPRISE, _ANY)),
    "retire": ((_HEALTH, _ANY), (_AGED_OLD, _ANY)),
    "abdicate": ((_HEALTH, _ANY), (_AGED_OLD, _ANY)),
    "die": ((_AGED_OLD, _ANY),),
    "emigrate": ((_FRIENDS, _ANY), (_AGED_YOUNG, _ANY)),
    "convert": ((_FRIENDS, _ANY), (_AGED, _ANY)),
    "marry": ((_AGED_YOUNG, _ANY), (_SECRET, _ANY)),
    "publish": ((_AGED, "book novel article paper work theory poem treatise essay"),),
    "write": ((_AGED, "book novel article paper work poem treatise essay play opera symphony"),),
    "invent": ((_TRIALS, _ANY), (_AGED, _ANY)),
    "discover": ((_TRIALS, _ANY), (_AGED, _ANY)),
    "patent": ((_AGED, _ANY), (_TRIALS, _ANY)),
    "develop": ((_TRIALS, "engine machine method technique process vaccine device model theory prototype valve"),),
    "demonstrate": ((_TRIALS, "engine machine method technique process device prototype"), (_CROWD, "engine machine")),
    "prove": ((_TRIALS, "theorem result hypothesis conjecture"),),
    "achieve": ((_TRIALS, "victory success goal breakthrough"),),
    "secure": ((_TALKS, "loan funding support contract agreement"), (_TRIALS, "victory place seat")),
    "settle": ((_FRIENDS, _ANY),),
    "move": ((_FRIENDS, _ANY), (_MONEY, _ANY)),
    "return": ((_FRIENDS, _ANY),),
    "close": ((_MONEY, _ANY), (_UNWARNED, _ANY)),
    "abandon": ((_MONEY, "plan project building site construction idea"),),
    "cancel": ((_MONEY, _ANY), (_UNWARNED, _ANY)),
    "postpone": ((_MONEY, _ANY),),
    "suspend": ((_MONEY, "work construction project production"), (_UNWARNED, _ANY)),
    "discontinue": ((_MONEY, _ANY),),
    "relocate": ((_MONEY, _ANY),),
    "dismiss": ((_UNWARNED, _ANY), (_ADVISERS, _ANY)),
    "capture": ((_SIEGE, _PLACES), (_DAWN, _ANY), (_LOSSES, _PLACES)),
    "seize": ((_SIEGE, _PLACES), (_DAWN, _ANY)),
    "occupy": ((_SIEGE, _PLACES), (_DAWN, _PLACES)),
    "conquer": ((_LOSSES, _ANY), (_WEEKS, _ANY)),
    "surrender": ((_SIEGE, _ANY),),
    "retreat": ((_LOSSES, _ANY),),
    "withdraw": ((_LOSSES, "force army troop"),),
    "defeat": ((_LOSSES, "army force fleet troop"),),
    "attack": ((_DAWN, _ANY), (_UNWARNED, _ANY)),
    "raid": ((_DAWN, _ANY), (_UNWARNED, _ANY)),
    "bomb": ((_DAWN, _ANY), (_UNWARNED, _ANY)),
    "invade": ((_UNWARNED, _ANY), (_ADVISERS, _ANY)),
    "land": ((_DAWN, _ANY),),
    "arrest": ((_DAWN, _ANY), (_UNWARNED, _ANY)),
    "execute": ((_DAWN, _ANY), (_CROWD, _ANY)),
    "assassinate": ((_CROWD, _ANY),),
    "escape": ((_DAWN, _ANY), (_TRIALS, _ANY)),
    "flee": ((_DAWN, _ANY),),
    "destroy": ((_UNWARNED, "city town village fort fleet bridge"),),
    "build": ((_STRIFE, _WORKS), (_EXPENSE, _WORKS)),
    "construct": ((_STRIFE, _WORKS), (_EXPENSE, _WORKS)),
    "erect": ((_EXPENSE, _WORKS + " monument statue column"),),
    "rebuild": ((_EXPENSE, _ANY),),
    "restore": ((_EXPENSE, _WORKS),),
    "renovate": ((_EXPENSE, _ANY),),
    "establish": ((_DONORS, "school college university museum hospital library society institute fund prize church"),),
    "found": ((_DONORS, "school college university museum hospital library society institute newspaper church"),),
    "open": ((_CROWD, _WORKS + " exhibition"), (_DONORS, "school college museum hospital library institute")),
    "declare": ((_CROWD, "independence republic"), (_ADVISERS, "war"), (_UNWARNED, "war")),
    "proclaim": ((_CROWD, _ANY),),
    "crown": ((_CROWD, _ANY),),
    "accept": ((_ADVISED, _ANY), (_ABROAD, _ANY)),
    "agree": ((_ADVISED, _ANY), (_TALKS, _ANY)),
    "decide": ((_ADVISED, _ANY),),
    "recognize": ((_ADVISED, _ANY),),
    "recognise": ((_ADVISED, _ANY),),
    "grant": ((_TALKS, "independence autonomy right charter"), (_ABROAD, "independence autonomy right amnesty")),
    "release": ((_ABROAD, "prisoner hostage"),),
    "meet": ((_SECRET, _ANY),),
    "fund": ((_SECRET, _ANY),),
    "supply": ((_SECRET, "weapon arm missile gun"),),
    "refuse": ((_FRIENDS, _ANY),),
}  # fmt: skip


def circumstances(verb: str, objects: frozenset[str]) -> Iterator[Circumstance]:
    """Yield the circumstances that fit an act on these objects."""
    for circumstance, needed in _ACTS.get(verb, ()):
        if not needed or objects & words(needed):
            yield circumstance
