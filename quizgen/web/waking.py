"""The worker is woken for a job once the request has committed."""

from http import HTTPStatus

from flask import Response, after_this_request, current_app


def wake_worker(job_id: int) -> None:
    """Tell the queue once the request has committed: a worker that wakes earlier finds nothing.

    The job's row is the truth, and the worker looks for rows that nobody took: a queue that cannot be reached delays
    the work and loses nothing.
    """

    @after_this_request
    def wake(response: Response) -> Response:
        if response.status_code < HTTPStatus.BAD_REQUEST:
            try:
                current_app.extensions["enqueue"](job_id)
            except Exception:
                current_app.logger.exception("The queue did not take job %s; the sweeper will.", job_id)
        return response
