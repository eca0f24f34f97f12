"""Every route that names something times something of another brand: it is not there, exactly as what never was."""

from collections.abc import Mapping
from typing import Any, Final

import httpx2
import pytest

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.event import Event
from services.respond.domain.webhooks.subject import Subject, Told
from services.respond.domain.webhooks.webhook import delivery
from services.respond.store.quarantine import Quarantine
from services.respond.store.webhook_subjects import Subjects
from services.respond.store.webhooks import Webhooks
from shared.case.commands import Assign
from tests.builders import NOON, a_case, a_message, after
from tests.integration.respond.api.asking import Asked, everything, unknown
from tests.integration.respond.api.audiences import AUDIENCES
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_roster import NOOR
from tests.integration.respond.api.test_webhooks import KEY, WISH
from tests.unit.services.respond.api.test_keeping import a_letter

BODIES: Final[Mapping[str, Mapping[str, Any]]] = {
    "PUT /v1/macros/{macro_id}": {"brand": "quay"},
    "PATCH /v1/agents/{agent_id}": {"brands": ["quay"]},
}
"""What to put over the example where that would be refused for another reason: whoever asks serves Quay alone."""
NOT_FOUND: Final = {
    # A view is its owner's alone.
    "PUT /v1/views/{view_id}",
    "DELETE /v1/views/{view_id}",
    # The example names another case, and there is none of that id.
    "POST /v1/cases/{case_id}/merge",
    "POST /v1/cases/{case_id}/unmerge",
}
"""Where one's own is answered like another brand's, and why."""

Ids = dict[str, str]
NOT_IDS: Final = {"tag": "late-parcel"}


async def told(client: httpx2.AsyncClient, method: str, path: str, body: object = None) -> Any:
    """What a request that is in order is answered with."""
    answer = await client.request(method, path, json=body, headers={"If-None-Match": "*"})
    assert answer.is_success, (path, answer.text)
    return answer.json() if answer.content else None


async def on_its_way(site: Site, webhook_id: str, brand: str) -> None:
    """Put an event on its way to a webhook, as the process does."""
    webhook = await Webhooks(site.database).get(webhook_id, Scope())
    assert webhook is not None
    event = Event(id=f"evt-{brand}", type="case.opened", at=NOON, known_at=NOON, data={"case_id": f"c-{brand}"})
    subject = Subject(id=f"case/c-{brand}", brand=brand, told=1)
    found = delivery(webhook, Told(subject=subject.id, number=1, brand=brand, event=event))
    assert await Subjects(site.database).keep([subject], [found], now=site.now)


async def a_world(site: Site, brand: str) -> dict[str, str]:
    """The ids of one of everything, all of one brand, by the names that paths have for them."""
    opened = a_case(author=f"ann-{brand}", message=a_message(f"post-{brand}"), brand=brand, id=f"c-{brand}")
    case = after(opened, Assign(agent="joris", by="joris"))
    await site.opened(case)
    await Quarantine(site.database).keep([(a_letter(f"letter-{brand}"), brand)])
    here, seen = f"/v1/cases/{case.id}", case.messages[0].id
    async with site.client("ada") as ada, site.client("joris") as joris:
        reply = {"text": "We are sorry. It is with you tomorrow.", "answers": seen, "seen": seen, "for_approval": True}
        webhook = await told(ada, "POST", "/v1/webhooks", {**WISH, "brand": brand})
        await on_its_way(site, webhook["id"], brand)
        macro = {"title": "Late", "text": "We are sorry.", "brand": brand}
        await told(ada, "POST", "/v1/agents", {**NOOR, "id": f"noor-{brand}", "brands": [brand]})
        view = {"name": "Mine", "filter": {"brand": brand}}
        answered = (await told(joris, "POST", f"{here}/replies", reply))["reply"]["id"]
        await told(joris, "PUT", f"{here}/draft", {"text": "We are sorry."})
        await told(joris, "PUT", f"{here}/messages/{seen}/correction", {"intent": "refund"})
        return {
            "case_id": case.id,
            "letter_id": f"letter-{brand}",
            "agent_id": f"noor-{brand}",
            "webhook_id": webhook["id"],
            "event_id": f"evt-{brand}",
            "note_id": (await told(joris, "POST", f"{here}/notes", {"text": "Rang the depot."}))["id"],
            "macro_id": (await told(ada, "POST", "/v1/macros", macro))["id"],
            "view_id": (await told(joris, "POST", "/v1/views", view))["id"],
            "reply_id": answered,
            "message_id": seen,
        }


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, site: Site) -> Site:
    """The application with a key for webhooks."""
    monkeypatch.setenv("EARSHOT_WEBHOOK_KEY", KEY)
    return Site(database=site.database, broadcast=site.broadcast)


