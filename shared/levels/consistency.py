"""Whether policies and queues hold together: every case has one, each of them has its cases, what they name exists."""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from pydantic_core import InitErrorDetails, PydanticCustomError

from shared.levels.conditions import ANY, Conditions


class Ordered(Protocol):
    """A policy or a queue."""

    @property
    def id(self) -> str: ...
    @property
    def match(self) -> Conditions: ...


def problems(kind: str, entries: Sequence[Ordered], calendars: Collection[str]) -> Iterator[InitErrorDetails]:
    """Give what is wrong with the list of that name (`policies` or `queues`), with the place of each."""
    one = {"policies": "policy", "queues": "queue"}[kind]
    for place, entry in enumerate(entries):
        before = entries[:place]
        if any(other.id == entry.id for other in before):
            yield _wrong((kind, place, "id"), f"{entry.id!r} is used twice: give each {one} an id of its own")
        above = next((other.id for other in before if other.match.cover(entry.match)), None)
        if above is not None:
            advice = f"put it above {above!r}, or remove it"
            yield _wrong((kind, place, "match"), f"never reached: {above!r} takes all its cases first; {advice}")
        hours = entry.match.hours
        if hours is not None and hours.calendar not in calendars:
            yield _unknown((kind, place, "match", "hours", "calendar"), hours.calendar, calendars)
        calendar = getattr(entry, "calendar", None)
        if calendar is not None and calendar not in calendars:
            yield _unknown((kind, place, "calendar"), calendar, calendars)
    if not entries or not entries[-1].match.cover(ANY):
        yield _wrong((kind,), f"there may be a case that nothing matches: add a last {one} without match")


def _unknown(place: tuple[str | int, ...], name: str, calendars: Collection[str]) -> InitErrorDetails:
    known = f"one of {', '.join(sorted(calendars))}" if calendars else "a calendar and add it under calendars"
    return _wrong(place, f"there is no calendar {name!r}: write {known}")


def _wrong(place: tuple[str | int, ...], message: str) -> InitErrorDetails:
    # Braces would be taken for a template's.
    return InitErrorDetails(type=PydanticCustomError("levels", "{what}", {"what": message}), loc=place, input=None)
