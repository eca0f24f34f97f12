"""Which targets count for which case: an ordered list of policies, first match wins (SEMANTICS, section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Final

from shared.case.hours.calendar import is_open
from shared.case.state.clock import ClockMove
from shared.case.state.terms import Terms

SEVERITIES: Final = ("low", "normal", "high", "critical")


class Action(StrEnum):
    """What a warning or a breach sets off."""

    NOTIFY_OWNER = "notify_owner"
    NOTIFY_SUPERVISORS = "notify_supervisors"
    RAISE = "raise"
    REASSIGN = "reassign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a policy or a queue can tell cases apart by. `at`: when the case opened."""

    brand: str
    network: str
    severity: str
    at: datetime
    tier: str | None = None
    language: str | None = None
    intent: str | None = None
    needs_answer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Conditions, all of which must hold; an empty one always does. `hours`: (opening hours, within them?)."""

    brands: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    severities: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    intents: frozenset[str] = frozenset()
    needs_answer: bool | None = None
    hours: tuple[str | None, bool] | None = None

    def __call__(self, facts: Facts) -> bool:
        """Do they hold?"""
        return (
            (not self.brands or facts.brand in self.brands)
            and (not self.networks or facts.network in self.networks)
            and (not self.severities or facts.severity in self.severities)
            and (not self.tiers or facts.tier in self.tiers)
            and (not self.languages or facts.language in self.languages)
            and (not self.intents or facts.intent in self.intents)
            and self.needs_answer in (None, facts.needs_answer)
            and (self.hours is None or is_open(self.hours[0], facts.at) is self.hours[1])
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """For whom, which terms by severity, and what follows from a warning or a breach."""

    id: str
    match: Match
    terms: Mapping[str, Terms]
    on_warn: tuple[Action, ...] = ()
    on_breach: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Where cases wait that ask the same of an agent. `skills` and `certifications`: all of them are needed."""

    id: str
    match: Match
    skills: frozenset[str] = frozenset()
    certifications: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Book:
    """The whole configuration of service levels, as cases understand it. The last policy and queue match everything."""

    policies: tuple[Policy, ...]
    queues: tuple[Queue, ...]

    def terms(self, facts: Facts) -> Terms:
        """Return the terms of the first policy that matches."""
        return next(one for one in self.policies if one.match(facts)).terms[facts.severity]

    def queue(self, facts: Facts) -> str:
        """Return the id of the first queue that matches."""
        return next(one.id for one in self.queues if one.match(facts))

    def actions(self, policy: str | None, move: ClockMove) -> tuple[Action, ...]:
        """Return what a warning or breach under these terms (`Terms.ref`) sets off; nothing where they are gone."""
        found = self._by_id.get((policy or "").rpartition("@")[0])
        if found is None:
            return ()
        return {ClockMove.WARN: found.on_warn, ClockMove.BREACH: found.on_breach}.get(move, ())

    @cached_property
    def _by_id(self) -> dict[str, Policy]:
        return {policy.id: policy for policy in self.policies}


NO_BOOK: Final = Book(policies=(), queues=())
"""No service levels at all: deadlines pass, and nothing follows from it."""


def higher(one: str, other: str) -> str:
    """Return the graver of two severities."""
    return max(one, other, key=SEVERITIES.index)


def raised(severity: str, *, steps: int = 1) -> str:
    """Return the severity some steps up; there is nothing above critical."""
    return SEVERITIES[min(SEVERITIES.index(severity) + steps, len(SEVERITIES) - 1)]
