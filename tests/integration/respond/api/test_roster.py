"""Agents are managed through the API by supervisors, within their brands; those of the file are left to the file."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from shared.directory.roster import AGENTS
from tests.integration.respond.api.conftest import KEYS, Site
from tests.integration.respond.api.test_bad_input import problem

NOOR: dict[str, Any] = {
    "id": "noor",
    "name": "Noor",
    "role": "agent",
    "capacity": 7,
    "skills": ["delivery", "dvd"],
    "certifications": ["privacy"],
    "languages": ["de", "nl"],
    "networks": ["mastodon"],
    "brands": ["quay"],
}
NEVER_SEEN = {"presence": "offline", "since": None}


async def made(supervisor: httpx2.AsyncClient, **fields: Any) -> str:
    """The key of an agent who was just added; Noor of Quay unless said otherwise."""
    answer = await supervisor.post("/v1/agents", json={**NOOR, **fields})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["key"])


async def test_an_agent_is_added_read_changed_and_removed(site: Site, mira: httpx2.AsyncClient) -> None:
    added = await mira.post("/v1/agents", json=NOOR)

    expected = {**NOOR, "source": "api", **NEVER_SEEN}
    assert (added.status_code, added.headers["location"]) == (201, "/v1/agents/noor")
    assert added.json() == {**expected, "key": added.json()["key"]}
    assert (await mira.get("/v1/agents/noor")).json() == expected

    changes = {"name": "Noor B.", "role": "supervisor", "languages": [], "brands": ["discus", "quay"], "capacity": 1}
    changed = await mira.patch("/v1/agents/noor", json=changes)
    assert changed.json() == {**expected, **changes}
    assert (await mira.patch("/v1/agents/noor", json={})).json() == {**expected, **changes}

    assert (await mira.delete("/v1/agents/noor")).status_code == 204
    assert (await mira.delete("/v1/agents/noor")).status_code == 204
    problem(await mira.get("/v1/agents/noor"), 404)
    problem(await mira.patch("/v1/agents/noor", json=changes), 404)
    problem(await mira.post("/v1/agents/noor/key"), 404)


async def test_what_is_not_said_of_an_agent_means_everything(mira: httpx2.AsyncClient) -> None:
    answer = await mira.post("/v1/agents", json={"id": "noor", "name": "Noor"})

    assert answer.json() == {
        **{several: [] for several in ("skills", "certifications", "languages", "networks", "brands")},
        **NEVER_SEEN,
        **{"id": "noor", "name": "Noor", "role": "agent", "source": "api", "capacity": 20, "key": answer.json()["key"]},
    }


async def test_a_new_key_opens_the_api_at_once_and_only_its_hash_is_kept(site: Site, mira: httpx2.AsyncClient) -> None:
    key = await made(mira)

    async with site.client(key=key) as noor:
        me = (await noor.get("/v1/me")).json()
    assert me == {**NOOR, "brands": [{"id": "quay", "name": "Quay Bikes"}]}
    assert len(key) >= 43
    assert key not in str(await site.database[AGENTS].find().to_list(None))
    assert "key" not in (await mira.get("/v1/agents/noor")).json()


async def test_two_agents_never_get_the_same_key(mira: httpx2.AsyncClient) -> None:
    assert await made(mira) != await made(mira, id="zoe")


@pytest.mark.parametrize("agent", ["joris", "quinn"])
async def test_only_supervisors_manage_agents(site: Site, mira: httpx2.AsyncClient, agent: str) -> None:
    """Whoever the agent is: in the file, added, oneself, or nobody."""
    await made(mira)
    async with site.client(agent) as client:
        for agent_id in ("noor", "sara", agent, "nobody"):
            for answer in (
                await client.post("/v1/agents", json={**NOOR, "id": agent_id}),
                await client.patch(f"/v1/agents/{agent_id}", json={"role": "supervisor"}),
                await client.delete(f"/v1/agents/{agent_id}"),
                await client.post(f"/v1/agents/{agent_id}/key"),
            ):
                assert problem(answer, 403)["code"] == "supervisors_only"

    assert (await mira.get("/v1/agents/noor")).json()["role"] == "agent"


async def test_who_stops_being_a_supervisor_manages_nobody_from_then_on(site: Site, mira: httpx2.AsyncClient) -> None:
    async with site.client(key=await made(mira, role="supervisor")) as noor:
        assert (await noor.patch("/v1/agents/noor", json={"capacity": 2})).status_code == 200
        assert (await noor.patch("/v1/agents/noor", json={"role": "agent"})).status_code == 200
        assert problem(await noor.delete("/v1/agents/noor"), 403)["code"] == "supervisors_only"


async def test_everybody_sees_those_who_share_a_brand_and_of_their_brands_those_that_they_see(
    site: Site, mira: httpx2.AsyncClient, quinn: httpx2.AsyncClient
) -> None:
    await made(mira)
    await made(mira, id="both", brands=["discus", "quay"])
    await made(mira, id="discus-only", brands=["discus"])

    async def brands(client: httpx2.AsyncClient) -> dict[str, list[str]]:
        return {one["id"]: one["brands"] for one in (await client.get("/v1/agents")).json()["items"]}

    everybody = {
        "ada": [],
        "aldo": ["quay"],
        "joris": [],
        "mira": [],
        "noor": ["quay"],
        "quinn": ["quay"],
        "sara": ["quay"],
    }
    assert await brands(mira) == {**everybody, "both": ["discus", "quay"], "discus-only": ["discus"]}
    assert list(await brands(mira)) == sorted(await brands(mira))
    assert await brands(quinn) == {**everybody, "both": ["quay"]}
    assert (await quinn.get("/v1/agents/both")).json()["brands"] == ["quay"]
    problem(await quinn.get("/v1/agents/discus-only"), 404)


async def test_a_supervisor_of_some_brands_manages_those_who_serve_no_other(
    mira: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    await made(sara)
    await made(mira, id="both", brands=["discus", "quay"])
    await made(mira, id="everywhere", brands=[])
    await made(mira, id="elsewhere", brands=["discus"])

    assert (await sara.patch("/v1/agents/noor", json={"capacity": 9})).json()["capacity"] == 9
    assert (await sara.post("/v1/agents/noor/key")).status_code == 200
    for agent_id, status, code in (
        ("both", 403, "not_within_brands"),
        ("everywhere", 403, "not_within_brands"),
        ("elsewhere", 404, "not_found"),
        ("nobody", 404, "not_found"),
    ):
        for answer in (
            await sara.patch(f"/v1/agents/{agent_id}", json={"brands": ["quay"]}),
            await sara.post(f"/v1/agents/{agent_id}/key"),
            await sara.delete(f"/v1/agents/{agent_id}"),
        ):
            assert problem(answer, status)["code"] == code, agent_id
    assert (await sara.delete("/v1/agents/noor")).status_code == 204

    left = {one["id"] for one in (await mira.get("/v1/agents")).json()["items"]}
    assert left >= {"both", "everywhere", "elsewhere"}


@pytest.mark.parametrize(
    ("brands", "says"),
    [
        ([], "you serve only quay: name some"),
        (["discus"], "there is no brand discus; known are quay"),
        (["discus", "quay"], "there is no brand discus; known are quay"),
        (["quay", "vinyl"], "there is no brand vinyl; known are quay"),
    ],
)
async def test_a_supervisor_of_some_brands_gives_nobody_others(
    sara: httpx2.AsyncClient, brands: list[str], says: str
) -> None:
    """Neither to a new agent, nor to one that there is. A brand that they do not see is as one that does not exist."""
    await made(sara)

    for answer in (
        await sara.post("/v1/agents", json={**NOOR, "id": "zoe", "brands": brands}),
        await sara.patch("/v1/agents/noor", json={"brands": brands}),
    ):
        found = problem(answer, 422)
        assert says in str(found["detail"])
        assert found["errors"] == [{"where": "body:/brands", "what": found["detail"]}]
    assert (await sara.get("/v1/agents/noor")).json()["brands"] == ["quay"]


async def test_agents_of_the_file_are_changed_in_the_file(site: Site, mira: httpx2.AsyncClient) -> None:
    for agent_id in ("joris", "mira"):
        for answer in (
            await mira.post("/v1/agents", json={**NOOR, "id": agent_id}),
            await mira.patch(f"/v1/agents/{agent_id}", json={"capacity": 1}),
            await mira.delete(f"/v1/agents/{agent_id}"),
            await mira.post(f"/v1/agents/{agent_id}/key"),
        ):
            found = problem(answer, 409)
            assert found["code"] == "in_file"
            assert "earshot.yaml" in str(found["detail"])

    assert await site.database[AGENTS].count_documents({}) == 0
    assert (await mira.get("/v1/agents/joris")).json()["source"] == "file"


async def test_an_id_is_never_used_again(mira: httpx2.AsyncClient) -> None:
    await made(mira)
    assert problem(await mira.post("/v1/agents", json=NOOR), 409)["code"] == "id_taken"

    await mira.delete("/v1/agents/noor")

    assert problem(await mira.post("/v1/agents", json=NOOR), 409)["code"] == "id_taken"


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "no capacity": ({"capacity": 0}, "body:/capacity", "set them away instead, or remove the agent"),
    "less than none": ({"capacity": -1}, "body:/capacity", "greater than or equal to 1"),
    "too much": ({"capacity": 1001}, "body:/capacity", "less than or equal to 1000"),
    "a capacity in words": ({"capacity": "20"}, "body:/capacity", "valid integer"),
    "no such brand": ({"brands": ["quay", "vinyl"]}, "body:/brands", "no brand vinyl; known are discus, quay"),
    "no such network": ({"networks": ["orkut"]}, "body:/networks/0", "there is no such network; known are blog, "),
    "a regional language": ({"languages": ["nl", "pt-BR"]}, "body:/languages/1", "BCP 47 primary tag in lower case"),
    "a language by name": ({"languages": ["Dutch"]}, "body:/languages/0", "BCP 47 primary tag in lower case"),
    "a skill in words": ({"skills": ["fixes DVDs"]}, "body:/skills/0", "match pattern"),
    "an unknown role": ({"role": "boss"}, "body:/role", "'agent', 'supervisor' or 'admin'"),
    "no name": ({"name": "\u2003"}, "body:/name", "has to say something"),
    "a name that turns around": ({"name": "Noor\u202e"}, "body:/name", "without control characters"),
    "null": ({"skills": None}, "body:/skills", "valid frozenset"),
    "a key of one's own": ({"key": "my-own-key-0123456789"}, "body:/key", "not permitted"),
    "a source": ({"source": "file"}, "body:/source", "not permitted"),
}


@pytest.mark.parametrize("what", WRONG)
async def test_what_an_agent_cannot_be_is_refused_with_the_place(mira: httpx2.AsyncClient, what: str) -> None:
    fields, where, says = WRONG[what]
    await made(mira)

    for answer in (
        await mira.post("/v1/agents", json={**NOOR, "id": "zoe", **fields}),
        await mira.patch("/v1/agents/noor", json=fields),
    ):
        problem(answer, 422)
        [error] = answer.json()["errors"]
        assert error["where"] == where
        assert says in error["what"]
    assert (await mira.get("/v1/agents/noor")).json() == {**NOOR, "source": "api", **NEVER_SEEN}


async def test_an_id_stays(mira: httpx2.AsyncClient) -> None:
    await made(mira)

    problem(await mira.patch("/v1/agents/noor", json={"id": "zoe"}), 422)
    for agent_id in ("", "Noor", "a b", "$where", "../x", "x" * 65):
        problem(await mira.post("/v1/agents", json={**NOOR, "id": agent_id}), 422)


async def test_presence_is_set_shown_and_left(site: Site, mira: httpx2.AsyncClient, quinn: httpx2.AsyncClient) -> None:
    async def shown() -> tuple[str, str | None]:
        found = (await mira.get("/v1/agents/quinn")).json()
        listed = next(one for one in (await mira.get("/v1/agents")).json()["items"] if one["id"] == "quinn")
        assert found == listed
        return found["presence"], found["since"]

    assert await shown() == ("offline", None)
    assert (await quinn.put("/v1/presence")).json() == {"state": "online", "until": "2026-11-21T12:00:45Z"}
    site.now += timedelta(seconds=15)
    assert (await quinn.put("/v1/presence", json={"state": "online"})).status_code == 200
    assert await shown() == ("online", "2026-11-21T12:00:00Z")

    away = await quinn.put("/v1/presence", json={"state": "away"})
    assert away.json() == {"state": "away", "until": "2026-11-21T12:01:00Z"}
    assert await shown() == ("away", "2026-11-21T12:00:15Z")

    site.now += timedelta(seconds=5)
    assert (await quinn.delete("/v1/presence")).status_code == 204
    assert await shown() == ("offline", "2026-11-21T12:00:20Z")


async def test_a_presence_that_there_is_not_is_refused(mira: httpx2.AsyncClient) -> None:
    for body in ({"state": "offline"}, {"state": "busy"}, {"state": None}, {"until": "2030-01-01"}, ["online"], "away"):
        problem(await mira.put("/v1/presence", json=body), 422)


async def test_the_key_of_the_file_is_not_shown_to_anybody(mira: httpx2.AsyncClient) -> None:
    answers = [await mira.get("/v1/agents"), await mira.get("/v1/agents/joris"), await mira.get("/v1/me")]

    assert not any(key in answer.text for key in KEYS.values() for answer in answers)
