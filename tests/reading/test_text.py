"""Reading a text: what is kept, what is left out and why, and what is refused."""

import pytest

from quizgen.domain.errors import BadText
from quizgen.domain.passages.passage import Passage
from quizgen.reading.origin import OriginMap
from quizgen.reading.text import LARGEST, read_text
from tests.passages import ARTICLE_WITH_FURNITURE, HARBOUR

PLAIN = "The town lies on a river. It was built by the sea and has a small museum near the old pier.\n"


def test_a_title_headings_and_paragraphs_keep_their_places():
    reading = read_text(ARTICLE_WITH_FURNITURE.encode(), name="rivers.txt")
    blocks = Passage("p1", reading.title, reading.text).blocks()
    assert reading.title == "Why Rivers Bend"
    assert [(block.level, block.span.of(reading.text).split()[0]) for block in blocks] == [
        (1, "Why"),
        (0, "Rivers"),
        (2, "Old"),
        (0, "When"),
    ]


def test_everything_around_an_article_is_left_out_and_listed_with_its_reason():
    reading = read_text(ARTICLE_WITH_FURNITURE.encode(), name="rivers.txt")
    assert [(one.reason, one.text.split()[0]) for one in reading.left_out] == [
        ("byline", "By"),
        ("byline", "March"),
        ("share line", "Share"),
        ("related links", "Related"),
        ("related links", "Ten"),
        ("author biography", "Juniper"),
        ("comment prompt", "Leave"),
        ("copyright", "©"),
    ]
    assert all(ARTICLE_WITH_FURNITURE[one.start : one.end] == one.text for one in reading.left_out)


def test_a_text_about_a_writer_is_not_taken_for_a_biography_of_its_author():
    text = (
        "Hazel Ashdown wrote four novels about the sea.\n\nThe first was printed in the town.\n\nIt sold well.\n\n"
        "Hazel Ashdown was an author who lived in Lindry. Her work is still read by many.\n"
    )
    assert read_text(text.encode(), name="a.txt").left_out == ()


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to make this site better.",
        "Subscribe to our newsletter",
        "Home » Science » Rivers",
        "Tags: rivers, soil",
        "Skip to content",
        "12 Comments",
        "5 min read",
        "Photo: Hazel Ashdown",
        "Advertisement",
    ],
)
def test_a_line_of_page_furniture_is_left_out(line):
    reading = read_text(f"{PLAIN}\n{line}\n\n{PLAIN}".encode(), name="a.txt")
    assert [one.text for one in reading.left_out] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was changed in 1976 and again in the year 1998.",
        "Search for gold was common in the hills.",
        "By the end of the war the town had lost half of its people.",
        "Home is where the museum stands.",
    ],
)
def test_a_sentence_that_opens_like_furniture_is_the_authors(line):
    assert line in read_text(f"{PLAIN}\n{line}\n\n{PLAIN}".encode(), name="a.txt").text


def test_single_line_ends_of_a_hard_wrapped_text_are_not_paragraphs():
    wrapped = (
        "The harbour was built long ago by the people of the town, who needed\n"
        "a safe place for their boats and a market for the fish that they had\n"
        "caught in the bay during the warm months of the year.\n\n"
        "It is still in use.\n"
    )
    reading = read_text(wrapped.encode(), name="a.txt")
    assert len(Passage("p", "", reading.text).paragraphs()) == 2
    assert "needed a safe place" in reading.text


def test_a_hyphen_at_a_line_end_goes_when_the_text_writes_the_word_without_it():
    wrapped = (
        "The old lighthouse of the town stands on a rock in the bay and the light-\n"
        "house can be seen by all of the ships that come from the north or the well-\n"
        "known island behind it, which is a home for the birds of the sea there.\n"
    )
    text = read_text(wrapped.encode(), name="a.txt").text
    assert "the lighthouse can" in text
    assert "well-known island" in text


def test_single_line_ends_between_whole_sentences_are_paragraphs():
    text = f"{PLAIN}The museum has a boat from the old days and a model of the pier.\n{PLAIN}"
    assert len(Passage("p", "", read_text(text.encode(), name="a.txt").text).paragraphs()) == 3


def test_list_entries_become_paragraphs_without_their_marks():
    reading = read_text(f"{PLAIN}\n- the old pier\n- the new pier\n".encode(), name="a.txt")
    assert reading.text.endswith("the old pier\n\nthe new pier")


