"""From plain mappings back to a bank, with every problem found in one pass."""

from collections.abc import Callable

from quizgen.domain.banks.bank import FORMAT, Bank
from quizgen.domain.claims.claim import (
    MIDDLE_IMPORTANCE,
    Bearing,
    Claim,
    Evidence,
    Polarity,
    Quantifier,
    Source,
    Stance,
    Verdict,
)
from quizgen.domain.document import Fields
from quizgen.domain.errors import BadBank, BadText, Problem
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.passages.passage import Passage

SourceText = Callable[[str], str]


def read_bank(raw: object, source_text: SourceText) -> Bank:
    """Return the bank that a document of format 1 describes; ids that are absent follow from the content.

    ``source_text`` returns the text of a passage file by the name in ``source``; it raises LookupError when the file
    is not there and BadText when it cannot be read. Raises BadBank with every problem found, each with its path.
    """
    problems: list[Problem] = []
    fields = Fields(raw, "", problems)
    found = fields.text("format")
    if found and found != FORMAT:
        fields.complain("format", f"expected {FORMAT}, not {found!r}")
    title = fields.text("title", longest=300)
    passages = tuple(_passage(child, source_text) for child in fields.children("passages"))
    if not passages:
        fields.complain("passages", "a bank needs at least one passage")
    claims = tuple(_claims(fields.children("claims")))
    conflicts = tuple(_conflict(pair, index, fields) for index, pair in enumerate(fields.entries("conflicts")))
    items = tuple(item for item in _items(fields.children("items")) if item)
    fields.finish()
    if problems:
        raise BadBank(tuple(problems))
    return Bank(title, passages, claims, conflicts, items)


def read_item(fields: Fields, taken: set[str]) -> Item | None:
    """Return one item, or None when its kind is not known; problems go into ``fields``."""
    kind = fields.text("kind")
    if kind not in KINDS:
        if kind:
            fields.complain("kind", f"there is no kind {kind!r}; known: {', '.join(KINDS)}")
        return None
    own = KINDS[kind].read_own(fields)
    basis = fields.choice("basis", Basis, Basis.PASSAGE)
    claims, stem = fields.texts("claims"), fields.text("stem", longest=2000)
    item = KINDS[kind](
        **own,
        id=fields.optional_text("id") or content_id("i", kind, basis.value, stem, *claims, taken=taken),
        basis=basis,
        claims=claims,
        stem=stem,
        rationale=fields.optional_text("rationale") or "",
        spans=fields.spans("spans"),
        maker=fields.optional_text("maker"),
        status=fields.choice("status", Status, Status.READY),
        why=fields.optional_text("why"),
        difficulty=fields.integer("difficulty", 3),
        tags=fields.texts("tags"),
    )
    taken.add(item.id)
    fields.finish()
    return item


def _items(children: list[Fields]) -> list[Item | None]:
    taken: set[str] = set()
    return [read_item(child, taken) for child in children]


def _passage(fields: Fields, source_text: SourceText) -> Passage:
    passage_id, title = fields.text("id"), fields.text("title", longest=300)
    source, sha256 = fields.optional_text("source"), fields.optional_text("sha256")
    text = fields.optional_text("text", longest=20_000_000)
    if source and text:
        fields.complain("text", "give either the text or a source file, not both")
    if source:
        try:
            text = source_text(source)
        except LookupError:
            fields.complain("source", f"there is no passage file {source!r} beside the bank")
        except BadText as error:
            fields.complain("source", str(error))
    elif text is None:
        fields.complain("text", "expected the text of the passage, or source with the name of its file")
    passage = Passage(passage_id, title, text or "", source)
    if text and sha256 and passage.sha256 != sha256:
        message = f"the passage file has changed since the bank was made: it is now {passage.sha256}"
        fields.complain("sha256", f"{message}. Spans may be off: make the bank anew, or put this value here")
    fields.finish()
    return passage


def _claims(children: list[Fields]) -> list[Claim]:
    claims: list[Claim] = []
    taken: set[str] = set()
    for fields in children:
        passage, span, statement = fields.text("passage"), fields.span("span"), fields.text("statement", longest=2000)
        claim_id = fields.optional_text("id") or content_id("c", passage, statement, str(span.start), taken=taken)
        claim = Claim(
            id=claim_id,
            passage=passage,
            span=span,
            statement=statement,
            stance=fields.choice("stance", Stance, Stance.ASSERTED),
            evidence=read_evidence(fields.child("evidence")),
            polarity=fields.choice("polarity", Polarity, Polarity.AFFIRMED),
            quantifier=fields.optional_choice("quantifier", Quantifier),
            importance=fields.integer("importance", MIDDLE_IMPORTANCE),
            leans_on=fields.optional_text("leans_on", longest=300),
            repeats=fields.optional_text("repeats"),
        )
        claims.append(claim)
        taken.add(claim_id)
        fields.finish()
    return claims


def read_evidence(fields: Fields) -> Evidence:
    """Return a verdict on evidence; an absent one is unverified, without sources."""
    evidence = Evidence(
        verdict=fields.choice("verdict", Verdict, Verdict.UNVERIFIED),
        sources=tuple(_source(child) for child in fields.children("sources")),
        reason=fields.optional_text("reason"),
        rationale=fields.optional_text("rationale"),
    )
    fields.finish()
    return evidence


def _source(fields: Fields) -> Source:
    source = Source(
        title=fields.text("title", longest=500),
        publisher=fields.text("publisher", longest=300),
        shows=fields.text("shows", longest=2000),
        says=fields.choice("says", Bearing),
        year=fields.optional_integer("year"),
        url=fields.optional_text("url", longest=2000),
    )
    if source.url and not source.url.startswith(("https://", "http://")):
        fields.complain("url", "an address starts with https:// or http://")
    fields.finish()
    return source


def _conflict(pair: object, index: int, fields: Fields) -> tuple[str, str]:
    if isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(end, str) for end in pair):
        return pair[0], pair[1]
    fields.complain(f"conflicts[{index}]", "expected two claim ids: [c-..., c-...]")
    return "", ""
