"""Answers that we hear of from the network: written in its own app, or our own that came back to us (SEMANTICS, 2)."""

from datetime import datetime
from typing import Final

from shared.case.commands import HearEcho
from shared.case.decisions.timers import follow, meet, owe
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event, MessagesAnswered, ReplyAdded, ReplyMoved, StageChanged
from shared.case.state.case import Case
from shared.case.state.parts import Message, Reply, ReplyStatus
from shared.case.state.stage import OURS, SET_ASIDE, Stage

NATIVE: Final = "native app"
"""The author of answers that were not written here: the network does not say who of us it was."""


def decide(case: Case, command: HearEcho, *, now: datetime) -> list[Event]:
    """Return what happens: an answer under way turns out to have landed, or one is added that nobody wrote here."""
    if any(reply.native_id == command.native_id for reply in case.replies) or not case.is_live:
        return []
    turn = Unfolding(case, now=now)
    ours = next((one for one in case.replies if _is_this(one, command.text)), None)
    covers = _covered(case, command) if ours is None else ours.covers
    if ours is None:
        answered = _answered(case, command.answers)
        turn.add(ReplyAdded(reply=_written_there(command, answered, covers, case=case)))
    else:
        turn.add(
            ReplyMoved(
                reply_id=ours.id,
                status=ReplyStatus.POSTED,
                by="network",
                native_id=command.native_id,
                url=command.url,
                posted_at=command.posted_at,
            )
        )
    reach_customer(turn, ours.id if ours else command.reply_id, covers, at=command.posted_at, by="network")
    return turn.events


def reach_customer(turn: Unfolding, reply_id: str, covers: tuple[str, ...], *, at: datetime, by: str) -> None:
    """The customer can read an answer since `at`: messages are answered, clocks met, and it is the customer's turn."""
    waiting = tuple(one.id for one in turn.case.messages if one.id in covers and one.answered_by is None)
    if waiting:
        turn.add(MessagesAnswered(messages=waiting, reply_id=reply_id))
        meet(turn, at=at, origins={one.origin for one in turn.case.messages if one.id in waiting})
    case = turn.case
    its_turn = case.stage in OURS or case.stage in SET_ASIDE
    if its_turn and not any(one.is_under_way for one in case.replies):
        if not any(message.waits for message in case.messages):
            turn.add(StageChanged(stage=Stage.AWAITING_CUSTOMER, by=by))
            follow(turn, at=at)
        elif case.stage in (Stage.PUBLISHING, Stage.AWAITING_APPROVAL):
            turn.add(StageChanged(stage=Stage.NEW if case.owner is None else Stage.ASSIGNED, by=by))
    owe(turn)


def _is_this(reply: Reply, text: str) -> bool:
    """The network shows our words, perhaps behind the customer's name."""
    sent = reply.status in (ReplyStatus.SENDING, ReplyStatus.UNKNOWN, ReplyStatus.NEEDS_HUMAN)
    return sent and " ".join(reply.text.split()) in " ".join(text.split())


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
