"""A supervisor corrects a letter in the browser, and looks at the day."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from deploy.local.infra import Backing
from tests.integration.respond.api.conftest import KEYS
from tests.integration.respond.api.served import Served, served
from tests.integration.respond.quarantine.test_fixing import ID, a_broken_letter, a_record
from tests.integration.respond.supervising.chromium import CHROMIUM, QUIET
from tests.unit.services.respond.api.test_keeping import a_letter


@pytest.fixture(scope="module")
def console(backing: Backing) -> Iterator[Served]:
    """The application that the browser looks at."""
    with served(backing.mongo_url) as running:
        yield running


@pytest.fixture(scope="module")
def phone(console: Served) -> Iterator[BrowserContext]:
    """A phone in Nepal on which Mira has signed in."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: install chromium to test the console in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Asia/Kathmandu")
        context.request.post(f"{console.url}/session", form={"key": KEYS["mira"]}, headers={"Origin": console.url})
        yield context
        browser.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    """A page of Mira's."""
    opened = phone.new_page()
    yield opened
    opened.close()


def test_what_is_wrong_is_shown_with_its_line_and_what_is_right_is_sent(console: Served, page: Page) -> None:
    console.set_aside(a_broken_letter(), brand="discus")
    page.goto(f"{console.url}/quarantine/{ID}")
    area, send = page.get_by_label("Correct it"), page.get_by_role("button", name="Check and send")

    send.click()
    problem = page.get_by_role("alert", name="What is wrong").get_by_role("button")
    expect(problem).to_contain_text("classified_at")
    line = int((problem.inner_text()).split()[1])
    selected = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert area.evaluate(selected).strip() == '"classified_at": "tomorrow"'
    assert area.input_value().split("\n")[line - 1].strip() == '"classified_at": "tomorrow"'

    area.fill(json.dumps(a_record()))
    send.click()
    expect(page.get_by_text("The last correction")).to_be_visible()
    assert json.dumps(a_record()).encode() in [sent.value for sent in console.sent]


def test_letters_of_one_reason_are_replayed_with_one_click(console: Served, page: Page) -> None:
    console.set_aside(*(a_letter(f"many-{number}", reason="a bug") for number in range(3)), brand="discus")
    page.goto(f"{console.url}/quarantine")

    page.get_by_role("button", name="Replay all").click()

    expect(page.get_by_text("3 replayed.")).to_be_visible()
    expect(page.get_by_role("button", name="Replay all")).to_have_count(0)


@pytest.mark.parametrize("path", ["/today", "/understanding", "/audit", "/quarantine", "/notices"])
def test_pages_fit_a_phone_and_nothing_is_refused_by_the_policy(console: Served, page: Page, path: str) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    page.goto(f"{console.url}{path}")

    expect(page.get_by_role("status").first).to_have_text("Live")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert refused == []


def test_today_is_the_readers_own_day(console: Served, page: Page) -> None:
    page.goto(f"{console.url}/today")

    expect(page.get_by_text("Since midnight in Asia/K")).to_be_visible()
