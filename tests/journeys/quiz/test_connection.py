"""No answer is lost: without network, over a reload, in two tabs, on two devices, after the sign-in ended."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.quiz.auditor import Auditor
from tests.journeys.quiz.conftest import Room, sign_in, stored_sequences

LONG = 25_000
# A tab that crashes does not send what waits on its way out.
NO_GOODBYE = """
const listen = window.addEventListener;
window.addEventListener = (name, ...rest) => name === 'pagehide' || listen.call(window, name, ...rest);
"""


def slot(page: Page, words: str, **options: float) -> None:
    expect(page.locator("#slot-words")).to_contain_text(words, **options)


def test_a_lost_connection_keeps_answers_and_sends_them_once_when_it_is_back(room: Room, page: Page) -> None:
    attempt = room.attempt()
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    slot(page, "Saved at")
    page.context.set_offline(True)
    for _ in range(3):
        page.keyboard.press("n")
        page.keyboard.press("f")
    slot(page, "Connection lost. 3 answers waiting. Keep going.")
    expect(page.get_by_role("status")).to_contain_text("The clock keeps running.")
    expect(page.locator("button.square.is-waiting")).to_have_count(3)
    expect(page.get_by_text("Waiting to be sent", exact=True)).to_be_visible()
    page.keyboard.press("u")
    page.get_by_role("banner").get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Question 4 of 6")).to_be_visible()
    assert room.responses(attempt) == {1: "true"}
    page.context.set_offline(False)
    slot(page, "Connected again. All answers saved at", timeout=LONG)
    expect(page.locator("button.square.is-waiting")).to_have_count(0)
    rows = stored_sequences(room, attempt)
    assert [(place, response) for place, response, _ in rows] == [
        (0, "true"),
        (1, "false"),
        (2, "false"),
        (3, "unverified"),
    ]


def test_waiting_answers_survive_a_tab_that_crashes_and_the_last_one_wins(room: Room, page: Page) -> None:
    attempt = room.attempt()
    page.add_init_script(NO_GOODBYE)
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    for key in "tfu":
        page.keyboard.press(key)
    page.keyboard.press("l")
    slot(page, "Connection lost. 1 answer waiting.")
    page.reload()
    expect(page.locator("#question-1 input:checked")).to_have_value("unverified")
    slot(page, "Connection lost. 1 answer waiting.")
    assert room.responses(attempt) == {}
    page.unroute("**/responses")
    slot(page, "All answers saved at", timeout=LONG)
    assert room.responses(attempt) == {1: "unverified"}


def test_a_page_that_is_left_sends_what_waits_on_its_way_out(room: Room, page: Page) -> None:
    attempt = room.attempt()
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    page.keyboard.press("f")
    slot(page, "Connection lost. 1 answer waiting.")
    page.goto(f"{room.site.url}/")
    page.goto(room.url(attempt))
    expect(page.locator("#question-1 input:checked")).to_have_value("false")
    assert room.responses(attempt) == {1: "false"}


def test_a_server_that_dies_in_mid_quiz_loses_nothing(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    slot(page, "Saved at")
    room.site.kill()
    page.keyboard.press("n")
    page.keyboard.press("f")
    slot(page, "Connection lost. 1 answer waiting.")
    room.site.start()
    slot(page, "Connected again. All answers saved at", timeout=LONG)
    assert room.responses(attempt) == {1: "true", 2: "false"}
    auditor.audit(page)


def test_swallowed_replies_store_nothing_twice(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    swallowed = []

    def swallow(route: object) -> None:
        if len(swallowed) < 2:
            swallowed.append(route.fetch())  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/responses", swallow)
    page.goto(room.url(attempt))
    page.keyboard.press("f")
    slot(page, "Connected again.", timeout=LONG)
    assert len(swallowed) == 2
    assert stored_sequences(room, attempt) == [(0, "false", 0)]
    auditor.audit(page)


def test_two_tabs_show_each_others_answers(room: Room, page: Page) -> None:
    attempt = room.attempt()
    other = page.context.new_page()
    auditor = Auditor(room, attempt)
    auditor.watch(page, other)
    for tab in (page, other):
        tab.goto(room.url(attempt))
    page.keyboard.press("t")
    expect(other.locator("#question-1 input:checked")).to_have_value("true")
    other.keyboard.press("u")
    expect(page.locator("#question-1 input:checked")).to_have_value("unverified")
    slot(other, "Saved at")
    expect(page.locator("button.square.is-waiting")).to_have_count(0)
    assert room.responses(attempt) == {1: "unverified"}
    auditor.audit(page, other)


def test_a_second_device_shows_the_newer_answer_and_says_so(room: Room, device: Callable[..., BrowserContext]) -> None:
    attempt = room.attempt()
    school, phone = device().new_page(), device(width=390).new_page()
    auditor = Auditor(room, attempt)
    auditor.watch(school, phone)
    for page in (school, phone):
        page.goto(room.url(attempt))
    school.keyboard.press("t")
    school.keyboard.press("f")
    slot(school, "Saved at")
    expect(school.locator("button.square.is-waiting")).to_have_count(0)
    phone.keyboard.press("u")
    slot(phone, "A newer answer to question 1 came from another tab or device. It is shown now.")
    expect(phone.locator("#question-1 input:checked")).to_have_value("false")
    assert room.responses(attempt) == {1: "false"}
    phone.keyboard.press("u")
    slot(phone, "Saved at")
    assert room.responses(attempt) == {1: "unverified"}
    auditor.audit(phone)


def test_after_a_new_sign_in_in_another_tab_the_queue_goes_on(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    page.goto(room.url(attempt))
    page.context.clear_cookies()
    page.keyboard.press("f")
    slot(page, "Sign in again in another tab. 1 answer waiting. Keep going.")
    assert room.responses(attempt) == {}
    sign_in(room.site, page.context.new_page())
    slot(page, "Connected again. All answers saved at", timeout=LONG)
    assert room.responses(attempt) == {1: "false"}
    auditor.audit(page)


def test_what_waits_when_handing_in_is_asked_goes_first(room: Room, page: Page) -> None:
    attempt = room.attempt()
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    slot(page, "Connection lost. 1 answer waiting.")
    page.unroute("**/responses")
    page.goto(room.url(attempt, "/hand-in"))
    expect(page.get_by_text("You have answered 1 of 6.")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()
    assert room.responses(attempt) == {1: "true"}
