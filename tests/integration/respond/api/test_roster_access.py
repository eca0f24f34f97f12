"""A key that was replaced, and an agent who is gone, open nothing any more: no request, session, stream or process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
from starlette.types import Message

from services.respond.api.door.who import COOKIE
from services.respond.api.stream import events
from services.respond.domain.scope import Scope
from services.respond.live.broadcast import Broadcast
from services.respond.live.told import Ears
from shared.case.commands import Assign
from shared.directory.presence import Presence
from tests.builders import a_case, after
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_roster import made
from tests.waiting import until


def another_process(site: Site) -> Site:
    """The same application over the same database, with a roster of its own, which is read when the test says so."""
    return Site(database=site.database, broadcast=Broadcast(boot="other", window=100))


async def signs_in(site: Site, key: str) -> str | None:
    """The token of a session that this key opens, if it opens one."""
    async with site.client() as browser:
        await browser.post("/session", data={"key": key})
        return browser.cookies.get(COOKIE)


async def is_somebody(site: Site, *, key: str | None = None, token: str | None = None) -> bool:
    """Is whoever comes with this key, or this session, let in?"""
    async with site.client(key=key, **({} if token is None else {"Cookie": f"{COOKIE}={token}"})) as client:
        answer = await client.get("/v1/me")
    assert answer.status_code in (200, 401)
    return answer.status_code == 200


async def test_a_new_key_ends_the_one_before_and_the_sessions_that_it_opened(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    old = await made(mira)
    token = await signs_in(site, old)
    mine = await signs_in(site, "mira-key-0123456789")
    assert await is_somebody(site, token=token)

    answer = await mira.post("/v1/agents/noor/key")

    new = answer.json()["key"]
    assert answer.status_code == 200
    assert not await is_somebody(site, key=old)
    assert not await is_somebody(site, token=token)
    assert await signs_in(site, old) is None
    assert await is_somebody(site, key=new)
    assert await is_somebody(site, token=await signs_in(site, new))
    assert await is_somebody(site, token=mine)


async def test_who_is_gone_is_let_in_nowhere_and_is_not_at_work(site: Site, mira: httpx2.AsyncClient) -> None:
    key = await made(mira)
    token = await signs_in(site, key)
    async with site.client(key=key) as noor:
        await noor.put("/v1/presence")

    await mira.delete("/v1/agents/noor")

    assert not await is_somebody(site, key=key)
    assert not await is_somebody(site, token=token)
    assert await signs_in(site, key) is None
    assert await site.database["sessions"].count_documents({"agent": "noor"}) == 0
    assert await Presence(site.database).online(now=site.now) == set()


async def test_the_cases_of_who_is_gone_still_tell_the_name(site: Site, mira: httpx2.AsyncClient) -> None:
    await made(mira)
    await site.opened(after(a_case(), Assign(agent="noor", by="noor")))

    await mira.delete("/v1/agents/noor")

    assert "Noor" in (await mira.get("/", headers={"Accept": "text/html"})).text


async def test_another_process_lets_a_key_in_no_longer_once_it_has_looked(site: Site, mira: httpx2.AsyncClient) -> None:
    """It looks every two seconds (`Roster.run`); until then it knows what it knew."""
    other = another_process(site)
    removed, replaced = await made(mira), await made(mira, id="zoe")
    await other.roster.refresh()
    token = await signs_in(other, removed)
    assert await is_somebody(other, token=token)

    await mira.delete("/v1/agents/noor")
    await mira.post("/v1/agents/zoe/key")
    await other.roster.refresh()

    assert not await is_somebody(other, key=removed)
    assert not await is_somebody(other, token=token)
    assert not await is_somebody(other, key=replaced)


async def test_a_replaced_key_opens_no_session_even_where_nobody_has_looked_yet(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    """A session would outlive the seconds for which another process still believes in the key."""
    other = another_process(site)
    old = await made(mira)
    await other.roster.refresh()

    await mira.post("/v1/agents/noor/key")

    assert await signs_in(other, old) is None
    assert await site.database["sessions"].count_documents({}) == 0


@asynccontextmanager
async def streaming(site: Site, key: str) -> AsyncIterator[tuple[list[bytes], asyncio.Task[None]]]:
    """What a stream that was opened with this key has said so far, and the answering of it."""
    said: list[bytes] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError("nothing more is asked")

    async def send(message: Message) -> None:
        said.append(message.get("body", b""))

    headers = [(b"authorization", f"Bearer {key}".encode()), (b"host", b"console.example")]
    asked = {"type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "method": "GET", "path": "/v1/stream"}
    rest = {"headers": headers, "query_string": b"", "http_version": "1.1", "scheme": "http", "root_path": ""}
    answering: asyncio.Task[None] = asyncio.create_task(site.app({**asked, **rest}, receive, send))
    try:
        await until(lambda: any(b"event: hello" in line for line in said))
        yield said, answering
    finally:
        answering.cancel()
        await asyncio.gather(answering, return_exceptions=True)


def tell(site: Site, version: int) -> None:
    """Announce a case of Quay's."""
    site.broadcast.tell_case("c-1", version, brand="quay", data=f'{{"case_version": {version}}}')


async def test_the_stream_of_who_is_gone_tells_no_more(site: Site, mira: httpx2.AsyncClient) -> None:
    async with streaming(site, await made(mira)) as (said, answering):
        tell(site, 1)
        await until(lambda: any(b"event: case" in line for line in said))

        await mira.delete("/v1/agents/noor")
        tell(site, 2)

        await asyncio.wait_for(answering, 30)
    assert b'"case_version": 2' not in b"".join(said)


async def test_a_stream_ends_when_its_agent_sees_other_brands_and_goes_on_when_not(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    """Whoever reconnects is told of the brands that they see now."""
    async with streaming(site, await made(mira)) as (said, answering):
        await mira.patch("/v1/agents/noor", json={"capacity": 1})
        tell(site, 1)
        await until(lambda: any(b"event: case" in line for line in said))

        await mira.patch("/v1/agents/noor", json={"brands": ["discus"]})
        tell(site, 2)

        await asyncio.wait_for(answering, 30)
    assert b'"case_version": 2' not in b"".join(said)


async def test_a_silent_stream_of_who_is_gone_ends_at_the_next_heartbeat(site: Site) -> None:
    here = True
    lines = events(site.broadcast, Ears(scope=Scope(), agent="noor"), None, heartbeat=0.01, is_welcome=lambda: here)
    assert b"event: hello" in await anext(lines)
    here = False

    assert [line async for line in lines] == []
