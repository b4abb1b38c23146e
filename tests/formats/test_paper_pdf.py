"""A paper as PDF: everything is set as it stands, nothing in a text is markup, and size and time have an end."""

import io
import random
import subprocess

import pypdfium2
import pytest

from quizgen.domain.banks.printing import VERSIONS, PrintedPaper, printed
from quizgen.domain.errors import BadInput, Unavailable
from quizgen.formats import paper_pdf as pdf_format
from quizgen.formats.paper_pdf import lacks_letters, paper_pdf
from tests import builders
from tests.domain.banks.test_printing import EVERY_KIND

HOSTILE = '#eval("6*7") #read("/etc/passwd") #panic() *bold* x<y & $x$ // gone \\ @ref `raw` [b] = Head'


def paper(*items: object, title: str = "Rivers", text: str = builders.TEXT) -> PrintedPaper:
    bank = builders.bank(items=items or EVERY_KIND, passages=(builders.passage(text),))
    return printed(bank, bank.items, title=title, code="4711", letters=VERSIONS, rng=random.Random(1))


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_questions_answer_sheets_and_keys_are_pages_of_their_own() -> None:
    found = pages(paper_pdf(paper(), words="8 Heron, 20 minutes"))
    assert [page.count("Key, version") for page in found] == [0, 0, 0, 0, 1, 1]
    assert "Questions, version A, 8 Heron, 20 minutes" in found[0]
    assert "The Wye is a river. It may flood in spring." in found[0]
    assert "Answer sheet, version B" in found[3]
    assert "two hundred and fifty" not in " ".join(found[:4])
    assert "250 or two hundred and fifty" in found[4]
    assert all("4711" in page for page in found)


def test_text_and_key_are_left_out_on_request() -> None:
    found = pages(paper_pdf(paper(), passages=False, key=False))
    assert len(found) == 4
    assert "It may flood in spring. It is 250 kilometres" not in found[0]


def test_what_people_wrote_is_set_as_it_stands() -> None:
    items = (builders.verdict(stem=HOSTILE), builders.choice(options=(HOSTILE, "lake"), key=HOSTILE))
    found = pages(paper_pdf(paper(*items, title=HOSTILE, text=f"# {HOSTILE}\n\n{HOSTILE}\n"), words=HOSTILE))
    assert found[0].count('#eval("6*7") #read("/etc/passwd") #panic() *bold* x<y & $x$ // gone') >= 4
    assert "42" not in found[0]
    assert "root:" not in " ".join(found)


def test_characters_that_no_page_shows_are_left_out() -> None:
    assert pages(paper_pdf(paper(builders.verdict(stem="One\x00\x07 \ud800two \ufffe."))))


def test_the_same_paper_is_the_same_bytes() -> None:
    assert paper_pdf(paper()) == paper_pdf(paper())


def test_letters_that_the_fonts_lack_are_known() -> None:
    assert not lacks_letters(paper(builders.verdict(stem="Ærøskøbing, Đakovo, Ωmega, Москва → x ≤ y")))
    assert lacks_letters(paper(builders.verdict(stem="河")))
    assert pages(paper_pdf(paper(builders.verdict(stem="河 شارع"))))


def test_a_paper_that_nobody_would_print_is_refused() -> None:
    with pytest.raises(BadInput, match="at most 200 questions"):
        paper_pdf(paper(*[builders.verdict(f"i-{number}") for number in range(201)]))
    with pytest.raises(BadInput, match="print the questions without it"):
        paper_pdf(paper(text="word " * 100_001))


def test_what_takes_too_long_or_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    def too_slow(*arguments: object, **_: object) -> None:
        raise subprocess.TimeoutExpired("typst", 20)

    monkeypatch.setattr(pdf_format, "_SETTER", "/nowhere/at/all.py")
    with pytest.raises(Unavailable, match="Print the page instead"):
        paper_pdf(paper())
    monkeypatch.setattr(pdf_format.subprocess, "run", too_slow)
    with pytest.raises(Unavailable, match="within 20 seconds"):
        paper_pdf(paper())
