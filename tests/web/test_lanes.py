"""Two lanes into a process: saves go before pages, and who sends slowly takes nobody's room."""

import io
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from werkzeug.test import create_environ

from quizgen.web import lanes
from quizgen.web.lanes import Lanes

PAGE, SAVE = "/banks", "/attempts/7/responses"
SOON = 10


class Works:
    """An application whose requests work until they are let go; it notes who begins."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self._doors: dict[str, threading.Event] = {}
        self._changed = threading.Condition()

    def __call__(self, environ, _start_response):
        name = environ["QUERY_STRING"]
        with self._changed:
            self.begun.append(name)
            self._changed.notify_all()
        assert self.door(name).wait(SOON)
        return [environ["wsgi.input"].read()]

    def door(self, name: str) -> threading.Event:
        return self._doors.setdefault(name, threading.Event())

    def wait_for(self, *names: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: set(names) <= set(self.begun), SOON), self.begun


class Room:
    """Requests that come one after the other, each in a thread of its own."""

    def __init__(self, pages: int, longest_body: int = 100) -> None:
        self.works = Works()
        self.lanes = Lanes(self.works, pages=pages, longest_body=longest_body)
        self.threads = ThreadPoolExecutor(20)

    def ask(self, name: str, path: str, **environ: object) -> "Future[list[bytes]]":
        asked = create_environ(path, query_string=name, **environ)
        return self.threads.submit(lambda: list(self.lanes(asked, lambda *_: None)))

    def queued(self, count: int) -> None:
        """Wait until that many wait for their turn."""
        given_up = threading.Event()
        for _ in range(SOON * 1000):
            if len(self.lanes._pages.waiting) + len(self.lanes._short.waiting) == count:
                return
            given_up.wait(0.001)
        pytest.fail("nobody queues")

    def end(self, *names: str) -> None:
        for name in names:
            self.works.door(name).set()


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room(pages=1)
    yield room
    room.end(*room.works.begun)
    room.threads.shutdown()


def test_a_save_begins_beside_a_page_at_work(room: Room) -> None:
    room.ask("page", PAGE)
    room.works.wait_for("page")
    room.ask("save", SAVE)
    room.works.wait_for("save")


def test_a_page_waits_until_the_saves_are_done(room: Room) -> None:
    room.ask("save", SAVE)
    room.works.wait_for("save")
    page = room.ask("page", PAGE)
    room.queued(1)
    room.end("page")
    assert not page.done()
    room.end("save")
    page.result(SOON)
    assert room.works.begun == ["save", "page"]


def test_a_page_that_has_waited_long_begins_beside_saves(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "PATIENCE_SECONDS", 0)
    room.ask("save", SAVE)
    room.works.wait_for("save")
    room.ask("page", PAGE)
    room.works.wait_for("page")


def test_pages_come_in_the_order_of_asking_and_no_more_than_there_is_room_for(room: Room) -> None:
    asked = [room.ask("first", PAGE)]
    room.works.wait_for("first")
    for count, name in enumerate(("second", "third"), 1):
        asked.append(room.ask(name, PAGE))
        room.queued(count)
    assert room.works.begun == ["first"]
    room.end("first", "second", "third")
    for page in asked:
        page.result(SOON)
    assert room.works.begun == ["first", "second", "third"]


def test_no_more_saves_work_at_once_than_there_is_room_for(room: Room) -> None:
    for name in ("first", "second"):
        room.ask(name, SAVE)
    room.works.wait_for("first", "second")
    room.ask("third", SAVE)
    room.queued(1)
    room.end("first")
    room.works.wait_for("third")


def test_a_request_that_fails_makes_room(room: Room) -> None:
    failing = Lanes(_fail, pages=1, longest_body=100)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            failing(create_environ(PAGE), lambda *_: None)


def test_a_slow_sender_takes_no_room_before_the_body_is_whole(room: Room) -> None:
    slow = _Slow(b"all of it")
    sent = room.ask("slow", PAGE, method="POST", input_stream=slow, content_length=9)
    room.ask("page", PAGE)
    room.works.wait_for("page")
    slow.arrived.set()
    room.end("page", "slow")
    assert sent.result(SOON) == [b"all of it"]
    assert room.works.begun == ["page", "slow"]


def test_a_body_beyond_the_limit_is_left_for_the_application_to_refuse(room: Room) -> None:
    body = io.BytesIO(b"x" * 101)
    sent = room.ask("large", PAGE, method="POST", input_stream=body, content_length=101)
    room.works.wait_for("large")
    assert body.tell() == 0
    room.end("large")
    assert sent.result(SOON) == [b"x" * 101]


def _fail(_environ, _start_response):
    return 1 / 0


class _Slow(io.BytesIO):
    def __init__(self, body: bytes) -> None:
        super().__init__(body)
        self.arrived = threading.Event()

    def read(self, size: int | None = -1, /) -> bytes:
        assert self.arrived.wait(SOON)
        return super().read(size)
