"""``quizgen review-sheet``: a bank tried on a colleague, who sees the text and the questions and no key."""

import json
import random
from pathlib import Path

import click

from quizgen.cli.failures import WRONG_INPUT
from quizgen.cli.files import read_bytes, refuse_to_overwrite, write_text
from quizgen.cli.kinds import chosen_kinds
from quizgen.cli.review_result import result_document, result_text
from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadBank, BadInput
from quizgen.domain.items.item import Item
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.reviewing.answering import options_of
from quizgen.domain.reviewing.measuring import Result, measure
from quizgen.domain.reviewing.sheet import Sheet, Wanted, make_sheet
from quizgen.formats import review_csv, review_key
from quizgen.formats.review_passages import passages_markdown
from quizgen.formats.yaml_bank import check_file, read_bank_file

EXAMPLES = """\b
Examples:
  quizgen review-sheet bees.yaml                          writes bees-review.csv, .md and .key.json
  quizgen review-sheet bees.yaml --count 60 --per-operation 6 -o try
  quizgen review-sheet bees.yaml --score try.key.json hazel.csv rowan.csv
"""
_MAKING = ("count", "per_operation", "kinds", "seed", "planted", "include_queued", "output")


@click.command("review-sheet", epilog=EXAMPLES)
@click.argument("bank_file", metavar="BANK", type=click.Path(path_type=Path))
@click.argument("filled", metavar="[FILLED]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--count", type=click.IntRange(min=1), default=120, show_default=True, help="How many questions.")
@click.option(
    "--per-operation", type=click.IntRange(min=0), default=0, metavar="K",
    help="At least K of each operation, where there are. Without it chance alone decides, as in the bank.",
)  # fmt: skip
@click.option("--kinds", callback=chosen_kinds, metavar="KIND,...", help=f"The kinds, of: {', '.join(KINDS)}.")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="The seed of the draw.")
@click.option(
    "--planted", type=click.IntRange(min=0), default=10, show_default=True, metavar="P",
    help="How many get a wrong key, to see whether the readers find them; at most a quarter of the sheet.",
)  # fmt: skip
@click.option("--include-queued", is_flag=True, help="Ask about queued items as well as ready ones.")
@click.option(
    "-o", "--output", metavar="NAME",
    help="What the three files are called: NAME.csv, NAME.md, NAME.key.json. Without it: the name of BANK and -review.",
)  # fmt: skip
@click.option(
    "--score", "key_file", type=click.Path(path_type=Path), metavar="KEY",
    help="Read filled sheets (one or two) back with their key, and print what they show.",
)  # fmt: skip
@click.option("--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="The figures as JSON too.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.pass_context
def command(
    ctx: click.Context,
    bank_file: Path,
    filled: tuple[Path, ...],
    count: int,
    per_operation: int,
    kinds: tuple[str, ...],
    seed: int,
    planted: int,
    include_queued: bool,
    output: str | None,
    key_file: Path | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Write a blind review sheet of a bank, and score it when it is filled.

    The sheet (CSV) holds statements and questions in random order, no two about one claim, with empty columns for the
    reader; beside it the texts with the rules (Markdown), and the key (JSON), sealed and not for the reader.
    """
    if key_file is None:
        if filled or json_file:
            raise BadInput("Filled sheets and --json go with --score KEY, the key that was written with the sheet.")
        wanted = Wanted(count, kinds, per_operation, planted, include_queued)
        _write(_sound_bank(bank_file), wanted, seed, output or f"{bank_file.stem}-review", force=force)
        return
    meant = [name for name in _MAKING if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE]
    if meant:
        raise BadInput(f"--{meant[0].replace('_', '-')} says how to make a sheet and does not go with --score.")
    if not 1 <= len(filled) <= 2:
        raise BadInput("Name one or two filled sheets behind --score KEY.")
    if json_file:
        refuse_to_overwrite(json_file, force=force)
    _score(_sound_bank(bank_file), key_file, filled, json_file, force=force)


def _sound_bank(path: Path) -> Bank:
    problems = check_file(path)
    if problems:
        raise BadBank(problems, path.name)
    return read_bank_file(path)


def _write(bank: Bank, wanted: Wanted, seed: int, name: str, *, force: bool) -> None:
    sheet_file, text_file, key_file = (Path(f"{name}{ending}") for ending in (".csv", ".md", ".key.json"))
    for file in (sheet_file, text_file, key_file):
        refuse_to_overwrite(file, force=force)
    sheet = make_sheet(bank, wanted, rng=random.Random(seed))
    write_text(sheet_file, review_csv.sheet_csv(sheet), force=force)
    write_text(text_file, passages_markdown(bank, sheet), force=force)
    write_text(key_file, review_key.key_json(sheet), force=force)
    planted = sum(question.planted is not None for question in sheet.questions)
    click.echo(f"{sheet_file} and {text_file} for the reader: {len(sheet.questions)} questions.", err=True)
    click.echo(f"{key_file} for you: {planted} of the keys in it are wrong on purpose.", err=True)


def _score(bank: Bank, key_file: Path, filled: tuple[Path, ...], json_file: Path | None, *, force: bool) -> None:
    sheet = review_key.read_key(read_bytes(key_file, most=review_key.MOST_BYTES), name=key_file.name)
    if sheet.title != bank.title:
        raise BadInput(f"{key_file.name} belongs to a bank called {sheet.title!r}, not {bank.title!r}.")
    result = _measured(sheet, filled)
    names = tuple(file.stem for file in filled)
    if json_file:
        text = json.dumps(result_document(result, names), ensure_ascii=False, indent=2) + "\n"
        write_text(json_file, text, force=force)
    click.echo(result_text(result, names))
    gone = _changed(bank, sheet)
    if gone:
        click.echo(f"{gone} of the questions are not in the bank any more as they were asked.", err=True)


def _measured(sheet: Sheet, files: tuple[Path, ...]) -> Result:
    readers, problems = [], []
    for file in files:
        data = read_bytes(file, most=review_csv.MOST_BYTES)
        judgements, found = review_csv.read_filled(data, sheet, name=file.name)
        readers.append(judgements)
        problems += found
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise click.exceptions.Exit(WRONG_INPUT)
    return measure(sheet, readers)


def _changed(bank: Bank, sheet: Sheet) -> int:
    """Return how many questions the bank does not hold with the same words and key."""
    now = {item.id: item for item in bank.items}
    asked = [question.item for question in sheet.questions]
    return sum(item.id not in now or _asks(now[item.id]) != _asks(item) for item in asked)


def _asks(item: Item) -> tuple[str, str, list[str]]:
    # The order of options is the reader's own, so that what depends on it is compared by the alphabet.
    return item.kind, item.stem, sorted((*options_of(item), *item.key_text().split("; ")))
