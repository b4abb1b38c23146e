"""E-books: chapters in reading order; cover, contents, notes and licence go, and are listed."""

import pytest

from quizgen.domain.errors import BadText
from quizgen.reading.files import read_file
from tests.reading.books import chapter, epub

QUEEN = "The queen is the mother of all the bees in the hive."
DRONE = "The drone is a bee that does no work of its own."
ONE = chapter(f"<h1>Chapter one</h1><p>{QUEEN}</p>")
TWO = chapter(f"<h1>Chapter two</h1><p>{DRONE}</p>")
LOCK = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
    '<e:EncryptionMethod Algorithm="{}"/></e:EncryptedData></encryption>'
)


def test_chapters_come_in_the_order_of_the_spine_under_the_title_of_the_book():
    reading = read_file(epub({"two": TWO, "one": ONE}, spine=("one", "two")), name="book.epub")
    assert reading.title == "The Bee Book"
    assert reading.text.split("\n\n") == [
        "# The Bee Book", "## Chapter one", QUEEN, "## Chapter two", DRONE,
    ]  # fmt: skip


def test_what_is_no_chapter_is_left_out_and_listed():
    book = epub(
        {
            "cover": chapter("<p>Bees all over</p>"),
            "nav": chapter("<nav epub:type='toc'><ol><li><a href='one.xhtml'>One</a></li></ol></nav>"),
            "legal": chapter("<section epub:type='copyright-page'><p>Printed in the hive.</p></section>"),
            "one": chapter(
                f"<h1>The Bee Book</h1><section id='pg-header'><p>This is free for all.</p></section><p>{QUEEN}"
                "<a epub:type='noteref' href='#n'>1</a></p>"
                "<aside epub:type='footnote' id='n'><p>So we hear.</p></aside>"
            ),
            "extra": chapter("<p>An answer to all the questions.</p>"),
        },
        spine=("cover", "nav", "legal", "one", "extra*"),
        properties={"nav": "nav"},
    )
    reading = read_file(book, name="book.epub")
    assert reading.text == f"# The Bee Book\n\n{QUEEN}"
    assert {left.text: left.reason for left in reading.left_out} == {
        "Bees all over": "cover",
        "One": "contents",
        "Printed in the hive.": "copyright",
        "The Bee Book": "title",
        "This is free for all.": "licence",
        "So we hear.": "footnote",
        "An answer to all the questions.": "outside the reading order",
    }


def test_named_characters_are_known_and_a_sloppy_chapter_is_read_as_a_page():
    sloppy = (
        "<html><body><p>The bee &amp; its hive &mdash; both are old.<p>It is at&nbsp;work &lt;now&gt; in it.</body>"
    )
    reading = read_file(
        epub({"one": chapter("<p>A&nbsp;bee is &eacute;lan in the hive.</p>"), "two": sloppy}), name="b"
    )
    assert reading.text.split("\n\n")[1:] == [
        "A bee is élan in the hive.", "The bee & its hive — both are old.", "It is at work <now> in it.",
    ]  # fmt: skip


def test_entities_of_a_chapters_own_are_not_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the hidden words")
    text = (
        f'<!DOCTYPE html [<!ENTITY out SYSTEM "{secret.as_uri()}"><!ENTITY in "grown">]>'
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{QUEEN} &out; &in;</p></body></html>"
    )
    reading = read_file(epub({"one": text}), name="book.epub")
    assert QUEEN in reading.text
    assert not any(word in reading.text for word in ("hidden words", "grown"))


def test_scrambled_fonts_lock_nothing():
    book = epub({"one": ONE}, parts={"META-INF/encryption.xml": LOCK.format("http://www.idpf.org/2008/embedding")})
    assert QUEEN in read_file(book, name="book.epub").text


def test_a_missing_chapter_is_noted():
    book = epub({"one": ONE, "two": TWO}, parts={"OEBPS/book.opf": package("one", "lost")})
    assert read_file(book, name="book.epub").notes == ("1 of 2 documents are missing from the e-book.",)


def package(*names: str) -> str:
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in names)
    order = "".join(f'<itemref idref="{name}"/>' for name in names)
    return f"<package><manifest>{items}</manifest><spine>{order}</spine></package>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (epub({"one": chapter("")}), "no text in this e-book"),
        (epub({"one": ONE}, parts={"OEBPS/book.opf": package()}), "damaged"),
        (epub({"one": ONE}, parts={"OEBPS/book.opf": package("lost")}), "damaged"),
        (epub({"one": ONE}, parts={"OEBPS/book.opf": "<package>"}), "damaged"),
        (epub({"one": ONE}, parts={"OEBPS/book.opf": package(*map(str, range(2_001)))}), "at most 2,000"),
        (epub({"one": ONE}, parts={"META-INF/container.xml": "<container/>"}), "damaged"),
        (epub({"one": ONE}, parts={"META-INF/container.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "entities"),
        (epub({"one": ONE}, parts={"META-INF/encryption.xml": LOCK.format("http://example/aes")}), "copy-protected"),
        (epub({"one": ONE}, parts={"META-INF/rights.xml": "<rights/>"}), "copy-protected"),
        (epub({"one": chapter("<div>" * 230 + QUEEN + "</div>" * 230)}), "nested"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused_in_one_sentence(data, words):
    with pytest.raises(BadText, match=words):
        read_file(data, name="book.epub")
