"""One action on many cases over HTTP: as by its own route, each by itself."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from shared.case.commands import Assign, Hold
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from tests.builders import NOON, a_case, a_message, after
from tests.integration.respond.api.conftest import Site

LATER = (NOON + timedelta(hours=2)).isoformat()


def some(many: int, *, owner: str | None = "mira", **fields: Any) -> list[Case]:
    """Cases, Mira's unless said otherwise."""
    cases = [a_case(author=f"a{number}", message=a_message(f"p{number}"), **fields) for number in range(many)]
    return cases if owner is None else [after(case, Assign(agent=owner, by="route")) for case in cases]


async def asked(
    client: httpx2.AsyncClient, action: str, cases: list[Case], needs: dict[str, Any] | None = None, **more: Any
) -> list[dict[str, Any]]:
    """What became of each."""
    named = [{"id": case.id, **more} for case in cases]
    body = {"action": action, "cases": named, **({} if needs is None else {"with": needs})}
    answer = await client.post("/v1/bulk", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["results"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("action", "needs", "so"),
    [
        ("release", None, {"stage": "new"}),
        ("transfer", {"to": "joris", "note": "I am away."}, {"owner": "joris"}),
        ("snooze", {"until": LATER}, {"stage": "snoozed"}),
        ("hold", {"reason": "the depot looks"}, {"stage": "internal_hold"}),
        ("resume", {}, {"stage": "assigned"}),
        ("tag", {"tag": "wave"}, {"tags": ("wave",)}),
        ("untag", {"tag": "wave"}, {"tags": ()}),
        ("resolve", {"disposition": "spam", "reason": "one campaign"}, {"stage": "no_response_needed"}),
        ("claim", {"take_over": True}, {"owner": "mira"}),
    ],
)
async def test_an_action_is_done_to_each_and_again_changes_nothing(
    site: Site, mira: httpx2.AsyncClient, action: str, needs: dict[str, Any] | None, so: dict[str, object]
) -> None:
    cases = some(3, owner="joris" if action == "claim" else "mira")
    if action == "resume":
        cases = [after(case, Hold(by="mira", reason="the depot looks")) for case in cases]
    await site.opened(*cases)

    results = await asked(mira, action, cases, needs, version=cases[0].version)

    kept = [await CaseStore(site.database).get(case.id) for case in cases]
    assert results == [{"id": case.id, "status": 200, "case_version": case.version, "problem": None} for case in kept]
    assert [{name: getattr(case, name) for name in so} for case in kept] == [so] * 3
    again = await asked(mira, action, cases, needs, **({"version": kept[0].version} if action == "resolve" else {}))
    assert [(one["status"], one["case_version"]) for one in again] == [(200, kept[0].version)] * 3


async def test_what_is_refused_for_one_stops_none_of_the_others_and_says_why(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    [mine] = some(1)
    joris = after(a_case(author="j", message=a_message("j")), Assign(agent="joris", by="route"))
    stale = after(a_case(author="s", message=a_message("s")), Assign(agent="mira", by="route"))
    await site.opened(mine, joris, stale)
    named: list[dict[str, Any]] = [
        {"id": mine.id, "version": mine.version},
        {"id": joris.id, "version": joris.version},
        {"id": "c-none", "version": 1},
        {"id": stale.id, "version": 1},
        {"id": stale.id + "-", "version": None},
    ]
    what = {"disposition": "spam", "reason": "one campaign"}

    answer = await mira.post("/v1/bulk", json={"action": "resolve", "cases": named, "with": what})

    results = answer.json()["results"]
    assert [one["id"] for one in results] == [one["id"] for one in named]
    assert [one["status"] for one in results] == [200, 409, 404, 412, 428]
    assert [one["problem"] and one["problem"]["code"] for one in results] == [
        None,
        "not_yours",
        "not_found",
        "changed",
        "condition_missing",
    ]
    assert results[1]["problem"]["owner"] == "joris"
    assert results[1]["problem"]["type"] == "urn:earshot:problem:not-yours"


async def test_a_case_of_another_brand_is_not_there_and_a_colleague_who_does_not_serve_it_gets_none(
    site: Site, quinn: httpx2.AsyncClient, mira: httpx2.AsyncClient
) -> None:
    [discus] = some(1)
    quay = a_case(author="q", message=a_message("q"), brand="quay")
    await site.opened(discus, quay)

    assert [one["status"] for one in await asked(quinn, "tag", [discus, quay], {"tag": "wave"})] == [404, 200]
    given = await asked(mira, "transfer", [discus, quay], {"to": "quinn"})
    assert [one["status"] for one in given] == [422, 200]
    assert given[0]["problem"]["code"] == "not_their_brand"


async def test_a_hundred_are_done_and_one_more_is_refused(site: Site, mira: httpx2.AsyncClient) -> None:
    cases = some(101, owner=None)
    await site.opened(*cases)

    results = await asked(mira, "tag", cases[:100], {"tag": "wave"})
    refused = await mira.post(
        "/v1/bulk", json={"action": "tag", "cases": [{"id": case.id} for case in cases], "with": {"tag": "wave"}}
    )

    assert [one["status"] for one in results] == [200] * 100
    assert refused.status_code == 422
    assert len((await mira.get("/v1/cases", params={"tag": "wave", "limit": 200})).json()["items"]) == 100


@pytest.mark.parametrize(
    "body",
    [
        {"action": "explode", "cases": [{"id": "c-1"}], "with": {}},
        {"action": "tag", "cases": [{"id": "c-1"}], "with": {"tag": "No Tag"}},
        {"action": "tag", "cases": [{"id": "c-1"}]},
        {"action": "release", "cases": [{"id": "c-1"}], "with": {"to": "joris"}},
        {"action": "release", "cases": []},
        {"action": "release", "cases": [{"id": "c-1"}, {"id": "c-1", "version": 2}]},
        {"action": "release", "needs": {}, "cases": [{"id": "c-1"}]},
        {"cases": [{"id": "c-1"}]},
    ],
)
async def test_what_is_no_such_request_does_nothing(mira: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    answer = await mira.post("/v1/bulk", json=body)

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


async def test_a_refusal_quotes_nothing_of_what_was_sent(mira: httpx2.AsyncClient) -> None:
    for action in ("SECRET words", {"SECRET": 1}):
        answer = await mira.post("/v1/bulk", json={"action": action, "cases": [{"id": "c-1"}]})

        assert answer.status_code == 422
        assert "'action' should be one of 'claim', 'release'" in answer.json()["errors"][0]["what"]
        assert "SECRET" not in answer.text
