"""Every route times everybody who could ask: who is let in is what the table of audiences says, and nobody else."""

from typing import Any, Final, get_args

import httpx2
import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError

from services.respond.api.door.audience import Audience, audience_of, routes_of
from services.respond.api.shown import Out
from tests.integration.respond.api.asking import Asked, everything
from tests.integration.respond.api.audiences import AUDIENCES, ENDLESS, STARLETTES_OWN
from tests.integration.respond.api.conftest import KEYS, ORIGIN, Site

WHO: Final = {"nobody": None, "sender": "helpdesk", "agent": "joris", "supervisor": "mira", "admin": "ada"}
LET_IN: Final[dict[Audience, set[str]]] = {
    "everybody": set(WHO),
    "people": {"agent", "supervisor", "admin"},
    "supervisors": {"supervisor", "admin"},
    "admins": {"admin"},
    "senders": {"sender", "admin"},
}
TURNED_AWAY: Final = {"people_only", "supervisors_only", "admins_only"}
# Reading somebody's session needs one; without a key or password it is refused, as it should be.
WITH_SOMETHING_TO_SAY: Final = {"POST /session": {"data": {"key": KEYS["mira"]}}}


def test_every_route_has_a_row_and_every_row_a_route(site: Site) -> None:
    """Add a row to audiences.py for a new route, and think of whom it is for."""
    rows = [one.row for one in everything(site.app)]

    assert sorted(AUDIENCES) == sorted(set(rows))
    assert len(rows) == len(set(rows))


def test_every_route_says_itself_for_whom_it_is(site: Site) -> None:
    said = {f"{one} {route.path}": audience_of(route) for route in routes_of(site.app) for one in route.methods or ()}

    assert said == AUDIENCES


def test_nothing_is_served_past_fastapi_but_health_and_static_files(site: Site) -> None:
    others = [route for route in site.app.routes if not isinstance(route, APIRoute)]

    assert {route.path for route in others if hasattr(route, "path")} == STARLETTES_OWN


async def answered(client: httpx2.AsyncClient, asked: Asked, **more: Any) -> httpx2.Response:
    """The answer to a request that names nothing that there is."""
    how = WITH_SOMETHING_TO_SAY.get(asked.row, {"json": asked.body} if asked.body is not None else {})
    return await client.request(asked.method, asked.path({}), headers={"If-Match": "*"}, **how, **more)


@pytest.mark.parametrize("who", WHO)
async def test_who_is_let_in_is_what_the_table_says(site: Site, who: str) -> None:
    let_in: set[str] = set()
    async with site.client(WHO[who]) as client:
        for asked in everything(site.app):
            if asked.row == ENDLESS and who in LET_IN[AUDIENCES[asked.row]]:
                let_in.add(asked.row)
                continue
            answer = await answered(client, asked)
            client.cookies.clear()
            assert answer.status_code < 500, (asked.row, answer.text)
            if answer.status_code == 401:
                assert who == "nobody", asked.row
            elif answer.status_code == 403:
                assert answer.json()["code"] in TURNED_AWAY, asked.row
            else:
                let_in.add(asked.row)

    assert let_in == {row for row, audience in AUDIENCES.items() if who in LET_IN[audience]}


async def test_no_foreign_page_writes_with_a_browsers_cookie(site: Site) -> None:
    """Whatever the route, and whoever is signed in; also where the browser says nothing of where it comes from."""
    async with site.client() as browser:
        await browser.post("/session", data={"key": KEYS["ada"]})
        writes = [one for one in everything(site.app) if one.is_write]
        assert len(writes) >= 45

        for asked in writes:
            origins = ["http://evil.example", "null", f"{ORIGIN}.evil.example", f"{ORIGIN}:81"]
            for origin in origins if asked.row == "POST /session" else [*origins, None]:
                headers = {"If-Match": "*"} | ({} if origin is None else {"Origin": origin})
                answer = await browser.request(asked.method, asked.path({}), json=asked.body, headers=headers)
                assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin"), (asked.row, origin)
        assert (await browser.get("/v1/me")).json()["id"] == "ada"


def within(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and those that its fields are made of."""
    found = {model}
    waiting: list[Any] = [one.annotation for one in model.model_fields.values()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in found:
            found |= within(one)
        waiting += get_args(one)
    return found


def names_that_we_use() -> set[str]:
    """Every field that any answer has, and some that only the database knows."""
    found = {
        "_id",
        "__class__",
        "created_by",
        "created_at",
        "key_sha256",
        "password_argon2",
        "gone_at",
        "fence",
        "$set",
    }
    waiting: list[type[Out]] = [Out]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        found |= set(one.model_fields)
    return found


def test_no_request_assigns_a_field_that_it_does_not_have(site: Site) -> None:
    models = {model for asked in everything(site.app) for one in asked.models for model in within(one)}
    names = names_that_we_use()
    assert len(models) >= 15
    assert len(names) >= 100

    for model in models:
        assert model.model_config.get("extra") == "forbid", model
        known = {alias for name, one in model.model_fields.items() for alias in (name, one.alias, one.validation_alias)}
        for name in names - {one for one in known if isinstance(one, str)}:
            with pytest.raises(ValidationError) as refused:
                model.model_validate({name: "anything"})
            kinds = {(error["type"], error["loc"]) for error in refused.value.errors()}
            assert ("extra_forbidden", (name,)) in kinds, (model, name)


async def test_every_route_refuses_a_field_that_it_does_not_have(site: Site, ada: httpx2.AsyncClient) -> None:
    for asked in everything(site.app):
        if asked.body is None:
            continue
        body = {**asked.body, "surprise": True}
        answer = await ada.request(asked.method, asked.path({}), json=body, headers={"If-Match": "*"})
        assert answer.status_code == 422, asked.row
        [where] = [error["where"] for error in answer.json()["errors"]]
        assert where.endswith("/surprise"), asked.row
