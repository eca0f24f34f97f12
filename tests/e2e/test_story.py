"""The demo's story comes true."""

from io import StringIO

import pytest
from rich.console import Console

from deploy.local.demo.scenes import play
from deploy.local.demo.tell import Tell
from deploy.local.processes import DATABASE
from deploy.local.running import Stack
from deploy.local.stack_file import read_stack
from shared.directory.presence import PRESENCE
from shared.mongo.database import connect, disconnect

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]


async def test_forty_people_complain_and_mira_answers_in_public(earshot: Stack, secrets: dict[str, str]) -> None:
    told = StringIO()
    try:
        await play(read_stack(earshot.home.path), secrets, Tell(Console(file=told, width=200), fast=True))
    finally:
        await mira_goes_home(earshot)

    assert "44 people spoke, 44 cases are open." in told.getvalue()
    assert "6 of 6" in told.getvalue()


async def mira_goes_home(earshot: Stack) -> None:
    """Now, not when her last heartbeat runs out: other tests count on nobody being at work."""
    database = connect(earshot.backing.mongo_url, DATABASE)
    await database[PRESENCE].delete_many({})
    disconnect(database)
