"""Answers on cases, moved by compare-and-set."""

import asyncio
from typing import Protocol

import structlog

from services.respond.networks.outbound import Published
from services.respond.publishing.receipt import posted_at
from shared.case.apply import apply_all
from shared.case.commands import Command
from shared.case.decide import decide
from shared.case.keeping import Change, announcing
from shared.case.refused import Refused
from shared.case.reply_commands import ReportPosted, Retract
from shared.case.state.case import Case
from shared.case.state.reply import Reply
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()


class Cases(Protocol):
    """Where cases are changed, one writer at a time. Raises NoSuchCase and Unavailable."""

    async def update(self, case_id: str, change: Change) -> Case: ...


class Replies:
    """Carries out commands to cases and has each change announced."""

    def __init__(self, *, cases: Cases, clock: Clock, retry_seconds: float = 0.5) -> None:
        self._cases = cases
        self._clock = clock
        self._retry_seconds = retry_seconds

    async def tell(self, case_id: str, command: Command) -> Case:
        """Return the case after the command. Raises Refused, NoSuchCase and Unavailable."""

        def change(case: Case) -> Case:
            now = self._clock()
            return apply_all(case, decide(case, command, now=now), now=now)

        return await self._cases.update(case_id, announcing(change))

    async def report(self, case_id: str, command: Command) -> None:
        """Carry out a command that is worth waiting for: what the network did must not be forgotten.

        Waits as long as MongoDB is away. What the case refuses is out of date, and is let go.
        """
        try:
            await self._surely(case_id, command)
        except Refused as refused:
            log.info("report is out of date", case=case_id, command=type(command).__name__, why=refused.code)

    async def landed(self, case_id: str, reply: Reply, receipt: Published) -> None:
        """The network has the post of it that was next. What was withdrawn meanwhile is to be deleted there."""
        now = self._clock()
        posted = ReportPosted(
            reply_id=reply.id,
            native_id=receipt.native_id,
            url=receipt.url,
            posted_at=posted_at(receipt.created_at, queued_at=reply.queued_at, now=now),
            part=reply.next_part,
            api_id=receipt.api_id,
        )
        try:
            case = await self._surely(case_id, posted)
        except Refused as refused:
            log.warning("landed after all", case=case_id, reply=reply.id, why=refused.code)
        else:
            kept = case.reply(reply.id)
            if kept is not None and receipt.native_id not in kept.landed:
                log.error(
                    "reply is there twice", case=case_id, reply=reply.id, kept=kept.landed, other=receipt.native_id
                )
            log.info("reply posted", case=case_id, reply=reply.id, attempt=reply.attempt, part=reply.next_part)
            return
        retract = Retract(
            reply_id=reply.id,
            native_id=receipt.native_id,
            url=receipt.url,
            delete_at=now,
            reason="it landed after it was withdrawn; to be deleted there",
            part=reply.next_part,
        )
        await self.report(case_id, retract)

    async def _surely(self, case_id: str, command: Command) -> Case:
        while True:
            try:
                return await self.tell(case_id, command)
            except Unavailable as error:
                log.warning("report waits for MongoDB", case=case_id, error=str(error))
            await asyncio.sleep(self._retry_seconds)
