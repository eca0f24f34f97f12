"""Supervisors and admins set things up in the browser."""

from base64 import b64encode
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from deploy.local.infra import Backing
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.console.conftest import Seat
from tests.integration.respond.api.console.payloads import PAYLOADS
from tests.integration.respond.api.console.test_hostile import WATCH, harmless
from tests.integration.respond.api.served import Served, served

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def console(backing: Backing) -> Iterator[Served]:
    """The application, with a key for webhooks' secrets."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EARSHOT_WEBHOOK_KEY", b64encode(b"k" * 32).decode())
        with served(backing.mongo_url) as running:
            yield running


def told(page: Page) -> None:
    """The page follows what happens, so all of its keys are there."""
    expect(page.get_by_role("status").first).to_have_text("Live")


def test_a_macro_is_seen_as_it_would_be_read_and_nobodys_words_are_overwritten_unseen(
    console: Served, seat: Seat
) -> None:
    page = seat("mira", viewport=PHONE)
    page.add_init_script(WATCH)
    page.goto(console.url)
    told(page)
    page.keyboard.press("g")
    page.keyboard.press("x")
    page.get_by_role("button", name="New macro").click()
    dialog, area = page.get_by_role("dialog"), page.get_by_label("Text")
    page.get_by_label("Title").fill(PAYLOADS[0])
    area.fill(f"{PAYLOADS[1]}, {{{{nobody}}}} ")
    expect(dialog.get_by_text("There is no such variable: {{nobody}}")).to_be_visible()
    area.fill(f"{PAYLOADS[1]}, ")
    page.get_by_role("button", name="{{customer.name}}").click()
    expect(page.locator("#preview")).to_have_text(f"{PAYLOADS[1]}, Robin Vermeer")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".thing h2")).to_have_text(PAYLOADS[0])

    page.get_by_role("button", name="Change").click()
    expect(dialog).to_be_visible()
    own, [kept] = {"Origin": console.url}, page.request.get(f"{console.url}/v1/macros").json()["items"]
    page.request.put(f"{console.url}/v1/macros/{kept['id']}", data={"title": "t", "text": "Theirs"}, headers=own)
    area.fill("Mine")
    page.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("It says now: “Theirs”")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".thing .text")).to_have_text("Mine")

    page.once("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("No macro yet.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    harmless(page)


def test_an_agent_is_added_signs_in_with_the_key_that_is_shown_once_and_is_changed(console: Served, seat: Seat) -> None:
    page = seat("mira")
    page.goto(console.url)
    told(page)
    page.keyboard.press("g")
    page.keyboard.press("e")
    page.get_by_role("button", name="Add an agent").click()
    page.get_by_label("Name").fill("Noor <b>")
    page.get_by_label("Id, which").fill("noor")
    page.get_by_label("Skills").fill("delivery, refunds")
    page.get_by_label("Quay Bikes").check()
    page.get_by_role("button", name="Save").click()
    key = page.get_by_role("alert").get_by_role("status").inner_text()
    me = page.request.get(f"{console.url}/v1/me", headers={"Authorization": f"Bearer {key}"})
    assert me.json()["name"] == "Noor <b>"
    page.get_by_role("button", name="I have passed it on").click()
    expect(page.get_by_text(key)).to_have_count(0)

    noor = page.locator("#agent-noor")
    noor.get_by_role("button", name="Change").click()
    expect(page.get_by_label("Skills")).to_have_value("delivery refunds")
    expect(page.get_by_label("Quay Bikes")).to_be_checked()
    page.get_by_label("Cases at a time").fill("7")
    page.get_by_role("button", name="Save").click()
    expect(noor).to_contain_text("0 of 7 cases")
    noor.get_by_role("button", name="Password").click()
    page.get_by_label("Password, at least").fill("seven-rusty-bicycles")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    session: dict[str, str | float | bool] = {"agent": "noor", "password": "seven-rusty-bicycles"}
    answer = page.request.post(f"{console.url}/session", form=session, headers={"Origin": console.url}, max_redirects=0)
    assert answer.status == 303


def test_a_webhook_is_made_tried_and_paused_and_a_case_that_was_given_is_told_in_words(
    console: Served, seat: Seat
) -> None:
    page = seat("ada", viewport=PHONE)
    page.goto(console.url)
    told(page)
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.get_by_role("button", name="New webhook").click()
    page.get_by_label("URL").fill("https://crm.example/hooks")
    page.get_by_label("breached").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").get_by_role("status")).to_contain_text("whsec_")
    page.get_by_role("link", name="https://crm.example/hooks", exact=True).click()
    page.get_by_role("button", name="Send a test").click()
    expect(page.locator(".delivery")).to_contain_text("webhook.ping")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Resume")).to_be_visible()
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_text("under the id that it always had")).to_be_visible()

    case = somebodys_case()
    console.open(case)
    told(page)
    console.notify(case, "transfer joris", to="ada")
    expect(page.locator(".toast")).to_contain_text(f"A colleague gives you the case of @{case.customer.handle}")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    covered = "document.querySelector('.toast').getBoundingClientRect().top - "
    assert page.evaluate(f"{covered} document.getElementById('main').getBoundingClientRect().bottom") >= 0
