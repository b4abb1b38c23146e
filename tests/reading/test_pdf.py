"""PDFs: reading order, paragraphs and headings are found again; what the printer added goes, and is listed."""

import zlib
from itertools import chain

import pytest

from quizgen.domain.errors import BadText
from quizgen.reading.files import Reading, read_file
from tests.reading.pdfs import Line, column, file_of, pdf

LEFT = [
    "The canal was dug between 1790",
    "and 1796 by some three hundred",
    "men. They came from the hills,",
    "and they worked all winter.",
]
RIGHT = [
    "Its locks were built of brick.",
    "Each of them lifted a boat by",
    "eight feet. The last was shut",
    "in 1954 after the railway won.",
]
FIRST, SECOND = " ".join(LEFT), " ".join(RIGHT)
TITLE = Line("The Wye canal", 72, 790, 18)


def read(*pages: list[Line], **made: object) -> Reading:
    return read_file(pdf(*pages, **made), name="canal.pdf")


def left_out(reading: Reading) -> list[tuple[str, str]]:
    return [(left.reason, left.text) for left in reading.left_out]


def beside(one: list[Line], other: list[Line]) -> list[Line]:
    """Return lines as a file lists them that goes from left to right over both columns."""
    return list(chain.from_iterable(zip(one, other, strict=True)))


@pytest.mark.parametrize(
    "lines",
    [
        column(LEFT) + column(RIGHT, x=320),
        beside(column(LEFT), column(RIGHT, x=320)),
        column(RIGHT, x=320) + column(LEFT),
        column(LEFT) + column(RIGHT, x=290, top=764),
    ],
)
def test_two_columns_are_read_one_after_the_other_however_the_file_lists_them(lines):
    foot = Line("This line runs below both of the columns, from the left to the right.", 72, 640)
    reading = read([TITLE, *lines, foot])
    assert reading.text.split("\n\n") == ["# The Wye canal", FIRST, SECOND, foot.text]


def test_three_columns_are_read_one_after_the_other():
    texts = [[f"{name} line {number} of this one" for number in range(4)] for name in ("First", "Second", "Third")]
    ends = [[*lines, "and its end."] for lines in texts]
    pages = [column(lines, x=20 + index * 190, size=9) for index, lines in enumerate(ends)]
    reading = read([line for group in zip(*pages, strict=True) for line in group])
    assert reading.text.split("\n\n") == [" ".join(lines) for lines in ends]


def test_a_table_is_kept_row_by_row():
    cells = [
        ("Lock", "Built", "Boats"),
        ("Upper lock", "1791", "12"),
        ("Lower lock", "1795", "9"),
        ("Sea lock", "1796", "4"),
    ]
    rows = [
        Line(cell, 72 + 120 * place, 700 - 14 * index)
        for index, row in enumerate(cells)
        for place, cell in enumerate(row)
    ]
    reading = read([*column(LEFT), *rows])
    assert reading.text.split("\n\n") == [FIRST, *("; ".join(row) for row in cells)]


def test_lines_become_paragraphs_by_indents_short_lines_and_wide_gaps():
    lines = column(
        [
            "The canal is an old one that goes",
            "to the sea.",
            "The boats on it are slow, and that is",
            "how it should be.",
        ]
    )
    indented = column(["  ", "It is open from the spring to the", "autumn."], top=712)
    indented[0] = Line(indented[0].text, 90, indented[0].y)
    apart = column(["A lock is", "a gate."], top=600)
    reading = read([*lines, *indented, *apart])
    assert reading.text.split("\n\n") == [
        "The canal is an old one that goes to the sea.",
        "The boats on it are slow, and that is how it should be.",
        "It is open from the spring to the autumn.",
        "A lock is a gate.",
    ]


def test_headings_are_told_by_size_and_by_weight():
    reading = read(
        [
            *(TITLE, Line("How it was built", 72, 760, 13), *column(LEFT, top=740)),
            *(Line("Its locks", 72, 670, bold=True), *column(RIGHT, top=650)),
            *(Line("How it ended", 72, 590, 13), *column(["It ended in 1954."], top=570)),
        ]
    )
    assert reading.title == "The Wye canal"
    assert reading.text.split("\n\n") == [
        "# The Wye canal", "## How it was built", FIRST, "### Its locks", SECOND,
        "## How it ended", "It ended in 1954.",
    ]  # fmt: skip


def test_list_entries_lose_their_bullets():
    reading = read(
        column(
            ["They carried these:", "• coal from the hills of the", "north and", "• slate from the quarry."], pitch=12
        )
    )
    assert reading.text.split("\n\n") == [
        "They carried these:", "coal from the hills of the north and", "slate from the quarry.",
    ]  # fmt: skip


