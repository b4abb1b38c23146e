"""A student who signs in, starts, saves, hands in and looks at the result, over one connection."""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote_plus

from benchmarks.school.connection import Answer, Connection
from benchmarks.school.house import PASSWORD

_TOKEN = re.compile(rb'name="csrf_token"[^>]*value="([^"]+)"')


class Unexpected(Exception):
    """The server answered what no step of the journey expects; ``status`` is 0 where it did not answer."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class Student:
    """One student's browser. ``known`` holds a right and a wrong response by stem."""

    def __init__(self, connection: Connection, username: str, known: Mapping[str, tuple[str, str]]) -> None:
        self.connection, self.username, self._known = connection, username, known
        self.token = ""
        self.attempt = 0
        self.questions: list[tuple[str, str]] = []

    def open_door(self) -> None:
        """Open the page for signing in."""
        self._expect(self.connection.get("/sign-in"), 200)

    def is_signed_in(self) -> bool:
        """Tell whether the first page opens; it leads to the door otherwise."""
        return self._expect(self.connection.get("/"), 200, 302, 303).status == 200

    def sign_in(self) -> None:
        """Sign in and see the first page."""
        fields = f"csrf_token={self.token}&email={quote_plus(self.username)}&password={quote_plus(PASSWORD)}"
        door = self._expect(self.connection.form("/sign-in", fields.encode()), 302, 303)
        self._expect(self.connection.get(door.location), 200)

    def start(self, quiz_id: int) -> None:
        """Start the quiz and see the first question."""
        begun = self._expect(self.connection.form(f"/quizzes/{quiz_id}/start", self._only_token()), 303)
        self.attempt = int(begun.location.rsplit("/", 1)[1].partition("?")[0])
        page = self._expect(self.connection.get(begun.location), 200).body.decode()
        places = sorted((place, stem) for stem in self._known if (place := page.find(stem)) >= 0)
        self.questions = [self._known[stem] for _, stem in places]

    def save(self, position: int, response: str, sequence: int) -> dict[str, object]:
        """Save one answer as the page's script does, and return what the server says."""
        body = json.dumps({"position": position, "response": response, "sequence": sequence}).encode()
        answer = self._expect(self.connection.json(f"/attempts/{self.attempt}/responses", body, self.token), 200)
        said: dict[str, object] = json.loads(answer.body)
        return said

    def hand_in(self) -> str:
        """Hand in and return where the result is."""
        handed = self.connection.form(f"/attempts/{self.attempt}/hand-in", self._only_token())
        return self._expect(handed, 303).location

    def see_result(self, path: str) -> bytes:
        """Open the result and return its page."""
        return self._expect(self.connection.get(path), 200).body

    def _only_token(self) -> bytes:
        return f"csrf_token={self.token}".encode()

    def _expect(self, answer: Answer, *statuses: int) -> Answer:
        if answer.status not in statuses:
            said = re.sub(r"<[^>]+>|\s+", " ", answer.body.decode(errors="replace"))[:300]
            raise Unexpected(f"{self.username}: {answer.status} instead of {statuses}: {said}", answer.status)
        found = _TOKEN.search(answer.body)
        if found:
            self.token = found[1].decode()
        return answer
