"""A bad line: a proxy that loses answers, cuts requests in half, holds them back and says them twice."""

import random
import re
import socket
import threading
import time
from collections import Counter
from contextlib import suppress

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_PIECE = 262_144
TIMEOUT = 15.0
KEPT = 3000


class BadLine:
    """A proxy before ``port``; while ``bad`` is set, ``share`` of the requests meet a misfortune."""

    def __init__(self, port: int, *, share: float, rng: random.Random) -> None:
        self._target, self._share, self._rng = port, share, rng
        self.bad = threading.Event()
        self.counts: Counter[str] = Counter()
        self.recorded: list[bytes] = []
        self._door = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Take no more calls."""
        self._door.close()

    def say_again(self, message: bytes) -> int:
        """Send a recorded request once more and return the status; 0 when no answer came."""
        try:
            with socket.create_connection(("127.0.0.1", self._target), timeout=TIMEOUT) as server:
                return int(_exchange(server, message)[9:12])
        except OSError:
            return 0

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                client.settimeout(120)
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server: socket.socket | None = None
        with client, suppress(OSError):
            while message := _message(client):
                if message.startswith(b"POST") and len(self.recorded) < KEPT:
                    self.recorded.append(message)
                if self.bad.is_set() and self._rng.random() < self._share:
                    self._misfortune(message, client)
                    break
                server = server or socket.create_connection(("127.0.0.1", self._target), timeout=TIMEOUT)
                client.sendall(_exchange(server, message))
        if server:
            server.close()

    def _misfortune(self, message: bytes, client: socket.socket) -> None:
        what = self._rng.choice(("answer lost", "half an answer", "half a request", "held back", "said twice"))
        self.counts[what] += 1
        if what == "held back":
            threading.Timer(self._rng.uniform(0.2, 3), self.say_again, (message,)).start()
            return
        with socket.create_connection(("127.0.0.1", self._target), timeout=TIMEOUT) as server:
            if what == "half a request":
                server.sendall(message[: len(message) // 2])
                time.sleep(0.05)
                return
            answer = _exchange(server, message)
        if what == "half an answer":
            client.sendall(answer[: len(answer) // 2])
        elif what == "said twice":
            threading.Timer(self._rng.uniform(0, 2), self.say_again, (message,)).start()
            client.sendall(answer)


def _exchange(server: socket.socket, message: bytes) -> bytes:
    server.sendall(message)
    answer = _message(server)
    if not answer:
        raise OSError("no answer")
    return answer


def _message(source: socket.socket) -> bytes:
    """Return the next request or answer, whole; b"" when the other side hung up."""
    received = b""
    while (end := received.find(b"\r\n\r\n")) < 0:
        part = source.recv(_PIECE)
        if not part:
            return b""
        received += part
    length = _LENGTH.search(received[: end + 2])
    wanted = end + 4 + (int(length[1]) if length else 0)
    while len(received) < wanted:
        part = source.recv(_PIECE)
        if not part:
            return b""
        received += part
    return received
