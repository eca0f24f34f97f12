"""The report on understanding: corrected of classified, by label and version, and the page that shows it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2

from services.respond.queries.understanding import classified_by_model
from shared.case.kept.indexes import CASES
from tests.builders import NOON, a_case, a_message
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_corrections import SAID, corrected, judged_case

DAY = timedelta(days=1)


async def report(client: httpx2.AsyncClient, **params: str | int) -> dict[str, Any]:
    answer = await client.get("/v1/reports/understanding", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def labels(of: dict[str, Any]) -> dict[str, int]:
    return {one["label"]: one["corrected"] for one in of["labels"] if one["corrected"]}


async def test_messages_are_counted_once_by_model_and_label(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    newer = replace(SAID, model="linear-3")
    ours = [judged_case(f"p{number}") for number in range(4)]
    theirs = judged_case("n", judged=newer)
    quay = judged_case("q", judged=newer, brand="quay")
    await site.opened(*ours, theirs, quay)
    await corrected(mira, ours[0], intent="refund", severity="normal")
    await corrected(mira, ours[1], intent="refund", flags=["legal"])
    await corrected(mira, ours[2], intent="billing")  # only confirms
    await corrected(mira, theirs, intent="order")
    await corrected(mira, quay, sentiment="positive")

    whole = (await report(mira, brand="discus"))["whole"]

    assert (whole["classified"], whole["corrected"], labels(whole)) == (5, 3, {"intent": 3, "flags": 1})
    assert {one["of"] for one in whole["labels"]} == {5}
    assert whole["confusions"][0] == {"label": "intent", "was": "billing", "said": "refund", "count": 2}
    assert {"label": "flags", "was": None, "said": "legal", "count": 1} in whole["confusions"]
    models = (await report(mira))["models"]
    assert [(one["model"], one["classified"], one["corrected"]) for one in models] == [
        ("linear-2", 4, 2),
        ("linear-3", 2, 2),
    ]
    assert (await report(sara))["whole"]["classified"] == 1
    assert (await report(sara, brand="discus"))["whole"]["classified"] == 0
    assert (await joris.get("/v1/reports/understanding")).status_code == 403


async def test_it_looks_back_as_far_as_it_is_asked_to_and_what_was_merged_counts_once(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    old = a_case(author="old", message=a_message("old", at=NOON - 40 * DAY, judged=SAID))
    one, other = judged_case("p1"), judged_case("p2")
    await site.opened(old, one, other)
    for case in (old, one, other):
        await corrected(mira, case)
    assert (await mira.post(f"/v1/cases/{one.id}/merge", json={"case": other.id})).status_code == 200

    for days, count in ((30, 2), (60, 3)):
        whole = (await report(mira, days=days))["whole"]
        assert (whole["classified"], whole["corrected"]) == (count, count), days
    assert (await mira.get("/v1/reports/understanding", params={"days": 0})).status_code == 422


async def test_what_was_withdrawn_and_deletions_that_came_alone_do_not_count(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = judged_case()
    alone = a_case(author="gone", message=a_message("gone", text="", deleted_at=NOON, needs_answer=False))
    await site.opened(case, alone)
    await corrected(mira, case)
    await mira.delete(f"/v1/cases/{case.id}/messages/{case.messages[0].id}/correction")

    whole = (await report(mira))["whole"]

    assert (whole["classified"], whole["corrected"], whole["confusions"]) == (1, 0, [])


async def test_older_history_is_not_looked_at(site: Site) -> None:
    await site.opened(*(replace(judged_case(f"p{n}"), changed_at=NOON - 90 * DAY) for n in range(40)), judged_case("x"))

    explained = await site.database.command(
        {
            "explain": {
                "aggregate": CASES,
                "pipeline": classified_by_model({"brand": {"$ne": "x"}}, NOON - 30 * DAY),
                "cursor": {},
            },
            "verbosity": "queryPlanner",
        }
    )

    assert "COLLSCAN" not in str(explained)
    assert "'indexName': 'newest'" in str(explained)


async def test_the_page_shows_it_to_supervisors_and_offers_the_export_to_admins(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = judged_case()
    await site.opened(case)
    empty = (await mira.get("/understanding")).text
    await corrected(mira, case, intent="refund", needs_answer=False)

    text = (await mira.get("/understanding", params={"days": 12})).text

    assert "Nobody has corrected anything" in empty
    for words in ("From what to what", "billing", "refund", "needs no answer", "linear-2", "12 days", "100.0&nbsp;%"):
        assert words in text, words
    assert "/v1/corrections/export" not in text
    async with site.client("ada") as ada:
        assert "/v1/corrections/export?brand=discus" in (await ada.get("/understanding?brand=discus")).text
    assert (await joris.get("/understanding")).status_code == 403
