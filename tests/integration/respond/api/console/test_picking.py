"""Several cases at once: by keyboard or a stretch with Shift, each with an outcome of its own."""

from playwright.sync_api import Page, expect

from shared.case.commands import Assign
from shared.case.state.stage import Stage
from tests.builders import after
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.served import Served


def test_what_is_refused_for_one_is_said_and_stays_picked_and_the_others_are_done(console: Served, page: Page) -> None:
    free, another, theirs = somebodys_case(), somebodys_case(), somebodys_case()
    owned = after(theirs, Assign(agent="joris", by="joris"))
    console.open(free, another, owned)
    page.goto(console.url)
    for case in (free, another, owned):
        page.locator(f"#{case.id} a").focus()
        page.keyboard.press("x")
    expect(page.locator("#bulk-count")).to_have_text("3 picked")

    page.get_by_role("button", name="Resolve…").click()
    page.get_by_label("What became of them").select_option("spam")
    page.get_by_label("Why").fill("one campaign")
    page.get_by_role("button", name="Resolve them").click()

    said = page.get_by_role("dialog", name="2 of 3 done; these were not")
    expect(said).to_contain_text("belongs to joris")
    said.get_by_role("button", name="Close").click()
    expect(page.locator("#bulk-count")).to_have_text("1 picked")
    expect(page.locator(f"#{owned.id} [data-pick]")).to_be_checked()
    stages = [console.get(case.id).stage for case in (free, another, owned)]
    assert stages == [Stage.NO_RESPONSE_NEEDED, Stage.NO_RESPONSE_NEEDED, Stage.ASSIGNED]


def test_a_stretch_is_picked_with_shift_and_tagged(console: Served, page: Page) -> None:
    console.open(*(somebodys_case() for _ in range(4)))
    page.goto(console.url)
    rows = page.locator(".row")
    ids = [row.get_attribute("id") or "" for row in rows.all()][:4]

    rows.nth(0).hover()
    rows.nth(0).locator("[data-pick]").click()
    rows.nth(3).locator("a").click(modifiers=["Shift"])
    expect(page.locator("#bulk-count")).to_have_text("4 picked")
    page.get_by_role("button", name="Tag…").click()
    page.get_by_label("Tag", exact=True).fill("campaign")
    page.keyboard.press("Enter")

    expect(page.locator(".own", has_text="#campaign")).to_have_count(4)
    expect(page.locator("#bulk")).to_be_hidden()
    assert [console.get(case_id).tags for case_id in ids] == [("campaign",)] * 4
