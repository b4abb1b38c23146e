"""Overrides: single rules of a quiz, and of what it draws, changed for some students, everything else inherited."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from quizgen.domain.attempts.policy import Closing, Layout, Navigation, Order, Policy
from quizgen.domain.attempts.reveal import Reveal, read_reveal, reveal_document
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Document
from quizgen.domain.items.item import Basis

_CHOICES: dict[str, type[StrEnum]] = {
    "closing": Closing,
    "order": Order,
    "layout": Layout,
    "navigation": Navigation,
    "basis": Basis,
}
_INSTANTS, _LENGTHS = ("opens", "closes"), ("time_limit", "wait")
FIELDS = tuple(each.name for each in fields(Policy))
DRAWN = tuple(each.name for each in fields(Blueprint))


@dataclass(frozen=True, slots=True)
class Override:
    """Fields of a policy or a blueprint set anew for ``students``; None means the whole class.

    ``name`` is the teacher's own word. What is drawn counts from the next start on: a paper is frozen.
    """

    name: str
    students: frozenset[int] | None
    changes: Mapping[str, Any] = field(default_factory=dict)

    def concerns(self, student: int) -> bool:
        """Tell whether it is for this student."""
        return self.students is None or student in self.students

    def over(self, policy: Policy) -> Policy:
        """Return the policy with the changed fields. Raises TypeError for a field that no quiz has."""
        return replace(policy, **{name: value for name, value in self.changes.items() if name not in DRAWN})

    def draws(self, blueprint: Blueprint) -> Blueprint:
        """Return the blueprint with the changed fields."""
        return replace(blueprint, **{name: value for name, value in self.changes.items() if name in DRAWN})


def overridden(policy: Policy, overrides: Iterable[Override], student: int) -> Policy:
    """Return the policy for one student: the overrides that concern them one over the other, the last one on top."""
    for override in overrides:
        if override.concerns(student):
            policy = override.over(policy)
    return policy


def overridden_draw(blueprint: Blueprint, overrides: Iterable[Override], student: int) -> Blueprint:
    """Return what is drawn for one student, the last override on top."""
    for override in overrides:
        if override.concerns(student):
            blueprint = override.draws(blueprint)
    return blueprint


def changes_document(changes: Mapping[str, Any]) -> Document:
    """Return changed fields as plain values, to be kept."""
    return {name: _plain(value) for name, value in changes.items()}


def read_changes(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changed fields that ``changes_document`` wrote; one that no quiz has any more is left out."""
    return {name: _read(name, value) for name, value in document.items() if name in (*FIELDS, *DRAWN)}


def _plain(value: object) -> object:
    if isinstance(value, Reveal):
        return reveal_document(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value // timedelta(seconds=1)
    if isinstance(value, Mapping):
        return {key.value: share for key, share in value.items()}
    if isinstance(value, Collection) and not isinstance(value, str):
        return list(value)
    return value.value if isinstance(value, StrEnum) else value


def _read(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _CHOICES:
        return _CHOICES[name](value)
    if name == "reveal":
        return read_reveal(value)
    if name in _INSTANTS:
        return datetime.fromisoformat(value)
    if name in _LENGTHS:
        return timedelta(seconds=value)
    if name == "shares":
        return {Verdict(key): share for key, share in value.items()}
    return tuple(value) if name in ("networks", "kinds") else value
