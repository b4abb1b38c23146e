"""``quizgen serve``: web server and worker under one command."""

import http.client
import signal
import socket
import sys
import threading
import time
from dataclasses import replace

import click

from quizgen.cli.house import make_data_dir
from quizgen.cli.processes import Child, Children
from quizgen.domain.errors import Unavailable
from quizgen.settings import Settings
from quizgen.storage import migrate

LOOK_SECONDS = 0.2
PATIENCE_SECONDS = 12
HEAD_START_SECONDS = 1.5
# Threads that mostly wait: who works is decided by the lanes of the application, which must see who has come.
WAITING_ROOM = 128
# For glibc: one pool of memory for all threads, and what is large goes back to the machine at once.
GIVE_BACK = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "262144", "MALLOC_TRIM_THRESHOLD_": "262144"}
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (asked for, not listened on)


@click.command("serve")
@click.option("--host", help="The address to listen on. Without it: the setting QUIZGEN_HOST.")
@click.option("--port", type=click.IntRange(1, 65_535), help="The port. Without it: the setting QUIZGEN_PORT.")
def command(host: str | None, port: int | None) -> None:
    """Serve the site: the browser's pages and the worker, under one command.

    The database is brought up to date first. Ctrl-C or SIGTERM ends everything cleanly: answers under way are saved,
    and a bank that is being made goes back into the queue.

    \b
    Examples:
      quizgen serve
      quizgen serve --host 0.0.0.0 --port 80
    """
    settings = Settings.from_env()
    serve(replace(settings, host=host or settings.host, port=port or settings.port))


def serve(settings: Settings) -> None:
    """Serve until told to stop. Raises Unavailable when the port is taken or the web server does not come up."""
    refuse_taken_port(settings.host, settings.port)
    make_data_dir(settings)
    migrate.upgrade(settings.database_url)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    family = Children((_web(settings), _worker(settings)), _say)
    up = False
    try:
        while not stop.is_set():
            family.look_after(came_up=up)
            if not up and answers(settings):
                up = True
                click.echo(f"quizgen is ready at {address(settings)} (Ctrl-C ends it)")
                sys.stdout.flush()
            stop.wait(LOOK_SECONDS)
    finally:
        family.stop(PATIENCE_SECONDS)


def refuse_taken_port(host: str, port: int) -> None:
    """Raise Unavailable when nothing can listen there."""
    if not port_is_free(host, port):
        raise Unavailable(f"Nothing can listen at {host}, port {port}: it is taken or not ours. Try another --port.")


def port_is_free(host: str, port: int) -> bool:
    """Tell whether one can listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def address(settings: Settings) -> str:
    """Return the address that a browser on this machine goes to."""
    host = _EVERYWHERE.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def answers(settings: Settings) -> bool:
    """Tell whether the web server answers, and not with a fault of its own."""
    host = _EVERYWHERE.get(settings.host, settings.host)
    connection = http.client.HTTPConnection(host, settings.port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _web(settings: Settings) -> Child:
    options = {
        "--interface": "wsgi",
        "--host": settings.host,
        "--port": settings.port,
        "--workers": settings.web_workers,
        "--blocking-threads": WAITING_ROOM,
        "--workers-kill-timeout": 8,
        "--respawn-interval": 1,
        "--log-level": "warning",
    }
    texts = (str(part) for option in options.items() for part in option)
    program = (sys.executable, "-m", "quizgen.web_server", *texts, "--no-ws", "--respawn-failed-workers", "--factory")
    return Child("web server", (*program, "quizgen.composition:web_app"), {**GIVE_BACK, **settings.environ()})


def _worker(settings: Settings) -> Child:
    # A moment later it does not hold up the first page.
    due = time.monotonic() + HEAD_START_SECONDS
    return Child("worker", (sys.executable, "-m", "quizgen.jobs"), settings.environ(), due=due)


def _say(line: str) -> None:
    click.echo(f"quizgen: {line}", err=True)
