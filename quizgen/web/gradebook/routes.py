"""The addresses of this area."""

from flask import Blueprint

blueprint = Blueprint("gradebook", __name__)
