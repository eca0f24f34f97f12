"""What events about answers make of a case."""

from dataclasses import replace
from datetime import datetime
from typing import TypeAlias, assert_never

from shared.case.applying.noting import noted
from shared.case.reply_events import (
    EchoDropped,
    MessagesAnswered,
    ReplyAdded,
    ReplyMoved,
    ReplyPostponed,
    ReplyUnwanted,
)
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.reply import Part, Reply, ReplyStatus

AboutReply: TypeAlias = MessagesAnswered | ReplyAdded | ReplyMoved | ReplyUnwanted | ReplyPostponed | EchoDropped


def apply_reply(case: Case, event: AboutReply, *, now: datetime) -> Case:
    """Return the case after one of these."""
    match event:
        case MessagesAnswered():
            answered = tuple(
                replace(one, answered_by=event.reply_id) if one.id in event.messages else one for one in case.messages
            )
            return replace(case, messages=answered)
        case ReplyAdded():
            reply = replace(event.reply, changed_in=case.version)
            said = f"reply {reply.status.value}"
            return replace(case, replies=(*case.replies, reply), history=noted(case, now, reply.author, said))
        case ReplyMoved():
            return replace(
                case,
                replies=tuple(_moved(reply, event, case.version, now) for reply in case.replies),
                history=noted(case, now, event.by, f"reply {event.status.value}", event.reason),
            )
        case ReplyUnwanted():
            return replace(
                case,
                replies=tuple(_unwanted(reply, event) for reply in case.replies),
                history=noted(case, now, event.by, f"reply {event.what} asked for"),
            )
        case ReplyPostponed():
            return replace(case, replies=tuple(_postponed(reply, event, case.version) for reply in case.replies))
        case EchoDropped():
            return replace(
                case,
                replies=tuple(reply for reply in case.replies if reply.id != event.reply_id),
                messages=tuple(
                    replace(one, answered_by=event.is_really) if one.answered_by == event.reply_id else one
                    for one in case.messages
                ),
            )
        case _:
            assert_never(event)


def with_message(messages: tuple[Message, ...], message: Message) -> tuple[Message, ...]:
    """Return the messages with this one in the place of its former self, or at the end."""
    if any(one.id == message.id for one in messages):
        return tuple(message if one.id == message.id else one for one in messages)
    return (*messages, message)


def _postponed(reply: Reply, event: ReplyPostponed, version: int) -> Reply:
    if reply.id != event.reply_id:
        return reply
    told = reply.changed_in if reply.reason == event.reason else version
    return replace(reply, due_at=event.due_at, reason=event.reason, changed_in=told)


def _unwanted(reply: Reply, event: ReplyUnwanted) -> Reply:
    if reply.id != event.reply_id:
        return reply
    return replace(reply, unwanted_by=event.by, due_at=event.due_at or reply.due_at)


def _moved(reply: Reply, event: ReplyMoved, version: int, now: datetime) -> Reply:
    if reply.id != event.reply_id:
        return reply
    unknown = event.status is ReplyStatus.UNKNOWN
    became_unknown = unknown and reply.status is not ReplyStatus.UNKNOWN
    goes_on = event.native_id is not None and event.status is ReplyStatus.QUEUED
    return replace(
        reply,
        status=event.status,
        due_at=event.due_at,
        attempt=reply.attempt if event.attempt is None else event.attempt,
        lookups=0 if goes_on else reply.lookups + event.looked_up,
        uncertain=0 if goes_on else reply.uncertain + became_unknown,
        unknown_since=(now if became_unknown else reply.unknown_since) if unknown else None,
        native_id=reply.native_id if event.part else event.native_id or reply.native_id,
        url=reply.url if event.part else event.url or reply.url,
        api_id=reply.api_id if event.part else event.api_id or reply.api_id,
        parts=tuple(_there(part, event) if place == event.part else part for place, part in enumerate(reply.parts)),
        posted_at=event.posted_at or reply.posted_at,
        approved_by=event.approved_by or reply.approved_by,
        queued_at=now if event.approved_by else reply.queued_at,
        reason=event.reason,
        changed_in=version,
    )


def _there(part: Part, event: ReplyMoved) -> Part:
    return replace(part, native_id=event.native_id or part.native_id, api_id=event.api_id or part.api_id)
