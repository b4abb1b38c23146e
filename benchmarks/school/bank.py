"""A bank whose keys a scripted student knows by the stem alone: 20 statements and 20 questions about one canal."""

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim, Stance, Verdict
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.single_choice import SingleChoiceItem, option_id
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span

STATEMENTS = QUESTIONS = 20
KEEPERS = ("Ada Fenwick", "Bram Osterley", "Cleo Marsh", "Dov Halloran", "Elin Thrupp")
VERDICTS = tuple(Verdict)


def canal_bank() -> Bank:
    """Return the bank: a claim an item, so that any draw is allowed."""
    sentences = [_sentence(number) for number in range(STATEMENTS + QUESTIONS)]
    text = "# The Alder Canal\n\n" + "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
    claims = tuple(_claim(number, text, sentence) for number, sentence in enumerate(sentences))
    items = tuple(_item(number) for number in range(STATEMENTS + QUESTIONS))
    return Bank("The Alder Canal", (Passage("p1", "The Alder Canal", text),), claims, (), items)


def responses_by_stem() -> dict[str, tuple[str, str]]:
    """Return a right and a wrong response to each stem."""
    known = {}
    for item in canal_bank().items:
        if isinstance(item, VerdictItem):
            known[item.stem] = item.key.value, next(verdict for verdict in VERDICTS if verdict is not item.key).value
        elif isinstance(item, SingleChoiceItem):
            wrong = next(option for option in item.options if option != item.key)
            known[item.stem] = option_id(item.key), option_id(wrong)
    return known


def _sentence(number: int) -> str:
    keeper = KEEPERS[number % len(KEEPERS)]
    return (
        f"Lock {number + 101} of the canal was kept for {number + 3} years by {keeper}, who wrote down each boat "
        f"that passed and the height of the water on both sides of the gates."
    )


def _claim(number: int, text: str, sentence: str) -> Claim:
    start = text.index(sentence)
    return Claim(f"c-{number}", "p1", Span(start, start + len(sentence)), sentence, Stance.ASSERTED)


def _item(number: int) -> Item:
    lock, keeper = number + 101, KEEPERS[number % len(KEEPERS)]
    shared = {
        "id": f"i-{number}",
        "basis": Basis.PASSAGE,
        "claims": (f"c-{number}",),
        "rationale": f"The passage says that {keeper} kept lock {lock}.",
        "status": Status.READY,
    }
    if number < STATEMENTS:
        stem = f"What is said here of lock {lock} can be found in the passage."
        return VerdictItem(stem=stem, key=VERDICTS[number % 3], **shared)
    return SingleChoiceItem(stem=f"Who kept lock {lock} of the canal?", options=KEEPERS, key=keeper, **shared)
