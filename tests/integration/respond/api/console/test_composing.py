"""Writing an answer: what is looked at while one types, macros, private answers; and what else is done to a case."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from shared.case.state.reply import ReplyStatus
from tests.builders import after, an_answer
from tests.integration.respond.api.console.browsing import somebodys_case
from tests.integration.respond.api.console.conftest import Seat
from tests.integration.respond.api.served import Served


def test_what_may_not_be_said_is_marked_while_one_types_and_cannot_be_sent(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    text = page.get_by_label("Answering")

    text.fill("We are sorry. Your card 4111 1111 1111 1111 is charged again today.")

    expect(page.locator("#findings .block mark")).to_have_text("4111 1111 1111 1111")
    expect(page.locator("#announcer")).to_contain_text("to look at")
    expect(page.locator("#letters")).to_contain_text("of 500 characters")
    expect(page.get_by_role("button", name="Send answer")).to_have_attribute("aria-disabled", "true")
    text.press("Control+Enter")
    text.fill("We are sorry. You are charged again today, and have it back tomorrow.")
    expect(page.locator("#findings .block")).to_have_count(0)
    assert console.get(case.id).replies == ()
    expect(page.get_by_role("button", name="Send answer")).to_have_attribute("aria-disabled", "false")
    text.press("Control+Enter")
    expect(page.locator(".ours .pill")).to_have_text("Queued")


def test_a_macro_is_filled_in_where_one_writes(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    own = {"Origin": console.url}
    macro = {"title": "Late parcel", "text": "We are sorry, {{customer.name}}."}
    page.request.post(f"{console.url}/v1/macros", data=macro, headers=own)
    page.goto(f"{console.url}/cases/{case.id}")

    page.keyboard.press("m")
    expect(page.get_by_role("option", name="Late parcel")).to_be_visible()
    page.keyboard.type("late")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Answering")).to_have_value(f"We are sorry, {case.customer.display_name}.")
    expect(page.get_by_label("Answering")).to_be_focused()


def test_an_answer_in_private_says_so_before_and_after(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_label("In private").check()
    page.get_by_label("Answering").fill("Please tell us your order number here.")
    page.get_by_role("button", name="Send in private").click()

    expect(page.locator(".ours")).to_contain_text("in private")
    assert [reply.private for reply in console.get(case.id).replies] == [True]


def test_tags_are_put_on_and_taken_off(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.keyboard.press("t")
    page.keyboard.type("Late Parcel")
    page.keyboard.press("Enter")
    expect(page.locator(".case-tags")).to_contain_text("late-parcel")
    assert console.get(case.id).tags == ("late-parcel",)
    page.get_by_role("button", name="Take off the tag late-parcel").click()
    expect(page.locator(".case-tags")).to_have_count(0)
    assert console.get(case.id).tags == ()


def test_a_case_is_given_to_a_colleague_who_finds_the_draft(console: Served, seat: Seat) -> None:
    mira, joris, case = seat("mira"), seat("joris"), somebodys_case()
    console.open(case)
    mira.goto(f"{console.url}/cases/{case.id}")
    mira.keyboard.press("c")
    expect(mira.locator(".owner-line")).to_contain_text("You")
    mira.keyboard.press("r")
    mira.keyboard.type("We look for")
    expect(mira.locator("#draft-line")).to_contain_text("Your draft")
    mira.keyboard.press("Escape")
    mira.keyboard.press("x")
    mira.get_by_label("To whom").select_option("joris")
    mira.get_by_role("button", name="Give it").click()
    expect(mira.locator(".owner-line")).to_contain_text("Joris")

    joris.goto(f"{console.url}/cases/{case.id}")

    expect(joris.locator(".owner-line")).to_contain_text("You")
    expect(joris.get_by_label("Answering")).to_have_value("We look for")


def test_an_answer_that_nobody_can_tell_of_is_settled_with_its_address(console: Served, page: Page) -> None:
    case = somebodys_case()
    answered = after(case, an_answer(case))
    console.open(replace(answered, replies=(replace(answered.replies[0], status=ReplyStatus.NEEDS_HUMAN),)))
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_label("Its address there").fill("https://square.example/@discus/200")
    page.get_by_role("button", name="It is there").click()

    expect(page.locator(".ours .pill")).to_have_text("Posted")


def test_a_filter_is_chosen_kept_as_a_view_and_removed(console: Served, page: Page) -> None:
    console.open(somebodys_case(severity="critical", text="It burns"), somebodys_case(text="It rains"))
    page.goto(console.url)

    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Severity").select_option("critical")
    page.get_by_role("button", name="Show").click()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_role("button", name="Save as a view…").click()
    page.get_by_label("Its name").fill("Fires")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Fires")
    expect(page.get_by_text("It burns")).to_be_visible()
    expect(page.get_by_text("It rains")).to_have_count(0)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_text("Filter", exact=True).click()
    page.get_by_role("button", name="Remove this view").click()
    page.wait_for_url(f"{console.url}/")
    expect(page.get_by_role("link", name="Fires")).to_have_count(0)
