"""``quizgen bank paper``: a bank as a paper to be printed."""

from pathlib import Path

import click

from quizgen.cli.bank_named import MEANT, meant
from quizgen.cli.files import STANDARD, refuse_to_overwrite, write_bytes
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.printing import VERSIONS
from quizgen.formats.paper_pdf import MOST_QUESTIONS, lacks_letters, paper_pdf
from quizgen.services.printing import paper_of


@click.command("paper", epilog=MEANT)
@click.argument("bank")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="Where the PDF goes.",
)
@click.option(
    "--count", type=click.IntRange(1, MOST_QUESTIONS), default=20, show_default=True, help="How many questions."
)
@click.option(
    "--seed", type=click.IntRange(0), default=0, show_default=True, help="The same seed draws the same paper."
)
@click.option("--title", help="What stands above; without it the title of the bank.")
@click.option("--one-version", is_flag=True, help="Version A alone, instead of A and B in another order.")
@click.option("--no-text", is_flag=True, help="Without the text that the questions are about.")
@click.option("--no-key", is_flag=True, help="Without the key.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def paper(
    bank: str,
    output: Path,
    count: int,
    seed: int,
    title: str | None,
    one_version: bool,
    no_text: bool,
    no_key: bool,
    force: bool,
) -> None:
    """Write a paper to be printed: questions and an answer sheet for each version, and the keys, as PDF.

    \b
    Example:
      quizgen bank paper 12 --count 15 -o bees.pdf
    """
    refuse_to_overwrite(output, force=force)
    found = meant(bank)
    letters = VERSIONS[:1] if one_version else VERSIONS
    made = paper_of(found, Blueprint(count), title=title or found.title, letters=letters, seed=seed)
    pdf = paper_pdf(made, passages=not no_text, key=not no_key)
    write_bytes(output, pdf, force=force)
    if lacks_letters(made):
        click.echo("Some letters are not in the fonts of the PDF: print the page from the browser instead.", err=True)
    if output != STANDARD:
        click.echo(f"{output}: {len(made.versions[0].questions)} questions, {len(made.versions)} versions.", err=True)
