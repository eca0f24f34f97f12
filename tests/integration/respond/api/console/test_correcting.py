"""An agent corrects how a message was understood, by keyboard, without leaving the case."""

from playwright.sync_api import Page, expect

from shared.case.state.parts import Judged
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.served import Served


def test_a_label_is_corrected_and_the_correction_withdrawn_on_the_page(console: Served, page: Page) -> None:
    said = Judged(
        model="m-1", language="en", sentiment="negative", intent="billing", severity="normal", needs_answer=True
    )
    case = somebodys_case(judged=said)
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    labels, form = page.locator(".labels"), page.get_by_role("dialog", name="How this should have been understood")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_contain_text("Correct how a message was understood")
    page.keyboard.press("Escape")

    page.keyboard.press("l")
    expect(form.get_by_label("Topic")).to_have_value("billing")
    form.get_by_label("Topic").select_option("refund")
    form.get_by_label("legal").check()
    form.get_by_label("What speaks for it").fill("asks it back")
    form.get_by_role("button", name="Save").click()
    expect(labels).to_contain_text("refund, corrected from billing by Mira")
    expect(labels).to_contain_text("legal, corrected from no flag by Mira")
    expect(form).to_be_hidden()

    page.get_by_role("button", name="Correct how this was understood").click()
    expect(form.get_by_label("legal")).to_be_checked()
    expect(form.get_by_label("What speaks for it")).to_have_value("asks it back")
    form.get_by_role("button", name="Withdraw the correction").click()
    expect(labels).not_to_contain_text("corrected")
    expect(labels).to_contain_text("billing")
    page.keyboard.press("l")
    expect(form.get_by_role("button", name="Withdraw the correction")).to_be_hidden()
