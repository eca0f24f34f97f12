"""A replay from its first row to its outcome."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console

from deploy.local.join import joined
from deploy.local.replay.arguments import Asked
from deploy.local.replay.events import Run, batch_size, batches
from deploy.local.replay.evidence import Evidence, Found, connect
from deploy.local.replay.following import follow, settle
from deploy.local.replay.lag import Lags, lags
from deploy.local.replay.outcome import Followed, Outcome, followed, outcome
from deploy.local.replay.pace import Pace
from deploy.local.replay.posts import Mapping
from deploy.local.replay.rows import count_rows, rows
from deploy.local.replay.sending import Sending, Stopped
from deploy.local.replay.showing import Showing, showing
from deploy.local.replay.tally import Tally
from deploy.local.secret_file import read_secrets
from deploy.local.stack_file import NoStack, StackFile, read_stack
from shared.runtime.clock import system_clock

_LOOK_SECONDS = 0.2


@dataclass(frozen=True)
class _Sent:
    tally: Tally
    began: datetime
    seconds: float
    stopped: str = ""


async def replay(asked: Asked, console: Console) -> Outcome:
    """Raises what `joined` raises, Stopped where it cannot even begin, and OSError for the file."""
    async with _ground(asked, console) as stack:
        run = Run(id=asked.run_id or _new_run_id(system_clock()), network=asked.network)
        url = asked.url or (stack.urls["ingest"] if stack else "")
        key = asked.key or _key(asked)
        console.print(f"Run {run.id}: {asked.file.name} to {url}", markup=False, highlight=False, soft_wrap=True)
        found: Followed | None = None
        with showing(console) as shows:
            if stack is None:
                sent = await _send(asked, run, url, key, shows)
            else:
                async with lags(stack.kafka_bootstrap) as behind, connect(stack) as client:
                    sent = await _send(asked, run, url, key, shows)
                    letters = sent.tally.letters
                    evidence = Evidence(client[stack.mongo_database], prefix=run.prefix, letters=letters)
                    there = await _follow(evidence, sent.tally, behind, shows, patience=asked.patience)
                found = followed(sent.tally, there, behind, began=sent.began)
        return outcome(
            sent.tally,
            file=asked.file.name,
            run=run.id,
            seconds=sent.seconds,
            stopped=sent.stopped,
            followed=found,
        )


async def _send(asked: Asked, run: Run, url: str, key: str, shows: Showing) -> _Sent:
    tally, loop, began = Tally(), asyncio.get_running_loop(), system_clock()
    start = loop.time()
    of = count_rows(asked.file)
    mapping = Mapping(name=asked.file.stem, keep_times=asked.keep_times, brand_field=asked.brand_field)
    posts = tally.posts(rows(asked.file), mapping, limit=asked.limit)
    stopped = ""
    looking = asyncio.create_task(_look(tally, min(of, asked.limit or of), shows))
    try:
        async with Sending(
            url=url,
            sender=asked.sender,
            key=key,
            run=run,
            tally=tally,
            concurrency=asked.concurrency,
            patience=asked.patience,
            clock=system_clock,
        ) as sending:
            await sending.all(batches(posts, most=batch_size(asked.batch, rate=asked.rate)), Pace(asked.rate))
    except Stopped as reason:
        stopped = str(reason)
    finally:
        looking.cancel()
    shows.sent(tally.done, tally.rows, accepted=tally.accepted)
    return _Sent(tally, began, loop.time() - start, stopped)


async def _look(tally: Tally, of: int, shows: Showing) -> None:
    while tally.done < of:
        shows.sent(tally.done, of, accepted=tally.accepted)
        await asyncio.sleep(_LOOK_SECONDS)


async def _follow(evidence: Evidence, tally: Tally, behind: Lags, shows: Showing, *, patience: float) -> Found:
    expected = len(tally.accepted_ids) + len(tally.letters)
    await follow(evidence, expected=expected, patience=patience, shows=shows)
    await settle(behind, patience=patience)
    return await evidence.look()


@asynccontextmanager
async def _ground(asked: Asked, console: Console) -> AsyncIterator[StackFile | None]:
    """The stack to follow the posts through. With `--url` none is started, and there may be none to look at."""
    if asked.url is None:
        async with joined(asked.data, console, why="for this replay") as here:
            yield here.stack
        return
    try:
        yield read_stack(asked.data)
    except NoStack:
        yield None


def _key(asked: Asked) -> str:
    name = f"EARSHOT_SECRET_{asked.sender.upper().replace('-', '_')}"
    key = read_secrets(asked.data).get(name)
    if key is None or key.startswith("whsec_"):
        raise Stopped(f"there is no bearer key {name} in {asked.data}; give one with --key")
    return key


def _new_run_id(now: datetime) -> str:
    return f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
