"""Whatever customers, platforms and colleagues write is text: nothing of it runs, and nothing is even tried."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from shared.case.state.parts import Customer
from tests.builders import HOUR, NOON, a_message
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.console.conftest import Seat
from tests.integration.respond.api.console.payloads import PAYLOADS
from tests.integration.respond.api.served import Served

WATCH = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));
"""


def harmless(page: Page) -> None:
    """Nothing ran, and the browser had nothing to refuse."""
    assert page.evaluate("[window.pwned ?? null, window.violations]") == [None, []]


def test_two_hundred_hostile_texts_are_text(console: Served, seat: Seat) -> None:
    page = seat("mira")
    page.add_init_script(WATCH)
    assert len(set(PAYLOADS)) == 200
    opened = somebodys_case()
    said = [a_message(f"{opened.id}-{at}", text=text, at=NOON + HOUR * at / 60) for at, text in enumerate(PAYLOADS)]
    console.open(replace(opened, messages=tuple(said)))

    page.goto(f"{console.url}/cases/{opened.id}")

    expect(page.locator(".timeline .text")).to_have_count(len(PAYLOADS))
    assert page.evaluate("document.querySelectorAll('.timeline .text *:not(.unseen)').length") == 0
    shown = page.evaluate(
        "[...document.querySelectorAll('.timeline .text')].map((one) => [...one.childNodes]"
        ".filter((part) => part.nodeType === Node.TEXT_NODE).map((part) => part.data).join(''))"
    )
    assert shown == [text.translate({0x202E: None, 0x2066: None, 0x200B: None}) for text in PAYLOADS]
    harmless(page)


def test_names_notes_drafts_prepared_texts_and_views_are_text_too(console: Served, seat: Seat) -> None:
    page = seat("mira")
    page.add_init_script(WATCH)
    for text in PAYLOADS[:: len(PAYLOADS) // 7]:
        case = somebodys_case(text=text, intent=text, url=text, handle=text)
        console.open(replace(case, customer=Customer(id=text, handle=text, display_name=text, url=text, tier=text)))
        own = {"Origin": console.url}
        path = f"{console.url}/v1/cases/{case.id}"
        page.request.post(f"{path}/notes", data={"text": text}, headers=own)
        page.request.put(f"{path}/draft", data={"text": text}, headers=own)
        page.request.post(f"{console.url}/v1/macros", data={"title": text[:60], "text": text}, headers=own)
        page.request.post(f"{console.url}/v1/views", data={"name": text[:60]}, headers=own)

        page.goto(f"{console.url}/cases/{case.id}")
        expect(page.get_by_role("status")).to_have_text("Live")
        page.keyboard.press("m")
        page.keyboard.press("Escape")
        harmless(page)
    page.goto(console.url)
    expect(page.locator(".row")).not_to_have_count(0)
    page.keyboard.press("Control+k")
    harmless(page)
