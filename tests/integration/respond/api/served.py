"""The application on a port, in a thread with a loop of its own, for browsers and fuzzers."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from services.respond.live.broadcast import Broadcast
from services.respond.store.indexes import create_indexes
from services.respond.store.quarantine import Quarantine
from services.respond.wiring.together import make_watch
from shared.case.keeping import Change
from shared.case.kept.indexes import CASES, INDEXES
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.contracts.deadletter import DeadLetter
from shared.directory.presence import Presence
from shared.kafka.record import Outgoing
from shared.mongo.database import connect, disconnect
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from shared.runtime.process import serve
from tests.integration.respond.api.conftest import Site

T = TypeVar("T")
NOW = "2026-11-21T12:00:00+00:00"


class Served:
    """What is asked, and the way to change cases behind its back."""

    def __init__(self, url: str, site: Site, loop: asyncio.AbstractEventLoop) -> None:
        self.url = url
        self._site = site
        self._loop = loop

    def open(self, *cases: Case) -> None:
        """Put cases into its database."""
        self._run(self._site.opened(*cases))

    def set_aside(self, *letters: DeadLetter, brand: str) -> None:
        """Put letters into its quarantine."""
        self._run(Quarantine(self._site.database).keep([(letter, brand) for letter in letters]))

    @property
    def sent(self) -> Sequence[Outgoing]:
        """What it has sent to Kafka."""
        return self._site.sent

    def get(self, case_id: str) -> Case:
        """Return a case as it is now."""
        return self._run(CaseStore(self._site.database).get(case_id))

    def update(self, case_id: str, change: Change) -> Case:
        """Change a case, and tell those who listen."""
        return self._run(self._update(case_id, change))

    def update_quietly(self, case_id: str, change: Change) -> Case:
        """Change a case, and tell nobody."""
        return self._run(CaseStore(self._site.database).update(case_id, change))

    def present(self) -> Mapping[str, str]:
        """Return how agents are at work."""
        states = self._run(Presence(self._site.database).states(now=system_clock()))
        return {agent: seen.state for agent, seen in states.items()}

    def notify(self, case: Case, about: str, *, to: str | None) -> None:
        """Tell somebody who listens of a warning or a breach."""
        data = json.dumps({"case": case.id, "customer": case.customer.handle, "about": about, "at": NOW})
        self._loop.call_soon_threadsafe(partial(self._tell, case, about, to=to, data=data))

    def _tell(self, case: Case, about: str, *, to: str | None, data: str) -> None:
        self._site.broadcast.tell_notice(case.id, about, NOW, to=to, brand=case.brand, data=data)

    async def _update(self, case_id: str, change: Change) -> Case:
        case = await CaseStore(self._site.database).update(case_id, change)
        data = f'{{"case_id": "{case.id}"}}'
        self._site.broadcast.tell_case(case.id, case.version, brand=case.brand, data=data)
        return case

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)


@contextmanager
def served(mongo_url: str) -> Iterator[Served]:
    """Serve an empty database until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ready: list[Served] = []
    is_ready = threading.Event()
    stop = asyncio.Event()
    loop = asyncio.new_event_loop()

    async def live() -> None:
        database = connect(mongo_url, random_id("served"))
        await database[CASES].create_indexes(INDEXES)
        await create_indexes(database)
        broadcast = Broadcast(boot="test", window=100)
        site = Site(database=database, broadcast=broadcast, clock=system_clock)
        ready.append(Served(f"http://127.0.0.1:{port}", site, loop))
        is_ready.set()
        parts = (serve(site.app, host="127.0.0.1", port=port), broadcast.run, make_watch(site.ground).run)
        await asyncio.gather(*(run(stop) for run in parts))
        await database.client.drop_database(database.name)
        disconnect(database)

    thread = threading.Thread(target=lambda: loop.run_until_complete(live()), name="served")
    thread.start()
    try:
        assert is_ready.wait(30)
        _await_port(port)
        yield ready[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()


def _await_port(port: int) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        else:
            return
