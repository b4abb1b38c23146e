"""Rules in plain words: each field of a policy as a label and what it says."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Closing, Layout, Navigation, Order, Policy
from quizgen.domain.attempts.reveal import Reveal
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.web.banks.wording import kind_words
from quizgen.web.filters import duration, moment
from quizgen.web.quizzes.forms import BASIS_WORDS
from quizgen.web.showing.words import reveal_words

CLOSING_WORDS = {
    Closing.FINISH: "Every attempt ends then",
    Closing.START: "Nobody starts any more; who has started keeps the whole time",
}
ORDER_WORDS = {Order.SHUFFLED: "Shuffled for each student", Order.AS_IN_BANK: "As in the bank"}
LAYOUT_WORDS = {Layout.ONE: "One at a time", Layout.ALL: "All on one page"}
NAVIGATION_WORDS = {
    Navigation.FREE: "Students can go back to any question",
    Navigation.FORWARD: "Forward only: a question that was left stays as it is",
}
LABELS = {
    "opens": "Opens",
    "closes": "Closes",
    "closing": "When it closes",
    "time_limit": "Time limit",
    "attempts": "Attempts",
    "wait": "Wait between attempts",
    "access_code": "Access code",
    "networks": "Networks",
    "order": "Order",
    "layout": "Questions on a page",
    "navigation": "Going back",
    "reveal": "Answers are shown",
}
DRAWN_LABELS = {
    "count": "Questions",
    "kinds": "Kinds of question",
    "basis": "Judged by",
    "shares": "Shares",
    "easiest": "Difficulty from",
    "hardest": "Difficulty to",
}
_WITHOUT = {
    "opens": "At once",
    "closes": "It stays open",
    "time_limit": "None",
    "attempts": "As many as they like",
    "wait": "None",
    "access_code": "None",
    "networks": "Any",
    "kinds": "All kinds",
    "basis": BASIS_WORDS[""],
}
_CHOICES: dict[str, Mapping[Any, str]] = {
    "closing": CLOSING_WORDS,
    "order": ORDER_WORDS,
    "layout": LAYOUT_WORDS,
    "navigation": NAVIGATION_WORDS,
    "basis": BASIS_WORDS,
}


def said(name: str, value: Any, zone: str) -> str:
    """Return what one field of a policy or a blueprint says, instants in the zone."""
    if value in (None, "", ()):
        return _WITHOUT.get(name, "None")
    if name in _CHOICES:
        return _CHOICES[name][value]
    if isinstance(value, Reveal):
        return reveal_words(value)
    if isinstance(value, Mapping):
        return shares_said(value)
    if name == "kinds":
        return ", ".join(map(kind_words, value))
    if isinstance(value, datetime):
        return moment(value, zone)
    if isinstance(value, timedelta):
        return duration(value)
    return ", ".join(value) if isinstance(value, tuple) else f"{value}"


def changes_said(changes: Mapping[str, Any], zone: str) -> tuple[tuple[str, str], ...]:
    """Return the changed fields in the order of a policy and a blueprint, each as its label and what it says now."""
    labels = LABELS | DRAWN_LABELS
    return tuple((label, said(name, changes[name], zone)) for name, label in labels.items() if name in changes)


def policy_said(policy: Policy, zone: str) -> tuple[tuple[str, str], ...]:
    """Return every rule, each as its label and what it says."""
    told = [name for name in LABELS if policy.closes or name != "closing"]
    return tuple((LABELS[name], said(name, getattr(policy, name), zone)) for name in told)


def draw_said(wanted: Blueprint) -> tuple[tuple[str, str], ...]:
    """Return what is drawn, each field as its label and what it says."""
    return tuple((label, said(name, getattr(wanted, name), "")) for name, label in DRAWN_LABELS.items())


def shares_said(shares: Mapping[Verdict, int]) -> str:
    """Return the shares of the keys in a line: ``35 % true, 35 % false, 30 % unverified``."""
    return ", ".join(f"{shares.get(verdict, 0)}\u00a0% {verdict.value}" for verdict in Verdict)


def needs_said(needs: Accommodation) -> tuple[str, ...]:
    """Return what a student needs in every quiz, each as a short sentence; () for one who needs nothing."""
    found = []
    if needs.extra_time != 1:
        found.append(f"{percent(needs)} more time.")
    if needs.breaks:
        found.append(f"Breaks of {duration(needs.breaks)} together.")
    if needs.no_countdown:
        found.append("No countdown.")
    if needs.larger_type:
        found.append("Larger type.")
    return tuple(found)


def percent(needs: Accommodation) -> str:
    """Return extra time as a person says it: ``25 %``."""
    return f"{float((needs.extra_time - 1) * 100):.4g}\u00a0%"
