"""The addresses of this area."""

from flask import Blueprint

blueprint = Blueprint("attempts", __name__)
