"""The whole road: a text becomes a bank, a timed quiz, scores and a gradebook CSV."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from quizgen.domain.attempts.paper import Paper, read_paper
from quizgen.domain.items.item import Item
from quizgen.domain.items.single_choice import option_id
from quizgen.storage.engine import Database
from quizgen.storage.tables.accounts import AccountRow
from quizgen.storage.tables.attempts import AttemptRow, PaperRow
from tests.journeys.site import Site

PASSWORD = "a heron stands still"
GENERATION_MILLISECONDS = 120_000
TEXT = """\
The Bell Foundry at Marrow Street

The foundry at Marrow Street was opened in 1764 by two brothers from the coast. It cast its first church bell in the
spring of 1766. By 1790 the foundry employed 48 people, and it had become the largest workshop in the town.

A bell begins as a hollow between two moulds of clay, horse hair and sand. The bronze is an alloy of copper and tin, and
it is poured at about 1,100 degrees. Small bells cool in a day. The biggest bell of the foundry, which weighs 9 tonnes,
cooled for more than two weeks in 1842.

According to the town's chronicle, a worker climbed into the great mould and fell asleep there. The owners may have
invented the story to bring visitors to the yard. Some historians believe that the younger brother had learned his trade
in Holland.

In 1911 a fire destroyed the pattern loft. The number of bells cast in a year fell from 60 in 1905 to 22 in 1913. The
foundry closed in 1958. Its last bell was sold to a school, and it still hangs there.

Leave a Comment
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a teacher, and a short grace so that the server's end need not be waited for."""
    site = Site(tmp_path_factory.mktemp("road") / "data", grace_seconds=1)
    site.start()
    added = site.run_cli("account", "add", "hazel", "--name", "Hazel Ashdown", "--password-stdin", given=PASSWORD)
    assert added.returncode == 0, added.stderr
    yield site
    site.kill()


@pytest.fixture
def visitors(browser: Browser) -> Iterator[list[BrowserContext]]:
    """The people of the journey, each with a browser of their own."""
    contexts = [browser.new_context() for _ in range(3)]
    for context in contexts:
        context.set_default_timeout(20_000)
    yield contexts
    for context in contexts:
        context.close()


def test_a_text_becomes_a_quiz_that_two_students_sit_and_a_gradebook(
    site: Site, visitors: list[BrowserContext]
) -> None:
    teacher, juniper, rowan = (context.new_page() for context in visitors)

    sign_in(site, teacher, "hazel")
    code = make_class(teacher)
    make_bank(teacher)
    publish(teacher)

    for page, name in ((juniper, "Juniper Quill"), (rowan, "Rowan Pike")):
        join(site, page, code, name)

    expected = {}
    start(juniper)
    paper = paper_of(site, "juniper.quill")
    answer(juniper, paper, right=len(paper.questions))
    hand_in(juniper, len(paper.questions))
    expected["juniper.quill"] = len(paper.questions)

    start(rowan)
    paper = paper_of(site, "rowan.pike")
    answer(rowan, paper, right=2, wrong=1)
    rowan.close()
    expected["rowan.pike"] = 2
    let_time_pass(site, "rowan.pike", timedelta(minutes=10))

    teacher.goto(f"{site.url}/classes")
    teacher.get_by_role("link", name="8 Heron", exact=True).click()
    teacher.get_by_role("link", name="Gradebook").first.click()
    table = teacher.get_by_role("table")
    expect(table).to_contain_text("Juniper Quill")
    wait_until_handed_in_by_server(teacher, "Rowan Pike")

    with teacher.expect_download() as waiting:
        teacher.get_by_role("link", name="Export CSV").click()
    rows = csv_rows(waiting.value.path().read_bytes())
    assert [row["name"] for row in rows] == ["Juniper Quill", "Rowan Pike"]
    for row in rows:
        assert Fraction(row["The Bell Foundry"]) == expected[row["username"]]
        assert Fraction(row["total"]) == expected[row["username"]]

    same = site.run_cli("gradebook", "8 Heron", "-o", "-")
    assert csv_rows(same.stdout.encode()) == rows


def sign_in(site: Site, page: Page, username: str) -> None:
    page.goto(f"{site.url}/sign-in")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")


def make_class(page: Page) -> str:
    page.get_by_role("link", name="Classes", exact=True).click()
    page.get_by_role("link", name=re.compile("new class|make a class", re.IGNORECASE)).first.click()
    page.get_by_label("Name").fill("8 Heron")
    page.get_by_role("button", name="Make the class").click()
    return page.locator(".class-code .code").inner_text()


