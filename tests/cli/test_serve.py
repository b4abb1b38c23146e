"""``quizgen serve``: web server and worker as one, from the first line to a clean end."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgen.cli.processes import Child, Children
from quizgen.cli.serve import address, port_is_free
from quizgen.domain.errors import Unavailable
from quizgen.settings import Settings
from tests.databases import Postgres
from tests.journeys.site import Site, family

PATIENCE = 30


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path / "data")
    yield site
    site.kill()


def test_it_makes_the_database_says_where_it_is_and_ends_cleanly(site: Site) -> None:
    site.start()
    assert f"quizgen is ready at {site.url} (Ctrl-C ends it)\n" in site.log()
    assert site.get("/").status == 200
    assert site.run_cli("database", "upgrade").stdout.startswith("The database is up to date")
    assert site.stop() == 0
    assert port_is_free("127.0.0.1", site.port)
    assert "Traceback" not in site.log()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_the_whole_terminal_ends_it_cleanly_while_a_browser_stays_connected(
    site: Site, number: signal.Signals
) -> None:
    site.start()
    browser = http.client.HTTPConnection("127.0.0.1", site.port)
    browser.request("GET", "/")
    browser.getresponse().read()
    everybody = family(site.number)
    assert len(everybody) > 1
    os.killpg(site.number, number)
    assert site.wait() == 0
    browser.close()
    assert not [one for one in everybody if running(one)]
    assert "refused" not in site.log()


def test_it_comes_back_after_a_power_cut_with_everything_that_was_kept(site: Site) -> None:
    site.start()
    assert site.run_cli("account", "add", "hazel", "--name", "Hazel Ashdown").returncode == 0
    site.kill()
    site.start()
    taken = site.run_cli("account", "add", "hazel", "--name", "Hazel Ashdown")
    assert "That user name is taken" in taken.stderr
    assert site.stop() == 0


def test_it_serves_on_postgresql_with_its_queue_there(tmp_path: Path, postgres: Postgres) -> None:
    site = Site(tmp_path / "data", database_url=postgres.create("quizgen_served"))
    try:
        site.start()
        assert site.get("/").status == 200
        assert site.run_cli("account", "add", "hazel", "--name", "Hazel Ashdown").returncode == 0
        assert site.stop() == 0
    finally:
        site.kill()
        postgres.drop("quizgen_served")
    assert [path.name for path in site.folder.iterdir()] == ["secret_key"]
    assert "Traceback" not in site.log()


def test_a_process_that_dies_is_started_again_after_a_pause() -> None:
    said: list[str] = []
    child = Child("worker", ("sleep", "60"), dict(os.environ), pause=0.05)
    children = Children((child,), said.append)
    children.look_after(came_up=True)
    assert child.process is not None
    first = child.process
    first.kill()
    first.wait()
    children.look_after(came_up=True)
    assert said == ["the worker ended with code -9; it starts again in 0 s."]
    assert not child.alive
    assert child.pause == pytest.approx(0.1)
    wait_until(lambda: children.look_after(came_up=True) or child.alive)
    assert child.process.pid != first.pid
    children.stop(5)
    assert not child.alive


def test_what_a_killed_process_had_started_ends_before_it_is_started_again() -> None:
    child = Child("web server", ("sh", "-c", "sleep 60 & sleep 60"), dict(os.environ), pause=60)
    child.start()
    assert child.process is not None
    first = child.process
    wait_until(lambda: len(family(first.pid)) > 1)
    started = family(first.pid)[1:]
    first.kill()
    first.wait()
    child.look_after(lambda _: None)
    wait_until(lambda: not any(running(one) for one in started))


def test_a_port_that_is_taken_is_one_line_and_nothing_is_made(site: Site) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", site.port))
        other.listen()
        done = site.run_cli("serve")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"quizgen: Nothing can listen at 127.0.0.1, port {site.port}")
    assert done.stderr.count("\n") == 1
    assert not site.folder.exists()


def test_a_database_that_is_none_is_one_line(site: Site) -> None:
    site.folder.mkdir()
    (site.folder / "quizgen.sqlite3").write_text("this is no database, and nobody should think that it is one")
    done = site.run_cli("serve")
    assert done.returncode == 1
    assert done.stderr.startswith("quizgen: ")
    assert done.stderr.count("\n") == 1


def test_the_address_is_one_that_a_browser_can_open() -> None:
    hosts = {"127.0.0.1": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "[::1]", "school.example": "school.example"}  # noqa: S104
    for host, shown in hosts.items():
        assert address(Settings.from_env({"QUIZGEN_HOST": host})) == f"http://{shown}:8000"


def test_what_never_comes_up_is_given_up() -> None:
    said: list[str] = []
    child = Child("web server", ("false",), dict(os.environ), pause=0.01)
    children = Children((child,), said.append)

    def look() -> None:
        for _ in range(1000):
            children.look_after(came_up=False)
            time.sleep(0.01)

    with pytest.raises(Unavailable, match="The web server does not start"):
        look()
    assert [line.split(";")[0] for line in said] == ["the web server ended with code 1"] * 3
    children.stop(1)


def test_a_process_that_does_not_end_is_ended_with_all_that_it_started() -> None:
    stubborn = "trap '' TERM; echo up; (while true; do sleep 0.05; done) & wait; wait"
    child = Child("worker", ("sh", "-c", stubborn), dict(os.environ))
    children = Children((child,), print)
    children.look_after(came_up=True)
    time.sleep(0.2)
    assert child.process is not None
    everybody = family(child.process.pid)
    assert len(everybody) > 1
    children.stop(0.2)
    assert not child.alive
    wait_until(lambda: not any(running(one) for one in everybody))


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fail after half a minute."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def running(number: int) -> bool:
    """Tell whether a process runs; one that has ended and was not yet collected does not."""
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip()) and not listed.stdout.strip().startswith("Z")
