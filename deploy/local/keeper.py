"""Starts a service again when it ends and nobody had asked it to."""

import asyncio
from collections.abc import Callable

from deploy.local.child import Child, ChildFailed
from deploy.local.progress import Progress, State

SETTLED_SECONDS = 30.0  # who ran this long is not in a crash loop


def pause_before(attempt: int) -> float:
    """Seconds before the n-th start in a row (from 1): 0.5, 1, 2 ... never more than 30."""
    return float(min(0.5 * 2 ** (attempt - 1), 30.0))


async def keep(child: Child, progress: Progress, changed: Callable[[], None]) -> None:
    """Runs for as long as the stack; `changed` is called whenever there is a new pid."""
    attempt = 0
    loop = asyncio.get_running_loop()
    while True:
        since = loop.time()
        await child.fell.wait()
        attempt = 1 if loop.time() - since > SETTLED_SECONDS else attempt + 1
        pause = pause_before(attempt)
        why = f"ended with exit code {child.exit_code}, see {child.log}"
        progress.say(child.name, f"{why}; starting it again in {pause:g} s", State.WARNING)
        await asyncio.sleep(pause)
        if not child.fell.is_set():
            continue  # meanwhile somebody started it, or stopped it on purpose
        try:
            await child.start()
            changed()
            await child.wait_ready()
        except ChildFailed as failed:
            progress.say(child.name, str(failed).splitlines()[0], State.WARNING)
            await child.stop()
            child.fell.set()
        else:
            progress.say(child.name, "is back", State.DONE)
