"""A browser of almost no cost: one kept connection, cookies, and no more of HTTP than this server speaks."""

import re
import socket
from dataclasses import dataclass, field

TIMEOUT = 60.0
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=]+)=([^;\r]*)", re.IGNORECASE)
_LOCATION = re.compile(rb"\r\nlocation: *([^\r]+)", re.IGNORECASE)
_CLOSE = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)


class Lost(OSError):
    """No whole answer came: nobody can tell whether the request was heard."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the head as it came, and the body."""

    status: int
    head: bytes
    body: bytes

    @property
    def location(self) -> str:
        """Return the path of a redirect, "" without one."""
        found = _LOCATION.search(self.head)
        return re.sub(r"^https?://[^/]+", "", found[1].decode()) if found else ""

    def header(self, name: str) -> str:
        """Return a header's text, "" without it."""
        found = re.search(rb"\r\n" + name.encode() + rb": *([^\r]*)", self.head, re.IGNORECASE)
        return found[1].decode() if found else ""


@dataclass(slots=True)
class Connection:
    """A connection to ``port`` of this machine from the address ``source``; it opens itself again when it is cut."""

    port: int
    source: str = "127.0.0.1"
    timeout: float = TIMEOUT
    cookies: dict[bytes, bytes] = field(default_factory=dict)
    requests: int = 0
    _socket: socket.socket | None = None

    def get(self, path: str) -> Answer:
        """Ask for a page; no redirect is followed. Raises Lost."""
        return self.ask("GET", path)

    def form(self, path: str, fields: bytes) -> Answer:
        """Send a form that is encoded already. Raises Lost."""
        return self.ask("POST", path, fields, "Content-Type: application/x-www-form-urlencoded\r\n")

    def json(self, path: str, body: bytes, token: str) -> Answer:
        """Send what the page's script sends. Raises Lost."""
        head = f"Content-Type: application/json\r\nAccept: application/json\r\nX-CSRFToken: {token}\r\n"
        return self.ask("POST", path, body, head)

    def ask(self, method: str, path: str, body: bytes = b"", head: str = "") -> Answer:
        """Send a request and read its answer. Raises Lost."""
        self.requests += 1
        cookies = b"; ".join(name + b"=" + value for name, value in self.cookies.items()).decode()
        lines = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Length: {len(body)}\r\n{head}"
        if cookies:
            lines += f"Cookie: {cookies}\r\n"
        try:
            answer = self._exchange(lines.encode() + b"\r\n" + body)
        except OSError as error:
            self.close()
            raise Lost(str(error)) from error
        for name, value in _COOKIE.findall(answer.head):
            self.cookies[name] = value
        if _CLOSE.search(answer.head):
            self.close()
        return answer

    def close(self) -> None:
        """Hang up; cookies stay."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _exchange(self, message: bytes) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection(
                ("127.0.0.1", self.port), timeout=self.timeout, source_address=(self.source, 0)
            )
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(message)
        received = self._more(b"")
        while (end := received.find(b"\r\n\r\n")) < 0:
            received = self._more(received)
        head = received[: end + 2]
        length = _LENGTH.search(head)
        wanted = end + 4 + (int(length[1]) if length else 0)
        parts, have = [received], len(received)
        while have < wanted:
            part = self._more(b"")
            parts.append(part)
            have += len(part)
        return Answer(int(head[9:12]), head, b"".join(parts)[end + 4 : wanted])

    def _more(self, before: bytes) -> bytes:
        assert self._socket is not None
        part = self._socket.recv(262_144)
        if not part:
            raise Lost("the connection was closed in mid-answer")
        return before + part if before else part


def address_of(number: int) -> str:
    """Return an address of this machine for the student of that number, since tries are limited by address."""
    return f"127.1.{number // 250 % 250}.{number % 250 + 1}"
