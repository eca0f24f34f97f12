"""A process of the respond station, started as installations start it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

REPOSITORY: Final = Path(__file__).parents[3]


@asynccontextmanager
async def respond_process(
    mongo_url: str,
    database: Any,
    *command: str,
    environment: Mapping[str, str],
    output: int = asyncio.subprocess.DEVNULL,
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m services.respond <command>` on a database; killed at the end if it still lives.

    `environment` is added to the test's own. `output`: where its standard output goes.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "services.respond", *command),
        env={
            **os.environ,
            "EARSHOT_MONGO_URL": mongo_url,
            "EARSHOT_MONGO_DATABASE": database.name,
            "EARSHOT_HTTP_PORT": "0",
            **environment,
        },
        cwd=REPOSITORY,
        stdout=output,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
