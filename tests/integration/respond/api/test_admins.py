"""Only admins make, change and re-key admins, and an admin of some brands stays within them."""

from typing import Any

import httpx2
import pytest

from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_bad_input import problem
from tests.integration.respond.api.test_roster import NOOR, made


@pytest.mark.parametrize("supervisor", ["mira", "sara"])
async def test_a_supervisor_makes_nobody_an_admin(site: Site, ada: httpx2.AsyncClient, supervisor: str) -> None:
    """Neither somebody new, nor somebody there is, nor themselves."""
    key = await made(ada, id="sup", role="supervisor")
    async with site.client(supervisor) as client, site.client(key=key) as themselves:
        for answer in (
            await client.post("/v1/agents", json={**NOOR, "role": "admin"}),
            await client.patch("/v1/agents/sup", json={"role": "admin"}),
            await themselves.patch("/v1/agents/sup", json={"role": "admin"}),
        ):
            assert problem(answer, 403)["code"] == "admins_only"

    roles = {one["id"]: one["role"] for one in (await ada.get("/v1/agents")).json()["items"]}
    assert [agent for agent, role in roles.items() if role == "admin"] == ["ada", "aldo"]
    assert roles["sup"] == "supervisor"


@pytest.mark.parametrize("supervisor", ["mira", "sara"])
async def test_a_supervisor_leaves_an_admin_as_they_are(site: Site, ada: httpx2.AsyncClient, supervisor: str) -> None:
    key = await made(ada, role="admin")
    async with site.client(supervisor) as client:
        for answer in (
            await client.patch("/v1/agents/noor", json={"role": "agent"}),
            await client.patch("/v1/agents/noor", json={"capacity": 1}),
            await client.post("/v1/agents/noor/key"),
            await client.delete("/v1/agents/noor"),
        ):
            assert problem(answer, 403)["code"] == "admins_only"

    async with site.client(key=key) as noor:
        me = (await noor.get("/v1/me")).json()
    assert (me["role"], me["capacity"]) == ("admin", NOOR["capacity"])


async def test_an_admin_manages_admins(ada: httpx2.AsyncClient) -> None:
    await made(ada, role="admin")

    assert (await ada.patch("/v1/agents/noor", json={"capacity": 1})).json()["capacity"] == 1
    assert (await ada.post("/v1/agents/noor/key")).status_code == 200
    assert (await ada.patch("/v1/agents/noor", json={"role": "agent"})).json()["role"] == "agent"
    assert (await ada.patch("/v1/agents/noor", json={"role": "admin"})).json()["role"] == "admin"
    assert (await ada.delete("/v1/agents/noor")).status_code == 204


@pytest.mark.parametrize(
    ("agent", "status", "code"),
    [
        ({"id": "both", "brands": ["discus", "quay"]}, 403, "not_within_brands"),
        ({"id": "everywhere", "brands": []}, 403, "not_within_brands"),
        ({"id": "elsewhere", "brands": ["discus"]}, 404, "not_found"),
    ],
)
async def test_an_admin_of_some_brands_stays_within_them(
    ada: httpx2.AsyncClient, aldo: httpx2.AsyncClient, agent: dict[str, Any], status: int, code: str
) -> None:
    await made(ada, role="admin", **agent)
    await made(aldo, role="admin")

    for answer in (
        await aldo.patch(f"/v1/agents/{agent['id']}", json={"brands": ["quay"]}),
        await aldo.post(f"/v1/agents/{agent['id']}/key"),
        await aldo.delete(f"/v1/agents/{agent['id']}"),
    ):
        assert problem(answer, status)["code"] == code
    problem(await aldo.post("/v1/agents", json={**NOOR, "id": "zoe", "role": "admin", "brands": []}), 422)
    problem(await aldo.patch("/v1/agents/noor", json={"brands": ["quay", "discus"]}), 422)


async def test_who_is_no_admin_any_more_manages_no_admin(site: Site, ada: httpx2.AsyncClient) -> None:
    async with site.client(key=await made(ada, role="admin")) as noor:
        await made(noor, id="zoe", role="admin")
        assert (await noor.patch("/v1/agents/noor", json={"role": "supervisor"})).status_code == 200
        assert problem(await noor.post("/v1/agents/zoe/key"), 403)["code"] == "admins_only"
