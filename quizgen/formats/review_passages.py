"""What a reader of a review sheet has beside it, as Markdown: the rules in plain words, and the texts by paragraphs."""

from collections.abc import Collection, Iterator

from quizgen.domain.banks.bank import Bank
from quizgen.domain.reviewing.answering import AMBIGUOUS, HOW
from quizgen.domain.reviewing.sheet import Sheet

_VERDICTS = f"""\
**The text alone counts**, the whole of it, and nothing that you know from elsewhere.

- **true**: the text says so, in these words or others, or it follows without a doubt.
- **false**: the text says otherwise, and you could quote the words that do.
- **unverified**: neither. The text is silent about it, or says it only as a report, a guess, a possibility or a
  forecast while the statement says it as a fact.
- **{AMBIGUOUS}**: two answers can be defended. Say in the note which ones.
"""
_COLUMNS = """\
Then say y or n in each column, whatever your answer was:

- **grammatical**: nobody would correct the English.
- **self-contained**: with its context you know what every word points to, without looking at the text.
- **plausible**: somebody who read the text in a hurry could choose another answer.
- **usable**: you would print it as it stands.
- **more than a copy**: more is needed than finding the same words in the text.

*id* is only a name, *passage* says where to begin reading, *context* belongs to the statement and is not to be judged.
Leave empty what you cannot say. Do not change the first five columns, and save the sheet as CSV (UTF-8).
"""


def passages_markdown(bank: Bank, sheet: Sheet) -> str:
    """Return rule card and numbered texts; nothing in it tells a key."""
    return "\n".join((*_card(sheet), *_texts(bank)))


def _card(sheet: Sheet) -> Iterator[str]:
    kinds = {question.item.kind for question in sheet.questions}
    yield from (f"# {_line(sheet.title)}: review", "")
    yield f"{len(sheet.questions)} questions stand in the sheet. Some may be wrong: judge each by itself, and talk"
    yield from ("about none before both readers have finished.", "", "## Your answer", "")
    if "verdict" in kinds:
        yield _VERDICTS
    yield from _other_kinds(kinds - {"verdict"})
    yield from ("## The other columns", "", _COLUMNS)


def _other_kinds(kinds: Collection[str]) -> Iterator[str]:
    if kinds:
        yield from ("Questions of other kinds are answered from the text too:", "")
        yield from (f"- {kind.replace('_', ' ')}: {how}" for kind, how in HOW.items() if kind in kinds)
        yield from (f"- any of them: {AMBIGUOUS}, when two answers can be defended", "")


def _texts(bank: Bank) -> Iterator[str]:
    for number, passage in enumerate(bank.passages, start=1):
        yield from (f"# Text {number}: {_line(passage.title)}", "")
        for block in passage.blocks():
            words = _line(block.span.of(passage.text))
            yield from (f"## {words}" if block.is_heading else f"**[{block.number}]** {words}", "")


def _line(text: str) -> str:
    return " ".join(text.split())
