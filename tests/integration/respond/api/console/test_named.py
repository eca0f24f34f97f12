"""Every page for whoever does not see it, or sees it otherwise: names, labels, headings, the focus, the theme."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from shared.case.commands import Assign
from tests.builders import after, an_answer
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.served import Served

FAULTS: Final = Path(__file__).with_name("faults.js").read_text()


@pytest.mark.parametrize(
    "path", ["/", "/?view=mine&severity=high", "/waiting", "/search?q=parcel", "/session", "/cases/nowhere"]
)
def test_everything_has_a_name(console: Served, page: Page, path: str) -> None:
    console.open(somebodys_case())
    page.goto(f"{console.url}{path}")

    assert page.evaluate(FAULTS) == []


def test_everything_on_a_case_has_a_name(console: Served, page: Page) -> None:
    case = somebodys_case()
    answered = after(case, Assign(agent="mira", by="mira"), an_answer(case, by="mira", for_approval=True))
    console.open(replace(answered, tags=("late",)))
    page.goto(f"{console.url}/cases/{case.id}")
    for box in page.locator("details.box").all():
        box.evaluate("(one) => { one.open = true; }")

    assert page.evaluate(FAULTS) == []


def test_what_has_the_focus_is_outlined(console: Served, page: Page) -> None:
    console.open(somebodys_case())
    page.goto(console.url)

    for _ in range(25):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() == 0:  # beyond the last
            break
        assert focused.evaluate("(one) => getComputedStyle(one).outlineStyle") != "none", focused.evaluate(
            "(one) => one.outerHTML"
        )


def test_the_first_key_skips_to_the_content(console: Served, page: Page) -> None:
    page.goto(console.url)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_a_theme_that_was_chosen_is_there_before_anything_is_painted(console: Served, page: Page) -> None:
    page.goto(console.url)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#me-menu summary").click()
    page.get_by_label("Theme").select_option("dark")

    page.goto(f"{console.url}/waiting", wait_until="commit")
    page.wait_for_function("document.body !== null")

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
