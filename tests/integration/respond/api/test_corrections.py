"""Corrections over HTTP: an agent's word on a message stands beside the model's, and changes nothing on the case."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from services.respond.store.indexes import CORRECTIONS
from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.parts import Judged
from shared.case.state.stage import Stage
from tests.builders import NOON, a_case, a_message, after, hear
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_bad_input import problem

MINUTE = timedelta(minutes=1)
SAID = Judged(
    model="linear-2", language="en", sentiment="negative", intent="billing", severity="normal", needs_answer=True
)
NONE_SAID = dict.fromkeys(("intent", "sentiment", "severity", "needs_answer", "language", "flags"))


def judged_case(name: str = "p1", *, text: str = "Where is my money?", judged: Judged = SAID, **fields: Any) -> Case:
    """A case whose message classify took for one about billing."""
    return a_case(author=f"a-{name}", message=a_message(name, text=text, judged=judged), **fields)


def here(case: Case) -> str:
    return f"/v1/cases/{case.id}/messages/{case.messages[0].id}/correction"


async def corrected(client: httpx2.AsyncClient, case: Case, **said: Any) -> dict[str, Any]:
    """The correction after saying this."""
    answer = await client.put(here(case), json=said or {"intent": "refund"})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def listed(client: httpx2.AsyncClient, **params: str | int) -> list[dict[str, Any]]:
    answer = await client.get("/v1/corrections", params=params)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def exported(site: Site, who: str = "ada", **params: str) -> list[dict[str, Any]]:
    async with site.client(who) as client:
        answer = await client.get("/v1/corrections/export", params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    return [json.loads(line) for line in answer.text.splitlines()]


async def test_a_correction_says_what_it_was_what_it_is_and_who_says_so(site: Site, joris: httpx2.AsyncClient) -> None:
    case = judged_case()
    await site.opened(case)

    made = await corrected(joris, case, intent="refund", flags=["legal", "churn", "legal"], note="asks it back")

    was = {**NONE_SAID, "intent": "billing", "sentiment": "negative", "severity": "normal", "needs_answer": True}
    assert made == {
        "case_id": case.id,
        "message_id": case.messages[0].id,
        "brand": "discus",
        "model": "linear-2",
        "was": {**was, "language": "en", "flags": []},
        "said": {**NONE_SAID, "intent": "refund", "flags": ["churn", "legal"]},
        "note": "asks it back",
        "by": "joris",
        "at": "2026-11-21T12:00:00Z",
        "earlier": [],
        "withdrawn_at": None,
        "withdrawn_by": None,
    }
    assert (await joris.get(here(case))).json() == made


async def test_it_changes_nothing_on_the_case(site: Site, joris: httpx2.AsyncClient) -> None:
    """Clocks, queue, severity and approvals go on by what classify said: facts stay as they were."""
    case = judged_case()
    await site.opened(case)
    before = await site.database[CASES].find_one({"_id": case.id})

    await corrected(joris, case, severity="critical", intent="outage", flags=["safety"])

    assert await site.database[CASES].find_one({"_id": case.id}) == before


async def test_the_same_word_again_is_said_once(site: Site, joris: httpx2.AsyncClient) -> None:
    case = judged_case()
    await site.opened(case)
    first = await corrected(joris, case)
    site.now = NOON + MINUTE

    assert await corrected(joris, case) == first
    assert len(await listed_by_mira(site)) == 1


async def listed_by_mira(site: Site) -> list[dict[str, Any]]:
    async with site.client("mira") as mira:
        return await listed(mira)


async def test_the_newest_word_counts_whosever_it_is_and_the_others_are_kept(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = judged_case()
    await site.opened(case)
    await corrected(joris, case, intent="refund")
    site.now = NOON + MINUTE
    await corrected(mira, case, severity="high")

    found = await corrected(joris, case, intent="order")

    assert (found["by"], found["said"]["intent"], found["said"]["severity"]) == ("joris", "order", None)
    assert [(one["by"], one["said"]["intent"], one["said"]["severity"]) for one in found["earlier"]] == [
        ("mira", None, "high"),
        ("joris", "refund", None),
    ]
    [row] = await listed(mira)
    assert row["said"]["intent"] == "order"


async def test_of_many_at_once_one_counts_and_none_is_lost(site: Site) -> None:
    case = judged_case()
    await site.opened(case)
    intents = ["refund", "order", "defect", "delivery", "account", "praise"]

    async with site.client("joris") as joris:
        await asyncio.gather(*(corrected(joris, case, intent=intent) for intent in intents))
        found = (await joris.get(here(case))).json()

    assert sorted([found["said"]["intent"], *(one["said"]["intent"] for one in found["earlier"])]) == sorted(intents)
    assert await site.database[CORRECTIONS].count_documents({}) == 1


async def test_what_is_withdrawn_is_kept_and_counts_no_more_until_somebody_says_it_again(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = judged_case()
    await site.opened(case)
    await corrected(joris, case)
    site.now = NOON + MINUTE

    assert [(await mira.delete(here(case))).status_code for _ in range(2)] == [204, 204]

    left = (await joris.get(here(case))).json()
    assert (left["withdrawn_by"], left["withdrawn_at"], left["said"]["intent"]) == (
        "mira",
        "2026-11-21T12:01:00Z",
        "refund",
    )
    assert await listed(mira) == await exported(site) == []
    again = await corrected(joris, case)
    assert (again["withdrawn_at"], len(again["earlier"]), len(await listed(mira))) == (None, 1, 1)


async def test_what_was_never_corrected_and_what_is_no_message_is_not_there(
    site: Site, joris: httpx2.AsyncClient
) -> None:
    case, other = judged_case(), judged_case("p2")
    await site.opened(case, other)
    foreign = f"/v1/cases/{case.id}/messages/{other.messages[0].id}/correction"

    for path in (here(case), foreign):
        problem(await joris.get(path), 404)
        problem(await joris.delete(path), 404)
    problem(await joris.put(foreign, json={"intent": "refund"}), 404)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"note": "only why"},
        {"intent": "legal"},
        {"sentiment": "furious"},
        {"severity": "worst"},
        {"language": "Dutch"},
        {"flags": ["lawyers"]},
        {"intent": None},
        {"needs_answer": "perhaps"},
        {"intent": "refund", "note": "x" * 501},
    ],
)
async def test_it_has_to_be_a_word_of_the_taxonomy(site: Site, joris: httpx2.AsyncClient, said: Any) -> None:
    case = judged_case()
    await site.opened(case)

    problem(await joris.put(here(case), json=said), 422)


async def test_a_deleted_message_is_corrected_no_more_and_leaves_without_its_text(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = judged_case()
    await site.opened(case)
    await corrected(mira, case)
    assert [one["text"] for one in await exported(site)] == ["Where is my money?"]

    await deleted(site, case.id, case)

    assert problem(await mira.put(here(case), json={"intent": "order"}), 409)["code"] == "message_deleted"
    [line] = await exported(site)
    assert (line["text"], line["intent"], line["event_id"]) == (None, "refund", case.messages[0].id)
    assert "money" not in str(await site.database[CORRECTIONS].find().to_list(None))


async def deleted(site: Site, case_id: str, case: Case) -> None:
    """The author deletes the case's first message, which now stands on this case."""
    known = case.messages[0]
    tombstone = replace(a_message(), id="gone", events=("gone",), native_id=known.native_id, deleted_at=NOON)

    def change(found: Case) -> Case:
        return after(found, hear(tombstone, kind="deleted", customer_key=case.customer_key))

    await CaseStore(site.database).update(case_id, change)


