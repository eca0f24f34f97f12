"""Who waits, oldest first and with the reason; and that nothing ended without an outcome."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest

from services.respond.domain.canary import canary
from shared.case.commands import Assign, Resolve
from shared.case.kept.document import to_document
from shared.case.kept.indexes import CASES
from shared.case.kept.reasons import WaitingReasons
from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from tests.builders import NOON, a_case, a_message, after
from tests.integration.respond.api.conftest import Site

MINUTE = timedelta(minutes=1)


def waits(name: str, since: datetime, **fields: Any) -> Case:
    """A case of its own customer, who has waited since then."""
    fields = {"brand": "discus", **fields}
    message = a_message(name, at=since, text=f"{name} waits")
    return a_case(author=name, message=message, customer_key=f"{fields['brand']}/k/{name}", **fields)


async def walked(client: httpx2.AsyncClient, path: str, **params: int) -> list[dict[str, Any]]:
    """Everything on a paged list."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await client.get(path, params={**params, **cursor})).json()
        found += page["items"]
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


@pytest.mark.parametrize("limit", [1, 2, 3, 200])
async def test_who_has_waited_longest_comes_first_on_every_page(
    site: Site, mira: httpx2.AsyncClient, limit: int
) -> None:
    """Two have waited since the same instant; what is settled is not there."""
    cases = [waits(f"c{number}", NOON - number // 2 * MINUTE) for number in range(7)]
    settled = after(waits("done", NOON), Resolve(by="mira", disposition=Disposition.SPAM, reason="x"))
    await site.opened(*cases, settled)

    found = await walked(mira, "/v1/waiting", limit=limit)

    assert [one["id"] for one in found] == [
        case.id for case in sorted(cases, key=lambda case: (case.waits_from, case.id))
    ]


async def test_each_says_since_when_what_was_said_and_why_nobody_has_it(site: Site, mira: httpx2.AsyncClient) -> None:
    new, taken = waits("ann", NOON, language="nl-NL"), after(waits("joe", NOON + MINUTE), Assign(agent="mira", by="x"))
    await site.opened(new, taken)
    assert new.demand is not None
    await WaitingReasons(site.database).keep({new.demand: "no speaker of nl is at work"}, now=NOON)

    first, second = (await mira.get("/v1/waiting")).json()["items"]

    assert first["waits_from"] == "2026-11-21T12:00:00Z"
    assert first["waits_because"] == "no speaker of nl is at work"
    assert [one["text"] for one in first["waiting"]] == ["ann waits"]
    assert (second["owner"], second["waits_because"]) == ("mira", None)


async def test_the_reason_stands_on_the_case_and_in_the_queue_too(site: Site, mira: httpx2.AsyncClient) -> None:
    new = waits("ann", NOON)
    await site.opened(new)
    assert new.demand is not None
    await WaitingReasons(site.database).keep({new.demand: "nobody is at work"}, now=NOON)

    [row] = (await mira.get("/v1/cases")).json()["items"]
    case = (await mira.get(f"/v1/cases/{new.id}")).json()
    claimed = (await mira.post(f"/v1/cases/{new.id}/claim")).json()

    assert (row["waits_because"], case["waits_because"]) == ("nobody is at work", "nobody is at work")
    assert claimed["waits_because"] is None


async def test_those_who_wait_are_counted_by_what_they_wait_for(site: Site, mira: httpx2.AsyncClient) -> None:
    """Two demands with one reason are one kind."""
    dutch = [waits(f"nl{number}", NOON - number * MINUTE, language="nl") for number in range(3)]
    german = waits("de", NOON - 5 * MINUTE, language="de")
    soon = waits("en", NOON)
    taken = after(waits("joe", NOON - 2 * MINUTE), Assign(agent="mira", by="x"))
    await site.opened(*dutch, german, soon, taken)
    why = {str(case.demand): "nobody at work is certified for deliveries" for case in (dutch[0], german)}
    await WaitingReasons(site.database).keep(why, now=NOON)

    kinds = (await mira.get("/v1/waiting/kinds")).json()["items"]

    assert [(one["stage"], one["because"], one["cases"], one["oldest"]) for one in kinds] == [
        ("new", "nobody at work is certified for deliveries", 4, "2026-11-21T11:55:00Z"),
        ("assigned", None, 1, "2026-11-21T11:58:00Z"),
        ("new", None, 1, "2026-11-21T12:00:00Z"),
    ]


async def test_only_ones_own_brands_are_seen_to_wait(site: Site, quinn: httpx2.AsyncClient) -> None:
    ours, theirs = waits("ann", NOON, brand="quay"), waits("joe", NOON)
    lost = replace(waits("eve", NOON), stage=Stage.CLOSED)
    await site.opened(ours, theirs, lost)

    assert [one["id"] for one in (await quinn.get("/v1/waiting")).json()["items"]] == [ours.id]
    assert [one["cases"] for one in (await quinn.get("/v1/waiting/kinds")).json()["items"]] == [1]
    assert (await quinn.get("/v1/without-outcome")).json()["items"] == []


async def test_a_cursor_of_another_list_is_wrong_here(site: Site, mira: httpx2.AsyncClient) -> None:
    await site.opened(waits("ann", NOON), waits("joe", NOON))
    cursor = (await mira.get("/v1/cases", params={"limit": 1})).json()["next"]

    assert (await mira.get("/v1/waiting", params={"cursor": cursor})).status_code == 422


async def test_whatever_ended_has_an_outcome(site: Site, mira: httpx2.AsyncClient) -> None:
    """However a case ends through the API, this list stays empty."""
    settled = after(waits("ann", NOON), Resolve(by="mira", disposition=Disposition.SPAM, reason="x"))
    target, source = waits("joe", NOON), waits("kim", NOON)
    await site.opened(settled, target, source, waits("eve", NOON))
    await mira.post(f"/v1/cases/{target.id}/merge", json={"case": source.id})

    assert (await mira.get("/v1/without-outcome")).json() == {"items": [], "next": None}


async def test_a_case_that_ended_without_an_outcome_is_found(site: Site, mira: httpx2.AsyncClient) -> None:
    """No code of ours makes one, so it is put there by hand."""
    lost = replace(waits("ann", NOON), stage=Stage.RESOLVED)
    await site.database[CASES].insert_one(to_document(lost))

    assert [one["id"] for one in (await mira.get("/v1/without-outcome")).json()["items"]] == [lost.id]


async def test_the_watchdogs_own_case_is_nobodys(site: Site, mira: httpx2.AsyncClient) -> None:
    """It stands among the cases, and no agent comes upon it, not even by its id."""
    one = canary("canary-1", now=NOON)
    await site.database[CASES].insert_one(to_document(one))

    for path in ("/v1/cases", "/v1/cases?brand=earshot-canary", "/v1/waiting", "/v1/waiting/kinds", "/v1/notices"):
        assert (await mira.get(path)).json()["items"] == [], path
    for path in ("/v1/cases/canary-1", "/cases/canary-1"):
        assert (await mira.get(path)).status_code == 404
    assert (await mira.post("/v1/cases/canary-1/resume")).status_code == 404
    for path in ("/", "/?view=aside", "/waiting"):
        page = await mira.get(path, headers={"Accept": "text/html"})
        assert page.status_code == 200, path
        assert "canary" not in page.text
