"""Web pages: the article is kept with its structure, and all around it is listed with its reason."""

import pytest

from quizgen.domain.errors import BadText
from quizgen.reading.files import Reading, read_file
from tests.reading.pages import ARTICLE, PAGE, WAGGLE, page


def read(text: str | bytes, name: str = "page.html") -> Reading:
    return read_file(text if isinstance(text, bytes) else text.encode(), name=name)


@pytest.fixture(scope="module")
def article() -> Reading:
    return read(PAGE)


def reasons(reading: Reading) -> dict[str, str]:
    """Return the reason of each piece that was left out."""
    return {left.text: left.reason for left in reading.left_out}


def test_an_article_keeps_its_title_headings_paragraphs_lists_and_rows(article):
    assert article.title == "How bees find flowers"
    assert article.text.split("\n\n") == [
        "# How bees find flowers",
        "The honey bee finds its way by the sun & by the shape of the land. It remembers both of them for days.",
        "## Dances",
        WAGGLE,
        "The round dance is for food that is near.",
        "The waggle dance is for food that is far away.",
        "Kind; Distance",
        "Round; 50 m",
        "The others follow it, and they find the food.",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("We use cookies and so do our many partners all over the world.", "cookie notice"),
        ("The Daily Meadow", "outside the article"),
        ("News", "navigation"),
        ("By Juniper Quill", "byline"),
        ("Tweet this", "share bar"),
        ("A bee on a flower.", "picture caption"),
        ("Wasps are not bees, as our guide to all the wasps of the meadow tells.", "side column"),
        ("I liked this article a lot, and I told all of my friends about it.", "comments"),
        ("Our printed guide to the wildlife of the meadow can be ordered here.", "advertisement"),
        ("Send me more", "form"),
        ("Nobody sees this.", "hidden"),
        ("All rights reserved by the meadow.", "footer"),
        ("let x = 1;", "code"),
    ],
)
def test_what_stands_around_an_article_is_listed_with_its_reason(article, text, reason):
    assert reasons(article)[text] == reason


def test_scripts_and_styles_are_counted_and_never_read(article):
    assert not any("var hidden" in text for text in (article.text, *reasons(article)))
    assert "2 scripts and styles were not read." in article.notes


def test_offsets_point_into_the_text_as_extracted(article):
    assert all(left.end - left.start == len(left.text) for left in article.left_out)
    places = [article.origin.original(index) for index in range(len(article.text))]
    assert places == sorted(places)
    assert not any(left.start <= places[article.text.index(WAGGLE)] < left.end for left in article.left_out)


def test_names_of_classes_do_not_outweigh_the_prose():
    text = page(f'<div class="comments sidebar-promo"><h1>Bees</h1>{ARTICLE}</div>', attributes='class="cookies share"')
    assert "remembers both" in read(text).text


def test_a_page_without_an_article_element_is_read_where_its_prose_is():
    links = "".join(f'<li><a href="/{number}">The news number {number}</a></li>' for number in range(5))
    reading = read(page(f"<div><ul>{links}</ul></div><div><h2>Bees</h2><div>{ARTICLE}</div></div>"))
    assert reading.text.startswith("## Bees\n\nThe honey bee")
    assert reasons(reading)["The news number 3"] in ("links", "outside the article")


def test_two_line_breaks_divide_paragraphs_and_one_does_not():
    reading = read(page("The bee is in the hive.<br>It is at rest.<br> <br>The other bees are at work in the field."))
    assert reading.text == "The bee is in the hive. It is at rest.\n\nThe other bees are at work in the field."


def test_a_table_for_layout_is_no_table():
    reading = read(page(f"<table><tr><td><a href='/'>News</a></td><td><h1>Bees</h1>{ARTICLE}</td></tr></table>"))
    assert ";" not in reading.text
    assert reading.text.startswith("# Bees\n\nThe honey bee finds")


def test_later_headings_of_the_first_level_go_below_the_title():
    reading = read(page(f"<h1>Bees</h1>{ARTICLE}<h1>Dances</h1>{ARTICLE}<h2>Round ones</h2>{ARTICLE}"))
    assert [line for line in reading.text.split("\n") if line.startswith("#")] == [
        "# Bees", "## Dances", "### Round ones",
    ]  # fmt: skip


def test_a_page_without_a_heading_is_named_by_its_title_without_the_site():
    reading = read(page(ARTICLE, head="<title>The life of the bee | Daily Meadow</title>"))
    assert reading.title == "The life of the bee"


def test_entities_are_resolved_once_and_never_make_mark_up():
    reading = read(page("<p>The tag &lt;script&gt; is in the page, &amp;lt;b&amp;gt; is not, and À¼i> is odd.</p>"))
    assert reading.text == "The tag <script> is in the page, &lt;b&gt; is not, and À¼i> is odd."


def test_damaged_letters_are_put_right_after_the_mark_up_was_read():
    reading = read(page("<p>The beeâ€™s hive is on the hill and it is not â€œ&lt;b&gt;â€\u009d at all.</p>"))
    assert reading.text == "The bee’s hive is on the hill and it is not “<b>” at all."


@pytest.mark.parametrize(
    ("head", "codec", "name"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", "koi8-r"),
        ('<meta charset="windows-1252">', "utf-8", "utf-8"),
        ('<meta charset="rot13">', "utf-8", "utf-8"),
        ("", "utf-16", "utf-16"),
        ("", "utf-8-sig", "utf-8"),
        ("", "cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_the_marks_or_the_declared_or_guessed(head, codec, name):
    letter = "ж" if codec == "koi8-r" else "é"
    reading = read(page(f"<p>The caf{letter} is on the old market of the town.</p>", head=head).encode(codec))
    assert reading.text == f"The caf{letter} is on the old market of the town."
    assert reading.encoding == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (page(""), "no text"),
        (page("<script>document.write('The bee is in the hive.')</script>"), "no text"),
        ("<!doctype html>", "no text"),
        (page("<div>" * 300 + "The bee is in the hive."), "nested"),
        (page("<br>" * 300_000), "elements"),
        (page("<p>" + "The bee is in the hive. " * 90_000), "more than 2,000,000 characters"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_in_one_sentence(text, words):
    with pytest.raises(BadText, match=words):
        read(text)