@pytest.mark.parametrize("is_author_named", [True, False])
async def test_what_was_deleted_after_its_case_was_closed_leaves_without_its_text_too(
    site: Site, mira: httpx2.AsyncClient, is_author_named: bool
) -> None:
    """The deletion then stands on the customer's next case, or where it names no author on one of its own."""
    case, other = judged_case(), judged_case("p2", text="another's")
    await site.opened(replace(case, stage=Stage.CLOSED), other)
    for one in (case, other):
        await corrected(mira, one)
    native_id = case.messages[0].native_id
    alone = f"{case.brand}/{case.network}/~{native_id}"
    tombstone = a_message(native_id, id="gone", text="", deleted_at=NOON)
    key = case.customer_key if is_author_named else alone
    await site.opened(a_case(author="next", message=tombstone, customer_key=key))

    assert {line["text"] for line in await exported(site)} == {None, "another's"}


async def test_corrections_follow_their_message_through_a_merge_and_back(site: Site, mira: httpx2.AsyncClient) -> None:
    one, other = judged_case("p1", text="mine"), judged_case("p2", text="theirs")
    await site.opened(one, other)
    await corrected(mira, other)
    assert (await mira.post(f"/v1/cases/{one.id}/merge", json={"case": other.id})).status_code == 200

    there = f"/v1/cases/{one.id}/messages/{other.messages[0].id}/correction"
    assert (await mira.get(there)).json()["said"]["intent"] == "refund"
    assert problem(await mira.put(here(other), json={"intent": "order"}), 409)["merged_into"] == one.id
    assert (await mira.put(there, json={"intent": "order"})).json()["case_id"] == other.id
    assert [line["text"] for line in await exported(site)] == ["theirs"]

    # A deletion reaches the case that goes on; the copy on the merged one still has the words.
    await deleted(site, one.id, other)
    assert [line["text"] for line in await exported(site)] == [None]

    assert (await mira.post(f"/v1/cases/{one.id}/unmerge", json={"case": other.id})).status_code == 200
    assert (await mira.get(here(other))).json()["said"]["intent"] == "order"
    assert await site.database[CORRECTIONS].count_documents({}) == 1


