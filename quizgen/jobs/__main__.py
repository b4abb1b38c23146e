"""``python -m quizgen.jobs`` is the worker process."""

import logging
import sys

from quizgen.domain.errors import QuizgenError
from quizgen.jobs.worker import run_worker
from quizgen.settings import Settings


def main() -> int:
    """Run the worker with the settings of the environment; return the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s worker %(levelname)s %(message)s")
    logging.getLogger("quizgen").setLevel(logging.INFO)
    try:
        run_worker(Settings.from_env())
    except QuizgenError as error:
        sys.stderr.write(f"quizgen worker: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
