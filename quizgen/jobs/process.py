"""How a process of the worker begins and ends: its log, its settings, and the signals that ask it to stop."""

import logging
import signal
import sys
import threading
from collections.abc import Callable

from quizgen.domain.errors import QuizgenError
from quizgen.settings import Settings


def run_process(run: Callable[[Settings, threading.Event], None]) -> int:
    """Call ``run`` with the settings of the environment and what is set once a signal asks to stop.

    Return the exit code. For the main thread.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s worker %(levelname)s %(message)s")
    logging.getLogger("quizgen").setLevel(logging.INFO)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    try:
        run(Settings.from_env(), stop)
    except QuizgenError as error:
        sys.stderr.write(f"quizgen worker: {error}\n")
        return 1
    return 0
