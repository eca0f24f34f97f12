"""What events are about, and what was last seen of it: a case with its answers, or a storm.

Events are differences between what was seen and what is announced now. So a subject's state and the events that led to
it are kept together, or not at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from services.respond.domain.webhooks.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSeen:
    """A case as of the newest version that was seen. `passed`: the warnings and breaches that were told, by name."""

    version: int
    stage: str
    owner: str | None = None
    answered_at: datetime | None = None
    passed: frozenset[str] = frozenset()
    absorbed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySeen:
    """An answer as of the newest case version in which it moved."""

    version: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StormSeen:
    """A storm as of its highest step."""

    step: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """`told` counts its events so far, in the order in which every webhook gets them.

    `revision` grows by one with each change: the store writes a subject only over the one that was read.
    """

    id: str
    brand: str | None = None
    revision: int = 0
    told: int = 0
    case: CaseSeen | None = None
    replies: Mapping[str, ReplySeen] = field(default_factory=dict)
    storm: StormSeen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event in its place among those of its subject, from 1."""

    subject: str
    number: int
    brand: str | None
    event: Event


def case_subject(case_id: str) -> str:
    """Return the id of the subject that a case and its answers are."""
    return f"case/{case_id}"


def storm_subject(storm_id: str) -> str:
    """Return the id of the subject that a storm is."""
    return f"storm/{storm_id}"


def numbered(subject: Subject, events: tuple[Event, ...]) -> tuple[Told, ...]:
    """Return the events in their places after those that were told before."""
    return tuple(
        Told(subject=subject.id, number=subject.told + place, brand=subject.brand, event=event)
        for place, event in enumerate(events, start=1)
    )
