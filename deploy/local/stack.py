"""Everything: infrastructure, then topics and indexes and the town square, then the services."""

import asyncio
import importlib.util
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local.brand_account import open_account
from deploy.local.child import Child, ChildFailed
from deploy.local.home import Home, occupy
from deploy.local.infra import Backing, KafkaChoice, backing
from deploy.local.keeper import keep
from deploy.local.ports import Ports
from deploy.local.processes import BY_NAME, CONFIG, SERVICES, TOWNSQUARE, ProcessSpec, backing_environment
from deploy.local.progress import Progress, Silent, State
from deploy.local.running import Stack
from deploy.local.secret_file import TOWNSQUARE_TOKEN, ensure_secrets, for_processes
from deploy.local.stack_file import stack_path
from deploy.local.together import together, unless_fallen

PREPARE = "deploy.prepare"
MACROS = "deploy.local.macros"
ALL_SERVICES = tuple(spec.name for spec in SERVICES)


@dataclass(frozen=True)
class Wanted:
    """A name may come twice in `services`, for two instances; none at all means infrastructure alone.

    `environment` is given to every process on top. `revive` starts again what falls, as `make run` does; without it a
    killed process stays down until its `restart`. `table` says what a name means.
    """

    kafka: KafkaChoice = "auto"
    services: Sequence[str] = ALL_SERVICES
    config: Path = CONFIG
    environment: Mapping[str, str] = field(default_factory=dict)
    revive: bool = False
    table: Mapping[str, ProcessSpec] = field(default_factory=lambda: BY_NAME)


@asynccontextmanager
async def stack(
    data_dir: Path, wanted: Wanted | None = None, *, ports: Ports | None = None, progress: Progress | None = None
) -> AsyncIterator[Stack]:
    """All of it, ready; all of it ended on the way out. Raises what `infra` raises, and ChildFailed."""
    async with (
        occupy(data_dir) as home,
        stacked(home, wanted or Wanted(), ports or Ports(), progress or Silent()) as running,
    ):
        yield running


@asynccontextmanager
async def stacked(home: Home, wanted: Wanted, ports: Ports, progress: Progress) -> AsyncIterator[Stack]:
    """As `stack`, in a data folder that the caller occupies."""
    stack_path(home.path).unlink(missing_ok=True)  # of a supervisor that was killed
    async with backing(home, wanted.kafka, ports, progress) as ground:
        environment = _environment(ground, wanted)
        running = Stack(home, ground, ports, wanted.config, environment, wanted.table)
        keepers: list[asyncio.Task[None]] = []
        try:
            if wanted.services:
                await unless_fallen(_start(running, wanted.services, progress), ground.children)
            running.write_file()
            if wanted.revive:
                children = running.processes.values()
                keepers += [asyncio.create_task(keep(child, progress, running.write_file)) for child in children]
            yield running
        finally:
            stack_path(home.path).unlink(missing_ok=True)
            for keeper in keepers:
                keeper.cancel()
            await asyncio.gather(*keepers, return_exceptions=True)
            if running.processes:
                progress.say("services", "stopping")
                await running.stop()


def _environment(ground: Backing, wanted: Wanted) -> dict[str, str]:
    stands_on = backing_environment(
        kafka_bootstrap=ground.kafka_bootstrap, kafka_is_mock=ground.kafka_kind == "mock", mongo_url=ground.mongo_url
    )
    return {**stands_on, **wanted.environment}


async def _start(running: Stack, services: Sequence[str], progress: Progress) -> None:
    await together(_prepare(running, progress), _open_the_square(running, progress))
    follows = {"always", running.backing.kafka_kind}
    later = [name for name in services if running.table[name].follows in follows]
    first = [await running.add(name) for name in services if name not in later]
    await together(*(_ready(child, progress) for child in first))
    for name in later:
        child = await running.add(name)
        progress.say(child.name, f"{child.url}, catching up", State.DONE)


async def _prepare(running: Stack, progress: Progress) -> None:
    progress.say("prepare", "topics and indexes")
    if importlib.util.find_spec(PREPARE) is None:
        raise ChildFailed(f"there is no {PREPARE}; without it only `--only infra` works")
    run, environment = running.home.run, running.environment
    await together(
        run("prepare", [sys.executable, "-m", PREPARE], env=environment),
        run("macros", [sys.executable, "-m", MACROS], env=environment),
    )
    progress.say("prepare", "topics and indexes are there", State.DONE)


async def _open_the_square(running: Stack, progress: Progress) -> None:
    """The services come after it: their configuration names its address and our account's token."""
    square = await running.add(TOWNSQUARE.name)
    await _ready(square, progress)
    token = await asyncio.to_thread(open_account, int(square.url.rpartition(":")[2]))
    secrets = ensure_secrets(running.home.path, {TOWNSQUARE_TOKEN: token})
    given = await asyncio.to_thread(for_processes, secrets)
    running.environment |= {"EARSHOT_TOWNSQUARE_URL": square.url, **given}


async def _ready(child: Child, progress: Progress) -> None:
    progress.say(child.name, "starting")
    await child.wait_ready()
    progress.say(child.name, child.url, State.DONE)
