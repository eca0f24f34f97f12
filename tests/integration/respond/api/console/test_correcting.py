"""An agent corrects how a message was understood, by keyboard, without leaving the case."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from shared.case.state.parts import Judged
from tests.builders import NOON, a_message, after, hear
from tests.integration.respond.api.console.browsing import changed_by, somebodys_case
from tests.integration.respond.api.served import Served

SAID = Judged(model="m-1", language="en", sentiment="negative", intent="billing", severity="normal", needs_answer=True)


def test_a_label_is_corrected_and_the_correction_withdrawn_on_the_page(console: Served, page: Page) -> None:
    case = somebodys_case(judged=SAID)
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


def test_who_saves_what_stands_there_withdraws_nothing(console: Served, page: Page) -> None:
    """The correction is of an earlier form; of the message as it is now, classify says the same by itself."""
    case = somebodys_case(judged=SAID)
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    labels, form = page.locator(".labels"), page.get_by_role("dialog", name="How this should have been understood")
    page.keyboard.press("l")
    form.get_by_label("Topic").select_option("refund")
    form.get_by_role("button", name="Save").click()
    expect(labels).to_contain_text("refund, corrected from billing by Mira")
    agreed = replace(SAID, intent="refund")
    edited = a_message(case.messages[0].native_id, id="edited", revision="1", text="My money back!", judged=agreed)
    console.update(case.id, changed_by(hear(edited, kind="edited")))
    expect(labels).to_contain_text("before it was edited")

    page.keyboard.press("l")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    page.reload()

    expect(labels).to_contain_text("refund, corrected from billing by Mira, before it was edited")


def test_the_key_on_a_message_that_is_gone_corrects_no_other_one(console: Served, page: Page) -> None:
    case = somebodys_case(judged=SAID)
    native_id, other = case.messages[0].native_id, a_message(f"{case.id}-2", judged=SAID)
    edited = a_message(native_id, id="edited", revision="1", text="My money back!", judged=SAID)
    gone = a_message(native_id, id="gone", deleted_at=NOON)
    console.open(after(case, hear(other), hear(edited, kind="edited"), hear(gone, kind="deleted")))
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_text("What it said before").focus()
    page.keyboard.press("l")
    expect(page.get_by_text("Its author has deleted this message")).to_have_count(1)
    expect(page.get_by_role("dialog")).to_have_count(0)
