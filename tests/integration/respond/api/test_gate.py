"""Deny by default: strangers get nowhere, agents only into their brands, foreign pages write nothing."""

import re
from datetime import timedelta

import httpx2
from starlette.routing import Route

from services.respond.api.door.gate import OPEN_PATHS
from services.respond.api.door.who import COOKIE
from services.respond.store.quarantine import Quarantine
from shared.case.commands import Assign
from shared.directory.presence import Presence
from tests.builders import NOON, a_case, after
from tests.integration.respond.api.conftest import KEYS, ORIGIN, Site
from tests.unit.services.respond.api.test_keeping import a_letter


def all_routes(site: Site) -> list[tuple[str, str]]:
    """Every method and path that the application knows, with ids put in."""
    found: list[tuple[str, str]] = []
    waiting = list(site.app.routes)
    while waiting:
        route = waiting.pop()
        included = getattr(route, "original_router", None)  # FastAPI's own place for a router that was included
        if included is not None:
            waiting += included.routes
        elif isinstance(route, Route):
            path = re.sub(r"\{\w+\}", "x-1", route.path)
            found += [(method, path) for method in route.methods or ()]
    return found


async def test_every_route_but_the_open_ones_turns_strangers_away(site: Site, nobody: httpx2.AsyncClient) -> None:
    routes = [(method, path) for method, path in all_routes(site) if path not in OPEN_PATHS]
    assert len(routes) >= 25

    for method, path in routes:
        answer = await nobody.request(method, path)
        assert answer.status_code == 401, (method, path)
        assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_path_that_does_not_exist_tells_strangers_no_more_than_one_that_does(
    nobody: httpx2.AsyncClient,
) -> None:
    assert (await nobody.get("/v1/nothing")).status_code == 401


async def test_health_document_and_static_files_are_open(nobody: httpx2.AsyncClient) -> None:
    for path in (*OPEN_PATHS, "/static/page.js", "/static/mark.svg"):
        expected = 404 if "provider" in path else 200  # there is no identity provider here
        assert (await nobody.get(path)).status_code == expected, path


async def test_anything_but_a_right_bearer_key_is_nobody(nobody: httpx2.AsyncClient) -> None:
    key = KEYS["mira"]
    for header in ("Bearer wrong-key-0123456789", "Bearer", "Bearer ", f"Basic {key}", key, "Bearer \u00ff"):
        answer = await nobody.get("/v1/me", headers=[(b"authorization", header.encode("latin-1"))])
        assert answer.status_code == 401, header


