"""What the worker hands over: a small bank and its report."""

from quizgen.generation.pipeline import Draft
from quizgen.generation.report import Report
from tests.stored import big_bank

DRAFT = Draft(big_bank(), Report())
