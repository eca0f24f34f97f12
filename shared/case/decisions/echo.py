"""Answers that we hear of from the network: written in its own app, or our own that came back to us (SEMANTICS, 2)."""

from datetime import datetime
from typing import Final

from shared.case.commands import HearEcho
from shared.case.decisions.landing import NATIVE, land
from shared.case.decisions.moving import Receipt, moved
from shared.case.decisions.reaching import reach_customer
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event
from shared.case.reply_events import ReplyAdded
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.reply import Reply, ReplyStatus

_NETWORK: Final = "network"


def decide(case: Case, command: HearEcho, *, now: datetime) -> list[Event]:
    """Return what happens: an answer under way turns out to have landed, or one is added that nobody wrote here."""
    known = any(command.native_id in reply.landed or _is_post_of(reply, command.text) for reply in case.replies)
    if known or not case.is_live:
        return []
    turn = Unfolding(case, now=now)
    seen = Receipt(native_id=command.native_id, url=command.url)
    ours = next((one for one in case.replies if _is_this(one, command.text)), None)
    if ours is None:
        covers = _covered(case, command)
        turn.add(ReplyAdded(reply=_written_there(command, _answered(case, command.answers), covers, case=case)))
        reach_customer(turn, command.reply_id, covers, at=command.posted_at, by=_NETWORK)
    elif ours.status is ReplyStatus.POSTED:
        turn.add(moved(ours, ours.status, by=_NETWORK, due_at=ours.due_at, reason=ours.reason, receipt=seen))
    else:
        land(turn, ours, seen, at=command.posted_at, by=_NETWORK)
    return turn.events


def _is_post_of(reply: Reply, text: str) -> bool:
    """One of several posts of an answer: it is followed by looking it up, which also tells how the rest goes on."""
    return any(part.native_id is None and _says(text, part.text) for part in reply.parts)


def _is_this(reply: Reply, text: str) -> bool:
    """The network shows our words, perhaps behind the customer's name."""
    in_doubt = reply.status in (ReplyStatus.SENDING, ReplyStatus.UNKNOWN, ReplyStatus.NEEDS_HUMAN)
    is_unseen = reply.status is ReplyStatus.POSTED and reply.native_id is None
    return (in_doubt or is_unseen) and not reply.parts and _says(text, reply.text)


def _says(text: str, words: str) -> bool:
    return " ".join(words.split()) in " ".join(text.split())


def _covered(case: Case, command: HearEcho) -> tuple[str, ...]:
    return tuple(one.id for one in case.messages if one.is_unanswered and one.occurred_at <= command.posted_at)


def _answered(case: Case, native: str | None) -> Message | None:
    found = (one for one in case.messages if native is not None and native in (one.native_id, one.api_id))
    return next(found, case.last_message)


def _written_there(command: HearEcho, answered: Message | None, covers: tuple[str, ...], *, case: Case) -> Reply:
    named = "" if answered is None else answered.id
    return Reply(
        id=command.reply_id,
        author=NATIVE,
        text=command.text,
        answers=named,
        seen=named,
        token=command.reply_id,
        frozen="",
        status=ReplyStatus.POSTED,
        queued_at=command.posted_at,
        changed_in=case.version,
        native_id=command.native_id,
        url=command.url,
        posted_at=command.posted_at,
        covers=covers,
        origin=None if answered is None else answered.origin,
    )
