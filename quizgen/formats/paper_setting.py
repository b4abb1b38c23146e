"""The process that typesets one paper: data in, PDF out; TYPST LIVES HERE."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("paper.typ")
# The same paper is the same bytes: no page needs to know when it was made.
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def main() -> None:
    """Read the data of a paper from stdin and write the PDF to stdout."""
    data = sys.stdin.buffer.read().decode()
    fonts = typst.Fonts(include_system_fonts=False)
    pdf = typst.compile(TEMPLATE.read_bytes(), font_paths=fonts, sys_inputs={"data": data}, timestamp=NO_TIME)
    sys.stdout.buffer.write(pdf if isinstance(pdf, bytes) else b"")


if __name__ == "__main__":
    main()
