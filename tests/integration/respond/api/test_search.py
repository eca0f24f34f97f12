"""The search over HTTP: one's own brands, pages, snippets with places, and input that means harm."""

from typing import Any, Final

import httpx2

from services.respond.store.search_texts import SearchTexts
from tests.builders import NOON, a_case, a_message
from tests.integration.respond.api.conftest import Site
from tests.unit.shared.case.posting import posted


async def said(site: Site, text: str, *, author: str = "joe", **fields: Any) -> str:
    """The id of a case on which somebody said this."""
    case = a_case(message=a_message(author, text=text), author=author, **fields)
    await SearchTexts(site.database).keep([case], now=NOON)
    return case.id


async def test_a_hit_tells_where_it_stands_and_who_said_it(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case(message=a_message(text="<b>Wo</b> ist mein PÄCKCHEN 📦 heute?"))
    await SearchTexts(site.database).keep([case], now=NOON)

    page = (await mira.get("/v1/search", params={"q": "packchen HEUTE"})).json()

    [hit] = page["items"]
    assert page["next"] is None
    assert (hit["case"], hit["message"], hit["kind"]) == (case.id, case.messages[0].id, "message")
    assert (hit["brand"], hit["network"], hit["at"]) == ("discus", "mastodon", "2026-11-21T12:00:00Z")
    assert hit["customer"]["handle"] == "joe"
    assert hit["snippet"] == "<b>Wo</b> ist mein PÄCKCHEN 📦 heute?", "as it was written: pages escape it"
    assert [hit["snippet"][span["start"] : span["end"]] for span in hit["spans"]] == ["PÄCKCHEN", "heute"]


async def test_answers_are_found_beside_messages(site: Site, mira: httpx2.AsyncClient) -> None:
    case = posted(a_case())
    await SearchTexts(site.database).keep([case], now=NOON)

    for params, kinds in (({}, ["answer"]), ({"kind": "message"}, []), ({"kind": "answer"}, ["answer"])):
        page = (await mira.get("/v1/search", params={"q": "sorry", **params})).json()
        assert [(one["kind"], one["message"]) for one in page["items"]] == [(kind, "r-1") for kind in kinds]


async def test_nobody_finds_what_is_of_another_brand(
    site: Site, mira: httpx2.AsyncClient, quinn: httpx2.AsyncClient
) -> None:
    discus, quay = await said(site, "a parcel"), await said(site, "a parcel", author="ann", brand="quay")

    async def seen(client: httpx2.AsyncClient, **params: str) -> set[str]:
        found = await client.get("/v1/search", params={"q": "parcel", **params})
        return {one["case"] for one in found.json()["items"]}

    assert await seen(mira) == {discus, quay}
    assert await seen(quinn) == {quay}
    assert await seen(quinn, brand="discus") == set()
    assert await seen(mira, brand="discus") == {discus}


async def test_pages_lead_through_everything_and_a_foreign_cursor_nowhere(site: Site, mira: httpx2.AsyncClient) -> None:
    cases = {await said(site, "a parcel", author=f"a{number}") for number in range(5)}
    await site.opened(a_case(author="x", message=a_message("x")), a_case(author="y", message=a_message("y")))
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await mira.get("/v1/search", params={"q": "parcel", "limit": 2, **cursor})).json()
        found += [one["case"] for one in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}

    assert (len(found), set(found)) == (5, cases)
    foreign = (await mira.get("/v1/cases", params={"limit": 1})).json()["next"]
    refused = await mira.get("/v1/search", params={"q": "parcel", "cursor": foreign})
    assert (refused.status_code, refused.json()["code"]) == (422, "wrong_cursor")


HOSTILE: Final = {
    "": 422,
    "x" * 201: 422,
    "?!": 422,
    '"': 422,
    " ".join("abcdefghijklmnopqrstuvw"): 422,
    '{"$gt": ""}': 200,
    "parcel' || '1'=='1": 200,
    "(z+)+$ .* [ \\": 200,
    "-parcel": 200,
    "a\x00b": 200,
    "\u202eparcel": 200,
    "x" * 200: 200,
    "aa*": 200,
}


async def test_whatever_is_asked_is_searched_as_words_or_refused(site: Site, mira: httpx2.AsyncClient) -> None:
    await said(site, "a parcel")

    for q, status in HOSTILE.items():
        answer = await mira.get("/v1/search", params={"q": q})
        assert answer.status_code == status, q
        if status == 200:
            assert len(answer.json()["items"]) == (1 if "parcel" in q and "1" not in q else 0), q


async def test_strangers_find_nothing(nobody: httpx2.AsyncClient) -> None:
    assert (await nobody.get("/v1/search", params={"q": "parcel"})).status_code == 401