def test_markdown_loses_its_mark_up_and_keeps_its_words():
    markdown = (
        "---\ndate: today\n---\n# The *Harbour*\n\nThe **harbour** of [Lindry](https://example.org/a_(b)) "
        "has `two` piers "
        "and a_snake_name.[^1] ![boat](boat.png)\nIt is <em>old</em> &amp; safe.\n\nTrade\n-----\n\n- salt\n- fish\n\n"
        "```\ncode here\n```\n\n| a | b |\n|---|---|\n\n[^1]: A note.\n\n> They said it was the best.\n"
    )
    reading = read_text(markdown.encode(), name="harbour.md")
    assert reading.text == (
        "# The Harbour\n\nThe harbour of Lindry has two piers and a_snake_name. It is old & safe.\n\n## "
        "Trade\n\nsalt\n\n"
        "fish\n\nThey said it was the best."
    )
    assert [one.reason for one in reading.left_out] == ["front matter", "code", "table", "footnote"]


@pytest.mark.parametrize(
    ("data", "encoding", "noted"),
    [
        (PLAIN.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + PLAIN.encode(), "utf-8", False),
        (PLAIN.encode("utf-16"), "utf-16", False),
        (PLAIN.encode("utf-16-le"), "utf-16-le", True),
        (PLAIN.encode("utf-16-be"), "utf-16-be", True),
        (PLAIN.replace("museum", "café").encode("cp1252"), "cp1252", True),
        (PLAIN.replace("museum", "caf\xe9 \x81").encode("latin-1"), "latin-1", True),
        (("é" * 40 + PLAIN).encode() + b"\xff", "utf-8", True),
    ],
)
def test_an_encoding_is_told_or_guessed_aloud(data, encoding, noted):
    reading = read_text(data, name="a.txt")
    assert reading.encoding == encoding
    assert bool(reading.notes) is noted
    assert "The town lies on a river." in reading.text


def test_damaged_letters_are_put_right_and_noted():
    reading = read_text(PLAIN.replace("It was", "It wasnâ€™t").encode(), name="a.txt")
    assert "wasn’t" in reading.text
    assert any("damaged" in note for note in reading.notes)
    place = reading.text.index("’")
    assert (reading.origin.original(place), reading.origin.original(place + 1)) == (place, place + len("â€™"))


@pytest.mark.parametrize(
    "text", ["À¼b> is no mark-up.", "＜b＞ is no mark-up.", "+ADw-b+AD4- is no mark-up.", "Ã¼", "«CAFÉ»"]
)
def test_no_repair_makes_mark_up(text):
    for name in ("a.txt", "a.md"):
        passage = read_text(f"{PLAIN}\n\n{text}".encode(), name=name).text
        assert not set("<&*_`[") & set(passage)


def test_windows_line_ends_and_reference_marks_are_noted_and_gone():
    reading = read_text(b"The town is old.[12]\r\nIt has a pier[citation needed] by the sea.\r\n", name="a.txt")
    assert reading.text == "The town is old.\n\nIt has a pier by the sea."
    assert len(reading.notes) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 the text of a file", "PDF"),
        (b"PK\x03\x04 the text", "packed"),
        (bytes(range(256)) * 20, "other file"),
        (b"<!DOCTYPE html><p>The town is old.</p>", "web page"),
        (b"a" * (LARGEST + 1), "divide it"),
        (b"Only a heading", "full sentence"),
        (
            b"Der Hafen wurde von den Leuten gebaut und ist auch heute noch ein Ort, den sie lieben.",
            "German",
        ),
        ("Гавань была построена давно. Она очень старая и красивая.".encode(), "Cyrillic"),
        (
            "Le port de la ville a été construit par les gens du village et il est dans un bon état.".encode(),
            "French",
        ),
    ],
)
def test_what_cannot_be_a_passage_is_refused_in_one_sentence(data, words):
    with pytest.raises(BadText, match=words):
        read_text(data, name="a.txt")


def test_a_text_without_a_heading_is_named_after_its_file_or_its_first_words():
    assert read_text(PLAIN.encode(), name="old_harbour-town.txt").title == "Old harbour town"
    assert read_text(PLAIN.encode(), name="pasted.txt").title == "The town lies on a river. It was ..."


def test_an_origin_map_survives_storage():
    origin = read_text(HARBOUR.encode(), name="a.md").origin
    assert OriginMap.from_document(origin.document()) == origin
