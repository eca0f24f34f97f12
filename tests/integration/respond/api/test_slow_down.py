"""Whoever tries too often is told when to try again; a right password or key is right after that."""

from datetime import timedelta

import httpx2

from services.respond.identity.guesses import ACCOUNT, KEYS, SIGN_INS
from tests.integration.respond.api.conftest import KEYS as OURS
from tests.integration.respond.api.conftest import MIRAS_PASSWORD, Site
from tests.integration.respond.api.test_bad_input import problem

MIRA = {"agent": "mira", "password": MIRAS_PASSWORD}


async def statuses(browser: httpx2.AsyncClient, tries: int, agent: str = "mira") -> list[int]:
    """What so many wrong passwords are answered with."""
    wrong = {"agent": agent, "password": "wrong"}
    return [(await browser.post("/session", data=wrong)).status_code for _ in range(tries)]


async def test_an_account_is_shut_for_a_while_and_then_the_right_password_opens_it(
    site: Site, nobody: httpx2.AsyncClient
) -> None:
    assert await statuses(nobody, ACCOUNT.burst + 1) == [401] * ACCOUNT.burst + [429]

    answer = await nobody.post("/session", data=MIRA)
    wait = int(answer.headers["retry-after"])
    assert (answer.status_code, wait) == (429, ACCOUNT.every.total_seconds())
    assert f"Try again in {wait} seconds" in answer.text
    assert "set-cookie" not in answer.headers

    site.now += timedelta(seconds=wait)
    assert (await nobody.post("/session", data=MIRA)).status_code == 303


async def test_a_name_that_nobody_has_is_shut_as_soon(nobody: httpx2.AsyncClient) -> None:
    assert await statuses(nobody, ACCOUNT.burst + 1, "nobody") == [401] * ACCOUNT.burst + [429]


async def test_an_address_is_shut_for_a_while_whatever_it_tries(site: Site, nobody: httpx2.AsyncClient) -> None:
    for number in range(SIGN_INS.burst // 2):
        assert await statuses(nobody, 2, f"agent-{number}") == [401, 401]

    for form in (MIRA, {"key": OURS["mira"]}, {"key": "not-a-key-of-anybodys"}):
        assert (await nobody.post("/session", data=form)).status_code == 429
    site.now += SIGN_INS.every
    assert (await nobody.post("/session", data={"key": OURS["mira"]})).status_code == 303


async def test_who_is_right_is_not_slowed_down(nobody: httpx2.AsyncClient) -> None:
    for _ in range(SIGN_INS.burst + 5):
        assert (await nobody.post("/session", data=MIRA)).status_code == 303


async def test_wrong_old_passwords_are_tries_at_the_account(site: Site, mira: httpx2.AsyncClient) -> None:
    made = await mira.post("/v1/agents", json={"id": "noor", "name": "Noor"})
    async with site.client(key=made.json()["key"]) as noor:
        assert (await noor.put("/v1/me/password", json={"new": "eight-quiet-tandems"})).status_code == 204
        for _ in range(ACCOUNT.burst):
            body = {"old": "wrong", "new": "nine-loud-unicycles"}
            assert (await noor.put("/v1/me/password", json=body)).status_code == 422
        answer = await noor.put("/v1/me/password", json={"old": "eight-quiet-tandems", "new": "nine-loud-unicycles"})

    assert problem(answer, 429)["code"] == "too_many_tries"
    assert int(answer.headers["retry-after"]) == ACCOUNT.every.total_seconds()


async def test_wrong_keys_are_slowed_down_and_a_key_that_was_right_is_not(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    """Mira was heard from that address before; Joris comes to it while somebody guesses there."""
    assert (await mira.get("/v1/me")).status_code == 200
    async with site.client(key="not-a-key-of-anybodys") as guessing:
        for _ in range(KEYS.burst):
            assert (await guessing.get("/v1/me")).status_code == 401
        answer = await guessing.get("/v1/me")

    assert problem(answer, 429)["code"] == "too_many_tries"
    assert int(answer.headers["retry-after"]) == KEYS.every.total_seconds()
    assert (await mira.get("/v1/me")).status_code == 200
    assert (await joris.get("/v1/me")).status_code == 429
    site.now += KEYS.every
    assert (await joris.get("/v1/me")).status_code == 200


async def test_a_header_that_anybody_can_write_is_no_way_around(site: Site) -> None:
    async def tries(address: str) -> list[int]:
        async with site.client(**{"X-Forwarded-For": address}) as browser:
            return await statuses(browser, 2, agent=address)

    for number in range(SIGN_INS.burst // 2):
        assert await tries(f"203.0.113.{number}") == [401, 401]
    assert await tries("203.0.113.99") == [429, 429]
