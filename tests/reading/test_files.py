"""The front door: the content tells the format, nothing hostile gets through, and nothing but BadText comes out."""

import struct
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.domain.errors import BadText
from quizgen.reading import confined
from quizgen.reading.docx import take_apart as take_word_file_apart
from quizgen.reading.epub import take_apart as take_book_apart
from quizgen.reading.files import LARGEST_FILE, READABLE, read_file
from quizgen.reading.finishing import read_extract
from quizgen.reading.html import take_apart as take_page_apart
from quizgen.reading.packed import LARGEST_MEMBER, MOST_MEMBERS, Packed
from quizgen.reading.pdf import take_apart as take_pdf_apart
from quizgen.reading.pieces import Extract
from quizgen.reading.sniffing import kind_of
from tests.reading.books import chapter, epub
from tests.reading.pages import page
from tests.reading.pdfs import column, pdf
from tests.reading.words import docx, packed, paragraph

READERS = {
    "docx": take_word_file_apart,
    "epub": take_book_apart,
    "html": take_page_apart,
    "pdf": take_pdf_apart,
}
FEW_BYTES = st.binary(max_size=30)
BEES = "The bees live in the hive that they built for the winter."
SAMPLES = {
    "text": BEES.encode(),
    "html": page(f"<p>{BEES}</p>").encode(),
    "docx": docx(paragraph(BEES)),
    "pdf": pdf(column([BEES])),
    "epub": epub({"one": chapter(f"<p>{BEES}</p>")}, title=""),
}


@pytest.mark.parametrize("name", [f"bees{ending}" for ending in (*READABLE, "", ".exe", ".PDF")])
@pytest.mark.parametrize("kind", SAMPLES)
def test_the_content_tells_the_format_whatever_the_name_says(kind, name):
    assert kind_of(SAMPLES[kind], name=name) == kind


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_format_gives_the_same_passage(kind):
    reading = read_file(SAMPLES[kind], name="on-bees.txt")
    assert (reading.text, reading.title, reading.left_out) == (BEES, "On bees", ())


