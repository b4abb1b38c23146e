"""``python -m quizgen.jobs`` is the worker process."""

import sys

from quizgen.jobs.process import run_process
from quizgen.jobs.worker import run_worker

if __name__ == "__main__":
    sys.exit(run_process(run_worker))
