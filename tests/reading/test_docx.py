"""Word files: structure stays; notes, comments, running heads and pictures go, and are listed."""

import pytest

from quizgen.domain.errors import BadText
from quizgen.reading.files import Reading, read_file
from tests.reading.words import docx, listed, notes, packed, paragraph, running, table

BEES = "The bees live in the hive that they built for the winter."
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
COMMENT = '<w:r><w:commentReference w:id="1"/></w:r>'
BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>A box of its own.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def read(*body: str, name: str = "bees.docx", **parts: str) -> Reading:
    renamed = {f"word/{part}.xml": text for part, text in parts.items()}
    return read_file(docx(*body, parts=dict(renamed)), name=name)


def test_title_headings_lists_tables_and_boxes_keep_their_places():
    reading = read(
        paragraph("The bee", "Title"),
        paragraph("Its house", "Heading1"),
        paragraph(BEES),
        listed("It is made of wax, which they make too."),
        paragraph("Its rooms", "Heading2"),
        table(("Kind", "Size"), ("Queen", "20 mm")),
        paragraph("It has a sting.", inside=BOX),
    )
    assert reading.title == "The bee"
    assert reading.text.split("\n\n") == [
        "# The bee",
        "## Its house",
        BEES,
        "It is made of wax, which they make too.",
        "### Its rooms",
        "Kind; Size",
        "Queen; 20 mm",
        "It has a sting.",
        "A box of its own.",
    ]


def test_one_heading_of_the_first_level_is_the_title_and_several_are_sections():
    one = read(paragraph("The bee", "Heading1"), paragraph(BEES))
    assert (one.title, one.text) == ("The bee", f"# The bee\n\n{BEES}")
    two = read(*[paragraph("A part", "Heading1"), paragraph(BEES)] * 2)
    assert two.text == f"## A part\n\n{BEES}\n\n## A part\n\n{BEES}"


def test_notes_comments_and_running_heads_are_left_out_and_listed():
    reading = read(
        paragraph("The bees live in the hive", inside=NOTE + COMMENT + "<w:r><w:t> that they built.</w:t></w:r>"),
        footnotes=notes("footnote", "As the book of bees tells."),
        comments=notes("comment", "Is this so?"),
        header1=running("The bee book, part 3"),
        header2=running("The bee book, part 3"),
    )
    assert reading.text == "The bees live in the hive that they built."
    assert [(left.reason, left.text) for left in reading.left_out] == [
        ("footnote", "As the book of bees tells."),
        ("comment", "Comment [HA1]"),
        ("comment", "Is this so?"),
        ("running head", "The bee book, part 3"),
    ]


def test_mark_up_in_the_words_stays_words():
    assert read(paragraph("The tag &lt;b&gt; &amp;amp; the bee are in the text.")).text == (
        "The tag <b> &amp; the bee are in the text."
    )


def test_pictures_are_counted_and_never_opened():
    reading = read_file(docx(paragraph(BEES), parts={"word/media/bee.png": b"no picture"}), name="bees.docx")
    assert reading.notes == ("1 picture was left out.",)


def test_a_divided_word_is_joined_at_its_soft_hyphen():
    assert read(paragraph("The bees are in the ho\u00adney comb of the hive.")).text == (
        "The bees are in the honey comb of the hive."
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx(), "no text in this Word file"),
        (docx(paragraph(BEES), main="application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        (docx(paragraph(BEES), parts={"word/vbaProject.bin": b"x"}), "macros"),
        (docx(paragraph(BEES), parts={"word/document.xml": "<w:document"}), "damaged"),
        (docx(paragraph(BEES), parts={"word/document.xml": "<other/>"}), "damaged"),
        (docx(paragraph(BEES), parts={"word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        (docx(paragraph(BEES), parts={"word/styles.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}), "entities"),
        (docx("<w:smartTag>" * 300 + "</w:smartTag>" * 300), "damaged|nested"),
        (docx(paragraph(" ".join(map(str, range(400_000))))), "more than 2,000,000 characters"),
        (docx(paragraph(BEES))[:-30], "damaged"),
        (packed({"word/media/a.png": b""}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "old Word file"),
    ],
)
def test_a_word_file_that_cannot_be_read_is_refused_in_one_sentence(data, words):
    with pytest.raises(BadText, match=words):
        read_file(data, name="bees.docx")
