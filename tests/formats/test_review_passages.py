"""What the reader has beside the sheet: the rules that are needed, and every paragraph by its number."""

from quizgen.domain.reviewing.sheet import Question, Sheet
from quizgen.formats.review_passages import passages_markdown
from tests.builders import bank, cloze, passage, verdict


def page(*questions: Question) -> str:
    texts = (passage(), passage("First\nlines.\n\n## Part\n\nSecond.", "p2"))
    return passages_markdown(bank(passages=texts), Sheet("Rivers", questions))


def test_texts_stand_by_number_and_paragraphs_too() -> None:
    text = page(Question("q1", "text 1", verdict()))
    assert "# Text 1: Rivers\n\n## Rivers\n\n**[1]** The Wye is a river. It may flood" in text
    assert text.endswith("# Text 2: Rivers\n\n**[1]** First lines.\n\n## Part\n\n**[2]** Second.\n")


def test_only_the_rules_that_are_needed_are_given_and_no_key() -> None:
    verdicts, gaps = page(Question("q1", "text 1", verdict())), page(Question("q1", "text 1", cloze()))
    assert "**The text alone counts**" in verdicts
    assert "words that you know" not in verdicts
    assert "- cloze: the words that belong in the gap" not in verdicts
    assert "**unverified**" not in gaps
    assert "- cloze: the words that belong in the gap" in gaps
    assert "two hundred and fifty" not in gaps