async def test_what_was_edited_since_is_written_out_as_it_was_judged(site: Site, mira: httpx2.AsyncClient) -> None:
    case = judged_case()
    await site.opened(case)
    await corrected(mira, case)
    known = case.messages[0]
    anew = replace(SAID, intent="praise", model="linear-3")
    form = replace(a_message(), id="e", events=("e",), native_id=known.native_id, revision="1", text="All well!")
    edited = hear(replace(form, judged=anew, intent="praise"), kind="edited")
    await CaseStore(site.database).update(case.id, lambda found: after(found, edited))

    [line] = await exported(site)
    assert (line["text"], line["was"]["intent"], line["model"]) == ("Where is my money?", "billing", "linear-2")
    await corrected(mira, case, intent="other")
    [line] = await exported(site)
    assert (line["text"], line["was"]["intent"], line["model"]) == ("All well!", "praise", "linear-3")


async def test_lists_are_of_ones_brands_newest_first_filtered_and_paged(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    cases = [judged_case(f"p{number}") for number in range(5)]
    quay = judged_case("q", judged=replace(SAID, model="linear-3"), brand="quay")
    await site.opened(*cases, quay)
    for number, case in enumerate(cases):
        site.now = NOON + MINUTE * (number // 2)
        await corrected(mira, case, **({"severity": "high"} if number == 4 else {"intent": "refund"}))
    await corrected(mira, quay, intent="order")

    assert [one["case_id"] for one in await listed(sara)] == [quay.id]
    assert await listed(sara, brand="discus") == []
    assert len(await listed(mira, brand="discus")) == 5
    assert [one["case_id"] for one in await listed(mira, model="linear-3")] == [quay.id]
    assert [one["case_id"] for one in await listed(mira, label="severity")] == [cases[4].id]
    late = {quay.id, cases[4].id}
    assert {one["case_id"] for one in await listed(mira, since="2026-11-21T12:02:00Z")} == late
    seen: list[dict[str, Any]] = []
    cursor: str | None = None
    for _ in range(4):
        page = (await mira.get("/v1/corrections", params={"limit": 2, **({"cursor": cursor} if cursor else {})})).json()
        seen += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert [one["at"] for one in seen] == sorted((one["at"] for one in seen), reverse=True)
    assert len({one["case_id"] for one in seen}) == len(seen) == 6


async def test_they_are_written_out_in_batches_for_admins_of_the_brand_and_recorded(
    site: Site, monkeypatch: pytest.MonkeyPatch, mira: httpx2.AsyncClient
) -> None:
    monkeypatch.setattr("services.respond.queries.corrections._BATCH", 2)
    cases = [judged_case(f"p{number}", text=f"text {number}") for number in range(5)]
    quay = judged_case("q", text="at the quay", brand="quay")
    await site.opened(*cases, quay)
    for case in (*cases, quay):
        await corrected(mira, case, intent="refund", needs_answer=False)

    found = await exported(site)

    assert sorted(line["text"] for line in found) == sorted([*(f"text {number}" for number in range(5)), "at the quay"])
    assert found[0] == {
        "event_id": found[0]["event_id"],
        "language": "en",
        "text": found[0]["text"],
        "intent": "refund",
        "sentiment": None,
        "needs_answer": False,
        "severity": None,
        "flags": None,
        "model": "linear-2",
        "was": {
            "intent": "billing",
            "sentiment": "negative",
            "severity": "normal",
            "needs_answer": True,
            "language": "en",
            "flags": [],
        },
    }
    assert [line["text"] for line in await exported(site, "aldo")] == ["at the quay"]
    assert await exported(site, "aldo", brand="discus") == []
    assert problem(await mira.get("/v1/corrections/export"), 403)["code"] == "admins_only"
    trail = (await mira.get("/v1/audit", params={"agent": "ada"})).json()["items"]
    assert [one["what"] for one in trail] == ["GET /v1/corrections/export"]


async def test_who_corrects_stands_in_the_audit_trail_and_what_they_say_does_not(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = judged_case()
    await site.opened(case)
    await corrected(joris, case, intent="refund", note="secret words")

    [entry] = (await mira.get("/v1/audit", params={"agent": "joris"})).json()["items"]

    assert entry["what"] == "PUT /v1/cases/{case_id}/messages/{message_id}/correction"
    assert (entry["cases"], entry["about"], entry["fields"]) == (
        [case.id],
        [f"message:{case.messages[0].id}"],
        ["intent", "note"],
    )
    assert "secret" not in str(entry)
