"""``quizgen generate``: a text becomes a bank file."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from quizgen.cli.files import STANDARD, read_bytes, refuse_to_overwrite, write_text
from quizgen.cli.kinds import chosen_kinds
from quizgen.domain.banks.bank import Bank
from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput
from quizgen.domain.items.kinds import KINDS
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
  quizgen generate notes.txt --kinds verdict,cloze --report report.txt
  cat article.txt | quizgen generate - --title "On bees" -o bees.yaml

The same text, seed and version make the same bank, byte for byte.
"""


@click.command("generate", epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    "bank_file",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="BANK",
    help="Where the bank goes; - for stdout. Without it: the name of FILE with .yaml, in this folder.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="The seed of every choice.")
@click.option("--title", help="The title of the bank. Without it: the title of the text.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the report goes: what was made, what was refused and why. JSON when it ends in .json.",
)
@click.option("--kinds", callback=chosen_kinds, metavar="KIND,...", help=f"The kinds to make, of: {', '.join(KINDS)}.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
def command(
    file: Path,
    bank_file: Path | None,
    seed: int,
    title: str | None,
    report_file: Path | None,
    kinds: tuple[str, ...],
    force: bool,
) -> None:
    """Make a question bank from a text.

    FILE is English text: plain, Markdown, HTML, Word (.docx), PDF or EPUB; - reads plain text from stdin. What is not
    the author's own text (comment prompts, share lines, biographies) is left out, and listed in the report.
    """
    bank_file = bank_file or _beside_us(file)
    for target in filter(None, (bank_file, report_file)):
        refuse_to_overwrite(target, force=force)
    if bank_file == report_file:
        raise BadInput("The bank and the report need two files.")
    reading, draft = _drafted(file, title, Options(seed=seed, kinds=kinds))
    text = bank_yaml(draft.bank)
    if report_file:
        report = drafting.full_report(draft.report.document(), [reading])
        write_text(report_file, _report_text(report, report_file), force=force)
    write_text(bank_file, text, force=force)
    click.echo(_summary(draft.bank, bank_file, reading), err=True)


def _drafted(file: Path, title: str | None, options: Options) -> tuple[Reading, Draft]:
    settings = Settings.from_env()
    data = read_bytes(file, most=settings.upload_limit_bytes)
    reading = drafting.understand(data, name="pasted.txt" if file == STANDARD else file.name)
    title = one_line(title or reading.title, "The title", longest=LONGEST_TITLE)
    passage = Passage("p1", reading.title, reading.text)
    parser = load_parser(settings.language_model)
    with progress_bar() as advance:
        return reading, generate(title, (passage,), parser, options=options, progress=advance)


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


def _summary(bank: Bank, path: Path, reading: Reading) -> str:
    ready = len(bank.ready())
    where = "" if path == STANDARD else f"{path}: "
    counts = f"{where}{len(bank.claims)} claims, {ready} items ready, {len(bank.items) - ready} queued for review."
    left_out = f"{len(reading.left_out)} pieces of the text left out." if reading.left_out else ""
    return "\n".join(filter(None, (*reading.notes, left_out, counts)))