def test_running_heads_and_page_numbers_go_and_a_paragraph_goes_on_over_the_page():
    pages = [
        [Line(f"The canals of Wye, page {number}", 72, 810), *column(texts), Line(f"- {number} -", 290, 30)]
        for number, texts in enumerate((LEFT[:2], LEFT[2:], RIGHT), 1)
    ]
    reading = read(*pages)
    assert reading.text.split("\n\n") == [FIRST, SECOND]
    assert sorted(left_out(reading)) == sorted(
        [("running head", f"The canals of Wye, page {number}") for number in (1, 2, 3)]
        + [("page number", f"- {number} -") for number in (1, 2, 3)]
    )


def test_notes_captions_contents_and_text_on_end_go():
    reading = read(
        [
            *column(["The early locks . . . . . . . . . 3"], top=800),
            *column(LEFT),
            *column(["Figure 1. The sea lock in the spring."], top=600),
            *column(["1 See the book of canals."], top=60, size=7),
        ]
    )
    assert reading.text == FIRST
    assert sorted(left_out(reading)) == [
        ("caption", "Figure 1. The sea lock in the spring."),
        ("contents", "The early locks . . . . . . . . . 3"),
        ("footnote", "1 See the book of canals."),
    ]


def test_marks_of_notes_are_taken_out_and_units_stay():
    raised = [Line("4", 72 + 31 * 6, 764, 7), Line("2", 72 + 19 * 6, 728, 7)]
    reading = read(
        [*column(["The canal has a lake at its end.", "", "", "The lake covers 3 km and is deep."]), *raised]
    )
    assert reading.text.startswith("The canal has a lake at its end")
    assert "4" not in reading.text
    assert "covers 3" in reading.text


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "joined"),
    [
        ("recog-", "nised by all of them", "It was recognised.", "recognised by"),
        ("the found-", "ation of the town", "It was old.", "the foundation of"),
        ("a well-", "known one of them", "It was old.", "a well-known one"),
        ("the pre-", "and post-war years of it", "It was old.", "the pre- and post-war years"),
        ("the lock-", "keeper of the town", "The lock-keeper was old.", "the lock-keeper of"),
        ("in north-", "Wales by the sea", "It was old.", "in north-Wales by"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_only_when_the_joined_word_is_plausible(first, second, elsewhere, joined):
    reading = read(column([f"It was {first}", f"{second}. {elsewhere}"]))
    assert joined in reading.text


def test_a_stamp_on_end_is_listed_and_a_page_on_end_is_read():
    reading = read([TITLE, *column(LEFT), Line("Stamped by Hazel Ashdown", 20, 100, on_end=True)])
    assert reading.text == f"# The Wye canal\n\n{FIRST}"
    assert left_out(reading) == [("text on end", "Stamped by Hazel Ashdown")]
    for turn in (90, 180, 270):
        assert read([TITLE, *column(LEFT), *column(RIGHT, x=320)], rotate=turn).text.endswith(f"{FIRST}\n\n{SECOND}")
    climbing = [Line(text, 100 + 12 * index, 72, on_end=True) for index, text in enumerate(LEFT)]
    assert read(climbing).text == FIRST
    assert read(climbing, rotate=90).text == FIRST


def test_offsets_point_into_the_text_as_extracted():
    reading = read([TITLE, *column(LEFT), Line("7", 290, 30)])
    assert reading.origin.original(reading.text.index("men.")) == len("The Wye canal\n\n") + FIRST.index("men.")
    assert [left.start for left in reading.left_out] == [len(f"The Wye canal\n\n{FIRST}\n\n")]


def flood(times: int) -> bytes:
    """Return a file whose page is a stream that unpacks to ``times`` letters."""
    content = zlib.compress(b"BT /F1 9 Tf 9 9 Td " + (b"(" + b"a" * 99 + b") Tj ") * (times // 99) + b"ET", 9)
    return file_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        ]
    )


LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"11" * 32, b"22" * 32)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([], picture=True), "^This PDF holds pictures of pages, not text"),
        (pdf([Line("Scan 1", 9, 9)], [], [], picture=True), "pictures of pages, not text"),
        (pdf([]), "no text in this PDF"),
        (pdf(column(LEFT), extra=LOCK), "locked by a password"),
        (b"%PDF-1.5\nand no more", "damaged"),
        (pdf(column(LEFT))[:200], "damaged"),
        (file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]), "damaged"),
        (pdf(*[[]] * 2_001), "2,001 pages, and at most 2,000"),
        (flood(2_100_000), "more than 2,000,000 characters"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_one_sentence(data, words):
    with pytest.raises(BadText, match=words):
        read_file(data, name="canal.pdf")
