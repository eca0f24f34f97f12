"""The pages for setting things up: who gets which, what can be changed there, and hostile words are text."""

from base64 import b64encode
from typing import Any

import httpx2
import pytest

from services.respond.console.agents_page import why_not_changed
from services.respond.console.macros_page import EXAMPLES
from services.respond.domain.macros import VARIABLES
from services.respond.live.broadcast import Broadcast
from shared.case.state.parts import Customer
from tests.builders import a_case
from tests.integration.respond.api.conftest import KEYS, Site

HOSTILE = "<script>alert(1)</script></textarea>"
HOOK = {"url": "https://crm.example/hooks", "brand": "discus", "events": ["case.opened"]}


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EARSHOT_WEBHOOK_KEY", b64encode(b"k" * 32).decode())


async def page(client: httpx2.AsyncClient, path: str, *, status: int = 200) -> str:
    """The page that a browser gets."""
    answer = await client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status, (path, answer.text)
    return answer.text


async def made(client: httpx2.AsyncClient, path: str, what: dict[str, Any]) -> Any:
    answer = await client.post(path, json=what)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_the_rail_and_the_tabs_lead_where_one_may_go(
    joris: httpx2.AsyncClient, mira: httpx2.AsyncClient, ada: httpx2.AsyncClient
) -> None:
    may = {"joris": {"/macros"}, "mira": {"/macros", "/agents"}, "ada": {"/macros", "/agents", "/webhooks"}}
    for who, client in (("joris", joris), ("mira", mira), ("ada", ada)):
        shown = await page(client, "/macros")
        for path in ("/macros", "/agents", "/webhooks"):
            assert (f'href="{path}"' in shown) == (path in may[who]), (who, path)
            await page(client, path, status=200 if path in may[who] else 403)


async def test_agents_read_macros_and_supervisors_change_those_of_their_brands(
    joris: httpx2.AsyncClient, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    for brand in (None, "quay", "discus"):
        await made(mira, "/v1/macros", {"title": f"{brand} {HOSTILE}", "text": f"Hello {HOSTILE}", "brand": brand})

    read, all_brands, quay_only = [await page(one, "/macros") for one in (joris, mira, sara)]

    assert [one.count(">Delete</button>") for one in (read, all_brands, quay_only)] == [0, 3, 1]
    assert [one.count('class="thing"') for one in (read, all_brands, quay_only)] == [3, 3, 2]
    assert '<dialog id="macro"' not in read
    assert "a supervisor who serves them all" in quay_only
    assert '<option value="">All brands' not in quay_only
    for shown in (read, all_brands, quay_only):
        assert "<script>alert" not in shown
        assert "Hello &lt;script&gt;" in shown


def test_the_preview_knows_every_variable() -> None:
    assert tuple(EXAMPLES) == VARIABLES


async def test_agents_are_shown_as_changeable_exactly_where_the_api_would_change_them(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient, ada: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    for name, brands, role in (
        ("both", ["discus", "quay"], "agent"),
        ("quay", ["quay"], "agent"),
        ("boss", ["quay"], "admin"),
    ):
        await made(ada, "/v1/agents", {"id": name, "name": f"{name} {HOSTILE}", "brands": brands, "role": role})
    for who, client in (("mira", mira), ("sara", sara), ("ada", ada)):
        by = site.roster.get(who)
        assert by is not None
        shown = await page(client, "/agents")
        seen = [one for one in site.roster.all() if one.shares_a_brand_with(by)]
        for agent in seen:
            answer = await client.patch(f"/v1/agents/{agent.id}", json={"capacity": 20})
            assert (answer.status_code == 200) == (why_not_changed(agent, by=by) is None), (who, agent.id, answer.text)
        assert shown.count(">Remove</button>") == sum(why_not_changed(one, by=by) is None for one in seen)
        assert shown.count("Stands in earshot.yaml") == len([one for one in seen if one.source == "file"])
        assert "<script>alert" not in shown
        assert ('<option value="admin">' in shown) == by.is_admin
        assert ("Discus DVD Rental" in shown) == (who != "sara")


async def test_whoever_lives_in_the_database_is_not_offered_to_lock_themselves_out(
    site: Site, ada: httpx2.AsyncClient
) -> None:
    """A new key ends one's own session before the key can be read."""
    key = (await made(ada, "/v1/agents", {"id": "noor", "name": "Noor", "role": "supervisor"}))["key"]
    async with site.client(key=key) as noor:
        shown = await page(noor, "/agents")

    assert "This is you." in shown
    assert ">New key</button>" not in shown
    assert ">Change</button>" in shown


async def test_webhooks_show_their_state_what_waits_and_what_became_of_it(
    ada: httpx2.AsyncClient, aldo: httpx2.AsyncClient
) -> None:
    hook = await made(ada, "/v1/webhooks", {**HOOK, "description": HOSTILE})
    path = f"/webhooks/{hook['id']}"
    await ada.post(f"/v1{path}/ping")

    listed, one = await page(ada, "/webhooks"), await page(ada, path)
    assert hook["secret"] not in listed + one
    assert "<script>alert" not in listed + one
    assert "<strong>1 wait</strong>" in listed
    assert ">Active<" in listed
    assert one.count(">Send now</button>") == 1
    assert "webhook.ping" in one
    assert "Nothing of that kind." in await page(ada, f"{path}?state=delivered")
    assert ">Pause</button>" in one
    await ada.post(f"/v1{path}/pause")
    paused = await page(ada, path)
    assert ">Resume</button>" in paused
    assert ">Paused<" in paused

    assert hook["id"] not in await page(aldo, "/webhooks")
    await page(aldo, path, status=404)


async def test_deliveries_come_in_pages_that_keep_the_filter(ada: httpx2.AsyncClient) -> None:
    hook = await made(ada, "/v1/webhooks", HOOK)
    for _ in range(51):
        await ada.post(f"/v1/webhooks/{hook['id']}/ping")

    first = await page(ada, f"/webhooks/{hook['id']}?state=waiting")
    following = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")

    assert "state=waiting" in following
    assert (await page(ada, following)).count('class="delivery"') == 1


async def test_without_a_key_the_page_says_what_to_set_and_offers_no_webhook(
    database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EARSHOT_WEBHOOK_KEY")
    keyless = Site(database=database, broadcast=Broadcast(boot="test", window=100))
    async with keyless.client(key=KEYS["ada"]) as ada:
        shown = await page(ada, "/webhooks")

    assert "EARSHOT_WEBHOOK_KEY is not set" in shown
    assert ">New webhook</button>" not in shown


async def test_with_a_key_it_does_not(ada: httpx2.AsyncClient) -> None:
    shown = await page(ada, "/webhooks")

    assert "EARSHOT_WEBHOOK_KEY" not in shown
    assert ">New webhook</button>" in shown


async def test_a_case_that_was_given_and_a_note_that_names_one_are_told_in_words(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case(customer=Customer(handle="ann"))
    await site.opened(case)
    await mira.post(f"/v1/cases/{case.id}/transfer", json={"to": "joris"})
    await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "@joris look"})

    shown = await page(joris, "/notices")

    assert "Mira gives you the case of <bdi>@ann" in shown
    assert "A colleague names you in a note on the case of <bdi>@ann" in shown
