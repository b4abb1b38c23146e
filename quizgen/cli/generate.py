"""``quizgen generate``: a text becomes a bank file."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from quizgen.cli.clock import now
from quizgen.cli.files import STANDARD, read_bytes, refuse_to_overwrite, write_text
from quizgen.cli.wishes import options_for, wishes
from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput, BadText
from quizgen.domain.passages.passage import Passage
from quizgen.formats.yaml_bank import bank_yaml
from quizgen.generation.pipeline import Draft, Options, Progress, generate
from quizgen.generation.report_text import report_text
from quizgen.language.english import load_parser
from quizgen.reading.text import Reading
from quizgen.services import drafting
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.settings import Settings

EXAMPLES = """\b
Examples:
  quizgen generate article.md                       writes article.yaml
  quizgen generate article.md -o - | less           the bank on the screen
  quizgen generate one.md two.pdf -o both.yaml      several texts, one bank
  quizgen generate notes.txt --count 30 --shares 40/30/30 --difficulty 2-4
  quizgen generate notes.txt --kinds verdict,cloze --report report.txt
  cat article.txt | quizgen generate - --title "On bees" -o bees.yaml

The same text, seed and version make the same bank, byte for byte.
"""


@click.command("generate", epilog=EXAMPLES)
@click.argument("files", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "bank_file",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="BANK",
    help="Where the bank goes; - for stdout. Without it: the name of the first FILE with .yaml, here.",
)
@click.option("--title", help="The title of the bank. Without it: that of the first text.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the report goes: what was made, what was refused and why. JSON when it ends in .json.",
)
@wishes
@click.option("--force", is_flag=True, help="Write over files that are there already.")
def command(
    files: tuple[Path, ...],
    bank_file: Path | None,
    title: str | None,
    report_file: Path | None,
    force: bool,
    **wished: Any,
) -> None:
    """Make a question bank from a text, or from several.

    FILE is English text: plain, Markdown, HTML, Word (.docx), PDF or EPUB; - reads plain text from stdin. What is not
    the author's own text (comment prompts, share lines, biographies) is left out, and listed in the report, as is what
    was asked for and could not be had.
    """
    bank_file = bank_file or _beside_us(files[0])
    for target in filter(None, (bank_file, report_file)):
        refuse_to_overwrite(target, force=force)
    if bank_file == report_file:
        raise BadInput("The bank and the report need two files.")
    readings = _read(files)
    passages = _passages(readings)
    options = options_for(passages, **wished)
    title = one_line(title or passages[0].title, "The title", longest=LONGEST_TITLE)
    parser = load_parser(Settings.from_env().language_model)
    began = now()
    with progress_bar() as advance:
        draft = generate(title, passages, parser, options=options, progress=advance)
    seconds = (now() - began).total_seconds()
    text = bank_yaml(draft.bank)
    if report_file:
        report = drafting.full_report(draft.report.document(), readings, seconds=seconds)
        write_text(report_file, _report_text(report, report_file), force=force)
    write_text(bank_file, text, force=force)
    click.echo(_summary(draft, bank_file, readings, options), err=True)


def _read(files: tuple[Path, ...]) -> list[Reading]:
    settings = Settings.from_env()
    readings: dict[str, Reading] = {}
    for file in files:
        data = read_bytes(file, most=settings.upload_limit_bytes)
        try:
            reading = drafting.understand(data, name="pasted.txt" if file == STANDARD else file.name)
        except BadText as error:
            raise BadText(f"{file}: {error}" if len(files) > 1 else str(error)) from None
        if readings.setdefault(reading.text, reading) is not reading:
            raise BadInput(f"{file} holds a text that was given already; name each text once.")
    return list(readings.values())


def _passages(readings: Sequence[Reading]) -> tuple[Passage, ...]:
    return tuple(Passage(f"p{place}", one.title, one.text) for place, one in enumerate(readings, start=1))


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Show a bar on a terminal, nothing in a pipe; yield what hears of progress."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sentences"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Reading", total=None)

        def advance(progress: Progress) -> None:
            if progress.done == 0:
                bar.update(task, description=f"Reading: {progress.total:,} sentences")
                return
            found = f"{progress.claims:,} claims, {progress.items:,} items"
            bar.update(task, completed=progress.done, total=progress.total, description=found)

        yield advance


def _beside_us(file: Path) -> Path:
    return Path("bank.yaml") if file == STANDARD else Path(f"{file.stem}.yaml")


def _report_text(report: Document, path: Path) -> str:
    if path.suffix == ".json":
        return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    return report_text(report)


def _summary(draft: Draft, path: Path, readings: Sequence[Reading], options: Options) -> str:
    bank, ready = draft.bank, len(draft.bank.ready())
    where = "" if path == STANDARD else f"{path}: "
    counts = f"{where}{len(bank.claims)} claims, {ready} items ready, {len(bank.items) - ready} queued for review."
    pieces = sum(len(reading.left_out) for reading in readings)
    left_out = f"{pieces} pieces of the text left out." if pieces else ""
    # Who asked for nothing in particular finds the shares in the report.
    unmet = draft.report.unmet if options != Options(seed=options.seed) else ()
    notes = dict.fromkeys(note for reading in readings for note in reading.notes)
    return "\n".join(filter(None, (*notes, left_out, *unmet, counts)))
