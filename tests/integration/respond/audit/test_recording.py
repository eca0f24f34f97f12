"""What is asked of the API is in the audit trail before it is done, without a word of what was written."""

from collections.abc import Sequence
from typing import Any

import httpx2
import pytest

from services.respond.api.door.audience import routes_of
from services.respond.api.oversight.audited import READS, UNRECORDED
from services.respond.api.oversight.named import UNREADABLE
from services.respond.domain.audit import Note
from services.respond.queries.case_brands import CaseBrands
from services.respond.reports.audit import verify
from services.respond.store.audit import AuditTrail
from services.respond.store.indexes import AUDIT
from services.respond.store.quarantine import Quarantine
from shared.case.commands import Assign
from shared.runtime.errors import Unavailable
from tests.builders import a_case, after
from tests.integration.respond.api.conftest import KEYS, ORIGIN, Site
from tests.unit.services.respond.api.test_keeping import a_letter

CLAIM = "POST /v1/cases/{case_id}/claim"


async def entries(site: Site) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await site.database[AUDIT].find({}).sort("_id", 1).to_list(None)
    return found


async def listed(client: httpx2.AsyncClient, **params: Any) -> list[dict[str, Any]]:
    answer = await client.get("/v1/audit", params=params)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_a_change_has_two_entries_of_one_request_and_a_whole_chain(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    answer = await mira.post(f"/v1/cases/{case.id}/claim", json={"take_over": True})

    begun, ended = await entries(site)
    assert begun["request"] == ended["request"] == answer.headers["x-request-id"]
    assert (begun["who"], begun["role"], begun["what"]) == ("mira", "supervisor", CLAIM)
    assert (begun["cases"], begun["fields"], begun["brands"]) == ([case.id], ["take_over"], ["discus"])
    assert (begun["step"], ended["step"], ended["status"]) == ("begun", "ended", 200)
    assert (await verify(site.database, ())).end() == []


async def test_what_was_refused_is_recorded_with_how_it_was(site: Site, joris: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    await site.opened(case)

    await joris.post(f"/v1/cases/{case.id}/claim")
    await joris.post("/v1/agents", json={})
    await joris.post(f"/v1/cases/{case.id}/resolve", json={"disposition": "nonsense"}, headers={"If-Match": "*"})

    recorded = [(one.get("what"), one.get("status")) for one in await entries(site)]
    assert recorded == [
        (CLAIM, None),
        (None, 409),
        ("POST /v1/agents", None),
        (None, 403),
        ("POST /v1/cases/{case_id}/resolve", None),
        (None, 422),
    ]


async def test_what_was_not_done_to_some_of_many_is_recorded_though_the_answer_is_a_success(
    site: Site, joris: httpx2.AsyncClient, mira: httpx2.AsyncClient
) -> None:
    free, miras = a_case(), after(a_case(author="ann"), Assign(agent="mira", by="mira"))
    await site.opened(free, miras)
    cases = [{"id": one} for one in (free.id, miras.id, "my SECRET words")]

    answer = await joris.post("/v1/bulk", json={"action": "claim", "cases": cases})

    assert [one["status"] for one in answer.json()["results"]] == [200, 409, 404]
    [row] = await listed(mira)
    assert (row["status"], row["about"]) == (200, ["action:claim"])
    assert (row["cases"], row["not_done"]) == ([free.id, miras.id, UNREADABLE], [miras.id, UNREADABLE])
    assert "Not for 2 of 3" in (await mira.get("/audit", headers={"Accept": "text/html"})).text
    assert (await verify(site.database, ())).end() == []


async def test_nothing_that_was_written_reaches_the_trail(site: Site, mira: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    await site.opened(case)
    answer = {"text": "SECRET words", "answers": case.messages[0].id, "seen": case.messages[0].id, "SECRET": "SECRET"}

    await mira.post(f"/v1/cases/{case.id}/replies", json=answer)
    await mira.post(f"/v1/cases/{case.id}/replies", json={one: answer[one] for one in ("text", "answers", "seen")})
    await mira.post("/v1/cases/SECRET words of mine/claim")
    await mira.post(f"/v1/cases/{case.id}/merge", json={"case": "SECRET words"})

    found = await entries(site)
    assert [one.get("fields") for one in found[::2]] == [["answers", "seen", "text"]] * 2 + [None, ["case"]]
    assert "SECRET" not in str(found)


async def test_what_is_sent_as_no_json_is_refused_however_deep_it_is(site: Site, mira: httpx2.AsyncClient) -> None:
    for sent_as in ({"Content-Type": "text/plain"}, {}):
        answer = await mira.post("/v1/bulk", content=b"[" * 100_000, headers=sent_as)
        assert answer.status_code == 422, answer.text

    recorded = [(one.get("what"), one.get("fields"), one.get("status")) for one in await entries(site)]
    assert recorded == [("POST /v1/bulk", None, None), (None, None, 422)] * 2


async def test_a_change_is_of_all_its_cases_brands_also_when_what_was_remembered_is_let_go(site: Site) -> None:
    """Otherwise those of one brand would see what was done to another's."""
    discus, quay = a_case(), a_case(author="ann", brand="quay")
    await site.opened(discus, quay)
    brands = CaseBrands(site.database, remembered=1)

    assert await brands.of([discus.id]) == {discus.id: "discus"}
    assert await brands.of([discus.id, quay.id, "c-none"]) == {discus.id: "discus", quay.id: "quay"}


async def test_reading_changes_nothing_and_is_not_recorded_but_for_what_a_letter_holds(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await Quarantine(site.database).keep([(a_letter("l-1"), "discus")])

    for path in ("/v1/cases", "/v1/quarantine", "/v1/me", "/quarantine", "/v1/quarantine/l-1", "/quarantine/l-1"):
        assert (await mira.get(path)).status_code == 200, path
    await mira.put("/v1/presence")

    recorded = [(one["what"], one["about"]) for one in await entries(site) if one["step"] == "begun"]
    assert recorded == [(f"GET {path}/quarantine/{{letter_id}}", ["letter:l-1"]) for path in ("/v1", "")]


async def test_signing_in_is_recorded_with_who_it_was_failing_too_and_signing_out(
    site: Site, nobody: httpx2.AsyncClient, mira: httpx2.AsyncClient
) -> None:
    await nobody.post("/session", data={"key": "SECRET-wrong-key-0123456789"})
    await nobody.post("/session", data={"key": KEYS["joris"]})
    await nobody.post("/session/end", headers={"Origin": ORIGIN})

    out, signed_in, failed = await listed(mira)
    assert (failed["what"], failed["who"], failed["status"]) == ("POST /session", None, 401)
    assert (signed_in["what"], signed_in["who"], signed_in["status"]) == ("POST /session", "joris", 303)
    assert (out["what"], out["who"], out["status"]) == ("POST /session/end", "joris", 303)
    assert [one["what"] for one in await listed(mira, agent="joris")] == ["POST /session/end", "POST /session"]
    assert "key-0123456789" not in str(await entries(site))


async def test_a_write_from_a_foreign_page_is_recorded(site: Site, nobody: httpx2.AsyncClient) -> None:
    await nobody.post("/session", data={"key": KEYS["joris"]})

    await nobody.post("/v1/cases/c-1/claim", headers={"Origin": "http://evil.example"})

    begun, ended = (await entries(site))[-2:]
    assert (begun["what"], ended["status"]) == ("POST from a foreign page", 403)


async def test_support_platforms_are_recorded_as_what_they_are(site: Site, mira: httpx2.AsyncClient) -> None:
    async with site.client("helpdesk") as helpdesk:
        await helpdesk.post("/v1/webhooks", json={})

    [row] = await listed(mira, agent="sender:helpdesk")
    assert (row["who"], row["role"], row["what"]) == ("sender:helpdesk", "sender", "POST /v1/webhooks")
    assert (await entries(site))[0]["brands"] == ["discus"]


async def test_strangers_cannot_fill_the_trail(site: Site, nobody: httpx2.AsyncClient) -> None:
    for _ in range(3):
        assert (await nobody.post("/v1/cases/c-1/claim")).status_code == 401
        assert (await nobody.post("/session", data={"key": " "})).status_code == 401
        foreign = await nobody.post("/session", data={"key": KEYS["mira"]}, headers={"Origin": "http://evil.example"})
        assert foreign.status_code == 403

    assert await entries(site) == []


async def test_tries_beyond_those_that_count_are_not_recorded(site: Site, nobody: httpx2.AsyncClient) -> None:
    statuses = [
        (await nobody.post("/session", data={"key": f"wrong-key-0123456789-{turn}"})).status_code for turn in range(30)
    ]

    assert 429 in statuses
    assert len(await entries(site)) == 2 * statuses.count(401)


async def test_what_cannot_be_recorded_is_not_done(
    site: Site, mira: httpx2.AsyncClient, nobody: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trail's store fails while MongoDB otherwise answers; that state cannot be brought about from outside."""
    case = a_case()
    await site.opened(case)
    await Quarantine(site.database).keep([(a_letter("l-1"), "discus")])

    async def down(_: AuditTrail, notes: Sequence[Note]) -> None:
        raise Unavailable(f"told to be down for {len(notes)}")

    monkeypatch.setattr(AuditTrail, "append", down)

    for asked in (
        mira.post(f"/v1/cases/{case.id}/claim"),
        mira.get("/v1/quarantine/l-1"),
        nobody.post("/session", data={"key": KEYS["mira"]}),
    ):
        answer = await asked
        assert (answer.status_code, "set-cookie" in answer.headers) == (503, False)
    assert (await mira.get(f"/v1/cases/{case.id}")).json()["owner"] is None


async def test_where_a_process_dies_in_between_the_trail_says_that_nobody_knows_the_outcome(
    site: Site, mira: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The intent stands in the trail before the change, so a crash after the change cannot hide who asked for it."""
    case = a_case()
    await site.opened(case)
    append = AuditTrail.append

    async def dies_at_the_end(trail: AuditTrail, notes: Sequence[Note]) -> None:
        if any(note.step == "ended" for note in notes):
            raise Unavailable("the process is dead")
        await append(trail, notes)

    monkeypatch.setattr(AuditTrail, "append", dies_at_the_end)
    await mira.post(f"/v1/cases/{case.id}/claim")
    monkeypatch.undo()

    [row] = await listed(mira, case=case.id)
    assert (row["who"], row["what"], row["status"], row["ended_at"]) == ("mira", CLAIM, None, None)
    assert (await verify(site.database, ())).end() == []


async def test_the_list_is_paged_and_filtered_by_case_and_agent(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    one, other = a_case(), a_case(author="ann")
    await site.opened(one, other)
    for client, case in ((mira, one), (joris, other), (mira, other), (joris, one), (mira, one)):
        await client.post(f"/v1/cases/{case.id}/claim", json={"take_over": True})

    seen: list[dict[str, Any]] = []
    before: int | None = None
    while True:
        answer = (await mira.get("/v1/audit", params={"limit": 2, **({"before": before} if before else {})})).json()
        seen += answer["items"]
        before = answer["next"]
        if before is None:
            break

    assert [row["who"] for row in seen] == ["mira", "joris", "mira", "joris", "mira"]
    assert [row["who"] for row in await listed(mira, case=one.id)] == ["mira", "joris", "mira"]
    assert [row["cases"] for row in await listed(mira, agent="joris")] == [[one.id], [other.id]]


async def test_only_supervisors_read_the_trail_and_within_their_brands(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient, quinn: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    discus, quay = a_case(), a_case(author="ann", brand="quay")
    await site.opened(discus, quay)
    for client, case in ((joris, discus), (joris, quay), (quinn, quay), (quinn, discus)):
        await client.post(f"/v1/cases/{case.id}/claim", json={"take_over": True})
    await quinn.post("/v1/cases/c-none/claim")
    await joris.post("/v1/cases/c-none/claim")

    seen = [(row["who"], row["cases"]) for row in await listed(sara)]

    # Her own agent's attempts too, alike whether there is such a case of another brand or none at all.
    assert seen == [("quinn", ["c-none"]), ("quinn", [discus.id]), ("quinn", [quay.id]), ("joris", [quay.id])]
    assert len(await listed(mira)) == 6
    for path in ("/v1/audit", "/v1/audit/head"):
        assert (await joris.get(path)).status_code == 403


async def test_the_head_is_that_of_the_newest_entry(site: Site, mira: httpx2.AsyncClient) -> None:
    assert (await mira.get("/v1/audit/head")).json() == {"seq": 0, "hash": "0" * 64}
    await mira.post("/v1/cases/c-1/claim")

    newest = (await entries(site))[-1]
    assert (await mira.get("/v1/audit/head")).json() == {"seq": 2, "hash": newest["hash"]}


def test_what_is_left_out_or_added_are_routes_that_there_are(site: Site) -> None:
    """A route that is renamed would otherwise be recorded, or no longer be, without anybody deciding it."""
    there = {f"{method} {route.path}" for route in routes_of(site.app) for method in route.methods or ()}

    assert not READS - there
    assert not UNRECORDED - there
