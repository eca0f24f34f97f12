"""Process `publisher`: whatever answer is due gets looked at, many at a time, each by one task only.

Several of these processes may run: each step is a compare-and-set on the case, and who loses it has done nothing.
"""

import asyncio
from collections import Counter as Tally
from collections.abc import Awaitable, Callable, Collection, Iterable
from datetime import datetime
from typing import Final, Protocol, TypeAlias

import structlog
from prometheus_client import Counter, Gauge

from services.respond.publishing.pauses import Pauses
from shared.case.keeping import Due, NoSuchCase
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.runtime.again import again
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

Work: TypeAlias = Callable[[Case, Reply], Awaitable[None]]
"""Looks at one due answer. Raises Refused when somebody was faster, Unavailable when MongoDB is away."""

_FINISH_SECONDS: Final = 4.0

_looked_at = Counter("earshot_publisher_replies_total", "Due answers looked at", ["status", "outcome"])
_oldest = Gauge("earshot_publisher_oldest_due_seconds", "How long the answer that is due longest has been due")


class Cases(Protocol):
    """The due index."""

    async def due(self, kind: Due, *, now: datetime, limit: int, but_of: Collection[str] = ()) -> list[Case]: ...


class Publisher:
    """Hands out due answers. At most one task for one parent post, `in_flight` tasks, `per_account` for an account."""

    def __init__(
        self,
        *,
        cases: Cases,
        work: dict[ReplyStatus, Work],
        holds: Pauses,
        clock: Clock,
        in_flight: int = 16,
        per_account: int = 4,
        poll_seconds: float = 0.25,
        window: int = 200,
    ) -> None:
        """`work`: what to do by status. `holds`: answers that met a bug, so that they do not stand in others' way.

        `window`: how many due cases are read at a time.
        """
        self._cases = cases
        self._work = work
        self._holds = holds
        self._clock = clock
        self._in_flight = in_flight
        self._per_account = per_account
        self._poll_seconds = poll_seconds
        self._window = window
        self._tasks: dict[tuple[str, str], asyncio.Task[None]] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; then finish what has begun. An unreachable database only delays."""
        await again(self._look, stop=stop, every=self._poll_seconds, name="publisher")
        await self.finish(within=_FINISH_SECONDS)

    async def _look(self) -> bool:
        await self.start_due()
        return False  # what was started is under way and still due: looking at once would find the same

    async def start_due(self) -> int:
        """Start a task for each due answer that nobody holds, as far as there is room; return how many."""
        room = self._in_flight - len(self._tasks)
        if room <= 0:
            return 0
        now, oldest = self._clock(), None
        busy = Tally(account for account, _ in self._tasks)
        started, but_of = 0, {account for account in busy if busy[account] >= self._per_account}
        while started < room:
            cases = await self._cases.due("publish_due_at", now=now, limit=self._window, but_of=but_of)
            oldest = oldest or (cases[0].publish_due_at if cases else None)
            started += self._start_some(cases, busy, now=now, room=room - started)
            if len(cases) < self._window:
                break
            # There is more than was looked at: what follows is not to wait for the accounts that fill the window.
            [(longest, _)] = Tally(case.account_id for case in cases).most_common(1)
            but_of |= {longest, *(account for account in busy if busy[account] >= self._per_account)}
        _oldest.set((now - (oldest or now)).total_seconds())
        return started

    def _start_some(self, cases: Iterable[Case], busy: Tally[str], *, now: datetime, room: int) -> int:
        started = 0
        for case, reply in due_replies(cases, now=now):
            key = (case.account_id, reply.answers)
            if started == room:
                break
            if key in self._tasks or busy[case.account_id] >= self._per_account or self._holds.of(key, now=now):
                continue
            self._start(key, case, reply)
            busy[case.account_id] += 1
            started += 1
        return started

    async def finish(self, *, within: float | None = None) -> None:
        """Wait until what has begun is done. What takes longer is cut off: its lease runs out, and it is looked up."""
        tasks = list(self._tasks.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _start(self, key: tuple[str, str], case: Case, reply: Reply) -> None:
        task = asyncio.create_task(self._look_at(key, case, reply))
        self._tasks[key] = task
        task.add_done_callback(lambda _: self._tasks.pop(key, None))

    async def _look_at(self, key: tuple[str, str], case: Case, reply: Reply) -> None:
        outcome = "done"
        try:
            await self._work[reply.status](case, reply)
            self._holds.fine(key)
        except (Refused, NoSuchCase) as error:
            outcome = "taken"
            log.info("somebody was faster", case=case.id, reply=reply.id, why=str(error))
        except Unavailable as error:
            outcome = "waits"
            self._holds.trouble(key, now=self._clock(), reason="MongoDB is away")
            log.warning("answer waits for the world", case=case.id, reply=reply.id, error=str(error))
        except Exception:
            outcome = "bug"
            self._holds.trouble(key, now=self._clock(), reason="a bug of ours")
            log.exception("answer met a bug", case=case.id, reply=reply.id)
        _looked_at.labels(reply.status.value, outcome).inc()


def due_replies(cases: Iterable[Case], *, now: datetime) -> list[tuple[Case, Reply]]:
    """Return the answers that are due, each with its case, in the order of the cases."""
    return [
        (case, reply) for case in cases for reply in case.replies if reply.due_at is not None and reply.due_at <= now
    ]
