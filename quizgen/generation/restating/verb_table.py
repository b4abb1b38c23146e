"""Verbs and what may stand for them, each in its frame; read by ``verbs_replaced``."""

from dataclasses import dataclass

from quizgen.generation.lexicon import words
from quizgen.generation.restating.verb_rows import VERBS
from quizgen.generation.restating.verb_rows_with_nouns import VERBS_WITH_NOUNS

# A row is the verb, its frame and what may stand for it. The frames: o with an object or in the passive, a with an
# object only, n without one, x before an infinitive with to, g the infinitive becomes an -ing form, i an object and an
# infinitive, c before a clause with that, q before something said of the subject, w an object and "with", p:in with
# this preposition directly behind, b:of a passive with this preposition, bx a passive before an infinitive.
# Behind a slash stand the nouns that the object (for n and p: the subject) must be; @ names a list.
_LISTS = {
    "event": "war battle conflict fighting revolution rebellion uprising revolt siege strike crisis protest riot "
    "massacre occupation reign rule era period dynasty campaign invasion expedition negotiation debate boom",
    "incident": "battle attack event revolution massacre uprising rebellion explosion reaction process accident "
    "earthquake crisis incident change fighting riot raid invasion siege transition shift exchange clash",
    "held": "conference meeting ceremony election summit festival trial tournament talk referendum "
    "competition exhibition debate service concert race",
    "building": "building bridge church road canal fort railway dam castle palace tower station wall house mill "
    "factory ship temple fortress hall monument line tunnel chapel cathedral mosque school library barrack",
    "group": "company school organization organisation committee colony church society institute commission "
    "court council party base settlement fund university college agency body office ministry department bank club "
    "hospital newspaper academy museum institution station post camp",
    "town": "city town settlement colony dynasty university school college order society company newspaper "
    "monastery church village state kingdom",
    "number": "number price population demand production output cost temperature sale share rate level income "
    "revenue import export pressure volume value consumption",
    "law": "law rule treaty agreement constitution act regulation contract statute charter",
    "plan": "plan bill idea policy law proposal reform independence move measure motion abolition "
    "creation rebellion revolution candidate government cause war intervention treaty union",
    "study": "experiment survey study research attack test operation investigation raid campaign census "
    "search review inquiry excavation analysis interview",
    "task": "task function operation experiment duty calculation work role action ritual ceremony",
    "award": "prize medal award title scholarship honour honor degree doctorate",
    "lead": "expedition army revolt rebellion party group movement government delegation mission force uprising "
    "attack team coalition campaign",
    "launch": "campaign programme program project attack war offensive initiative invasion raid expedition "
    "operation assault",
    "written": "book novel play poem essay treatise article song hymn pamphlet report history biography",
}


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """What stands for a verb in one frame; ``nouns`` limit its object or subject, none when empty."""

    frame: str
    preposition: str
    nouns: frozenset[str]
    particle: str
    new: str


def verb_entries() -> dict[str, tuple[VerbEntry, ...]]:
    """Return the entries of each lemma in the order of the table."""
    found: dict[str, list[VerbEntry]] = {}
    for line in filter(None, (*VERBS_WITH_NOUNS.splitlines(), *VERBS.splitlines())):
        lemma, limits, new = line.split(" ", 2)
        lemma, _, particle = lemma.partition("+")
        frame, _, nouns = limits.partition("/")
        frame, _, preposition = frame.partition(":")
        found.setdefault(lemma, []).append(VerbEntry(frame, preposition, _nouns(nouns), particle, new))
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def _nouns(text: str) -> frozenset[str]:
    listed = (words(_LISTS[name[1:]]) if name.startswith("@") else {name} for name in text.split(",") if name)
    return frozenset(noun for several in listed for noun in several)
