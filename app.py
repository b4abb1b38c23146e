"""What a WSGI server is pointed at: ``granian --interface wsgi app:app``, or any other server."""

from quizgen.composition import web_app
from quizgen.settings import Settings

app = web_app(Settings.from_env())