def test_several_files_are_read_one_by_one():
    assert {read_file(data, name="a").text for data in SAMPLES.values()} == {BEES}


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "a.txt", "html"),
        (page("x").encode("utf-16"), "a.txt", "html"),
        (b'<?xml version="1.0"?>\n<!-- saved --><!-- twice -->\n<html>', "a.txt", "html"),
        (b"<p>A page without a head.</p>", "a.html", "html"),
        (b"<p>A text with a tag.</p>", "a.md", "text"),
        (b"A text that is called a page.", "a.html", "text"),
        (b"<!---->" * 1_000 + b"x", "a.txt", "text"),
        (b"\n%PDF-1.4", "a.txt", "pdf"),
        (b"<p>On %PDF-1.4 files</p>", "a.html", "html"),
        (packed({"mimetype": "application/epub+zip"}), "a.docx", "epub"),
    ],
)
def test_what_looks_alike_is_told_apart(data, name, kind):
    assert kind_of(data, name=name) == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and no more", "damaged"),
        (packed({}), "neither a Word file nor an e-book"),
        (packed({"notes.txt": BEES}), "neither a Word file nor an e-book"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (packed({"xl/workbook.xml": ""}), "spreadsheet"),
        (packed({"ppt/presentation.xml": ""}), "presentation"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html>", "archive"),
        (b"{\\rtf1 hello", "RTF"),
        (b"\x89PNG\r\n", "picture"),
        (b"x" * (LARGEST_FILE + 1), "at most 20,000,000"),
        (b"\x00\x01\x02" * 99, "not look like text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data, words):
    with pytest.raises(BadText, match=words):
        read_file(data, name="a.docx")


def oversaid(name: str, size: int) -> bytes:
    """Return a packed file that says less of a member's size than is in it."""
    data = packed({"word/document.xml": "", name: "\x00" * size})
    return data.replace(struct.pack("<I", size), struct.pack("<I", 9))


def locked() -> bytes:
    data = bytearray(docx(paragraph(BEES)))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(sign, start + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({f"word/{number}.xml": "" for number in range(MOST_MEMBERS + 1)}), "5,001 parts"),
        (packed({"word/document.xml": "\x00" * 2_000_000}), "unpack to far more"),
        (packed({"word/document.xml": "ab" * (LARGEST_MEMBER // 2 + 1)}), "unpack to far more"),
        (oversaid("word/styles.xml", 3_000_000), "damaged|unpack"),
        (docx(paragraph(BEES), parts={"../../outside.xml": "x"}), "outside itself"),
        (docx(paragraph(BEES), parts={"/etc/passwd": "x"}), "outside itself"),
        (docx(paragraph(BEES), parts={"C:\\x": "x"}), "outside itself"),
        (locked(), "password"),
    ],
)
def test_packed_files_that_are_built_to_do_harm_are_not_opened(data, words):
    with pytest.raises(BadText, match=words):
        read_file(data, name="a.docx")


def test_members_are_counted_as_they_come(monkeypatch):
    monkeypatch.setattr("quizgen.reading.packed.LARGEST_WHOLE", 1_500)
    opened = Packed(packed({"a": "x" * 1_000}))
    assert len(opened.read("a")) == 1_000
    with pytest.raises(BadText, match="unpack to far more"):
        opened.read("a")


def test_a_parser_that_ends_in_pieces_takes_nothing_with_it(monkeypatch):
    monkeypatch.setattr(confined, "_ROOM", "quizgen.no_such_room")
    with pytest.raises(BadText, match="damaged and cannot be read"):
        read_file(SAMPLES["pdf"], name="a.pdf")


def test_a_parser_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(confined, "SECONDS", 0.001)
    with pytest.raises(BadText, match="takes too long"):
        read_file(SAMPLES["pdf"], name="a.pdf")


def test_the_front_door_loads_no_parser_into_its_own_process():
    program = "import sys, quizgen.reading.files; print({'lxml', 'mammoth', 'pypdfium2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@given(st.sampled_from(list(READERS)), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage_anywhere_gives_a_reading_or_a_sentence(kind, draw):
    assert_reading_or_sentence(kind, draw.draw(damaged(SAMPLES[kind])))


@given(st.sampled_from(["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]), st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage_inside_a_word_file_gives_a_reading_or_a_sentence(part, draw):
    whole = Packed(SAMPLES["docx"]).read(part)
    tags = st.sampled_from([b"<w:p>", b"</w:p>", b"<w:tbl/>", b"<w:tc/>", b"w:val", b'""', b"w:numId", b"w:r", b"999"])
    data = draw.draw(damaged(whole, tags))
    assert_reading_or_sentence("docx", docx(paragraph(BEES), parts={part: data}))


@given(st.sampled_from(list(READERS)), st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_a_reading_or_a_sentence(kind, data):
    assert_reading_or_sentence(kind, data)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes, pieces: st.SearchStrategy[bytes] = FEW_BYTES) -> bytes:
    """Bytes with a few stretches cut out or written over."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, max(len(data) - 1, 0)))
        data[start : start + draw(st.integers(0, 30))] = draw(pieces)
    return bytes(data)


def assert_reading_or_sentence(kind: str, data: bytes) -> None:
    """Take a file apart in this process, where an error of a library would be seen, and finish it."""
    sentence = ""
    try:
        extract = READERS[kind](data)
        assert Extract.from_document(extract.document()) == extract
        reading = read_extract(extract, name="a")
    except BadText as refused:
        sentence = str(refused)
    if sentence:
        assert sentence.endswith(".")
        return
    original = extract.original()
    assert all(original[left.start : left.end] == left.text for left in reading.left_out)
    assert all(0 <= reading.origin.original(index) <= len(original) for index in range(len(reading.text)))
