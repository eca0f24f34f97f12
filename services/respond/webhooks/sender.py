"""The sender: whatever is due goes out, each subject in order, many subjects at a time, few at one receiver.

Several of these processes may run: a backlog is claimed by lease. One that freezes beyond its lease while it is posting
sends an event a second time, under the same webhook-id; receivers skip what they have seen.
"""

import asyncio
from collections import Counter as Tally
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog
from prometheus_client import Counter, Histogram

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.claim import Claim
from services.respond.domain.webhooks.trying import Outcome
from services.respond.domain.webhooks.webhook import Delivery, Webhook, WebhookState
from services.respond.webhooks.aftermath import Aftermath
from shared.runtime.again import again
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.failpoint import failpoint
from shared.runtime.ids import Ids

log = structlog.get_logger()

Post = Callable[[Webhook, Delivery], Awaitable[Outcome]]
"""Makes one attempt. Raises nothing that the world can cause."""

_FINISH_SECONDS: Final = 4.0

_attempts = Counter("earshot_webhook_attempts_total", "Attempts by what came of them", ["outcome"])
_took = Histogram(
    "earshot_webhook_attempt_seconds", "How long an attempt took", buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
)


class Webhooks(Protocol):
    """Who listens."""

    async def all(self) -> list[Webhook]: ...

    async def get(self, webhook_id: str, scope: Scope) -> Webhook | None: ...


class Backlogs(Protocol):
    """Claims and what comes of them."""

    async def claim(
        self, webhook_id: str, *, token: str, now: datetime, lasting: timedelta, only_pings: bool = False
    ) -> Claim | None: ...

    async def first(self, claim: Claim) -> Delivery | None: ...

    async def taken(self, delivery: Delivery, outcome: Outcome, *, now: datetime) -> None: ...

    async def go_on(self, claim: Claim, *, now: datetime, lasting: timedelta) -> Claim | None: ...

    async def finish(self, claim: Claim, *, now: datetime) -> None: ...

    async def give_back(self, claim: Claim, *, now: datetime) -> None: ...


class Sender:
    """Works off backlogs: at most `parallel` claims for one webhook, `in_flight` in all."""

    def __init__(
        self,
        *,
        webhooks: Webhooks,
        backlogs: Backlogs,
        post: Post,
        aftermath: Aftermath,
        clock: Clock,
        ids: Ids,
        lasting: timedelta = timedelta(seconds=30),
        parallel: int = 4,
        in_flight: int = 32,
        poll_seconds: float = 0.25,
    ) -> None:
        """`clock`: the server's time, by which leases run. `lasting`: of a lease; longer than any attempt."""
        self._webhooks = webhooks
        self._backlogs = backlogs
        self._post = post
        self._aftermath = aftermath
        self._clock = clock
        self._ids = ids
        self._lasting = lasting
        self._parallel = parallel
        self._in_flight = in_flight
        self._poll_seconds = poll_seconds
        self._tasks: dict[asyncio.Task[None], str] = {}
        self._turns = 0
        self._served: dict[str, int] = {}
        self._stopping = False

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop, then finish what has begun. What takes longer is cut off, and sent again later."""
        await again(self._look, stop=stop, every=self._poll_seconds, name="webhooks")
        self._stopping = True
        await self.finish(within=_FINISH_SECONDS)

    async def _look(self) -> bool:
        await self.start_due()
        return False

    async def start_due(self) -> int:
        """Start a task for each backlog that is due, as far as there is room; return how many. Raises Unavailable.

        Receivers take turns, those first that have the fewest tasks and were served longest ago: however much slow ones
        are still to be told, the others do not wait for them.
        """
        now = self._clock()
        busy = Tally(self._tasks.values())
        listening = await self._webhooks.all()
        self._served = {one.id: self._served.get(one.id, 0) for one in listening}
        waiting = [one for one in listening if one.not_before is None or one.not_before <= now]
        waiting.sort(key=lambda one: (busy[one.id], self._served[one.id]))
        before = self._turns
        while waiting:
            waiting = [one for one in waiting if await self._start_one(one, busy)]
        return self._turns - before

    async def _start_one(self, webhook: Webhook, busy: Tally[str]) -> bool:
        """Return whether there was room for it, and something due."""
        if busy[webhook.id] >= self._parallel or len(self._tasks) >= self._in_flight:
            return False
        claim = await self._backlogs.claim(
            webhook.id,
            token=self._ids("claim"),
            now=self._clock(),
            lasting=self._lasting,
            only_pings=webhook.state is not WebhookState.ACTIVE,
        )
        if claim is None:
            return False
        self._start(webhook, claim)
        busy[webhook.id] += 1
        self._turns += 1
        self._served[webhook.id] = self._turns
        return True

    async def finish(self, *, within: float | None = None) -> None:
        """Wait until what has begun is done; cut off what takes longer."""
        tasks = list(self._tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _start(self, webhook: Webhook, claim: Claim) -> None:
        task = asyncio.create_task(self._work_off(webhook, claim))
        self._tasks[task] = webhook.id
        task.add_done_callback(lambda done: self._tasks.pop(done, None))

    async def _work_off(self, webhook: Webhook, claim: Claim) -> None:
        try:
            began, going = self._clock(), True
            while going and not self._stopping and self._clock() - began < self._lasting:
                delivery = await self._backlogs.first(claim)
                if delivery is None:
                    await self._backlogs.finish(claim, now=self._clock())
                    return
                going, claim = await self._send(webhook, claim, delivery)
                # Before the next one: it may have been paused, sent elsewhere or given a new secret in the meantime.
                now_is = await self._webhooks.get(webhook.id, Scope())
                if now_is is None or (now_is.state is not WebhookState.ACTIVE and not delivery.is_ping):
                    break
                webhook = now_is
            if going:
                await self._backlogs.give_back(claim, now=self._clock())
        except Unavailable as error:
            log.warning("a webhook's backlog waits for the world", webhook=webhook.id, error=str(error))
        except Exception:
            # The lease runs out, and the backlog is due again: one bug must not hold up the other webhooks.
            log.exception("a webhook's claim met a bug", webhook=webhook.id, subject=claim.subject)

    async def _send(self, webhook: Webhook, claim: Claim, delivery: Delivery) -> tuple[bool, Claim]:
        """Return whether to go on, and the claim, renewed."""
        outcome = await self._post(webhook, delivery)
        failpoint("after_delivery_sent")
        now = self._clock()
        _attempts.labels("taken" if outcome.is_taken else "gone" if outcome.is_gone else "not taken").inc()
        _took.observe(outcome.took_ms / 1000)
        log.info(
            "event sent",
            webhook=webhook.id,
            event_id=delivery.event_id,
            type=delivery.type,
            status=outcome.status,
            error=outcome.error,
            took_ms=outcome.took_ms,
        )
        if not outcome.is_taken:
            return await self._aftermath(webhook, claim, delivery, outcome, now=now), claim
        await self._backlogs.taken(delivery, outcome, now=now)
        failpoint("after_delivery_marked")
        renewed = await self._backlogs.go_on(claim, now=now, lasting=self._lasting)
        return renewed is not None, renewed or claim
