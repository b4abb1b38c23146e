"""A printed paper as PDF, typeset by Typst in a process of its own that is given few seconds and ends.

The texts travel as data, never as markup: whatever an item or a title says is set as it stands. The process reads
nothing but its input, has no network to ask and uses the fonts that come with Typst.
"""

import json
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from threading import BoundedSemaphore

from quizgen.domain.banks.printing import PrintedPaper
from quizgen.domain.errors import BadInput, Unavailable
from quizgen.domain.passages.passage import Passage

SECONDS = 20
MOST_QUESTIONS, MOST_CHARACTERS = 200, 500_000
# However many teachers print, the other processor is left to students.
_ONE_AT_A_TIME = BoundedSemaphore(1)
_SETTER = Path(__file__).with_name("paper_setting.py")
# What the shipped fonts have letters for: Latin, Greek, Cyrillic, common signs and arrows.
_WITHOUT_LETTERS = re.compile("[\u0590-\u1dff\u2c00-\uffff\U00010000-\U0010ffff]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def paper_pdf(paper: PrintedPaper, *, passages: bool = True, key: bool = True, words: str = "") -> bytes:
    """Return the paper as PDF: for each version its questions and an answer sheet, at the end the keys.

    ``passages`` prints the texts before the questions, ``words`` stand beside the title. Raises BadInput for a paper
    that is too long, Unavailable when it was not typeset in ``SECONDS``.
    """
    data = paper_data(paper, passages=passages, key=key, words=words)
    check_length(paper, passages=passages)
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-I", str(_SETTER)], input=data.encode(), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(f"The paper was not typeset within {SECONDS} seconds. Print the page instead.") from None
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise Unavailable("The paper could not be typeset. Print the page instead.")
    return done.stdout


def check_length(paper: PrintedPaper, *, passages: bool) -> None:
    """Raise BadInput for a paper that nobody would print."""
    questions = max((len(version.questions) for version in paper.versions), default=0)
    if questions > MOST_QUESTIONS:
        raise BadInput(f"A paper has at most {MOST_QUESTIONS} questions; choose fewer.")
    if passages and sum(len(passage.text) for passage in paper.passages) > MOST_CHARACTERS:
        raise BadInput(f"The text has more than {MOST_CHARACTERS:,} characters; print the questions without it.")


def lacks_letters(paper: PrintedPaper) -> bool:
    """Tell whether the shipped fonts lack letters of the paper, which a browser's fonts may have."""
    return _WITHOUT_LETTERS.search(paper_data(paper, passages=True, key=True)) is not None


def paper_data(paper: PrintedPaper, *, passages: bool, key: bool, words: str = "") -> str:
    """Return what the typesetter is given, as JSON."""
    texts = [_passage(passage) for passage in paper.passages] if passages else []
    document = {
        "title": paper.title,
        "code": paper.code,
        "words": words,
        "key": key,
        "passages": texts,
        "versions": [asdict(version) for version in paper.versions],
    }
    return json.dumps(_seen(document), ensure_ascii=False)


def _passage(passage: Passage) -> dict[str, object]:
    blocks = [
        {"level": block.level, "number": block.number, "text": " ".join(block.span.of(passage.text).split())}
        for block in passage.blocks()
        if len(block.span)
    ]
    return {"title": passage.title, "blocks": blocks}


def _seen(value: object) -> object:
    """Return the value without characters that no page shows."""
    if isinstance(value, dict):
        return {name: _seen(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_seen(each) for each in value]
    return _UNSEEN.sub("", value) if isinstance(value, str) else value
