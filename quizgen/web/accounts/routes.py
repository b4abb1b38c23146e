"""The addresses of this area."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__)
