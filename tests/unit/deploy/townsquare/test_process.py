"""The square as a process: what it was told survives its death, and it stops when asked."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import AsyncClient, RemoteProtocolError

from tests.unit.deploy.townsquare.town import Town

REPOSITORY = Path(__file__).parents[4]


@contextlib.contextmanager
def a_square(ledger: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address; killed in the end if it still lives."""
    command = [sys.executable, "-m", "deploy.local.townsquare", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().split()[-1]
        finally:
            process.kill()


async def test_an_answered_post_survives_kill_9_and_its_key_too(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    with a_square(ledger) as (process, address):
        async with AsyncClient(base_url=address) as http:
            brand = await Town(http).person("brand")
            first = await Town(http).say(brand, "We hear you.", key="k")
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
    with a_square(ledger) as (_, address):
        async with AsyncClient(base_url=address) as http:
            again = await Town(http).say(brand, "We hear you.", key="k")
            assert len((await Town(http).ledger())["statuses"]) == 1

    assert again["id"] == first["id"]


@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGINT])
async def test_asked_to_stop_it_ends_well_and_soon_even_while_it_holds_a_connection(
    tmp_path: Path, wish: signal.Signals
) -> None:
    with a_square(tmp_path / "ledger.sqlite") as (process, address):
        async with AsyncClient(base_url=address, timeout=30) as http:
            town = Town(http)
            mara = await town.person("mara")
            await town.arm("timeout_before_accept", hold=600)
            held = asyncio.create_task(town.try_to_say(mara, "Hello?"))
            while not (await town.ledger())["requests"]:
                pass
            process.send_signal(wish)
            with pytest.raises(RemoteProtocolError):
                await held
            assert await asyncio.to_thread(process.wait, 5) == 0
