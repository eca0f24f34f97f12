"""Warnings and breaches, told to whom they are meant for."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx2

from shared.case.state.case import Case
from shared.case.state.parts import Notice
from tests.builders import HOUR, NOON, a_case, a_message
from tests.integration.respond.api.conftest import Site


def noticed(name: str, *notices: tuple[datetime, str | None], **fields: Any) -> Case:
    """A case of its own customer with a breach told at these instants to these people."""
    opened = a_case(author=name, message=a_message(name), customer_key=f"k/{name}", **fields)
    told = tuple(Notice(at=at, about="first_response breach", to=to, changed_in=1) for at, to in notices)
    return replace(opened, notices=told)


async def listed(client: httpx2.AsyncClient, **params: str | int) -> list[tuple[str, str | None]]:
    """Which instant was told to whom, in the order of the list."""
    answer = await client.get("/v1/notices", params=params)
    assert answer.status_code == 200, answer.text
    return [(one["at"], one["to"]) for one in answer.json()["items"]]


async def test_mine_are_those_to_me_and_a_supervisor_has_those_to_all_supervisors(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = noticed("ann", (NOON, "joris"), (NOON - HOUR, None), (NOON - 2 * HOUR, "mira"), (NOON, "quinn"))
    await site.opened(case)

    assert await listed(joris) == [("2026-11-21T12:00:00Z", "joris")]
    assert await listed(mira) == [("2026-11-21T11:00:00Z", None), ("2026-11-21T10:00:00Z", "mira")]


async def test_a_notice_names_the_case_and_what_it_is_about(site: Site, joris: httpx2.AsyncClient) -> None:
    case = noticed("ann", (NOON, "joris"))
    await site.opened(case)

    assert (await joris.get("/v1/notices")).json()["items"] == [
        {
            "case_id": case.id,
            "brand": "discus",
            "customer_handle": "ann",
            "about": "first_response breach",
            "at": "2026-11-21T12:00:00Z",
            "to": "joris",
        }
    ]


async def test_only_of_ones_own_brands(site: Site, sara: httpx2.AsyncClient) -> None:
    await site.opened(noticed("ann", (NOON, None)), noticed("joe", (NOON - HOUR, None), brand="quay"))

    assert await listed(sara) == [("2026-11-21T11:00:00Z", None)]


async def test_the_newest_of_all_cases_come_first_as_many_as_were_asked_for(
    site: Site, joris: httpx2.AsyncClient
) -> None:
    """A case with a newer notice to somebody else does not push out an older one of mine."""
    await site.opened(
        noticed("ann", (NOON, "mira"), (NOON - 5 * HOUR, "joris")),
        noticed("joe", (NOON - HOUR, "joris"), (NOON - 3 * HOUR, "joris")),
        noticed("kim", (NOON - 2 * HOUR, "joris")),
    )

    assert [at[11:13] for at, _ in await listed(joris, limit=3)] == ["11", "10", "09"]
    assert [at[11:13] for at, _ in await listed(joris, since="2026-11-21T09:30:00Z")] == ["11", "10"]


async def test_a_day_is_told_unless_said_and_a_week_at_most(site: Site, joris: httpx2.AsyncClient) -> None:
    day = timedelta(days=1)
    await site.opened(noticed("ann", (NOON - HOUR, "joris"), (NOON - 2 * day, "joris"), (NOON - 8 * day, "joris")))

    assert len(await listed(joris)) == 1
    assert len(await listed(joris, since="2026-01-01T00:00:00Z")) == 2


async def test_a_time_without_a_zone_is_refused(joris: httpx2.AsyncClient) -> None:
    for since in ("2026-11-21T09:30:00", "yesterday", "0001-01-01T00:00:00Z"):
        assert (await joris.get("/v1/notices", params={"since": since})).status_code == 422
