"""A support platform is somebody, and no agent: what is not declared for senders is not for it."""

from typing import Annotated

import httpx2
import pytest
from fastapi import Depends, FastAPI

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.api.door.audience import audience_of, check_audiences, only_its_audience, routes_of
from services.respond.api.door.platforms import Platforms
from services.respond.api.door.principal import known_as
from services.respond.api.door.roles import AdminOrSender, Supervisor, an_admin_or_sender
from shared.directory.model import Directory
from tests.integration.respond.api.conftest import KEYS, Site


async def test_a_senders_secret_opens_nothing_that_is_for_people(site: Site, helpdesk: httpx2.AsyncClient) -> None:
    for path in ("/v1/me", "/v1/cases", "/v1/agents", "/", "/v1/stream", "/v1/quarantine"):
        answer = await helpdesk.get(path)
        assert answer.status_code == 403, path
        assert "people" in answer.text


async def test_a_senders_secret_signs_no_browser_in(nobody: httpx2.AsyncClient) -> None:
    answer = await nobody.post("/session", data={"key": KEYS["helpdesk"]})

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def a_route(app: FastAPI) -> None:
    """A route for senders, as the webhooks' are."""

    @app.get("/v1/mine")
    async def mine(who: AdminOrSender) -> dict[str, object]:
        return {"who": known_as(who), "brands": sorted(who.brands), "quay": scope_of(who).sees("quay")}


async def test_what_is_for_senders_is_for_admins_too_and_for_nobody_else(site: Site) -> None:
    a_route(site.app)

    answers = {}
    for who in ("helpdesk", "quaydesk", "ada", "aldo"):
        async with site.client(who) as client:
            answers[who] = (await client.get("/v1/mine")).json()
    assert answers == {
        "helpdesk": {"who": "sender:helpdesk", "brands": ["discus"], "quay": False},
        "quaydesk": {"who": "sender:quaydesk", "brands": ["quay"], "quay": True},
        "ada": {"who": "ada", "brands": [], "quay": True},
        "aldo": {"who": "aldo", "brands": ["quay"], "quay": True},
    }
    for who in ("mira", "joris", "quinn", "sara"):
        async with site.client(who) as client:
            answer = await client.get("/v1/mine")
        assert (answer.status_code, answer.json()["code"]) == (403, "admins_only"), who


async def test_an_application_with_a_route_for_nobody_in_particular_does_not_start(site: Site) -> None:
    @site.app.get("/v1/anything")
    async def anything() -> str:
        return "anything"

    with pytest.raises(ValueError, match=r"no audience: \['GET'\] /v1/anything"):
        check_audiences(site.app)
    async with site.client("helpdesk") as client:
        assert (await client.get("/v1/anything")).status_code == 403


def test_a_route_cannot_be_for_senders_and_for_people_alone() -> None:
    app = FastAPI(dependencies=[Depends(only_its_audience)])

    @app.get("/v1/both", dependencies=[Depends(an_admin_or_sender)])
    async def both(agent: Supervisor) -> str:
        return agent.id

    with pytest.raises(ValueError, match="could never use it"):
        check_audiences(app)


def test_the_narrowest_of_what_a_route_asks_for_is_its_audience() -> None:
    app = FastAPI()

    @app.get("/v1/both")
    async def both(agent: CurrentAgent, by: Annotated[object, Depends(an_admin_or_sender)] = None) -> str:
        return f"{agent.id} {by}"

    @app.get("/v1/one")
    async def one(agent: CurrentAgent, by: Supervisor) -> str:
        return f"{agent.id} {by.id}"

    found = {route.path: route for route in routes_of(app)}
    assert audience_of(found["/v1/one"]) == "supervisors"
    with pytest.raises(ValueError, match="could never use it"):
        audience_of(found["/v1/both"])


def test_a_secret_that_two_senders_share_is_neither_ones() -> None:
    shared = "the-same-secret-0123456789"
    directory = Directory.model_validate(
        {
            "version": 1,
            "brands": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
            "senders": [{"id": one, "brand": one, "bearer": [shared, f"{one}-only-0123456789"]} for one in ("a", "b")],
        }
    )
    platforms = Platforms(directory.senders)

    assert platforms.by_key(shared) is None
    found = platforms.by_key("b-only-0123456789")
    assert found is not None
    assert found.brand == "b"
