"""The ledger as lines of a table: one for each claim, and what a changed table makes of a bank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.claim_words import located, reworded, with_claim, without_claims
from quizgen.domain.banks.evidence import bank_with_evidence
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Source, Stance, Verdict
from quizgen.domain.claims.weighing import is_told, judged
from quizgen.domain.errors import BadInput

OF_CLAIM = ("id", "passage", "words", "statement", "stance", "verdict", "reason", "rationale")
OF_SOURCE = ("source", "publisher", "year", "address", "says", "shows")
TOLD = ("conflicts",)
LEAVE_OUT = "leave out"
COLUMNS = (*OF_CLAIM, *OF_SOURCE, *TOLD, LEAVE_OUT)
_LONGEST = {"statement": 2000, "words": 20_000, "reason": 300, "rationale": 2000}
_LONGEST_OF_SOURCE = {"source": 300, "publisher": 300, "address": 2000, "shows": 2000}
_YES = {"yes", "y", "x", "true"}

Cells = Mapping[str, str]
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as a table says it: its row, its cells by column, and one mapping for each source.

    A column that the table does not have is not in ``cells``; ``sources`` is None when none of theirs is there.
    """

    row: int
    cells: Cells
    sources: tuple[Cells, ...] | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a line changes: the claim's id ("" for a new one), its statement, and each column before and after."""

    claim: str
    statement: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a table makes of a bank. Where there are ``problems``, each with its row, the bank is not to be kept."""

    bank: Bank
    differences: tuple[Difference, ...]
    problems: tuple[tuple[int, str], ...]


def lines(bank: Bank) -> tuple[Line, ...]:
    """Return the claims as lines, in the order of the bank."""
    return tuple(_line(bank, claim, number) for number, claim in enumerate(bank.claims, 2))


def with_lines(bank: Bank, changed: Sequence[Line]) -> Taken:
    """Return what the lines make of the bank: claims that they do not name stay as they are.

    A line without an id is a new claim. The column ``conflicts`` is told, not read. Cells that differ in blanks and
    line ends alone are equal. Items follow as they do when the same is done claim by claim.
    """
    known = {claim.id: claim for claim in bank.claims}
    now, differences, problems, seen = bank, [], [], set[str]()
    for line in changed:
        name = line.cells.get("id", "").strip()
        try:
            if name in seen or (name and name not in known):
                raise BadInput(f"{name} stands here a second time." if name in seen else f"There is no claim {name}.")
            seen |= {name} - {""}
            before = _line(bank, known[name], 0) if name else None
            difference = _difference(line, before)
            if difference.columns:
                now = _applied(now, line, difference, name)
                differences.append(difference)
        except BadInput as error:
            problems.append((line.row, str(error)))
    return Taken(now, tuple(differences), tuple(problems))


def _line(bank: Bank, claim: Claim, row: int) -> Line:
    evidence = claim.evidence
    conflicts = [other for pair in bank.conflicts if claim.id in pair for other in pair if other != claim.id]
    cells = {
        "id": claim.id,
        "passage": claim.passage,
        "words": claim.span.of(bank.passage(claim.passage).text),
        "statement": claim.statement,
        "stance": claim.stance.value,
        "verdict": evidence.verdict.value,
        "reason": evidence.reason or "",
        "rationale": evidence.rationale or "",
        "conflicts": " ".join(conflicts),
        LEAVE_OUT: "",
    }
    return Line(row, cells, tuple(_source_cells(source) for source in evidence.sources))


def _source_cells(source: Source) -> Cells:
    year = "" if source.year is None else str(source.year)
    values = (source.title, source.publisher, year, source.url or "", source.says.value, source.shows)
    return dict(zip(OF_SOURCE, values, strict=True))


def _difference(line: Line, before: Line | None) -> Difference:
    old: Cells = before.cells if before else {}
    columns = [
        (name, old.get(name, ""), cell)
        for name, cell in line.cells.items()
        if name not in TOLD and not _same(old.get(name, ""), cell)
    ]
    sources = before.sources if before and before.sources else ()
    if line.sources is not None and not _same(_told(sources), _told(line.sources)):
        columns.append(("sources", _told(sources), _told(line.sources)))
    if before and any(name == "passage" for name, _, _ in columns):
        raise BadInput("A claim stays in its text. Leave this one out and add another.")
    statement = line.cells.get("statement") or old.get("statement", "")
    return Difference(old.get("id", ""), statement, tuple(columns))


def _told(sources: Sequence[Cells]) -> str:
    return "\n".join("; ".join(source.get(name, "") for name in OF_SOURCE) for source in sources)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _applied(bank: Bank, line: Line, difference: Difference, name: str) -> Bank:
    cells, columns = line.cells, {column for column, _, _ in difference.columns}
    for column, longest in _LONGEST.items():
        if len(cells.get(column, "")) > longest:
            raise BadInput(f"{column}: at most {longest:,} characters.")
    if LEAVE_OUT in columns:
        return _left_out(bank, cells[LEAVE_OUT], name)
    if not name:
        bank, name = _added(bank, cells)
        columns -= {"statement", "words", "stance", "passage"}
    if columns & {"statement", "words", "stance"}:
        bank = _reworded(bank, cells, columns, name)
    if columns & {"verdict", "reason", "rationale", "sources"}:
        evidence = _evidence(bank.claim(name), cells, line.sources if "sources" in columns else None)
        bank = bank_with_evidence(bank, name, evidence, asks=False)
    return bank


def _left_out(bank: Bank, said: str, name: str) -> Bank:
    if said.strip().lower() not in _YES:
        raise BadInput(f"{LEAVE_OUT}: write yes, or leave it empty.")
    if not name:
        raise BadInput("A new claim cannot be left out: take the row away.")
    return without_claims(bank, (name,))


def _added(bank: Bank, cells: Cells) -> tuple[Bank, str]:
    passage = cells.get("passage", "").strip() or bank.passages[0].id
    if all(each.id != passage for each in bank.passages):
        raise BadInput(f"passage: there is no text {passage}; known: {', '.join(each.id for each in bank.passages)}.")
    span = located(bank.passage(passage), cells.get("words", ""))
    stance = _choice(cells.get("stance", "") or Stance.ASSERTED.value, Stance, "stance")
    return with_claim(bank, passage=passage, span=span, statement=_statement(cells), stance=stance)


def _reworded(bank: Bank, cells: Cells, columns: set[str], name: str) -> Bank:
    claim = bank.claim(name)
    moved = "words" in columns
    span = located(bank.passage(claim.passage), cells["words"], near=claim.span.start) if moved else claim.span
    stance = _choice(cells["stance"], Stance, "stance") if "stance" in columns else claim.stance
    statement = _statement(cells) if "statement" in columns else claim.statement
    return reworded(bank, name, statement=statement, span=span, stance=stance)


def _evidence(claim: Claim, cells: Cells, sources: tuple[Cells, ...] | None) -> Evidence:
    old = claim.evidence
    known = {_told([_source_cells(each)]): each for each in old.sources}
    kept = old.sources if sources is None else tuple(known.get(_told([each])) or _source(each) for each in sources)
    verdict = _choice(cells.get("verdict", "") or old.verdict.value, Verdict, "verdict")
    reason = _one_line(cells.get("reason", old.reason or ""))
    rationale = _one_line(cells.get("rationale", old.rationale or ""))
    if _same(rationale, old.rationale or "") and is_told(old):
        rationale = ""
    if verdict is Verdict.UNVERIFIED and not reason and not rationale:
        return Evidence(sources=kept)
    return judged(Evidence(sources=kept), verdict, reason=reason or None, rationale=rationale or None)


def _source(cells: Cells) -> Source:
    for column in ("source", "publisher", "says", "shows"):
        if not cells.get(column, "").strip():
            raise BadInput(f"{column}: a source needs it.")
    for column, longest in _LONGEST_OF_SOURCE.items():
        if len(cells.get(column, "")) > longest:
            raise BadInput(f"{column}: at most {longest:,} characters.")
    year, address = cells.get("year", "").strip(), cells.get("address", "").strip()
    if year and not (year.isascii() and year.isdigit() and 1 <= int(year) <= 9999):
        raise BadInput(f"year: a whole number from 1 to 9999, not {year[:20]}.")
    if address and not address.startswith(("https://", "http://")):
        raise BadInput("address: it starts with https:// or http://.")
    return Source(
        title=_one_line(cells["source"]),
        publisher=_one_line(cells["publisher"]),
        shows=_one_line(cells["shows"]),
        says=_choice(cells["says"], Bearing, "says"),
        year=int(year) if year else None,
        url=address or None,
    )


def _statement(cells: Cells) -> str:
    statement = _one_line(cells.get("statement", ""))
    if not statement:
        raise BadInput("statement: a claim needs it.")
    return statement


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _choice(text: str, choices: type[_Choice], column: str) -> _Choice:
    try:
        return choices(" ".join(text.lower().split()))
    except ValueError:
        raise BadInput(f"{column}: one of {', '.join(choices)}, not {text[:40]!r}.") from None


def grouped(rows: Sequence[tuple[int, Cells]], columns: Sequence[str]) -> Iterator[Line]:
    """Yield the rows of a table as lines: further rows with the same id, or with neither id nor statement, add sources.

    Raises BadInput for a first row that continues nothing.
    """
    has_sources = any(name in columns for name in OF_SOURCE)
    found: dict[str, Line] = {}
    last = ""
    for number, row in rows:
        name = row.get("id", "").strip()
        continues = name in found or (not name and not row.get("statement", "").strip())
        key = name or (last if continues else f"new {number}")
        source = {column: row[column] for column in OF_SOURCE if column in row}
        sources = (source,) if any(cell.strip() for cell in source.values()) else ()
        if continues and key not in found:
            raise BadInput(f"Row {number} has neither an id nor a statement.")
        if continues:
            found[key] = replace(found[key], sources=(*(found[key].sources or ()), *sources))
        else:
            cells = {column: cell for column, cell in row.items() if column not in OF_SOURCE}
            found[key] = Line(number, cells, sources if has_sources else None)
        last = key
    yield from found.values()