async def test_foreign_brands_are_not_there(site: Site, quinn: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    await site.opened(case)
    await Quarantine(site.database).keep([(a_letter("l-1"), "discus"), (a_letter("l-2", key=None), None)])
    body = {"text": "x", "answers": case.messages[0].id, "seen": case.messages[0].id}
    here = f"/v1/cases/{case.id}"

    for method, path, content in (
        ("GET", here, None),
        ("POST", f"{here}/claim", {"take_over": True}),
        ("POST", f"{here}/release", None),
        ("POST", f"{here}/replies", body),
        ("POST", f"{here}/replies/r-1/withdraw", None),
        ("POST", f"{here}/replies/r-1/settle", None),
        ("POST", f"{here}/resolve", {"disposition": "spam", "reason": "x"}),
        ("POST", f"{here}/snooze", {"until": "2026-11-21T15:00:00Z"}),
        ("POST", f"{here}/hold", {"reason": "x"}),
        ("POST", f"{here}/resume", None),
        ("POST", f"{here}/reopen", None),
        ("POST", f"{here}/merge", {"case": "c-1"}),
        ("POST", f"{here}/unmerge", {"case": "c-1"}),
        ("POST", f"{here}/replies/r-1/approve", {"seen": case.messages[0].id}),
        ("POST", f"{here}/replies/r-1/refuse", {"reason": "x"}),
        ("GET", "/v1/quarantine/l-1", None),
        ("GET", "/v1/quarantine/l-2", None),
        ("POST", "/v1/quarantine/l-1/replay", None),
        ("GET", f"/cases/{case.id}", None),
        ("GET", "/quarantine/l-1", None),
    ):
        answer = await quinn.request(method, path, json=content, headers={"If-Match": "*"})
        assert answer.status_code == 404, (method, path, answer.text)

    assert (await quinn.get("/v1/cases")).json()["items"] == []
    assert (await quinn.get("/v1/cases", params={"brand": "discus"})).json()["items"] == []
    assert (await quinn.get("/v1/quarantine")).json()["items"] == []
    assert site.sent == []


async def signed_in(client: httpx2.AsyncClient) -> str:
    """Sign in as Mira and return the session's token."""
    answer = await client.post("/session", data={"key": KEYS["mira"], "then": "/cases/c-1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/cases/c-1")
    return str(client.cookies[COOKIE])


async def test_a_key_signs_a_browser_in_by_a_cookie_that_scripts_cannot_read(nobody: httpx2.AsyncClient) -> None:
    answer = await nobody.post("/session", data={"key": KEYS["mira"]})

    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert (await nobody.get("/v1/me")).json()["id"] == "mira"


async def test_only_the_hash_of_a_session_is_kept(site: Site, nobody: httpx2.AsyncClient) -> None:
    token = await signed_in(nobody)

    assert token not in str(await site.database["sessions"].find_one({}))


async def test_a_wrong_key_signs_nobody_in(nobody: httpx2.AsyncClient) -> None:
    answer = await nobody.post("/session", data={"key": "not-a-key-of-anybodys"})

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


async def test_a_session_ends_in_time_and_on_signing_out(site: Site, nobody: httpx2.AsyncClient) -> None:
    token = await signed_in(nobody)
    site.now = NOON + timedelta(hours=12)
    assert (await nobody.get("/v1/me")).status_code == 401

    site.now = NOON
    assert (await nobody.post("/session/end", headers={"Origin": ORIGIN})).status_code == 303
    assert (await nobody.get("/v1/me", headers={"Cookie": f"{COOKIE}={token}"})).status_code == 401


async def test_who_signs_out_is_no_longer_at_work(site: Site, nobody: httpx2.AsyncClient) -> None:
    await signed_in(nobody)
    assert (await nobody.put("/v1/presence", headers={"Origin": ORIGIN})).status_code == 200
    assert await Presence(site.database).online(now=NOON) == {"mira"}

    await nobody.post("/session/end", headers={"Origin": ORIGIN})

    assert await Presence(site.database).online(now=NOON) == set()


async def test_a_browser_writes_only_from_our_own_pages(site: Site, nobody: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    await signed_in(nobody)

    for origin in (None, "null", "http://evil.example", "http://console.example:81"):
        headers = {} if origin is None else {"Origin": origin}
        answer = await nobody.post(f"/v1/cases/{case.id}/claim", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin"), origin

    assert (await nobody.get(f"/v1/cases/{case.id}")).json()["owner"] is None
    claimed = await nobody.post(f"/v1/cases/{case.id}/claim", headers={"Origin": ORIGIN})
    assert claimed.json()["owner"] == "mira"


async def test_a_foreign_page_cannot_sign_a_browser_in(nobody: httpx2.AsyncClient) -> None:
    answer = await nobody.post("/session", data={"key": KEYS["mira"]}, headers={"Origin": "http://evil.example"})

    assert answer.status_code == 403


async def test_strangers_with_a_browser_get_the_page_to_sign_in_on(nobody: httpx2.AsyncClient) -> None:
    answer = await nobody.get('/cases/c-1?x="><script>', headers={"Accept": "text/html"})

    assert answer.status_code == 401
    assert 'name="key"' in answer.text
    assert "<script>" not in answer.text


async def test_every_answer_forbids_foreign_scripts_frames_and_sniffing(site: Site, nobody: httpx2.AsyncClient) -> None:
    for path in ("/", "/v1/me", "/static/page.js", "/health/live", "/session", "/nowhere"):
        headers = (await nobody.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
