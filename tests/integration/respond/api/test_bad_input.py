"""Bad input is the client's fault, said plainly as a problem; it never is a fault of ours."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx2
from motor.motor_asyncio import AsyncIOMotorClient

from services.respond.live.broadcast import Broadcast
from tests.builders import a_case
from tests.integration.respond.api.conftest import Site

NASTY = ["\x00", "$where", "{'$gt':''}", "../../etc/passwd", "\r\nX: y", "a" * 200, "%00", "\u202e", "٣"]


def problem(answer: httpx2.Response, status: int) -> dict[str, object]:
    """The problem that an answer is, in full."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, object] = answer.json()
    assert {"type", "title", "status", "detail", "code"} <= set(found)
    assert found["status"] == status
    return found


async def test_unknown_paths_and_methods_are_problems(mira: httpx2.AsyncClient) -> None:
    problem(await mira.get("/v1/nothing"), 404)
    problem(await mira.get("/v1/cases/"), 404)
    assert problem(await mira.delete("/v1/cases"), 405)["code"] == "method_not_allowed"
    problem(await mira.get("/v1/cases/c-unknown"), 404)


async def test_what_is_no_answer_is_refused(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    kind = {"Content-Type": "application/json"}
    unreadable = (b"\xff", b"[" * 100_000)

    for content in (b"", b"{", b"[]", b"null", b'"x"', b'{"text":1}', b'{"text":"\\ud800"}', b"1e999", *unreadable):
        answer = await mira.post(f"/v1/cases/{case.id}/replies", content=content, headers=kind)
        problem(answer, 400 if content in unreadable else 422)


async def test_a_text_that_nobody_could_read_is_refused(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    seen = case.messages[0].id

    for text in ("", "   ", "\n", "a\x00b", "\x1b[31m", "x" * 10_001):
        body = {"text": text, "answers": seen, "seen": seen}
        problem(await mira.post(f"/v1/cases/{case.id}/replies", json=body), 422)


async def test_half_a_character_is_refused_wherever_people_write(site: Site, mira: httpx2.AsyncClient) -> None:
    """JSON can name a lone surrogate; no store can keep one."""
    case = a_case()
    await site.opened(case)
    here, half = f"/v1/cases/{case.id}", '"a \\ud83d"'

    for method, path, body in (
        ("POST", f"{here}/notes", f'{{"text": {half}}}'),
        ("PUT", f"{here}/draft", f'{{"text": {half}}}'),
        ("PUT", f"{here}/messages/{case.messages[0].id}/correction", f'{{"intent": "refund", "note": {half}}}'),
    ):
        answer = await mira.request(method, path, content=body, headers={"Content-Type": "application/json"})
        assert "half a character" in str(problem(answer, 422)["errors"]), path


async def test_values_are_values_and_never_operators(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    for nasty in NASTY:
        for name in ("brand", "network", "owner", "queue", "intent", "severity"):
            answer = await mira.get("/v1/cases", params={name: nasty})
            assert answer.status_code in (200, 422), (name, nasty)
            assert answer.status_code == 422 or answer.json()["items"] == []
        for path in (f"/v1/cases/{quote(nasty, safe='')}", f"/v1/quarantine/{quote(nasty, safe='')}"):
            assert (await mira.get(path)).status_code in (404, 422), path
        assert (await mira.post(f"/v1/cases/{case.id}/merge", json={"case": nasty})).status_code in (404, 422)
        body = {"text": "hello", "answers": nasty, "seen": nasty}
        assert (await mira.post(f"/v1/cases/{case.id}/replies", json=body)).status_code in (409, 422)


async def test_a_filter_that_means_nothing_is_refused(mira: httpx2.AsyncClient) -> None:
    for params in (
        {"stage": "lost"},
        {"sort": "fame"},
        {"limit": "0"},
        {"limit": "201"},
        {"limit": "9" * 5000},
        {"due_before": "2026-11-21T12:00:00"},
        {"due_before": "0001-01-01T00:00:00+14:00"},
        {"due_before": "9999-12-31T23:59:59-14:00"},
        {"cursor": "x"},
        {"owned": "perhaps"},
        {"queue": ""},
        {"stages": "new"},
        {"brand[$ne]": "x"},
    ):
        problem(await mira.get("/v1/cases", params=params), 422)


async def test_a_body_over_one_mebibyte_is_refused_declared_or_not(mira: httpx2.AsyncClient) -> None:
    async def flood() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * 65_536

    problem(await mira.post("/v1/cases/c-1/claim", content=b" " * 1_048_577), 413)
    problem(await mira.post("/v1/cases/c-1/claim", content=flood()), 413)
    problem(await mira.post("/session", content=flood(), headers={"Content-Type": "text/plain"}), 413)


async def test_a_session_form_of_rubbish_is_no_bug(mira: httpx2.AsyncClient) -> None:
    for content in (b"\xff\xfe=%ff&key=%00", b"&".join(b"a=b" for _ in range(50)), b"key=" + b"%F0%9F" * 100):
        assert (await mira.post("/session", content=content)).status_code in (401, 422)


async def test_while_the_store_is_away_it_is_503_and_when_to_come_back() -> None:
    away: Any = AsyncIOMotorClient("mongodb://127.0.0.1:9/", serverSelectionTimeoutMS=50)
    site = Site(database=away["away"], broadcast=Broadcast(boot="x", window=1))
    async with site.client("mira") as mira, site.client() as nobody:
        for answer in (
            await mira.get("/v1/cases"),
            await mira.get("/v1/cases/c-1"),
            await mira.put("/v1/presence"),
            await mira.delete("/v1/presence"),
            await mira.get("/v1/agents"),
            await mira.post("/v1/agents", json={"id": "noor", "name": "Noor"}),
            await mira.get("/v1/quarantine"),
            await mira.get("/v1/storms"),
            await mira.get("/v1/waiting"),
            await mira.get("/v1/waiting/kinds"),
            await mira.get("/v1/without-outcome"),
            await mira.get("/v1/notices"),
            await mira.post("/v1/cases/c-1/reopen"),
            await mira.post("/v1/cases/c-1/merge", json={"case": "c-2"}),
            await nobody.get("/v1/me", headers={"Cookie": "earshot_session=x"}),
        ):
            assert problem(answer, 503)["code"] == "unavailable"
            assert answer.headers["retry-after"] == "2"
    away.close()
