"""Tokens of an identity provider open the API for whom the roster knows, with the rights that the roster gives."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx2
import jwt
import pytest

from services.respond.api.door.who import COOKIE
from services.respond.identity.guesses import KEYS
from services.respond.identity.key_ring import PAUSE
from services.respond.live.broadcast import Broadcast
from services.respond.settings import RespondSettings
from services.respond.store.indexes import AUDIT, create_indexes
from tests.builders import NOON
from tests.fakes.issuer import Issuer, a_key, issuing
from tests.integration.respond.api.conftest import KEYS as OURS
from tests.integration.respond.api.conftest import ORIGIN, Site
from tests.integration.respond.api.test_bad_input import problem
from tests.integration.respond.api.test_roster import made

NOW = NOON.timestamp()


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    """The provider, asked over real HTTP. It has our clock."""
    async with issuing() as serving:
        serving.now = NOW
        yield serving


@pytest.fixture
async def site(database: Any, issuer: Issuer) -> Site:
    """The application, which believes that provider."""
    await create_indexes(database)
    settings = RespondSettings(
        console_url=ORIGIN,
        oidc_issuer=issuer.url,
        oidc_audience="earshot-api",
        oidc_client_id="console & co",
        oidc_client_secret="s:ecret/+",
    )
    return Site(database=database, broadcast=Broadcast(boot="test", window=100), settings=settings)


def token(issuer: Issuer, subject: str, **more: Any) -> str:
    claims = {"iss": issuer.url, "aud": "earshot-api", "sub": subject, "iat": NOW, "exp": NOW + 300, **more}
    return issuer.token(claims)


async def asks(site: Site, key: str, path: str = "/v1/me") -> httpx2.Response:
    async with site.client(key=key) as client:
        return await client.get(path)


@pytest.mark.parametrize(("agent", "role"), [("joris", "agent"), ("mira", "supervisor"), ("aldo", "admin")])
async def test_a_token_opens_the_api_with_the_role_and_brands_of_the_roster(
    site: Site, issuer: Issuer, agent: str, role: str
) -> None:
    """Whatever the token says of either."""
    by_key = (await asks(site, OURS[agent])).json()

    more = {"role": "admin", "roles": ["admin"], "brands": [], "groups": ["admins"], "scope": "admin"}
    by_token = await asks(site, token(issuer, agent, **more))

    assert by_token.json() == by_key
    assert by_key["role"] == role


async def test_an_agent_who_was_added_is_known_and_one_who_is_gone_is_not(
    site: Site, issuer: Issuer, mira: httpx2.AsyncClient
) -> None:
    await made(mira)
    assert (await asks(site, token(issuer, "noor"))).json()["id"] == "noor"

    await mira.delete("/v1/agents/noor")

    assert (await asks(site, token(issuer, "noor"))).status_code == 401


async def test_a_support_platform_has_the_rights_of_one(site: Site, issuer: Issuer) -> None:
    assert (await asks(site, token(issuer, "helpdesk"))).status_code == 403


@pytest.mark.parametrize("subject", ["nobody", "MIRA", "mira ", "sender:helpdesk", "$ne", "\u0000"])
async def test_whom_nobody_knows_is_nobody(site: Site, issuer: Issuer, subject: str) -> None:
    answer = await asks(site, token(issuer, subject))

    assert problem(answer, 401)["code"] == "unauthorised"


async def test_a_name_that_an_agent_and_a_platform_have_is_nobodys(
    site: Site, issuer: Issuer, mira: httpx2.AsyncClient
) -> None:
    """Else whoever adds agents would say who that token is."""
    await made(mira, id="quaydesk")

    assert (await asks(site, token(issuer, "quaydesk"))).status_code == 401


async def test_a_token_for_browsers_does_not_open_the_api(site: Site, issuer: Issuer) -> None:
    assert (await asks(site, token(issuer, "mira", aud="console & co"))).status_code == 401


async def test_a_wrong_token_is_not_made_good_by_a_session(site: Site, issuer: Issuer) -> None:
    async with site.client() as browser:
        await browser.post("/session", data={"key": OURS["mira"]})
        assert (await browser.get("/v1/me")).status_code == 200
        wrong = token(issuer, "mira", exp=NOW - 100)
        assert (await browser.get("/v1/me", headers={"Authorization": f"Bearer {wrong}"})).status_code == 401


async def test_a_provider_that_is_down_from_the_start_is_no_fault_of_who_asks(site: Site, issuer: Issuer) -> None:
    issuer.status = 500
    assert problem(await asks(site, token(issuer, "mira")), 503)["code"] == "unavailable"
    assert (await asks(site, OURS["mira"])).status_code == 200

    issuer.status = 200
    site.now += PAUSE
    assert (await asks(site, token(issuer, "mira", nbf=NOW))).status_code == 200


async def test_forged_tokens_are_slowed_down_and_right_ones_are_not(site: Site, issuer: Issuer) -> None:
    claims = {"iss": issuer.url, "aud": "earshot-api", "sub": "mira", "iat": NOW, "exp": NOW + 300}
    forged = jwt.encode(claims, a_key("RS256", "theirs"), "RS256", headers={"kid": "RS256"})
    for _ in range(KEYS.burst):
        assert (await asks(site, forged)).status_code == 401

    assert problem(await asks(site, forged), 429)["code"] == "too_many_tries"
    assert (await asks(site, token(issuer, "mira"))).status_code == 200


async def goes_there(browser: httpx2.AsyncClient, then: str = "/waiting") -> str:
    """Begin at our page; the address at which the provider would send the browser back."""
    begun = await browser.get("/session/provider", params={"then": then})
    assert begun.status_code == 303, begun.text
    cookie = begun.headers["set-cookie"].lower()
    assert "samesite=lax" in cookie
    assert "httponly" in cookie
    assert "path=/session/provider" in cookie
    async with httpx2.AsyncClient() as there:
        back = await there.get(begun.headers["location"])
    assert back.headers["location"].startswith(f"{ORIGIN}/session/provider/callback?")
    return str(back.headers["location"])


def refused(answer: httpx2.Response) -> str:
    """What the page says that a browser gets whom nobody let in."""
    assert answer.status_code == 401
    assert COOKIE not in answer.headers.get("set-cookie", "")
    return answer.text


async def test_a_browser_signs_in_at_the_provider(site: Site, issuer: Issuer) -> None:
    issuer.subject = "mira"
    async with site.client() as browser:
        assert "/session/provider?then=/cases/c-1" in (await browser.get("/session?then=/cases/c-1")).text
        back = await goes_there(browser, "/waiting?x=1&y=2")

        answer = await browser.get(back)

        assert answer.status_code == 200  # no redirect: a strict cookie would not be sent along
        assert 'content="0;url=/waiting?x=1&amp;y=2"' in answer.text
        session = next(one for one in answer.headers.get_list("set-cookie") if one.startswith(f"{COOKIE}="))
        assert "samesite=strict" in session.lower()
        assert "httponly" in session.lower()
        assert (await browser.get("/v1/me")).json()["id"] == "mira"
    assert await site.database["sign_ins"].count_documents({}) == 0


async def test_the_provider_is_asked_with_pkce_and_our_secret(site: Site, issuer: Issuer) -> None:
    issuer.subject = "mira"
    async with site.client() as browser:
        await browser.get(await goes_there(browser))

    [(form, authorization)] = issuer.exchanges
    assert form["grant_type"] == "authorization_code"
    assert form["redirect_uri"] == f"{ORIGIN}/session/provider/callback"
    assert len(form["code_verifier"]) >= 43
    assert "s:ecret" not in str(form)
    secret = httpx2.BasicAuth("console+%26+co", "s%3Aecret%2F%2B")
    assert authorization == next(secret.auth_flow(httpx2.Request("GET", ORIGIN))).headers["authorization"]


@pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example", "/\\evil.example", "/session/end", "x"])
async def test_nobody_is_sent_to_a_foreign_page_afterwards(site: Site, issuer: Issuer, then: str) -> None:
    issuer.subject = "mira"
    async with site.client() as browser:
        answer = await browser.get(await goes_there(browser, then))

    assert 'content="0;url=/"' in answer.text


async def test_an_answer_is_taken_once(site: Site, issuer: Issuer) -> None:
    issuer.subject = "mira"
    async with site.client() as browser:
        back = await goes_there(browser)
        assert (await browser.get(back)).status_code == 200
        browser.cookies.delete(COOKIE)

        assert "begin again" in refused(await browser.get(back))


async def test_an_answer_is_of_no_use_in_another_browser(site: Site, issuer: Issuer) -> None:
    """Else somebody could sign a victim's browser in as themselves."""
    issuer.subject = "mira"
    async with site.client() as attacker, site.client() as victim, site.client() as third:
        theirs = await goes_there(attacker)
        await goes_there(victim)

        assert "begin again" in refused(await victim.get(theirs))
        assert "begin again" in refused(await third.get(theirs))
        assert (await attacker.get(theirs)).status_code == 200