def make_bank(page: Page) -> None:
    page.get_by_role("link", name="Banks", exact=True).click()
    page.get_by_role("link", name="New bank").click()
    page.get_by_label("Or paste the text").fill(TEXT)
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_text("Left out: comment prompt")).to_be_visible()
    page.get_by_role("button", name="Make the bank").click()
    publish_link = page.get_by_role("link", name="Publish a quiz")
    see_bank = page.get_by_role("link", name=re.compile("(see|open|to) the bank", re.IGNORECASE))
    expect(publish_link.or_(see_bank).first).to_be_visible(timeout=GENERATION_MILLISECONDS)
    if not publish_link.is_visible():
        see_bank.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bell Foundry")
    expect(page.locator("#passage")).not_to_contain_text("Leave a Comment")
    page.get_by_text("How this bank was made").click()
    page.get_by_role("link", name="The whole report").click()
    page.get_by_text("Comment prompt: 1").click()
    expect(page.get_by_role("listitem").filter(has_text="Leave a Comment")).to_be_visible()
    page.get_by_role("link", name="The Bell Foundry").click()


def publish(page: Page) -> None:
    page.get_by_role("link", name="Publish a quiz").click()
    page.get_by_label("Title").fill("The Bell Foundry")
    page.get_by_label("Time limit in minutes").fill("10")
    page.get_by_label("How many").fill("6")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Bell Foundry")


def join(site: Site, page: Page, code: str, name: str) -> None:
    page.goto(f"{site.url}/join")
    page.get_by_label("Class code").or_(page.get_by_label("Code")).first.fill(code)
    page.get_by_label("Your name").or_(page.get_by_label("Name", exact=True)).first.fill(name)
    page.get_by_label("User name").fill(name.lower().replace(" ", "."))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Join the class").click()
    expect(page.get_by_role("heading", name="The Bell Foundry")).to_be_visible()


def start(page: Page) -> None:
    page.get_by_role("button", name="Start The Bell Foundry").click()
    expect(page.get_by_role("heading", name=re.compile("Question 1 of"))).to_be_visible()
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"9:\d\d|10:00"))


def answer(page: Page, paper: Paper, *, right: int, wrong: int = 0) -> None:
    """Answer the first questions, ``right`` of them rightly and then ``wrong`` not, and wait until all are saved."""
    for number, question in enumerate(paper.questions[: right + wrong], start=1):
        samples = question.item.samples()
        give(page, number, question.item, samples.right if number <= right else samples.wrong)
        expect(page.locator("#slot")).to_contain_text("Saved at")
        if number < len(paper.questions):
            page.locator(f"#question-{number}").get_by_role("button", name="Next").last.click()
            expect(page.locator(f"#question-{number + 1}")).to_be_visible()


def give(page: Page, number: int, item: Item, response: str) -> None:
    form = page.locator(f"#question-{number}")
    options = getattr(item, "options", ())
    if item.kind == "cloze" and not options:
        form.locator("input[name=response]").fill(response)
        form.locator("input[name=response]").blur()
        return
    if item.kind == "cloze":
        response = next(option for option in options if item.credit(option) == item.credit(response))
    choices = {option_id(option): option for option in options} if item.kind == "single_choice" else {}
    value = response if response in choices or not choices else option_id(response)
    form.locator(f'input[name=response][value="{value}"]').check(force=True)


def hand_in(page: Page, questions: int) -> None:
    page.locator("header").get_by_role("button", name="Hand in").click()
    expect(page.get_by_text(f"You have answered {questions} of {questions}.")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()


def wait_until_handed_in_by_server(page: Page, name: str) -> None:
    row = page.get_by_role("row").filter(has_text=name)
    for _ in range(40):
        if row.filter(has_text="server").count():
            return
        page.wait_for_timeout(250)
        page.reload()
    raise AssertionError(f"The server did not hand in for {name}.")


def paper_of(site: Site, username: str) -> Paper:
    """Return the student's paper with its keys, from behind the pages."""
    database = Database(site.database_url)
    with database.reading() as session:
        document = session.scalars(
            select(PaperRow.document)
            .join(AttemptRow, AttemptRow.id == PaperRow.attempt_id)
            .join(AccountRow, AccountRow.id == AttemptRow.student_id)
            .where(AccountRow.username == username)
        ).one()
    database.dispose()
    return read_paper(document)


def let_time_pass(site: Site, username: str, length: timedelta) -> None:
    """Move the student's attempt back in time, as if so much of it had gone by."""
    database = Database(site.database_url)
    with database.writing() as session:
        attempt = session.scalars(
            select(AttemptRow)
            .join(AccountRow, AccountRow.id == AttemptRow.student_id)
            .where(AccountRow.username == username)
        ).one()
        assert attempt.deadline
        assert attempt.look_at
        attempt.started -= length
        attempt.deadline -= length
        attempt.look_at -= length
    database.dispose()


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
