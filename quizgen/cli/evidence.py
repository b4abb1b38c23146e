"""``quizgen evidence``: the claims of a bank against reference texts; nothing is evidence until it is confirmed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from quizgen.cli.files import STANDARD, read_bytes, refuse_to_overwrite, write_text
from quizgen.cli.generate import progress_bar
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import bank_with_source
from quizgen.domain.claims.suggestion import Reference, Suggestion
from quizgen.domain.errors import BadInput
from quizgen.formats.yaml_bank import bank_yaml, read_bank_file
from quizgen.generation.references.suggesting import suggest
from quizgen.language.english import load_parser
from quizgen.services import drafting
from quizgen.services.references import citation
from quizgen.settings import Settings

EXAMPLES = """\b
Examples:
  quizgen evidence rivers.yaml atlas.pdf --publisher "Quill Press" --year 1999
  quizgen evidence rivers.yaml atlas.pdf --publisher "Quill Press" -o suggestions.json
  quizgen evidence rivers.yaml atlas.pdf --publisher "Quill Press" --confirm c-645516 -o checked.yaml
"""


@click.command("evidence", epilog=EXAMPLES)
@click.argument("bank_file", metavar="BANK", type=click.Path(path_type=Path))
@click.argument("files", metavar="REFERENCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--publisher", required=True, help="Who published the references.")
@click.option("--year", type=click.IntRange(1, 9999), help="The year of the references.")
@click.option("--address", help="Where the references are on the web.")
@click.option(
    "--confirm",
    "confirmed",
    multiple=True,
    metavar="CLAIM_ID",
    help="Take the first suggestion about this claim as evidence, in a new bank at -o; may be given several times.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    help="Where the suggestions go (JSON when it ends in .json), with --confirm the new bank; - for stdout.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def command(
    bank_file: Path,
    files: tuple[Path, ...],
    publisher: str,
    year: int | None,
    address: str | None,
    confirmed: tuple[str, ...],
    output: Path,
    force: bool,
) -> None:
    """Suggest evidence for the claims of a bank from reference texts.

    Each REFERENCE is an English text: plain, Markdown, HTML, Word (.docx), PDF or EPUB. Its own title is cited. A
    suggestion says what a sentence seems to show about a claim: confirms, refutes or leaves open, and why. The bank
    stays as it is unless claims are confirmed; then a new one is written.
    """
    refuse_to_overwrite(output, force=force)
    settings = Settings.from_env()
    bank = read_bank_file(bank_file)
    _check_ids(bank, confirmed)
    cited = citation(publisher=publisher, year=year, url=address)
    references = []
    for file in files:
        reading = drafting.understand(read_bytes(file, most=settings.upload_limit_bytes), name=file.name)
        references.append(Reference(reading.title, cited.publisher, reading.text, cited.year, cited.url))
    with progress_bar() as advance:
        found = suggest(bank.claims, references, load_parser(settings.language_model), progress=advance)
    if confirmed:
        write_text(output, bank_yaml(_with_evidence(bank, found, confirmed, bank_file, output)), force=force)
    else:
        write_text(output, _written(bank, found, output), force=force)
    click.echo(_summary(bank, found), err=True)


def _check_ids(bank: Bank, confirmed: Sequence[str]) -> None:
    known = {claim.id for claim in bank.claims}
    for claim_id in confirmed:
        if claim_id not in known:
            raise BadInput(f"There is no claim {claim_id} in this bank.")


def _with_evidence(
    bank: Bank, found: Sequence[Suggestion], confirmed: Sequence[str], bank_file: Path, output: Path
) -> Bank:
    for claim_id in dict.fromkeys(confirmed):
        first = next((one for one in found if one.claim == claim_id), None)
        if first is None:
            raise BadInput(f"The references suggest nothing about the claim {claim_id}, so nothing can be confirmed.")
        bank = bank_with_source(bank, claim_id, first.source)
    if output == STANDARD or output.absolute().parent != bank_file.absolute().parent:
        # Passage files are looked for beside the bank.
        bank = replace(bank, passages=tuple(replace(passage, source=None) for passage in bank.passages))
    return bank


def _written(bank: Bank, found: Sequence[Suggestion], output: Path) -> str:
    if output.suffix == ".json":
        return json.dumps([one.document() for one in found], ensure_ascii=False, indent=2) + "\n"
    return "\n".join(_told(bank, one) for one in found)


def _told(bank: Bank, one: Suggestion) -> str:
    source = one.source
    year = f", {source.year}" if source.year else ""
    place = f"“{one.section}”, paragraph {one.paragraph}" if one.section else f"paragraph {one.paragraph}"
    lines = (
        ("claim", f"{one.claim}  {bank.claim(one.claim).statement}"),
        ("source", f"{source.shows}"),
        ("", f"{source.title} ({source.publisher}{year}), {place}"),
        ("bearing", source.says.value),
        ("why", one.why),
    )
    return "".join(f"{name:8} {text}\n" for name, text in lines)


def _summary(bank: Bank, found: Sequence[Suggestion]) -> str:
    suggestions = "1 suggestion" if len(found) == 1 else f"{len(found)} suggestions"
    return f"{suggestions} about {len({one.claim for one in found})} of {len(bank.claims)} claims."
