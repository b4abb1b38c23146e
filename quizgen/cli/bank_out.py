"""``quizgen bank export``: a bank as one file, or its items as CSV."""

from pathlib import Path

import click

from quizgen.cli.bank_named import MEANT, meant
from quizgen.cli.files import STANDARD, refuse_to_overwrite, write_text
from quizgen.formats.bank_formats import FORMATS, format_of
from quizgen.formats.csv_items import items_csv

CSV = "csv"


@click.command("export", epilog=MEANT)
@click.argument("bank")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    metavar="FILE",
    help="Where it goes; its ending says the format. Without it: stdout.",
)
@click.option("--format", "name", type=click.Choice([*FORMATS, CSV]), help="The format, whatever the ending says.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def export(bank: str, output: Path, name: str | None, force: bool) -> None:
    """Write a bank as one file, its texts included: YAML, JSON, or its items alone as CSV.

    \b
    Examples:
      quizgen bank export 12 -o bees.yaml
      quizgen bank export 12 --format csv -o bees.csv
    """
    refuse_to_overwrite(output, force=force)
    found = meant(bank)
    by_ending = format_of(output.name)
    chosen = name or (CSV if output.suffix.lower() == ".csv" else by_ending.name if by_ending else "yaml")
    text = items_csv(found.items) if chosen == CSV else FORMATS[chosen].write(found)
    write_text(output, text, force=force)
    if output != STANDARD:
        click.echo(f"{output}: {len(found.items)} items.", err=True)
