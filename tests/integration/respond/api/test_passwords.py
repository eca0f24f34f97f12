"""Signing in by name and password; passwords are given by those who manage agents, and changed by themselves."""

from typing import Any

import httpx2
import pytest

from services.respond.api.door.who import COOKIE
from services.respond.store.passwords import PASSWORD
from shared.directory.roster import AGENTS
from tests.integration.respond.api.conftest import MIRAS_PASSWORD, ORIGIN, Site
from tests.integration.respond.api.test_bad_input import problem
from tests.integration.respond.api.test_roster import made

FIRST, SECOND = "eight-quiet-tandems", "nine-loud-unicycles"


async def signs_in(site: Site, agent: str, password: str) -> str | None:
    """The token of the session that this opens, if it opens one."""
    async with site.client() as browser:
        answer = await browser.post("/session", data={"agent": agent, "password": password, "then": "/waiting"})
        assert (answer.status_code, answer.headers.get("location")) in ((303, "/waiting"), (401, None))
        return browser.cookies.get(COOKIE)


async def me(site: Site, token: str | None) -> str | None:
    """Who is signed in by this session."""
    async with site.client(Cookie=f"{COOKIE}={token}") as browser:
        found = (await browser.get("/v1/me")).json()
    return None if "id" not in found else str(found["id"])


async def given(supervisor: httpx2.AsyncClient, password: str = FIRST, **fields: Any) -> str:
    """The key of a new agent, who was given a password too."""
    key = await made(supervisor, **fields)
    answer = await supervisor.put(f"/v1/agents/{fields.get('id', 'noor')}/password", json={"password": password})
    assert answer.status_code == 204, answer.text
    return key


async def test_an_agent_of_the_file_signs_in_by_the_password_that_its_hash_is_of(site: Site) -> None:
    assert await me(site, await signs_in(site, "mira", MIRAS_PASSWORD)) == "mira"
    assert await me(site, await signs_in(site, " Mira ", MIRAS_PASSWORD)) == "mira"


