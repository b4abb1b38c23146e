"""What reading left out can go back to its place, and the map to the original stays right."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.errors import BadText
from quizgen.domain.passages.passage import Passage
from quizgen.reading.finishing import LeftOut, Reading
from quizgen.reading.putting_back import can_be_put_back, put_back
from quizgen.reading.text import read_text
from tests.passages import ARTICLE_WITH_FURNITURE

SENTENCE = "The old town is on the river and it has a pier that was built for the boats of the sea."
LINES = st.sampled_from(
    [SENTENCE, "## Old town", "Share this article", "By Hazel Ashdown", "Leave a comment", "All rights reserved.",
     "Subscribe to our *newsletter*!", "| year | boats |\n|---|---|\n| 1950 | 40 |", "[^1]: See the pier.", "# Towns",
     "```\n# boats = 40\n\nprint(boats)\n```", "## Related articles", "- Ten old towns", "[a]: https://pier.example",
     "\u00ad Share\r\nthis", "About the author", "Rowan Pike is a writer who lives in the town and has a newsletter."]
)  # fmt: skip


def read(lines: list[str], name: str) -> tuple[str, Reading] | None:
    original = "\n\n".join([SENTENCE, *lines])
    try:
        return original, read_text(original.encode(), name=name)
    except BadText:
        return None


def all_of(reading: Reading) -> Reading:
    return put_back(reading, range(len(reading.left_out)))


def words_of(text: str) -> list[str]:
    return [block.span.of(text) for block in Passage("p1", "", text).blocks()]


@given(st.lists(LINES, max_size=10), st.sampled_from(["a.txt", "a.md"]))
def test_putting_everything_back_loses_nothing_and_every_place_still_leads_to_the_original(lines, name):
    found = read(lines, name)
    if found is None:
        return
    original, before = found
    after = all_of(before)
    for index, char in enumerate(after.text):
        if not char.isspace() and char != "#":
            assert original[after.origin.original(index)] == char
    assert not any(map(can_be_put_back, after.left_out))
    for piece in before.left_out:
        for line in piece.words.split("\n"):
            assert not any(map(str.isalnum, line)) or " ".join(line.split()) in after.text
    kept = iter(after.text.split("\n\n"))
    assert all(block in kept for block in before.text.split("\n\n"))


@given(st.lists(LINES, max_size=8), st.sampled_from(["a.txt", "a.md"]), st.data())
def test_piece_by_piece_in_any_order_gives_the_same_passage(lines, name, data):
    found = read(lines, name)
    if found is None:
        return
    _, reading = found
    whole = all_of(reading)
    while waiting := [place for place, piece in enumerate(reading.left_out) if can_be_put_back(piece)]:
        reading = put_back(reading, [data.draw(st.sampled_from(waiting))])
    assert reading == whole


def test_a_piece_stands_where_the_text_had_it():
    reading = read_text(ARTICLE_WITH_FURNITURE.encode(), name="rivers.txt")
    share = next(place for place, piece in enumerate(reading.left_out) if piece.reason == "share line")
    after = put_back(reading, [share])
    words = words_of(after.text)
    place = words.index(reading.left_out[share].text)
    assert [*words[:place], *words[place + 1 :]] == words_of(reading.text)
    stood = [after.origin.original(after.text.index(word)) for word in words[place - 1 : place + 2]]
    assert stood == sorted(stood)
    assert len(after.left_out) == len(reading.left_out) - 1


def test_a_heading_comes_back_as_a_heading_and_a_table_line_by_line_without_its_rule():
    text = f"# Towns\n\n{SENTENCE}\n\n## Boats\n\n| year | boats |\n|---|---|\n| 1950 | 40 |\n"
    reading = read_text(text.encode(), name="towns.md")
    assert [piece.reason for piece in reading.left_out] == ["heading without text", "table"]
    after = all_of(reading)
    assert after.text == f"# Towns\n\n{SENTENCE}\n\n## Boats\n\n| year | boats |\n\n| 1950 | 40 |"


def test_nothing_chosen_changes_nothing():
    reading = read_text(ARTICLE_WITH_FURNITURE.encode(), name="rivers.txt")
    assert put_back(reading, []) == put_back(reading, [-1, 99]) == reading


def test_a_piece_that_does_not_know_its_words_stays_away():
    reading = read_text(SENTENCE.encode(), name="a.txt")
    old = Reading(reading.title, reading.text, (LeftOut(0, 3, "share line", "The"),), reading.origin, "utf-8", ())
    assert not can_be_put_back(old.left_out[0])
    assert put_back(old, [0]) == old