async def test_an_answer_that_comes_late_is_of_no_use(site: Site, issuer: Issuer) -> None:
    issuer.subject = "mira"
    async with site.client() as browser:
        back = await goes_there(browser)
        site.now = NOON.replace(minute=10)

        assert "begin again" in refused(await browser.get(back))


@pytest.mark.parametrize(
    ("claims", "answer"),
    [
        ({"nonce": "another"}, {}),
        ({"nonce": None}, {}),
        ({"aud": "earshot-api"}, {}),
        ({"aud": ["console & co", "other"]}, {}),
        ({"azp": "other"}, {}),
        ({"iss": "https://evil.example"}, {}),
        ({"exp": NOW - 60}, {}),
        ({"sub": None}, {}),
        ({}, {"iss": "https://evil.example"}),
        ({}, {"iss": ""}),
        ({}, {"error": "access_denied"}),
        ({}, {"code": ""}),
    ],
)
async def test_an_answer_that_is_not_to_this_sign_in_lets_nobody_in(
    site: Site, issuer: Issuer, claims: Mapping[str, Any], answer: Mapping[str, Any]
) -> None:
    issuer.subject, issuer.claims, issuer.answer = "mira", dict(claims), dict(answer)
    async with site.client() as browser:
        text = refused(await browser.get(await goes_there(browser)))

    assert "did not let you in" in text


