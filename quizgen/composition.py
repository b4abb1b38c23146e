"""Where the edges are joined: the web gets the queue that wakes the worker."""

from flask import Flask

from quizgen.jobs.queue import job_queue
from quizgen.settings import Settings
from quizgen.web.app import create_app


def web_app(settings: Settings | None = None) -> Flask:
    """Return the web application for ``settings``, by default those of the environment."""
    settings = settings or Settings.from_env()
    return create_app(settings, enqueue=job_queue(settings).enqueue)
