"""The addresses of this area."""

from flask import Blueprint

blueprint = Blueprint("quizzes", __name__)
