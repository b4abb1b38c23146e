"""Unverified: what somebody is reported to hold, stated as if it were so."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

# Verbs that leave open whether it is so; never note, know, show, find, confirm, realise, reveal, announce.
_OPEN = words(
    "claim argue believe suggest allege predict insist contend assert think maintain speculate warn feel fear"
)
_OPEN_PASSIVE = words("claim argue believe suggest allege speculate say think contend")
_LEANING = words("he she it they this these those such i we you his her its their there here that's someone anyone")
_MODAL = words("so therefore thus not n't n’t would could should must may might will can cannot if")
# Who speaks for a record, not for an opinion.
_RECORDS = words(
    "census law act article treaty constitution report data statistics record records rule rules theory theorem thesis "
    "principle definition convention agreement account article bureau office ministry bible book history evidence"
)
_DEMEANING = words(
    "uncivilized uncivilised inferior superior race races racial savage savages primitive barbaric backward heathen"
)
HARMFUL = "Without its source it would print a demeaning view as if it were a fact; decide whether to use it."
_SHORTEST = 5


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.stance is not Stance.REPORTED or any(quote in claim.statement for quote in '"“”;:'):
        return
    found = _held(claim) or _according_to(claim)
    if not found:
        return
    inner, who = found
    lowers = {claim.sentence.tokens[index].lower for index in inner}
    first = claim.sentence.tokens[inner[0]] if inner else claim.root
    if len(inner) < _SHORTEST or lowers & (_LEANING | _MODAL) or first.tag in ("WP", "IN", "WDT", "WRB"):
        return
    dropped = [Edit(index, index + 1, "") for index in claim.kept if index not in inner]
    reason = f"The passage reports this ({who}); it does not say whether it is so."
    why = HARMFUL if lowers & _DEMEANING else ""
    yield unverified(claim, claim.with_edits(dropped), reason, why=why)


def _held(claim: FoundClaim) -> tuple[list[int], str] | None:
    """Return the words of S in "X believes that S" and "it is believed that S", and who holds it."""
    root, sentence = claim.root, claim.sentence
    passive = sentence.of(root, "auxpass")
    if root.lemma not in (_OPEN_PASSIVE if passive else _OPEN) or sentence.of(root, "neg", "conj", "advcl"):
        return None
    content = [child for child in sentence.of(root, "ccomp") if child.index > root.index]
    if not content or sentence.of(content[0], "conj") or content[0].tag not in ("VBD", "VBZ", "VBP", "VBN", "VBG"):
        return None
    mark = next((m for m in sentence.of(content[0], "mark") if m.lower == "that"), None)
    start = mark.index if mark else root.index
    inner = [index for index in sentence.subtree(content[0]) if index > start and index in claim.kept]
    subject = sentence.of(content[0], "nsubj", "nsubjpass", "expl")
    whole = bool(inner) and inner[-1] >= max(i for i in claim.kept if sentence.tokens[i].is_word)
    if not subject or not whole or inner[0] < start or (passive and claim.subject and claim.subject.lower != "it"):
        return None
    if _speaks_for_a_record(claim, claim.subject):
        return None
    words_of = " ".join(sentence.tokens[i].text for i in claim.kept if i <= root.index)
    return inner, f"“{words_of} ...”"


def _according_to(claim: FoundClaim) -> tuple[list[int], str] | None:
    """Return the words of S in "According to X, S", and who holds it."""
    tokens = claim.tokens
    if len(tokens) < 3 * _SHORTEST - 5 or tokens[0].lower != "according" or tokens[1].lower != "to":
        return None
    source = claim.sentence.subtree(tokens[0])
    comma = claim.sentence.tokens[source[-1] + 1] if source[-1] + 1 < len(claim.sentence.tokens) else tokens[0]
    names = {claim.sentence.tokens[i].lower for i in source}
    if comma.text != "," or names & _RECORDS or len(source) > 8 or any(n.isdigit() for n in names):
        return None
    inner = [index for index in claim.kept if index > comma.index]
    return inner, f"“{' '.join(claim.sentence.tokens[i].text for i in source)}”".replace("According", "according")


def _speaks_for_a_record(claim: FoundClaim, subject: Token | None) -> bool:
    return subject is not None and any(
        claim.sentence.tokens[i].lower in _RECORDS for i in claim.sentence.subtree(subject)
    )


SOURCE_REMOVED = Maker("source-removed", "verdict", rank=1, hardness=2, propose=_propose)
