"""`make run` as a program: starts all, says where everything is, waits for its end."""

import asyncio
import signal
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from deploy.local.child import ChildFailed
from deploy.local.home import DataFolderBusy, Home, occupy
from deploy.local.infra import UnknownChoice
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.mongod import MongodMissing
from deploy.local.ports import PortRefused, Ports
from deploy.local.progress import Lines, Relay, State, shown
from deploy.local.stack import Wanted, stacked
from deploy.local.together import unless_fallen
from deploy.local.welcome import welcome

EXPECTED = (ChildFailed, DataFolderBusy, MongodMissing, PortRefused, RealKafkaUnavailable, UnknownChoice)


@dataclass
class Supervisor:
    wanted: Wanted
    data_dir: Path
    fresh: bool = False
    console: Console = field(default_factory=Console)
    _home: Home | None = None

    async def run(self) -> int:
        """The exit code: 0 when it was asked to end, 1 when it could not start or lost what everything stands on."""
        living = asyncio.create_task(self._live())
        loop = asyncio.get_running_loop()
        for what in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(what, self._asked_to_end, living)
        try:
            await living
        except asyncio.CancelledError:
            self.console.print("All ended.")
            return 0
        except EXPECTED as reason:
            self.console.print(f"{State.FAILED} {reason}", style="red", markup=False, highlight=False, soft_wrap=True)
            return 1

    def _asked_to_end(self, living: asyncio.Task[NoReturn]) -> None:
        """The first time in order, the second time at once."""
        if not living.cancelling():
            living.cancel()
        elif self._home:
            self._home.kill_all()

    async def _live(self) -> NoReturn:
        progress = Relay(Lines(self.console))
        async with AsyncExitStack() as ending:
            self._home = await ending.enter_async_context(occupy(self.data_dir, fresh=self.fresh))
            with shown(self.console) as progress.to:
                running = await ending.enter_async_context(
                    stacked(self._home, self.wanted, Ports(near_defaults=True), progress)
                )
            progress.to = Lines(self.console)
            welcome(running, self.console)
            await unless_fallen(self._home.leash.torn(), running.backing.children)
            raise ChildFailed("the warden ended, so nothing would end our children if we did")
