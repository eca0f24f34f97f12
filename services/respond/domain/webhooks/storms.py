"""What happened to a storm since it was seen last."""

from collections.abc import Iterator

from services.respond.domain.webhooks.event import Event, EventType, event_id, instant
from services.respond.domain.webhooks.subject import StormSeen
from shared.contracts.storm import StormChanged, StormKind


def storm_events(before: StormSeen | None, now: StormChanged) -> tuple[Event, ...]:
    """Return what happened. A storm whose first step was never read opened all the same."""
    if before is not None and now.step <= before.step:
        return ()
    return tuple(_events(before, now))


def storm_seen(before: StormSeen | None, now: StormChanged) -> StormSeen:
    """Return what has been seen once this was read."""
    if before is not None and now.step <= before.step:
        return before
    return StormSeen(step=now.step, kind=now.kind.value)


def _events(before: StormSeen | None, now: StormChanged) -> Iterator[Event]:
    if before is None:
        yield _event(now, EventType.STORM_OPENED)
    elif now.kind is StormKind.GROWN:
        yield _event(now, EventType.STORM_GROWN)
    if now.kind is StormKind.CALMED and (before is None or before.kind != StormKind.CALMED):
        yield _event(now, EventType.STORM_CALMED)


def _event(now: StormChanged, kind: EventType) -> Event:
    return Event(
        id=event_id(now.storm_id, now.step, kind),
        type=kind,
        at=now.at,
        known_at=now.at,
        data={
            "storm_id": now.storm_id,
            "step": now.step,
            "brand": now.brand,
            "intent": now.intent,
            "authors": now.authors,
            "reach": now.reach,
            "window_seconds": now.window_seconds,
            "first_at": instant(now.first_at),
            "latest_at": instant(now.latest_at),
        },
    )
