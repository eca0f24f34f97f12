"""What people do with an answer: write it, approve or refuse it, take it back (SEMANTICS, section 5)."""

from datetime import datetime
from typing import assert_never

from shared.case.decisions import wanted_back
from shared.case.decisions.moving import back, ended, expect, moved
from shared.case.decisions.timers import follow
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event, OwnerChanged, StageChanged
from shared.case.refused import Refused, illegal
from shared.case.reply_commands import (
    Answer,
    Answering,
    Approve,
    Delete,
    RefuseAnswer,
    Settle,
    SettlePosted,
    Withdraw,
)
from shared.case.reply_events import ReplyAdded
from shared.case.state.case import Case
from shared.case.state.in_the_way import in_the_way
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import ANSWERABLE, Stage


def decide(case: Case, command: Answering, *, now: datetime) -> list[Event]:
    """Return what happens to the answer and to the case around it. Raises Refused."""
    match command:
        case Answer():
            return _answer(case, command, now=now)
        case Approve():
            return _approve(case, command, now=now)
        case RefuseAnswer():
            if not command.reason.strip():
                raise Refused("reason_missing", "say why, so that its author can write a better one")
            waiting = expect(case, command.reply_id, "refuse", ReplyStatus.AWAITING_APPROVAL, done=ReplyStatus.REFUSED)
            refused = ReplyStatus.REFUSED
            return [] if waiting is None else back(case, waiting, refused, by=command.by, reason=command.reason)
        case Withdraw():
            return wanted_back.withdraw(case, command, now=now)
        case Settle():
            done = (ReplyStatus.FAILED, ReplyStatus.WITHDRAWN)
            reply = expect(case, command.reply_id, "settle", ReplyStatus.NEEDS_HUMAN, *done)
            absent = "a person found that it was never posted"
            if reply is None or reply.status in done:
                return []
            return ended(case, reply, ReplyStatus.FAILED, by=command.by, reason=absent, now=now)
        case SettlePosted():
            return wanted_back.found(case, command, now=now)
        case Delete():
            return wanted_back.delete(case, command, now=now)
        case _:
            assert_never(command)


def _answer(case: Case, command: Answer, *, now: datetime) -> list[Event]:
    if case.reply(command.reply_id) is not None:
        return []
    if command.fence not in (None, case.fence):
        whose = "nobody's" if case.owner is None else f"{case.owner}'s"
        raise Refused(
            "lease_lost",
            f"the case has changed hands since you looked and is {whose} now; read it again, then decide",
            owner=case.owner,
            fence=case.fence,
        )
    answered = case.message(command.answers)
    if answered is None or answered.deleted_at is not None:
        raise Refused("message_gone", "the message that this answers is not on the case, or was deleted by its author")
    if others := in_the_way(case, command.answers, private=command.private):
        what = f"{others[0].author} has already answered this message; that answer is {others[0].status}"
        raise Refused("already_answered", what, reply=others[0].id)
    # In public nobody sees a private answer: that there was one can be said while the customer has the word.
    closes = not command.private and case.answer_to(command.answers) is not None
    legal = ANSWERABLE | {Stage.AWAITING_CUSTOMER} if closes else ANSWERABLE
    if case.stage not in legal:
        raise illegal("answer", case.stage, legal)
    if case.owner is not None and case.owner != command.by:
        raise Refused("not_yours", f"the case belongs to {case.owner}; claim it first", owner=case.owner)
    _has_seen_all(case, command.seen)
    stage, status = Stage.PUBLISHING, ReplyStatus.QUEUED
    if command.for_approval:
        stage, status = Stage.AWAITING_APPROVAL, ReplyStatus.AWAITING_APPROVAL
    reply = Reply(
        id=command.reply_id,
        author=command.by,
        text=command.text,
        answers=command.answers,
        seen=command.seen,
        token=command.token,
        frozen=command.frozen,
        status=status,
        queued_at=now,
        changed_in=case.version,
        due_at=None if command.for_approval else max(now, command.not_before or now),
        covers=tuple(one.id for one in case.messages if one.is_unanswered),
        origin=answered.origin,
        parts=command.parts,
        private=command.private,
    )
    turn = Unfolding(case, now=now)
    if case.owner is None:
        turn.add(OwnerChanged(owner=command.by, by=command.by))
    turn.add(ReplyAdded(reply=reply), StageChanged(stage=stage, by=command.by))
    follow(turn, at=now)
    return turn.events


def _approve(case: Case, command: Approve, *, now: datetime) -> list[Event]:
    reply = case.reply(command.reply_id)
    if reply is not None and reply.approved_by == command.by:
        return []
    waiting = expect(case, command.reply_id, "approve", ReplyStatus.AWAITING_APPROVAL)
    if waiting is None:
        return []
    if waiting.author == command.by:
        raise Refused("own_answer", "somebody else has to approve it: its author cannot", author=waiting.author)
    others = in_the_way(case, waiting.answers, private=waiting.private)
    if posted := [one for one in others if one.status is ReplyStatus.POSTED]:
        what = f"{posted[0].author} has answered this message meanwhile; withdraw yours"
        raise Refused("already_answered", what, reply=posted[0].id)
    _has_seen_all(case, command.seen)
    return [
        moved(waiting, ReplyStatus.QUEUED, by=command.by, due_at=now, approved_by=command.by),
        StageChanged(stage=Stage.PUBLISHING, by=command.by),
    ]


def _has_seen_all(case: Case, seen: str) -> None:
    newest = case.last_message
    if newest is not None and newest.id != seen:
        raise Refused(
            "newer_message",
            "the customer wrote again since you looked; read it, then send again with `seen` set to it",
            newest=newest.id,
            text=newest.text,
        )
