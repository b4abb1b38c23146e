"""The forms of the open claim; each has names of its own, since they stand on one page."""

from collections.abc import Mapping
from typing import Any

from flask import request
from wtforms import BooleanField, RadioField, SelectChoice, SelectField, StringField, TextAreaField

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Bearing, Claim, Source, Stance, Verdict
from quizgen.domain.claims.weighing import is_told
from quizgen.domain.identity import content_id
from quizgen.services.claims import Seen, Words
from quizgen.web.banks.wording import STANCE_WORDS
from quizgen.web.claims.wording import REASON_WORDS
from quizgen.web.fields import WholeField, between, refused
from quizgen.web.forms import Form

SAYS = {
    Bearing.CONFIRMS: "It confirms the claim",
    Bearing.REFUTES: "It refutes the claim",
    Bearing.LEAVES_OPEN: "It speaks of it but leaves it open",
}
LATEST_YEAR = 9999
NO_YEAR = "A year runs from 1 to 9999; leave it empty when it is not known."


def _choices(words: Mapping[Any, str]) -> list[SelectChoice]:
    return [SelectChoice(str(name), word) for name, word in words.items()]


def seen(name: str = "claim", digest: str = "seen") -> Seen:
    """Return which claim the form that was sent is about, and what it was made from."""
    return Seen(request.form.get(name, ""), request.form.get(digest, ""))


class VerdictForm(Form):
    """The verdict on the evidence."""

    verdict = RadioField("Verdict", choices=_choices({verdict: verdict.capitalize() for verdict in Verdict}))
    reason = SelectField("Why it stays unverified", validate_choice=False)
    rationale = TextAreaField("The reason in words")
    asks = BooleanField("Ask about it: make a question on evidence")

    def offer(self, claim: Claim | None) -> None:
        """List the reasons, the claim's own first among them when it is another one."""
        own = claim.evidence.reason if claim else None
        others = {own: own.capitalize()} if own and own not in REASON_WORDS else {}
        self.reason.choices = _choices({"": "Choose a reason", **others, **REASON_WORDS})

    def show(self, claim: Claim) -> None:
        """Put in what the claim says now; words that were not a person's stay out."""
        evidence = claim.evidence
        self.verdict.data = evidence.verdict.value
        self.reason.data = evidence.reason or ""
        self.rationale.data = "" if is_told(evidence) else evidence.rationale
        self.asks.data = True

    def is_sound(self) -> bool:
        """Tell whether it can be kept, with a sentence beside what cannot."""
        self.validate()
        if self.verdict.data == Verdict.UNVERIFIED and not self.reason.data:
            refused(self.reason, "Say why it stays unverified.")
        return not self.errors


class SourceForm(Form):
    """A source: new, or one of the claim's at ``place``."""

    again = SelectField("A source that you have cited before", validate_choice=False)
    title = StringField("Title")
    publisher = StringField("Publisher")
    year = WholeField("Year", [between(1, LATEST_YEAR, NO_YEAR)])
    address = StringField("Address on the web")
    shows = TextAreaField("What it shows")
    says = RadioField("What that says of the claim", choices=_choices(SAYS))
    weighs = BooleanField("Let the verdict follow from the sources")

    def offer(self, cited: dict[str, Source]) -> None:
        """List the sources of the bank by name."""
        self.again.choices = _choices(
            {"": "None: it is another one", **{name: _named(one) for name, one in cited.items()}}
        )

    def show(self, source: Source | None) -> None:
        """Put in a source of the claim's; without one the form is empty."""
        self.weighs.data = source is None
        if source:
            self.title.data, self.publisher.data, self.year.data = source.title, source.publisher, source.year
            self.address.data, self.shows.data, self.says.data = source.url or "", source.shows, source.says.value

    def fields(self, cited: dict[str, Source]) -> dict[str, Any]:
        """Return the arguments of ``services.claims.source``; empty fields come from the source cited before."""
        again = cited.get(self.again.data or "")
        return {
            "title": self.title.data or (again.title if again else ""),
            "publisher": self.publisher.data or (again.publisher if again else ""),
            "year": self.year.data or (again.year if again else None),
            "url": self.address.data or (again.url if again else None),
            "shows": self.shows.data or "",
            "says": Bearing(self.says.data),
        }


class RewordForm(Form):
    """A claim said otherwise."""

    statement = TextAreaField("The claim")
    quote = TextAreaField("Its words in the passage")
    stance = SelectField("How the writer says it", choices=_choices(STANCE_WORDS))

    def show(self, claim: Claim, quote: str) -> None:
        """Put in what the claim says now."""
        self.statement.data, self.quote.data, self.stance.data = claim.statement, quote, claim.stance.value

    def words(self) -> Words:
        """Return the statement and its words."""
        return Words(self.statement.data or "", self.quote.data or "")


class SplitForm(Form):
    """A claim said as two."""

    first = TextAreaField("First part")
    first_quote = StringField("Its words in the passage")
    second = TextAreaField("Second part")
    second_quote = StringField("Its words in the passage")

    def show(self, claim: Claim, quote: str) -> None:
        """Put in what the claim says now."""
        self.first.data = self.second.data = claim.statement
        self.first_quote.data = self.second_quote.data = " ".join(quote.split())


class MergeForm(Form):
    """Another claim taken into this one."""

    other = SelectField("The other claim", validate_choice=False)
    merged = TextAreaField("The claim in full")

    def offer(self, others: Mapping[str, str]) -> None:
        """List the other claims of the passage."""
        self.other.choices = _choices({"": "Choose a claim", **others})


class AddForm(Form):
    """A claim for words of a passage."""

    added_quote = TextAreaField("Words of the passage")
    added = TextAreaField("The claim they make")
    added_stance = SelectField("How the writer says it", choices=_choices(STANCE_WORDS))
    passage = SelectField("Text", validate_choice=False)

    def offer(self, bank: Bank) -> None:
        """List the passages."""
        self.passage.choices = _choices({passage.id: passage.title for passage in bank.passages})

    def stance(self) -> Stance:
        """Return how the writer says it."""
        return Stance(self.added_stance.data)


def cited_before(bank: Bank) -> dict[str, Source]:
    """Return the works that the bank cites, by a name that follows from what they are, in the order of their titles."""
    found = {}
    for source in (source for claim in bank.claims for source in claim.evidence.sources):
        name = content_id("s", source.title, source.publisher, str(source.year), str(source.url))
        found[name] = source
    return dict(sorted(found.items(), key=lambda pair: pair[1].title.casefold()))


def _named(source: Source) -> str:
    year = f", {source.year}" if source.year else ""
    return f"{source.title} ({source.publisher}{year})"