async def test_a_refused_answer_is_recorded_and_strangers_at_its_address_are_not(site: Site, issuer: Issuer) -> None:
    """Who begins is counted; what anybody can ask for without end would fill the trail."""
    issuer.subject = "nobody"
    async with site.client() as browser:
        for _ in range(3):
            refused(await browser.get("/session/provider/callback", params={"state": "x", "code": "y"}))
        assert await site.database[AUDIT].count_documents({}) == 0
        refused(await browser.get(await goes_there(browser)))

    begun, ended = await site.database[AUDIT].find().sort("_id", 1).to_list(None)
    assert (begun["what"], ended["status"]) == ("GET /session/provider/callback", 401)


@pytest.mark.parametrize("subject", ["nobody", "helpdesk"])
async def test_whom_the_roster_does_not_know_is_told_so(site: Site, issuer: Issuer, subject: str) -> None:
    issuer.subject = subject
    async with site.client() as browser:
        text = refused(await browser.get(await goes_there(browser)))

    assert "Ask a supervisor to add you" in text
    assert await site.database["sessions"].count_documents({}) == 0


async def test_who_was_removed_elsewhere_a_moment_ago_is_not_let_in(
    site: Site, issuer: Issuer, mira: httpx2.AsyncClient
) -> None:
    await made(mira)
    issuer.subject = "noor"
    await site.database["agents"].update_one({"_id": "noor"}, {"$set": {"gone_at": NOON}})
    async with site.client() as browser:
        refused(await browser.get(await goes_there(browser)))

    assert await site.database["sessions"].count_documents({}) == 0


async def test_only_hashes_of_what_would_let_somebody_in_are_kept(site: Site, issuer: Issuer) -> None:
    async with site.client() as browser:
        back = httpx2.URL(await goes_there(browser))

        kept = str(await site.database["sign_ins"].find_one({}))
        assert back.params["state"] not in kept
        assert browser.cookies["earshot_sign_in"] not in kept
