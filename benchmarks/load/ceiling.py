"""The bare framework: Flask says hello and writes one row, on the same server with as many processes and threads."""

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psycopg
from flask import Flask, jsonify, request

from benchmarks.school.connection import Connection, Lost
from benchmarks.school.measuring import Meter, quantile
from tests.journeys.site import free_port

WHERE = "BENCH_CEILING_URL"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS ceiling "
    "(attempt integer, position integer, response text, PRIMARY KEY (attempt, position))"
)
_PUT = (
    "INSERT INTO ceiling VALUES ({0}, {0}, {0}) "
    "ON CONFLICT (attempt, position) DO UPDATE SET response = excluded.response"
)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What one request costs the bare framework: CPU in milliseconds, requests a second, p95 in milliseconds."""

    hello_cpu: float
    hello_rate: float
    write_cpu: float
    write_rate: float
    write_p95: float


def app() -> Flask:
    """Return the smallest application that greets, and stores an answer durably."""
    bare, place, url = Flask(__name__), threading.local(), os.environ[WHERE]

    @bare.get("/")
    def hello() -> str:
        return "hello"

    @bare.post("/write")
    def write() -> Any:
        if not hasattr(place, "put"):
            place.put = _writer(url)
        said = request.get_json()
        place.put((said["attempt"], said["position"], said["response"]))
        return jsonify(accepted=True)

    return bare


def measure(url: str, folder: str, *, at_once: int, requests: int) -> Ceiling:
    """Measure both with ``at_once`` clients."""
    where = f"{folder}/ceiling.sqlite3" if url.startswith("sqlite") else url.replace("+psycopg", "")
    _writer(where)
    with _serving(where) as (port, root):
        body = '{{"attempt": {}, "position": {}, "response": "true"}}'
        hello, rate, _ = _drive(port, root, at_once, requests, lambda client, _: client.get("/"))
        numbers = itertools.count()

        def put(client: Connection, seat: int) -> None:
            client.json("/write", body.format(seat, next(numbers) % 20).encode(), "")

        write, write_rate, p95 = _drive(port, root, at_once, requests, put)
    return Ceiling(hello, rate, write, write_rate, p95)


def _drive(
    port: int, root: int, at_once: int, requests: int, ask: Callable[[Connection, int], object]
) -> tuple[float, float, float]:
    seconds: list[float] = []
    left = itertools.count()

    def seat(number: int) -> None:
        client = Connection(port)
        while next(left) < requests:
            begin = time.perf_counter()
            ask(client, number)
            seconds.append(time.perf_counter() - begin)
        client.close()

    threads = [threading.Thread(target=seat, args=(number,)) for number in range(at_once)]
    meter = Meter([root])
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    use = meter.read()
    return use.server / len(seconds) * 1000, len(seconds) / use.elapsed, quantile(seconds, 0.95) * 1000


def _writer(where: str) -> Callable[[tuple[int, int, str]], None]:
    """Return what writes one row and commits it; the table is made when it is not there."""
    if where.startswith("postgresql"):
        server = psycopg.connect(where, autocommit=True)
        with suppress(psycopg.errors.UniqueViolation):  # two that make it at once
            server.execute(_TABLE)
        put = _PUT.format("%s")
        return lambda row: server.execute(put, row) and None
    file = sqlite3.connect(where, isolation_level=None, timeout=30)
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("PRAGMA synchronous = FULL")
    file.execute(_TABLE)
    put = _PUT.format("?")
    return lambda row: file.execute(put, row) and None


@contextmanager
def _serving(where: str) -> Iterator[tuple[int, int]]:
    port = free_port()
    options = ("--interface", "wsgi", "--port", str(port), "--workers", "2", "--blocking-threads", "4", "--no-ws")
    program = (sys.executable, "-m", "granian", *options, "--log-level", "warning", "--factory")
    server = subprocess.Popen([*program, "benchmarks.load.ceiling:app"], env=os.environ | {WHERE: where})
    try:
        client = Connection(port)
        for _ in range(200):
            with suppress(Lost):
                client.get("/")
                break
            time.sleep(0.05)
        client.close()
        yield port, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
