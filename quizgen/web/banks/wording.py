"""The words in which a teacher reads what banks hold: kinds, stances, operations, states of work."""

from collections.abc import Collection

from quizgen.domain.claims.claim import Bearing, Stance
from quizgen.domain.items.item import Basis
from quizgen.services.drafting import JobState

KIND_WORDS = {
    "verdict": "True, false or unverified",
    "single_choice": "Multiple choice",
    "cloze": "Fill the gap",
    "numeric": "Number",
    "multiple_response": "Multiple choice, several right",
    "evidence_finding": "Find the sentence",
    "ordering": "Put in order",
    "matching": "Match pairs",
    "short_answer": "Short answer",
}
BASIS_WORDS = {Basis.PASSAGE: "From the passage", Basis.EVIDENCE: "On evidence"}
STANCE_WORDS = {
    Stance.ASSERTED: "states",
    Stance.REPORTED: "reports",
    Stance.HEDGED: "hedges",
    Stance.EVALUATIVE: "judges",
    Stance.PREDICTED: "predicts",
    Stance.NORMATIVE: "demands",
    Stance.CONDITIONAL: "sets a condition",
}
BEARING_WORDS = {Bearing.CONFIRMS: "Supports", Bearing.REFUTES: "Against", Bearing.LEAVES_OPEN: "Leaves open"}
STATE_WORDS = {
    JobState.READ: "Read. It waits for you",
    JobState.QUEUED: "Waiting for its turn",
    JobState.RUNNING: "At work",
    JobState.DONE: "Done",
    JobState.FAILED: "The questions could not be made",
    JobState.CANCELLED: "Stopped",
}
MAKER_WORDS = {
    "count-asked": "a number was asked for",
    "day-moved": "the day was changed",
    "hour-added": "a time of day was added",
    "list-compared": "two things listed were compared",
    "members-chosen": "the members of a list are to be chosen",
    "name-answer": "a name was asked for",
    "name-choice": "a name was asked for among others",
    "parted-by-year": "events are to be told apart by their years",
    "place-narrowed": "a part of the country was added",
    "range-moved": "the end of a span of years was changed",
    "rumour-settled": "a rumour was stated as a fact",
    "step-taken": "the next step was stated as done",
    "still-so": "still and no longer were exchanged",
    "term-gap": "a word was taken out",
    "act-taken": "one of several acts was told alone",
    "core-kept": "what a long sentence adds was left out",
    "member-taken": "one of a list was told alone",
    "bound-turned": "a bound was turned round",
    "decision-reversed": "a decision was turned round",
    "order-turned": "before and after were turned round",
    "period-moved": "a decade or century was changed",
    "period-narrowed": "a part of the time was added",
    "place-moved": "first was made second, or the like",
    "amount-sharpened": "a rough amount was made exact",
    "circumstance-added": "a circumstance was added",
    "soon-added": "how soon was added",
    "name-gap": "a name was taken out of its sentence",
    "number-gap": "a number was taken out of its sentence",
    "year-gap": "a year was taken out of its sentence",
    "number-choice": "a number was taken out of its sentence, with others beside it",
    "year-choice": "a year was taken out of its sentence, with others beside it",
    "as-stated": "the claim as the passage has it",
    "number-moved": "a number was changed",
    "year-moved": "a year was changed",
    "bound-given": "a number was said by a round bound",
    "whether-open": "what is left open was said to be so",
    "month-moved": "a month was changed",
    "month-added": "a month was added",
    "detail-added": "a detail was added",
    "duration-added": "a length of time was added",
    "hedge-removed": "the caution was taken off",
    "source-removed": "who reports it was left out",
    "aim-reached": "an aim was told as reached",
    "verb-denied": "the verb was denied",
    "denial-removed": "a denial was taken away",
    "predicate-reversed": "what is said was turned into its opposite",
    "direction-reversed": "the direction was turned round",
    "comparison-reversed": "a comparison was turned round",
    "share-reversed": "how many was turned round",
    "share-raised": "some was raised to most",
    "share-restated": "how many was said in other words",
    "rank-raised": "one of several was made the first",
    "frequency-raised": "how often was raised",
    "frequency-reversed": "how often was turned round",
    "reworded": "the same in other words",
    "adverbial-moved": "a time was moved to the other end",
    "clause-moved": "a clause was moved to the other end",
    "voice-turned": "the same, told from the other side",
    "identity-turned": "the same, told from the other side",
    "included-said": "the same, told from the other side",
    "definition-told": "a part of a longer sentence",
    "participle-said": "a part of a longer sentence",
    "participle-joined": "the same, joined in another way",
    "acts-joined": "the same, joined in another way",
    "aside-joined": "the same, joined in another way",
    "aside-said": "what is said by the way",
    "title-said": "what is said in front of a name",
    "report-restated": "a report in other words, with its source",
    "hedge-restated": "the same in other words, as cautious as before",
    "figure-rounded": "a figure was said less exactly",
    "events-ordered": "which of two events came first",
    "events-turned": "which of two events came first was turned round",
    "left-open": "what the passage leaves open",
    "left-open-denied": "what the passage leaves open was turned round",
    "change-computed": "a change was worked out",
    "change-turned": "a change was turned round",
    "sentence-found": "a claim in other words, with sentences from near it",
    "order-by-year": "dated events without their years",
    "match-by-year": "dated events with their years apart",
    "amount-gap": "an amount was taken out of its sentence",
    "on-evidence": "the claim itself, with the key that its evidence allows",
    "year-between": "a year in between was asked about",
}


def maker_words(name: str | None) -> str:
    """Return how an item came about, as the end of a sentence."""
    if name is None:
        return "written by hand"
    return MAKER_WORDS.get(name, name.replace("-", " ").replace("_", " "))


def kind_words(kind: str) -> str:
    """Return what a teacher calls a kind of item."""
    return KIND_WORDS.get(kind, kind.replace("_", " ").capitalize())


def in_order(kinds: Collection[str]) -> tuple[str, ...]:
    """Return kinds in the order in which pages list them; those without words of their own come last."""
    known = list(KIND_WORDS)
    return tuple(sorted(kinds, key=lambda kind: (known.index(kind) if kind in known else len(known), kind)))


def counted(count: int, word: str, plural: str = "") -> str:
    """Return ``1 claim`` or ``2 claims``, with a non-breaking space."""
    return f"{count:,}\u00a0{word if count == 1 else plural or word + 's'}"
