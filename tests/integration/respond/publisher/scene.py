"""A brand and a customer on the town square, cases in MongoDB, and publishers in this process or in their own."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import httpx2

from services.respond.handlers.answer import thread
from services.respond.networks.freeze import freeze
from services.respond.settings import RespondSettings
from services.respond.wiring.publisher import wire
from shared.case.apply import apply_all
from shared.case.commands import Command
from shared.case.decide import decide
from shared.case.keeping import Step, announcing
from shared.case.kept.store import CaseStore
from shared.case.reply_commands import Answer
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.directory.file import read_directory
from shared.runtime.clock import system_clock
from tests.builders import a_case, a_message
from tests.integration.respond.process import respond_process

FINAL: Final = (
    ReplyStatus.POSTED,
    ReplyStatus.FAILED,
    ReplyStatus.NEEDS_HUMAN,
    ReplyStatus.WITHDRAWN,
    ReplyStatus.DELETED,
)
Json = dict[str, Any]

HASTY: Final = {
    "network_seconds": 1.5,
    "publisher_poll_seconds": 0.02,
    "publisher_gap_seconds": 0.0,
    "publisher_attempt_seconds": 3.0,
    "publisher_lease_seconds": 3.5,
    "publisher_first_look_seconds": 0.1,
    "publisher_absent_seconds": 0.7,
    "publisher_settle_seconds": 60.0,
    "publisher_first_wait_seconds": 0.1,
    "publisher_delete_wait_seconds": 0.2,
    "publisher_looks": 40,
    "publisher_sendings": 3,
}
"""The publisher's times, as short as a test wants them and in the same order as in earnest."""


def moment_of(stamp: str) -> float:
    """Return the seconds of a time that the square noted."""
    return datetime.fromisoformat(stamp).timestamp()


@dataclass
class Scene:
    """`scene.http` speaks to the square as nobody, or as the stage manager."""

    http: httpx2.AsyncClient
    database: Any
    mongo_url: str
    config: Path
    brand: Json
    customer: Json
    cases: CaseStore = field(init=False)

    def __post_init__(self) -> None:
        self.cases = CaseStore(self.database)

    # -- the square ----------------------------------------------------------------------------------------------

    async def stage(self, path: str, told: object) -> Any:
        answer = await self.http.post(f"/_square/{path}", json=told)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def arm(self, kind: str, **more: Any) -> None:
        await self.stage("faults", {"kind": kind, **more})

    async def posts(self) -> list[Json]:
        """Everything that the brand ever posted, deleted or not, as the witness saw it."""
        ledger = (await self.http.get("/_square/ledger", params={"requests": "writes"})).json()
        return [status for status in ledger["statuses"] if status["account"] == self.brand["username"]]

    async def requests(self, method: str) -> list[Json]:
        """What the brand asked of the square by that method, in its order."""
        ledger = (await self.http.get("/_square/ledger")).json()
        ours = (one for one in ledger["requests"] if one["account"] == self.brand["username"])
        return [one for one in ours if one["method"] == method]

    async def asked(self, method: str) -> int:
        ledger = (await self.http.get("/_square/ledger")).json()
        return sum(request["method"] == method for request in ledger["requests"])

    # -- cases ---------------------------------------------------------------------------------------------------

    async def queued(
        self, number: int = 1, *, text: str = "We are sorry; it arrives tomorrow.", private: bool = False
    ) -> str:
        """Let the customer complain and an agent answer; return the case's id. The reply is `r-<number>`."""
        heard = await self.stage("posts", {"username": self.customer["username"], "text": f"@brand Parcel {number}?"})
        now = system_clock()
        message = a_message(
            heard["uri"],
            at=now,
            api_id=heard["id"],
            handle=heard["account"]["acct"],
            text=f"@brand Parcel {number}?",
        )
        opened = a_case(message=message, author=f"{self.customer['username']}-{number}", account_id="brand@square")
        assert await self.cases.save([Step(before=None, after=opened)])
        account = read_directory(self.config).account("brand@square")
        assert account is not None
        posts = freeze(account, message, text, private=private)
        answer = Answer(
            reply_id=f"r-{number}",
            by="mira",
            text=text,
            answers=message.id,
            seen=message.id,
            token=f"r-{number}",
            frozen=posts[0].body,
            parts=thread(f"r-{number}", posts),
            private=private,
        )
        await self.tell(opened.id, answer)
        return opened.id

    async def tell(self, case_id: str, command: Command) -> Case:
        def change(case: Case) -> Case:
            now = system_clock()
            return apply_all(case, decide(case, command, now=now), now=now)

        return await self.cases.update(case_id, announcing(change))

    async def reply(self, case_id: str) -> Reply:
        return (await self.cases.get(case_id)).replies[0]

    async def until(self, case_id: str, done: Callable[[Reply], bool], *, within: float = 25) -> Reply:
        """Wait for the answer to be as wanted."""
        reply = await self.reply(case_id)
        try:
            async with asyncio.timeout(within):
                while not done(reply):
                    await asyncio.sleep(0.02)
                    reply = await self.reply(case_id)
        except TimeoutError:
            raise AssertionError(f"it stayed {reply}") from None
        return reply

    async def settled(self, case_id: str) -> Reply:
        """Wait until nothing more will happen to the answer by itself."""
        return await self.until(case_id, lambda reply: reply.status in FINAL and reply.due_at is None)

    # -- publishers ----------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def publisher(self, **settings: Any) -> AsyncIterator[None]:
        """One in this process, made by the real wiring, without its HTTP server."""
        given = {**HASTY, "mongo_url": self.mongo_url, "mongo_database": self.database.name, "config": self.config}
        stop = asyncio.Event()
        async with wire(RespondSettings(**{**given, **settings})) as parts:
            running = asyncio.ensure_future(parts["publisher"](stop))
            try:
                yield
            finally:
                stop.set()
                await running

    @asynccontextmanager
    async def process(self, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """One in a process of its own; killed at the end if it still lives."""
        hasty = {f"EARSHOT_{name.upper()}": str(value) for name, value in HASTY.items()}
        given = {**hasty, "EARSHOT_CONFIG": str(self.config), **environment}
        async with respond_process(self.mongo_url, self.database, "publisher", environment=given) as process:
            yield process

    async def dies_at(self, failpoint: str, *, within: float = 40) -> None:
        """Run a publisher until it kills itself there; its leases are short, so that nobody waits long for the next."""
        given = {
            "EARSHOT_FAILPOINT": failpoint,
            "EARSHOT_PUBLISHER_LEASE_SECONDS": "1.2",
            "EARSHOT_PUBLISHER_ATTEMPT_SECONDS": "1.0",
        }
        async with self.process(**given) as process, asyncio.timeout(within):
            assert await process.wait() == -signal.SIGKILL
