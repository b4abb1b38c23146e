"""What in a statement could tell its key to somebody who never read the passage, and how to keep the keys alike in it.

No such word is forbidden, since every key needs them now and then. They are balanced: a class of words, or a length,
stands under one key about as often as under the others.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from quizgen.domain.claims.claim import Verdict

LONGEST_BANDS = (8, 11, 14, 18, 22, 27)
_CONTEXT, _CONTEXT_END = "context line", '"] '


def _words(text: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", flags)


CUES: dict[str, re.Pattern[str]] = {
    "negation": _words(
        r"not|\w+n[’']t|cannot|never|no|none|nobody|nothing|neither|nor|without|hardly|scarcely|rarely|seldom"
    ),
    "small or opposite": _words(
        r"few|fewer|little|less|least|minority|smallest|lowest|worst|last|unable|inability|refuse[sd]?|opposed?"
        r"|un(?:common|likely|important|popular|necessary|related|known)|ineffective|independent"
    ),
    "possibility": _words(r"[Mm]ight|may(?! \d)|could|can|would|should|must|will", re.RegexFlag(0)),
    "mainly": _words(
        r"mainly|mostly|primarily|chiefly|largely|above all|the main|the chief|best known|solely|only|most important"
        r"|especially|exclusively"
    ),
    "usually": _words(r"usually|often|generally|typically|always|sometimes|frequently"),
    "most": _words(r"most|majority"),
    "month": _words(
        r"January|February|March|April|May(?= \d)|June|July|August|September|October|November|December",
        re.RegexFlag(0),
    ),
    "than": _words(r"than"),
    "half": _words(r"half|quarter|third of"),
    "rank": _words(r"at least|at most|up to|the (?:most|largest|first|second|third)|greatest|highest|oldest"),
    "season or hour": _words(r"spring|summer|autumn|winter|morning|afternoon|evening|night"),
    "in a year": _words(r"in (?:1\d{3}|20\d\d)"),
    "year": _words(r"(?<!\bin )(?:1\d{3}|20\d\d)"),
    "figure": _words(r"(?!(?:1\d{3}|20\d\d)\b)\d[\d,.]*"),
    "number word": _words(
        r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion"
    ),
    "part of a period": _words(r"early|late|mid|beginning|end of"),
    "period": _words(r"\d+0s|century|centuries|decades?"),
    "before or after": _words(r"after|before|until|since|during|following"),
    "soon": _words(r"shortly|soon|immediately|already|long"),
    "contrast": _words(r"but|although|though|while|whereas|however|rather|instead|despite"),
    "vague amount": _words(
        r"about|around|approximately|nearly|almost|over|several|many|some|hundreds|slightly|roughly|various|all|every"
    ),
    "report": _words(
        r"according to|said|says?|believed?|argued?|claim(?:s|ed)|reported|seems?|appears?|known|consider(?:s|ed)?|that"
    ),
    "is or was": _words(r"is|are|was|were"),
    "pointing": _words(r"there|this|these|such|also|today"),
}
_BANDS = {most: f"up to {most} words" for most in LONGEST_BANDS}
_LONGEST = f"over {LONGEST_BANDS[-1]} words"
ALL_CUES = (*CUES, *_BANDS.values(), _LONGEST, _CONTEXT)
# Words that edits bring in, and so the first to tell a key; lengths tell little, and are hard to match.
TELLING = frozenset(
    (
        "negation", "small or opposite", "possibility", "mainly", "usually", "most", "month", "than", "half",
        "season or hour", "in a year", "number word", "vague amount",
    )
)  # fmt: skip
_TELLING, _OTHER_WORDS, _LENGTH = 6.0, 1.0, 0.2


def statement_of(stem: str) -> str:
    """Return a stem without the context line that it may open with."""
    return stem.rpartition(_CONTEXT_END)[2]


def cues_of(stem: str) -> frozenset[str]:
    """Return the classes that a statement belongs to: names of CUES, one band of length, and ``context line``."""
    return frozenset(_cues_of(stem))


def _cues_of(stem: str) -> Iterator[str]:
    statement = statement_of(stem)
    yield from (name for name, words in CUES.items() if words.search(statement))
    words = len(statement.split())
    yield next((name for most, name in _BANDS.items() if words <= most), _LONGEST)
    if statement != stem:
        yield _CONTEXT


class Balance:
    """How often each class stands under each key among the statements taken so far."""

    def __init__(self) -> None:
        self.counts: dict[Verdict, Counter[str]] = {verdict: Counter() for verdict in Verdict}

    def add(self, key: Verdict, cues: Collection[str]) -> None:
        """Count one more statement."""
        self.counts[key].update(cues)

    def strain(self, key: Verdict, cues: Collection[str]) -> float:
        """Return what the statement would add to the imbalance; below 0 it evens out what others did.

        The imbalance of a key is the sum over the classes of the squared gap between its count and the mean of the
        other two, each with its weight.
        """
        one, other = (counts for verdict, counts in self.counts.items() if verdict is not key)
        own = self.counts[key]
        return sum(_weight(cue) * (2 * own[cue] - one[cue] - other[cue] + 1) for cue in cues)


def _weight(cue: str) -> float:
    if cue in TELLING:
        return _TELLING
    return _OTHER_WORDS if cue in CUES else _LENGTH
