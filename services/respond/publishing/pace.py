"""How fast an account may post: in its turn, before the network's budget ends, and not while it rests."""

import asyncio

import structlog

from services.respond.networks.outbound import RetryAfter, Sent
from services.respond.publishing.budgets import Budgets
from services.respond.publishing.pauses import Pauses, Rest
from services.respond.publishing.turn import Turns
from shared.case.reply_commands import Postpone
from shared.case.state.case import Case
from shared.case.state.reply import Reply
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()


class Pace:
    """What this process knows of an account's troubles and budgets, and what all processes share."""

    def __init__(self, *, turns: Turns, budgets: Budgets, pauses: Pauses, clock: Clock) -> None:
        self._turns = turns
        self._budgets = budgets
        self._pauses = pauses
        self._clock = clock

    async def await_turn(self, case: Case, reply: Reply) -> Postpone | None:
        """Wait for a turn that comes soon; else return until when the answer waits, and why. Raises Unavailable."""
        now = self._clock()
        rest = self._pauses.of(case.account_id, now=now)
        turn = await self._turns.take(case.account_id, now=now) if rest is None else rest
        if isinstance(turn, Rest):
            return Postpone(reply_id=reply.id, until=turn.until, reason=f"the account waits: {turn.reason}")
        await asyncio.sleep(max(0.0, (turn.at - self._clock()).total_seconds()))
        return None

    async def slow_down(self, account_id: str, outcome: Sent) -> None:
        """Let the account rest where the network wants it to, in all processes as far as they can be told."""
        now = self._clock()
        rest = self._budgets.used_up(account_id, now=now)
        if isinstance(outcome, RetryAfter):
            rest = Rest(until=now + outcome.wait, reason=outcome.reason)
        if rest is None:
            return
        self._pauses.rest(account_id, until=rest.until, reason=rest.reason)
        try:
            await self._turns.rest(account_id, rest)
        except Unavailable as error:
            log.warning("others do not know of a rest", account=account_id, error=str(error))
