"""The stack that runs, or one of our own for as long as we need it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from deploy.local.child import ChildFailed
from deploy.local.home import DataFolderBusy
from deploy.local.infra import UnknownChoice
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.mongod import MongodMissing
from deploy.local.ports import PortRefused, Ports
from deploy.local.progress import Lines, Relay, shown
from deploy.local.readiness import until
from deploy.local.stack import Wanted, stack
from deploy.local.stack_file import NoStack, StackFile, read_stack

STARTING_SECONDS = 120.0  # how long a stack that somebody else is starting may take
CANNOT_START = (ChildFailed, DataFolderBusy, MongodMissing, PortRefused, RealKafkaUnavailable, UnknownChoice)
"""What `joined` raises; the message is for people."""


@dataclass(frozen=True)
class Joined:
    """A ready stack. `is_ours`: it was started here and ends with us."""

    stack: StackFile
    is_ours: bool


@asynccontextmanager
async def joined(data_dir: Path, console: Console, *, why: str) -> AsyncIterator[Joined]:
    """Gives the ready stack of this data folder; where none runs, one starts and ends on the way out.

    Raises one of CANNOT_START.
    """
    running = _ready(data_dir)
    if running is not None:
        yield Joined(running, is_ours=False)
        return
    console.print(f"No stack runs in {data_dir}; starting one {why}.", markup=False, soft_wrap=True)
    async with AsyncExitStack() as ending:
        try:
            await _start(ending, data_dir, console)
        except DataFolderBusy:
            console.print("Somebody else is starting one; waiting for that.")
            yield Joined(await _started_elsewhere(data_dir), is_ours=False)
        else:
            yield Joined(read_stack(data_dir), is_ours=True)


async def _start(ending: AsyncExitStack, data_dir: Path, console: Console) -> None:
    progress = Relay(Lines(console))
    with shown(console) as progress.to:
        wanted = Wanted(revive=True)
        await ending.enter_async_context(stack(data_dir, wanted, ports=Ports(near_defaults=True), progress=progress))
    progress.to = Lines(console)


async def _started_elsewhere(data_dir: Path) -> StackFile:
    """Raises DataFolderBusy when it does not get ready."""

    async def is_ready() -> bool:
        return _ready(data_dir) is not None

    try:
        async with asyncio.timeout(STARTING_SECONDS):
            await until(is_ready)
        return read_stack(data_dir)
    except (TimeoutError, NoStack):
        raise DataFolderBusy(f"the supervisor that works on {data_dir} does not get ready") from None


def _ready(data_dir: Path) -> StackFile | None:
    try:
        return read_stack(data_dir)
    except NoStack:
        return None
