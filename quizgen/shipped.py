"""Where templates and shipped banks lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CARRIED = _PACKAGE / "_shipped"
_HOME = _CARRIED if _CARRIED.is_dir() else _PACKAGE.parent

TEMPLATES = _HOME / "templates"
QUESTION_BANKS = _HOME / "question_banks"
