"""The console in a real browser: hostile text does nothing, and an agent can work."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright

from deploy.local.infra import Backing
from shared.case.case import Case
from shared.case.commands import Command
from shared.case.keeping import Change
from shared.case.parts import Customer, ReplyStatus
from shared.case.stage import Stage
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import HOUR, NOON, a_case, a_message, after, hear
from tests.integration.respond.api.conftest import KEYS
from tests.integration.respond.api.served import Served, served

CHROMIUM: Final = Path("/usr/bin/chromium")
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOSTILE: Final = (
    "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'><svg onload=window.pwned=1>"
    "</textarea></div>{{ 7 * 7 }}\u202egpj.exe pay\u200bpal"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: install chromium to test the console in a browser")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield running
        running.close()


@pytest.fixture(scope="module")
def console(backing: Backing) -> Iterator[Served]:
    """The application that the browser looks at."""
    with served(backing.mongo_url) as running:
        yield running


@pytest.fixture(scope="module")
def signed_in(browser: Browser, console: Served) -> StorageState:
    """What a browser keeps once Mira has signed in with her key."""
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(console.url)
    opened.get_by_label("Your key").fill(KEYS["mira"])
    opened.get_by_role("button", name="Sign in").click()
    expect(opened.get_by_role("status")).to_have_text("Live")
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def page(browser: Browser, signed_in: StorageState) -> Iterator[Page]:
    """A page of Mira's."""
    context = browser.new_context(storage_state=signed_in)
    yield context.new_page()
    context.close()


def somebodys_case(**fields: Any) -> Case:
    """A case of its own customer."""
    author = random_id("a")
    message = a_message(author, **{"text": "Where is my parcel?", **fields})
    return a_case(message=message, author=author, target=99 * HOUR)


def changed_by(command: Command) -> Change:
    """The change that a command makes now."""
    return lambda case: after(case, command, now=system_clock())


def test_hostile_text_is_text(console: Served, page: Page) -> None:
    case = somebodys_case(text=HOSTILE, intent=HOSTILE, url="javascript:window.pwned=1")
    customer = Customer(id="x", handle=HOSTILE, display_name=HOSTILE, url="javascript:window.pwned=1")
    hostile = a_case(id=case.id, messages=case.messages, customer_key=case.customer_key, customer=customer)
    console.open(hostile)

    for path in ("/", f"/cases/{case.id}"):
        page.goto(f"{console.url}{path}")
        expect(page.get_by_text("<script>window.pwned = 1</script>").first).to_be_visible()
        expect(page.get_by_text("{{ 7 * 7 }}").first).to_be_visible()
        expect(page.locator(".unseen", has_text="U+202E").first).to_be_visible()
        expect(page.locator("[href^='javascript'], img[src=x], svg[onload]")).to_have_count(0)
        assert page.evaluate("window.pwned") is None


def test_scripts_of_others_do_not_run_even_where_they_got_in(console: Served, page: Page) -> None:
    page.goto(console.url)

    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.pwned = 1'}))")

    assert page.evaluate("window.pwned") is None


def test_an_answer_is_sent_from_the_page_and_withdrawn_again(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_label("Answering").fill("We are sorry. It comes tomorrow before noon.")
    page.get_by_role("button", name="Send answer").click()
    expect(page.locator(".ours .pill")).to_have_text("Queued")
    expect(page.get_by_text("Sending is off until the account")).to_be_visible()

    [reply] = console.get(case.id).replies
    assert (reply.author, reply.status) == ("mira", ReplyStatus.QUEUED)
    assert reply.text == "We are sorry. It comes tomorrow before noon."
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".ours .pill")).to_have_text("Withdrawn")
    assert console.get(case.id).replies[0].status is ReplyStatus.WITHDRAWN


def test_a_newer_message_is_shown_in_place_and_the_answer_kept_until_it_was_read(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    page.get_by_label("Answering").fill("It comes tomorrow.")

    # Not told to those who listen: the page learns it from the refusal.
    newer = a_message(random_id("p"), at=NOON + HOUR, text="And the invoice is wrong.")
    console.update_quietly(case.id, changed_by(hear(newer)))
    page.get_by_role("button", name="Send answer").click()

    notice = page.locator("#reply-notice")
    expect(notice).to_contain_text("And the invoice is wrong.")
    expect(page.get_by_label("Answering")).to_have_value("It comes tomorrow.")
    assert console.get(case.id).replies == ()
    notice.get_by_role("button", name="I have read it, send again").click()
    expect(page.locator(".ours .pill")).to_have_text("Queued")
    assert console.get(case.id).replies[0].seen == newer.id


def test_new_messages_appear_while_one_writes_and_what_is_written_stays(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    expect(page.get_by_role("status")).to_have_text("Live")
    page.get_by_label("Answering").fill("It comes")

    newer = a_message(random_id("p"), at=NOON + HOUR, text="It has just come!")
    console.update(case.id, changed_by(hear(newer)))

    expect(page.locator(".timeline").get_by_text("It has just come!")).to_be_visible()
    expect(page.locator("#reply-notice")).to_contain_text("The customer wrote again")
    expect(page.get_by_label("Answering")).to_have_value("It comes")


def test_the_queue_changes_by_itself(console: Served, page: Page) -> None:
    case = somebodys_case(text="Look at me change")
    page.goto(console.url)
    expect(page.get_by_role("status")).to_have_text("Live")

    console.open(case)
    console.update(case.id, changed_by(hear(a_message(random_id("p"), at=NOON + HOUR, text="Now I have changed"))))

    expect(page.get_by_text("Now I have changed")).to_be_visible()


def test_a_case_is_claimed_and_resolved_with_a_reason(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_role("button", name="Claim").click()
    expect(page.locator(".owner-line")).to_contain_text("You")
    page.get_by_text("Resolve…").click()
    page.get_by_label("Why").fill("a mere thanks")
    page.get_by_role("button", name="Resolve", exact=True).click()

    expect(page.locator(".case-bar .pill")).to_have_text("No answer needed")
    assert console.get(case.id).stage is Stage.NO_RESPONSE_NEEDED


@pytest.mark.parametrize("path", ["/", "/?view=mine", "/quarantine"])
def test_pages_fit_a_phone_and_load_nothing_from_elsewhere(console: Served, page: Page, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 360, "height": 740})

    page.goto(f"{console.url}{path}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert all(re.match(re.escape(console.url), url) for url in asked)
