"""``quizgen gradebook``: a class's scores as CSV."""

from pathlib import Path

import click

from quizgen.cli.files import STANDARD, refuse_to_overwrite, write_text
from quizgen.cli.house import existing_database
from quizgen.domain.gradebook.csv_plain import lines
from quizgen.services import classes, grading
from quizgen.settings import Settings


@click.command("gradebook")
@click.argument("class_", metavar="CLASS")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    metavar="FILE",
    help="Where the CSV goes. Without it: stdout.",
)
@click.option("--bom", is_flag=True, help="Begin with a byte-order mark, which some spreadsheets need for accents.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def command(class_: str, output: Path, bom: bool, force: bool) -> None:
    """Write the gradebook of a class as CSV.

    CLASS is the number of the class, its join code or its name. One row a student, one column a quiz, then total,
    possible points and percent. The best attempt counts. Text that a spreadsheet could take for a formula gets an
    apostrophe in front.

    \b
    Examples:
      quizgen gradebook "Biology 8b" -o grades.csv
      quizgen gradebook 3 --bom -o grades.csv --force
    """
    refuse_to_overwrite(output, force=force)
    with existing_database(Settings.from_env()) as database, database.reading() as session:
        found = classes.named(session, class_)
        gradebook = grading.gradebook(session, found.id)
    write_text(output, "".join(lines(gradebook, byte_order_mark=bom)), force=force)
    if output != STANDARD:
        click.echo(f"{output}: {len(gradebook.rows)} students, {len(gradebook.columns)} quizzes.", err=True)
