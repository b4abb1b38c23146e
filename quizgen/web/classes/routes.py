"""The addresses of this area."""

from flask import Blueprint

blueprint = Blueprint("classes", __name__)
