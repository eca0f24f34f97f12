"""Starts children so that none of them outlives us, however we end. `warden.py` says how."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, STDOUT, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

WARDEN = Path(__file__).with_name("warden.py")
GRACE_SECONDS = 3.0  # what children get between SIGTERM and SIGKILL when the supervisor died under them

# Standard input is the pipe to the warden: tell it our pid, let go of it, become the program.
REGISTER_AND_BECOME = 'echo "$$" >&0; exec "$@" </dev/null'


class Leash:
    """The only way in which this package starts a process."""

    def __init__(self, warden: Process, pipe: int) -> None:
        self._warden = warden
        self._pipe = pipe

    async def spawn(
        self, argv: Sequence[str], *, env: Mapping[str, str], cwd: Path, output: IO[bytes] | int
    ) -> Process:
        """Starts `argv` as the leader of a process group; errors go where output goes."""
        return await asyncio.create_subprocess_exec(
            *("/bin/sh", "-c", REGISTER_AND_BECOME, "leash", *argv),
            stdin=self._pipe,
            stdout=output,
            stderr=STDOUT,
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
        )

    def forget(self, pid: int) -> None:
        """Call when the child has been waited for: its number may soon be somebody else's."""
        try:
            os.write(self._pipe, b"-%d\n" % pid)
        except BrokenPipeError:
            pass  # no warden, nobody to tell; `torn` has said so

    async def torn(self) -> None:
        """Returns when the warden has died, after which nothing may be started any more."""
        await self._warden.wait()


@asynccontextmanager
async def leash(*, hold: Sequence[int] = ()) -> AsyncIterator[Leash]:
    """On the way out everything still running is ended. `hold`: descriptors that stay open until then."""
    reading, writing = os.pipe()
    try:
        warden = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-S", str(WARDEN), str(GRACE_SECONDS)),
            stdin=reading,
            stdout=DEVNULL,
            pass_fds=hold,
            start_new_session=True,
        )
    except BaseException:
        os.close(writing)
        raise
    finally:
        os.close(reading)
    try:
        yield Leash(warden, writing)
    finally:
        os.close(writing)
        await asyncio.shield(warden.wait())
