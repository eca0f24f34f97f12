"""Tags and transfers over HTTP, the filters by tag and language, and the fence of an answer."""

from typing import Any

import httpx2
import pytest

from services.respond.domain.scope import Scope
from services.respond.queries.notices import Notices
from shared.case.commands import Assign, Tag
from tests.builders import HOUR, NOON, a_case, a_message, after
from tests.integration.respond.api.conftest import Site


async def ids(client: httpx2.AsyncClient, **params: str) -> list[str]:
    """The ids of a list."""
    return [one["id"] for one in (await client.get("/v1/cases", params=params)).json()["items"]]


async def test_a_tag_is_put_on_found_by_and_taken_off(site: Site, mira: httpx2.AsyncClient) -> None:
    tagged, other = a_case(), a_case(author="ann", message=a_message("hers"))
    await site.opened(tagged, other)
    here = f"/v1/cases/{tagged.id}/tags/lost-parcel"

    on = [await mira.put(here), await mira.put(here)]

    assert [(one.status_code, one.json()["tags"], one.headers["etag"]) for one in on] == [
        (200, ["lost-parcel"], '"2"')
    ] * 2
    assert await ids(mira, tag="lost-parcel") == [tagged.id]
    assert (await mira.get("/v1/cases", params={"tag": "lost-parcel"})).json()["items"][0]["tags"] == ["lost-parcel"]
    off = [await mira.delete(here), await mira.delete(here)]
    assert [(one.status_code, one.json()["tags"]) for one in off] == [(200, [])] * 2
    assert await ids(mira, tag="lost-parcel") == []


async def test_what_is_no_tag_is_422_and_the_one_too_many_409(site: Site, mira: httpx2.AsyncClient) -> None:
    full = after(a_case(), *(Tag(tag=f"wave-{number}", by="mira") for number in range(20)))
    await site.opened(full)

    assert (await mira.put(f"/v1/cases/{full.id}/tags/Lost%20Parcel")).status_code == 422
    refused = await mira.put(f"/v1/cases/{full.id}/tags/one-more")
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_tags")
    assert (await mira.put(f"/v1/cases/{full.id}/tags/one-more", headers={"If-Match": '"1"'})).status_code == 412


async def test_a_language_is_found_with_its_regions_and_und_is_nobody_knows(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    spoken = {"nl": "nl", "nl-BE": "nl-BE", "nld": "nld", "und": "und", "none": None}
    cases = {name: a_case(author=name, message=a_message(name, language=language)) for name, language in spoken.items()}
    await site.opened(*cases.values())

    def of(*names: str) -> set[str]:
        return {cases[name].id for name in names}

    assert set(await ids(mira, language="nl")) == of("nl", "nl-BE")
    assert set(await ids(mira, language="nl-BE")) == of("nl-BE")
    assert set(await ids(mira, language="und")) == of("und", "none")
    assert (await mira.get("/v1/cases", params={"language": ".*"})).status_code == 422


async def test_an_owner_gives_a_case_to_a_colleague_who_is_told(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = after(a_case(), Assign(agent="joris", by="route"))
    await site.opened(case)

    given = await joris.post(f"/v1/cases/{case.id}/transfer", json={"to": "mira", "note": "She asked for you."})

    assert (given.status_code, given.json()["owner"], given.json()["fence"]) == (200, "mira", 2)
    assert given.json()["notice"] is None
    assert [line["note"] for line in given.json()["history"][-2:]] == ["She asked for you.", "transfer joris"]
    told = await Notices(site.database).since(NOON - HOUR, Scope(), agent="mira", is_supervisor=False, limit=9)
    assert [(one.case_id, one.about) for one in told] == [(case.id, "transfer joris")]
    again = await joris.post(f"/v1/cases/{case.id}/transfer", json={"to": "mira"})
    assert (again.status_code, again.json()["version"]) == (200, given.json()["version"])


async def test_an_agent_gives_away_only_what_is_theirs_and_a_supervisor_anything(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    hers, nobodys = after(a_case(), Assign(agent="mira", by="mira")), a_case(author="ann", message=a_message("2"))
    await site.opened(hers, nobodys)

    for case in (hers, nobodys):
        refused = await joris.post(f"/v1/cases/{case.id}/transfer", json={"to": "joris"})
        assert (refused.status_code, refused.json()["code"]) == (409, "not_yours")
        given = await mira.post(f"/v1/cases/{case.id}/transfer", json={"to": "joris"})
        assert (given.status_code, given.json()["owner"], given.json()["stage"]) == (200, "joris", "assigned")


@pytest.mark.parametrize(
    ("asker", "to", "brand", "code"),
    [
        ("mira", "noone", "discus", "no_such_agent"),
        ("mira", "quinn", "discus", "not_their_brand"),
        ("sara", "mira", "quay", None),
        ("sara", "quinn", "quay", None),
    ],
)
async def test_a_case_is_given_only_to_who_serves_its_brand(
    site: Site, asker: str, to: str, brand: str, code: str | None
) -> None:
    case = a_case(brand=brand)
    await site.opened(case)

    async with site.client(asker) as client:
        answer = await client.post(f"/v1/cases/{case.id}/transfer", json={"to": to})

    assert (answer.status_code, answer.json().get("code")) == ((422, code) if code else (200, None))


async def test_a_case_of_another_brand_is_not_there(site: Site, quinn: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="quinn", by="route"))
    await site.opened(case)

    assert (await quinn.post(f"/v1/cases/{case.id}/transfer", json={"to": "quinn"})).status_code == 404
    assert (await quinn.put(f"/v1/cases/{case.id}/tags/vip")).status_code == 404


async def test_a_case_beyond_the_receivers_capacity_says_so(site: Site, mira: httpx2.AsyncClient) -> None:
    cases = [a_case(author=f"a{number}", message=a_message(f"p{number}")) for number in range(21)]
    await site.opened(*(after(case, Assign(agent="joris", by="route")) for case in cases[1:]), cases[0])

    given = await mira.post(f"/v1/cases/{cases[0].id}/transfer", json={"to": "joris"})

    assert given.json()["notice"] == "Joris has 21 cases now, and a capacity of 20"


async def test_who_lost_the_case_and_does_not_know_is_told_instead_of_answering(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    here = f"/v1/cases/{case.id}"
    claimed = (await mira.post(f"{here}/claim")).json()
    await mira.post(f"{here}/release")
    newest = claimed["last_message"]
    body: dict[str, Any] = {"text": "It comes tomorrow.", "answers": newest, "seen": newest, "fence": claimed["fence"]}

    lost = await mira.post(f"{here}/replies", json=body)
    now = (await mira.post(f"{here}/claim")).json()
    sent = await mira.post(f"{here}/replies", json={**body, "fence": now["fence"]})

    assert (lost.status_code, lost.json()["code"]) == (409, "lease_lost")
    assert (lost.json()["owner"], lost.json()["fence"]) == (None, 2)
    assert sent.status_code == 202
