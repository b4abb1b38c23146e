"""The addresses of this area."""

from flask import Blueprint

blueprint = Blueprint("home", __name__)
