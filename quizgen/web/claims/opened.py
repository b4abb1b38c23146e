"""The open claim: all that is known of it, and what each act would do to its questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.domain.banks import claim_words
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.conflicts import Side, with_settled_conflict
from quizgen.domain.banks.consequences import consequences
from quizgen.domain.banks.evidence import is_on_evidence
from quizgen.domain.claims.claim import Claim
from quizgen.services.claims import digest
from quizgen.services.evidence import StoredSuggestion
from quizgen.web.banks.rows import ClaimRow, Ledger, OtherClaim
from quizgen.web.banks.wording import counted
from quizgen.web.claims.forms import MergeForm, RewordForm, SourceForm, SplitForm, VerdictForm, cited_before
from quizgen.web.claims.wording import told
from quizgen.web.evidence.pages import SuggestionRow, suggestion_row

NEAR = 60
"""How many claims before and behind are offered to be merged: a list of thousands helps nobody."""
SIDES = {
    Side.THIS: "This one holds",
    Side.OTHER: "The other one holds",
    Side.NEITHER: "Neither holds",
    Side.BOTH: "Both can hold",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to settle a conflict, and what it does to the questions."""

    side: str
    words: str
    then: str


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A claim that this one cannot hold together with."""

    id: str
    other: OtherClaim
    choices: tuple[Choice, ...]


@dataclass(slots=True)
class Forms:
    """The forms of the open claim: the one that was sent as it came, the others as the claim is now."""

    verdict: VerdictForm | None = None
    source: SourceForm | None = None
    reword: RewordForm | None = None
    split: SplitForm | None = None
    merge: MergeForm | None = None
    sent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The open claim. ``place`` is the source that is being changed, counted from 0, None for a new one."""

    row: ClaimRow
    seen: str
    forms: Forms
    place: int | None
    depends: tuple[str, ...]
    again: tuple[OtherClaim, ...]
    conflicts: tuple[OpenConflict, ...]
    suggestions: tuple[SuggestionRow, ...]
    on_evidence: int
    of_verdict: str
    of_words: str
    of_split: str
    of_merge: str
    of_drop: str
    sentence: str
    in_sentence: tuple[OtherClaim, ...]
    of_sentence: str
    going: tuple[str, ...]


def opened_claim(
    ledger: Ledger,
    claim_id: str,
    *,
    forms: Forms,
    place: int | None,
    suggestions: Sequence[StoredSuggestion],
) -> Opened:
    """Return the open claim with its forms filled in. Raises KeyError when there is no such claim."""
    bank = ledger.bank
    claim = bank.claim(claim_id)
    _fill(forms, ledger, claim, place)
    sentence = claim_words.claims_of_sentence(bank, claim_id)
    passage = bank.passage(claim.passage)
    asked = sum(is_on_evidence(item, claim_id) for item in bank.items)
    others = sum(claim_id in item.claims for item in bank.items) - asked
    gone = claim_words.going_with(bank, (claim_id,))
    return Opened(
        row=ledger.claim_row(claim, ledger.items[claim_id], is_open=True),
        seen=digest(bank, claim_id),
        forms=forms,
        place=place,
        depends=tuple(_depends(claim)),
        again=tuple(ledger.other(each.id) for each in ledger.claims if each.repeats == claim_id),
        conflicts=tuple(_conflicts(ledger, claim_id)),
        suggestions=tuple(suggestion_row(bank, ledger, one) for one in suggestions),
        on_evidence=asked,
        of_verdict=_of_verdict(asked),
        of_words=_of_words(asked, others),
        of_split=_of_split(asked, others),
        of_merge="Its questions come along. Those on evidence do only where both verdicts are the same; else they go.",
        of_drop=told(consequences(bank, claim_words.without_claims(bank, (claim_id,)))) or "It has no questions.",
        sentence=claim_words.sentence_at(passage, claim.span).of(passage.text),
        in_sentence=tuple(ledger.other(each) for each in sentence),
        of_sentence=told(consequences(bank, claim_words.without_claims(bank, sentence))) or "They have no questions.",
        going=tuple(item.stem for item in gone),
    )


def _fill(forms: Forms, ledger: Ledger, claim: Claim, place: int | None) -> None:
    bank = ledger.bank
    quote = claim.span.of(bank.passage(claim.passage).text)
    if forms.verdict is None:
        forms.verdict = VerdictForm(formdata=None)
        forms.verdict.show(claim)
    forms.verdict.offer(claim)
    if forms.source is None:
        forms.source = SourceForm(formdata=None)
        forms.source.show(None if place is None else claim.evidence.sources[place])
    forms.source.offer(cited_before(bank))
    if forms.reword is None:
        forms.reword = RewordForm(formdata=None)
        forms.reword.show(claim, quote)
    if forms.split is None:
        forms.split = SplitForm(formdata=None)
        forms.split.show(claim, quote)
    if forms.merge is None:
        forms.merge = MergeForm(formdata=None)
        forms.merge.merged.data = claim.statement
    number = ledger.numbers[claim.id]
    around = ledger.claims[max(number - NEAR, 0) : number + NEAR]
    near = [each for each in around if each.passage == claim.passage and each.id != claim.id]
    forms.merge.offer({_merge_value(bank, each.id): f"{ledger.numbers[each.id]}. {each.statement}" for each in near})


def _merge_value(bank: Bank, claim_id: str) -> str:
    """Return the id and the digest of a claim as one value of a list."""
    return f"{digest(bank, claim_id)} {claim_id}"


def _depends(claim: Claim) -> list[str]:
    return [f"It leans on the sentences before it: “{claim.leans_on}”."] if claim.leans_on else []


def _conflicts(ledger: Ledger, claim_id: str) -> list[OpenConflict]:
    bank = ledger.bank
    others = {each for pair in bank.conflicts if claim_id in pair for each in pair} - {claim_id}
    found = []
    for other in sorted(others, key=lambda each: ledger.numbers[each]):
        choices = [
            Choice(side.value, words, told(consequences(bank, with_settled_conflict(bank, claim_id, other, side))))
            for side, words in SIDES.items()
        ]
        found.append(OpenConflict(other, ledger.other(other), tuple(choices)))
    return found


def _of_verdict(asked: int) -> str:
    if not asked:
        return "It has no question on evidence yet."
    follow = "follows" if asked == 1 else "follow"
    return f"The key of {counted(asked, 'question')} on evidence {follow} the verdict."


def _of_words(asked: int, others: int) -> str:
    first = f"{counted(asked, 'question')} on evidence waits for you to look at it." if asked == 1 else ""
    first = first or (f"{counted(asked, 'question')} on evidence wait for you to look at them." if asked else "")
    second = f"{counted(others, 'question')} from the passage stays as it is." if others == 1 else ""
    second = second or (f"{counted(others, 'question')} from the passage stay as they are." if others else "")
    return " ".join(part for part in (first, second, "Verdict and sources stay.") if part)


def _of_split(asked: int, others: int) -> str:
    about = f"{counted(others, 'question')} from the passage will be about both." if others else ""
    waits = f"{counted(asked, 'question')} on evidence stays with the first and waits for you." if asked else ""
    rest = "The first part keeps verdict and sources; the second begins without."
    return " ".join(part for part in (rest, about, waits) if part)
