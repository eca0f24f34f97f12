"""What happened to an answer of ours since it was seen last."""

from typing import Final

from services.respond.domain.webhooks.event import Event, EventType, event_id
from services.respond.domain.webhooks.subject import ReplySeen
from shared.contracts.reply import ReplyChanged

_TYPES: Final = {kind.value: kind for kind in EventType}


def reply_events(before: ReplySeen | None, now: ReplyChanged) -> tuple[Event, ...]:
    """Return the state that it came to, where that is news and can be subscribed to (`sending` cannot)."""
    kind = _TYPES.get(f"reply.{now.state.value}")
    if kind is None or (before is not None and (now.case_version <= before.version or now.state.value == before.state)):
        return ()
    return (
        Event(
            id=event_id(now.case_id, now.case_version, kind, now.reply_id),
            type=kind,
            at=now.at,
            known_at=now.at,
            data={
                "case_id": now.case_id,
                "case_version": now.case_version,
                "url": f"/v1/cases/{now.case_id}",
                "reply_id": now.reply_id,
                "state": now.state.value,
                "author": now.author,
                "answers": now.answers,
                "network": now.network,
                "account_id": now.account_id,
                "post_id": now.native_id,
                "post_url": now.url,
            },
        ),
    )


def reply_seen(before: ReplySeen | None, now: ReplyChanged) -> ReplySeen:
    """Return what has been seen once this was read."""
    if before is not None and now.case_version <= before.version:
        return before
    return ReplySeen(version=now.case_version, state=now.state.value)