async def test_an_agent_who_was_added_signs_in_by_the_password_that_they_were_given(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await given(mira)

    assert await me(site, await signs_in(site, "noor", FIRST)) == "noor"
    kept = await site.database[AGENTS].find_one({"_id": "noor"})
    assert kept[PASSWORD].startswith("$argon2id$")
    assert FIRST not in str(kept)


async def test_no_answer_tells_a_wrong_password_from_a_name_that_nobody_has(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await given(mira)
    await made(mira, id="without")
    answers: dict[str, tuple[int, str, dict[str, str]]] = {}
    async with site.client() as browser:
        for agent in ("noor", "mira", "joris", "without", "nobody", "$ne", "noor\x00"):
            answer = await browser.post("/session", data={"agent": agent, "password": "wrong", "then": "/"})
            headers = {name: value for name, value in answer.headers.items() if name != "x-request-id"}
            answers[agent] = (answer.status_code, answer.text, headers)

    assert answers["nobody"][0] == 401
    assert all(answer == answers["nobody"] for answer in answers.values())


async def test_an_agent_without_a_password_is_let_in_by_none(site: Site, mira: httpx2.AsyncClient) -> None:
    await made(mira)

    for password in ("", "None", "null"):
        assert await signs_in(site, "noor", password) is None
        assert await signs_in(site, "joris", password) is None


async def test_a_key_is_no_password_and_a_password_is_no_key(site: Site, mira: httpx2.AsyncClient) -> None:
    key = await given(mira)

    assert await signs_in(site, "noor", key) is None
    async with site.client(key=FIRST) as client:
        assert (await client.get("/v1/me")).status_code == 401


async def test_a_password_that_was_given_ends_the_one_before_and_every_session(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    key = await given(mira)
    token = await signs_in(site, "noor", FIRST)

    assert (await mira.put("/v1/agents/noor/password", json={"password": SECOND})).status_code == 204

    assert await me(site, token) is None
    assert await signs_in(site, "noor", FIRST) is None
    assert await signs_in(site, "noor", SECOND) is not None
    async with site.client(key=key) as noor:
        assert (await noor.get("/v1/me")).status_code == 200


async def test_one_changes_ones_own_password_and_only_the_session_at_hand_goes_on(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await given(mira)
    here, elsewhere = await signs_in(site, "noor", FIRST), await signs_in(site, "noor", FIRST)
    async with site.client(Cookie=f"{COOKIE}={here}", Origin=ORIGIN) as browser:
        answer = await browser.put("/v1/me/password", json={"old": FIRST, "new": SECOND})

    assert answer.status_code == 204
    assert [await me(site, here), await me(site, elsewhere)] == ["noor", None]
    assert await signs_in(site, "noor", FIRST) is None
    assert await signs_in(site, "noor", SECOND) is not None


async def test_who_does_not_know_the_old_password_does_not_change_it(site: Site, mira: httpx2.AsyncClient) -> None:
    """Not even with the key, and not by leaving the old one out."""
    async with site.client(key=await given(mira)) as noor:
        for body in ({"old": "wrong", "new": SECOND}, {"old": "", "new": SECOND}, {"new": SECOND}):
            found = problem(await noor.put("/v1/me/password", json=body), 422)
            assert found["code"] == "wrong_password"

    assert await signs_in(site, "noor", SECOND) is None


async def test_who_has_no_password_yet_chooses_one(site: Site, mira: httpx2.AsyncClient) -> None:
    async with site.client(key=await made(mira)) as noor:
        assert problem(await noor.put("/v1/me/password", json={"old": "x", "new": FIRST}), 422)
        assert (await noor.put("/v1/me/password", json={"new": FIRST})).status_code == 204

    assert await signs_in(site, "noor", FIRST) is not None


@pytest.mark.parametrize("new", ["short-enough", "x" * 200])
async def test_a_password_has_twelve_characters_and_two_hundred_at_most(
    site: Site, mira: httpx2.AsyncClient, new: str
) -> None:
    await given(mira, password=new)
    assert await signs_in(site, "noor", new) is not None

    for wrong in ("short-as-so", "x" * 201, "", None, 123456789012):
        problem(await mira.put("/v1/agents/noor/password", json={"password": wrong}), 422)
    assert await signs_in(site, "noor", new) is not None
    answer = await mira.put("/v1/agents/noor/password", json={"password": "short-as-so"})
    assert "short-as-so" not in answer.text


async def test_agents_of_the_file_have_their_password_there(site: Site, mira: httpx2.AsyncClient) -> None:
    for answer in (
        await mira.put("/v1/agents/joris/password", json={"password": FIRST}),
        await mira.put("/v1/me/password", json={"old": MIRAS_PASSWORD, "new": FIRST}),
    ):
        assert problem(answer, 409)["code"] == "in_file"

    assert await site.database[AGENTS].count_documents({}) == 0


async def test_passwords_are_given_within_reach_and_never_to_oneself(
    site: Site, ada: httpx2.AsyncClient, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    """One's own is changed by the old one, so that a browser left open does not lock anybody out."""
    await made(mira, id="both", brands=["discus", "quay"])
    await made(mira, id="elsewhere", brands=["discus"])
    await made(ada, id="admin", role="admin")
    key = await made(mira, id="sup", role="supervisor")
    body = {"password": SECOND}

    for agent, status, code in (
        ("both", 403, "not_within_brands"),
        ("elsewhere", 404, "not_found"),
        ("nobody", 404, "not_found"),
        ("admin", 403, "admins_only"),
    ):
        assert problem(await sara.put(f"/v1/agents/{agent}/password", json=body), status)["code"] == code
    assert problem(await mira.put("/v1/agents/admin/password", json=body), 403)["code"] == "admins_only"
    async with site.client(key=key) as sup:
        assert problem(await sup.put("/v1/agents/sup/password", json=body), 409)["code"] == "own_password"
    assert await site.database[AGENTS].count_documents({PASSWORD: {"$exists": True}}) == 0


async def test_who_is_gone_has_no_password(site: Site, mira: httpx2.AsyncClient) -> None:
    await given(mira)

    await mira.delete("/v1/agents/noor")

    assert await signs_in(site, "noor", FIRST) is None
    assert PASSWORD not in await site.database[AGENTS].find_one({"_id": "noor"})


async def test_no_process_holds_the_hashes_of_passwords_in_its_roster(site: Site, mira: httpx2.AsyncClient) -> None:
    await given(mira)
    asked: list[Any] = []

    class Listening:
        def find(self, *conditions: Any, **more: Any) -> Any:
            asked.append(conditions)
            return site.database[AGENTS].find(*conditions, **more)

    site.roster._agents = Listening()
    await site.roster.refresh()

    [conditions] = asked
    found = await site.database[AGENTS].find(*conditions).to_list(None)
    assert [one["_id"] for one in found] == ["noor"]
    assert PASSWORD not in found[0]