async def everything_kept(site: Site) -> dict[str, list[Any]]:
    """The whole database but the trail of who asked for what, which grows with each refusal."""
    names = [name for name in await site.database.list_collection_names() if not name.startswith("audit")]
    return {name: await site.database[name].find().sort("_id").to_list(None) for name in sorted(names)}


async def answer_to(client: httpx2.AsyncClient, asked: Asked, ids: Mapping[str, str]) -> tuple[int, str]:
    """Status and text, in which the ids that were asked for go by their names."""
    body = None if asked.body is None else {**asked.body, **BODIES.get(asked.row, {})}
    path = asked.path({**NOT_IDS, **ids})
    answer = await client.request(asked.method, path, json=body, headers={"If-Match": "*"})
    text = answer.text
    for name in asked.ids:
        text = text.replace(ids.get(name, unknown(name)), name)
    return answer.status_code, text


def pairs(asked: Asked, foreign: Ids, own: Ids) -> list[tuple[Ids, Ids]]:
    """Ids of another brand, and beside them ids of nothing: all of the path, and its last one below something own."""
    found = [({name: foreign[name] for name in asked.ids}, Ids())]
    if len(asked.ids) > 1:
        above = {name: own[name] for name in asked.ids[:-1]}
        last = asked.ids[-1]
        found.append(({**above, last: foreign[last]}, above))
    return found


async def test_what_is_of_another_brand_is_not_there(site: Site) -> None:
    """Asked by an admin of Quay, whom no role keeps out, and where it is for senders by Quay's support platform."""
    foreign, own = await a_world(site, "discus"), await a_world(site, "quay")
    rows = [asked for asked in everything(site.app) if asked.ids]
    assert len(rows) >= 45
    unnamed = {name for asked in rows for name in asked.ids} - foreign.keys()
    assert not unnamed, f"make one of another brand in a_world: {unnamed}"
    before = await everything_kept(site)

    for who in ("aldo", "quaydesk"):
        async with site.client(who) as client:
            for asked in rows:
                if who == "quaydesk" and AUDIENCES[asked.row] != "senders":
                    continue
                for there, nowhere in pairs(asked, foreign, own):
                    answer = await answer_to(client, asked, there)
                    assert answer == await answer_to(client, asked, nowhere), (who, asked.row, there)
                    # Below a case of one's own it is the case that says so, as a conflict.
                    assert answer[0] == 404 or "no_such_reply" in answer[1], (who, asked.row, answer)

    assert await everything_kept(site) == before


async def test_the_same_requests_find_what_is_ones_own(site: Site) -> None:
    """Else the test above would prove nothing but that it asks wrongly."""
    own = await a_world(site, "quay")
    found: set[str] = set()
    rows = [asked for asked in everything(site.app) if asked.ids]

    async with site.client("aldo") as client:
        for asked in sorted(rows, key=lambda one: one.method == "DELETE"):
            status, _ = await answer_to(client, asked, own)
            if status != 404:
                found.add(asked.row)

    assert {asked.row for asked in rows} - found == NOT_FOUND


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/cases/c-quay/merge", lambda ids: {"case": ids["case_id"]}),
        ("/v1/cases/c-quay/unmerge", lambda ids: {"case": ids["case_id"]}),
        ("/v1/cases/c-quay/transfer", lambda ids: {"to": ids["agent_id"]}),
        ("/v1/bulk", lambda ids: {"action": "release", "cases": [{"id": ids["case_id"]}]}),
    ],
)
async def test_what_a_body_names_of_another_brand_is_not_there_either(site: Site, path: str, body: Any) -> None:
    foreign, _ = await a_world(site, "discus"), await a_world(site, "quay")
    nowhere = {"case_id": "c-unknown", "agent_id": "unknown"}
    before = await everything_kept(site)

    texts = []
    async with site.client("aldo") as aldo:
        for ids in (foreign, nowhere):
            answer = await aldo.post(path, json=body(ids), headers={"If-Match": "*"})
            assert answer.status_code >= 400 or answer.json()["results"][0]["status"] == 404
            text = f"{answer.status_code} {answer.text}"
            texts.append(text.replace(ids["case_id"], "case").replace(ids["agent_id"], "agent"))

    assert texts[0] == texts[1]
    assert await everything_kept(site) == before
