"""Everything at once, with stand-ins for the services."""

import json
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from deploy.local.child import ChildFailed
from deploy.local.running import Stack
from deploy.local.secret_file import MADE_HERE, PASSWORDS, TOWNSQUARE_TOKEN, read_secrets
from deploy.local.stack import Wanted, stack
from deploy.local.stack_file import read_stack
from tests.integration.deploy.processes_alive import alive, eventually, mentioning
from tests.integration.deploy.supervised import supervised
from tests.integration.deploy.tiny_table import TINY

TWO_ROUTES = Wanted(
    kafka="mock", services=("ingest", "route", "route"), table=TINY, environment={"EARSHOT_MORE": "yes"}
)


@pytest.fixture(autouse=True)
def _nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EARSHOT_KAFKA_BOOTSTRAP", raising=False)
    monkeypatch.delenv("EARSHOT_MONGO_URL", raising=False)


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Stack]:
    async with stack(tmp_path, TWO_ROUTES) as ready:
        yield ready


def told(url: str) -> dict[str, Any]:
    """What the stand-in at that address says of itself."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=5)
    try:
        connection.request("GET", "/")
        answer: dict[str, Any] = json.loads(connection.getresponse().read())
        return answer
    finally:
        connection.close()


async def test_a_service_is_told_all_it_needs_and_stack_json_tells_the_rest(running: Stack, tmp_path: Path) -> None:
    environment, file = told(running["ingest"].url), read_stack(tmp_path)

    assert environment["EARSHOT_KAFKA_BOOTSTRAP"] == file.kafka_bootstrap
    assert environment["EARSHOT_KAFKA_MOCK"] == "1"
    assert environment["EARSHOT_MONGO_URL"] == file.mongo_url
    assert environment["EARSHOT_TOWNSQUARE_URL"] == file.urls["townsquare"]
    assert environment["EARSHOT_MORE"] == "yes"
    secrets = read_secrets(tmp_path)
    passwords = {name: secrets.pop(name) for name in PASSWORDS}
    assert {name: environment[name] for name in (TOWNSQUARE_TOKEN, *MADE_HERE)} == secrets
    assert not environment.keys() & passwords.keys()
    assert all(environment[name].startswith("$argon2id$") for name in PASSWORDS.values())
    assert file.urls["ingest"] == running["ingest"].url
    assert file.pids["ingest"] == environment["pid"] == running["ingest"].pid


async def test_two_instances_share_nothing_of_their_own(running: Stack) -> None:
    one, two = told(running["route"].url), told(running["route-2"].url)

    assert one["EARSHOT_HTTP_PORT"] != two["EARSHOT_HTTP_PORT"]
    assert one["EARSHOT_DATA_DIR"] != two["EARSHOT_DATA_DIR"]

    third = await running.add("route", environment={"EARSHOT_MORE": "only here"})
    await third.wait_ready()
    assert third.name == "route-3"
    assert told(third.url)["EARSHOT_MORE"] == "only here"


async def test_a_killed_process_stays_down_until_it_is_started_again_in_its_place(running: Stack) -> None:
    route = running["route"]
    before = told(route.url)

    await route.kill()
    assert (route.running, route.exit_code, route.pid) == (False, -signal.SIGKILL, None)
    assert not alive([before["pid"], before["grandchild"]])

    await route.restart()
    after = told(route.url)
    assert after["pid"] == route.pid != before["pid"]
    assert after["EARSHOT_HTTP_PORT"] == before["EARSHOT_HTTP_PORT"]


async def test_a_stopped_process_has_not_fallen(running: Stack) -> None:
    await running["route"].stop()

    assert not running["route"].fell.is_set()
    assert running["route"].exit_code == 0


async def test_a_frozen_process_can_still_be_stopped(running: Stack) -> None:
    running["route"].send(signal.SIGSTOP)

    await running["route"].stop()

    assert not running["route"].running


async def test_a_process_that_is_deaf_to_being_asked_is_ended_all_the_same(tmp_path: Path) -> None:
    deaf = TINY | {"route": replace(TINY["route"], command="deaf")}
    async with stack(tmp_path, Wanted(kafka="mock", services=("route",), table=deaf)) as running:
        pids = {told(running["route"].url)[key] for key in ("pid", "grandchild")}

        await running["route"].stop()

        assert running["route"].exit_code == -signal.SIGKILL
        assert not alive(pids)


async def test_what_falls_is_started_again(tmp_path: Path) -> None:
    wanted = replace(TWO_ROUTES, services=("route",), revive=True)
    async with stack(tmp_path, wanted) as running:
        before = read_stack(tmp_path).pids["route"]

        await running["route"].kill()
        await eventually(lambda: read_stack(tmp_path).pids.get("route", before) != before)
        await running["route"].wait_ready()

        assert told(running["route"].url)["pid"] == read_stack(tmp_path).pids["route"]


async def test_a_service_that_cannot_start_is_shown_with_its_last_words_and_nothing_stays(tmp_path: Path) -> None:
    broken = TINY | {"route": replace(TINY["route"], module="tests.integration.deploy.no_such_service")}

    with pytest.raises(ChildFailed, match="No module named") as failed:
        async with stack(tmp_path, Wanted(kafka="mock", services=("ingest", "route"), table=broken)):
            raise AssertionError("route cannot run")

    assert "route ended with exit code 1" in str(failed.value)
    assert not mentioning(tmp_path)
    assert not (tmp_path / "stack.json").exists()


async def test_a_killed_supervisor_leaves_no_grandchild_either(tmp_path: Path) -> None:
    async with supervised(tmp_path, kafka="mock", module="tests.integration.deploy.run_tiny") as supervisor:
        await supervisor.ready()
        file = read_stack(tmp_path)
        pids = {told(file.urls[name])[key] for name in ("ingest", "route") for key in ("pid", "grandchild")}
        assert alive(pids) == pids

        await supervisor.ends(signal.SIGKILL)

        await eventually(lambda: not alive(pids) and not mentioning(tmp_path))


async def test_asked_to_end_the_whole_stack_ends_within_seconds(tmp_path: Path) -> None:
    async with supervised(tmp_path, kafka="mock", module="tests.integration.deploy.run_tiny") as supervisor:
        await supervisor.ready()
        file = read_stack(tmp_path)
        pids = {told(file.urls["route"])[key] for key in ("pid", "grandchild")}

        assert await supervisor.ends(signal.SIGINT, within=10) == 0

        assert not alive(pids | set(file.pids.values()))
        assert file.urls["ingest"] in await supervisor.said()


async def test_nobody_waits_for_a_process_that_catches_up_by_itself(tmp_path: Path) -> None:
    slow = replace(TINY["route"], follows="always", ready_path="/never")
    wanted = Wanted(kafka="mock", services=("ingest", "route"), table={**TINY, "route": slow})

    async with stack(tmp_path, wanted) as running:
        assert running["route"].running
        assert told(running["ingest"].url)
