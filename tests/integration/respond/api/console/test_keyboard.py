"""The whole of an agent's work by keyboard alone."""

from typing import Final

from playwright.sync_api import Browser, Page, expect

from shared.case.state.reply import ReplyStatus
from tests.builders import HOUR
from tests.integration.respond.api.conftest import KEYS
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.console.conftest import Seat
from tests.integration.respond.api.served import Served

PRESS_U_ONCE_QUEUED: Final = """() => {
  const heard = (changes, watch) => {
    if (document.querySelector(".ours .pill") === null) return;
    watch.disconnect();
    const press = { key: "u", bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", press));
  };
  new MutationObserver(heard).observe(document.querySelector(".timeline"), { childList: true, subtree: true });
}"""
"""Observers are told before the browser makes its next frame: no agent is as fast."""


def test_an_agent_signs_in_and_answers_three_customers_without_a_mouse(console: Served, browser: Browser) -> None:
    cases = [somebodys_case(text=f"Where is parcel {number}?", target=HOUR) for number in range(3)]
    console.open(*cases)
    context = browser.new_context()
    page = context.new_page()
    page.goto(console.url)
    expect(page.get_by_label("Your name here")).to_be_focused()
    for _ in range(2):  # from the name to the key
        page.keyboard.press("Tab")
    page.keyboard.type(KEYS["mira"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Live")

    for _ in cases:
        page.keyboard.press("g")
        page.keyboard.press("w")
        page.wait_for_url(f"{console.url}/?view=waiting")
        expect(page.locator(".row").first).to_contain_text("Where is parcel")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{console.url}/cases/*")
        page.keyboard.press("r")
        page.keyboard.type("We are sorry. Your parcel comes tomorrow before noon.")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".ours .pill")).to_have_text("Queued")

    assert [console.get(case.id).replies[0].author for case in cases] == ["mira"] * 3
    page.keyboard.press("u")
    expect(page.locator(".ours .pill")).to_have_text("Withdrawn")
    statuses = sorted(console.get(case.id).replies[0].status for case in cases)
    assert statuses == [ReplyStatus.QUEUED, ReplyStatus.QUEUED, ReplyStatus.WITHDRAWN]
    context.close()


def test_a_key_pressed_the_moment_that_an_answer_is_queued_is_heard(console: Served, page: Page) -> None:
    """What was hidden has the focus until the browser's next frame; a key that comes before is no letter of it."""
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    page.evaluate(PRESS_U_ONCE_QUEUED)

    page.keyboard.press("r")
    page.keyboard.type("It comes tomorrow.")
    page.keyboard.press("Control+Enter")

    expect(page.locator(".ours .pill")).to_have_text("Withdrawn")


def test_letters_are_letters_while_one_types(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.keyboard.press("r")
    page.keyboard.type("gwc?n")

    expect(page.get_by_label("Answering")).to_have_value("gwc?n")
    assert console.get(case.id).owner is None
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    expect(page.locator(".owner-line")).to_contain_text("You")


def test_the_sheet_lists_what_can_be_done_here_and_switches_single_keys_off(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keyboard")
    expect(sheet).to_contain_text("Write a note for colleagues")
    expect(sheet).not_to_contain_text("Take the last answer back")
    page.get_by_label("Switch single keys off").press("Space")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.keyboard.press("c")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Find something to do")).to_be_visible()
    assert console.get(case.id).owner is None


def test_the_palette_does_what_is_found_in_it(console: Served, page: Page) -> None:
    page.goto(console.url)

    page.keyboard.press("Control+k")
    page.keyboard.type("set aside")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{console.url}/?view=aside")


def test_neighbours_of_the_list_are_one_key_away(console: Served, page: Page) -> None:
    first, second = somebodys_case(), somebodys_case()
    console.open(first, second)
    page.goto(f"{console.url}/?sort=newest")
    listed = [row.get_attribute("id") for row in page.locator(".row").all()]
    page.goto(f"{console.url}/cases/{listed[0]}")

    page.keyboard.press("]")
    page.wait_for_url(f"{console.url}/cases/{listed[1]}")
    page.keyboard.press("[")
    page.wait_for_url(f"{console.url}/cases/{listed[0]}")


def test_the_focus_stays_where_it_was_when_the_list_changes(console: Served, seat: Seat) -> None:
    page = seat("joris")
    stays, comes = somebodys_case(), somebodys_case(text="I am new here")
    console.open(stays)
    page.goto(console.url)
    expect(page.get_by_role("status")).to_have_text("Live")
    page.locator(f"#{stays.id} a").focus()
    page.keyboard.press("x")

    console.open(comes)
    console.update(comes.id, lambda case: case)

    expect(page.get_by_text("I am new here")).to_be_visible()
    expect(page.locator(f"#{stays.id} a")).to_be_focused()
    expect(page.locator(f"#{stays.id} [data-pick]")).to_be_checked()
