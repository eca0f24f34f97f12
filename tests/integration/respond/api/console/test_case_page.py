"""The console in a real browser: hostile text does nothing, and an agent can work."""

import re
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from shared.case.commands import Hold
from shared.case.state.parts import Customer, Notice
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.integration.respond.api.console.browsing import changed_by, somebodys_case
from tests.integration.respond.api.console.conftest import Seat
from tests.integration.respond.api.served import Served

HOSTILE: Final = (
    "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'><svg onload=window.pwned=1>"
    "</textarea></div>{{ 7 * 7 }}\u202egpj.exe pay\u200bpal"
)


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
    expect(page.locator(".ours").get_by_text("Sending is off until the account")).to_be_visible()

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


def test_a_case_is_snoozed_until_tomorrow_at_nine_where_the_reader_is(console: Served, seat: Seat) -> None:
    case = somebodys_case()
    console.open(case)
    page = seat("mira", timezone_id="Asia/Kathmandu")
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_text("Set aside…").click()
    page.get_by_role("button", name="Tomorrow 9:00").click()
    expect(page.locator(".case-bar .pill")).to_have_text("Snoozed")

    until = console.get(case.id).aside_until
    assert until is not None
    there = until.astimezone(ZoneInfo("Asia/Kathmandu"))
    assert (there.hour, there.minute) == (9, 0)
    assert (there.date() - system_clock().astimezone(there.tzinfo).date()).days == 1


def test_a_case_is_put_on_hold_with_a_reason_and_taken_up_again(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_text("Set aside…").click()
    page.get_by_label("What we wait for").fill("the depot looks for it")
    page.get_by_role("button", name="Hold", exact=True).click()

    expect(page.locator(".case-bar")).to_contain_text("the depot looks for it")
    expect(page.get_by_text("Take it up again to answer")).to_be_visible()
    assert console.get(case.id).stage is Stage.INTERNAL_HOLD
    page.get_by_role("button", name="Take it up again").click()
    expect(page.locator(".case-bar .pill")).to_have_text("New")
    expect(page.get_by_label("Answering")).to_be_visible()


def test_a_time_that_has_gone_by_is_refused_in_place(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_text("Set aside…").click()
    page.get_by_label("Or until").fill("2020-01-01T09:00")
    page.get_by_role("button", name="Snooze", exact=True).click()

    expect(page.locator("#snooze .notice")).to_contain_text("that has gone by")
    assert console.get(case.id).version == 1


def test_an_answer_is_put_before_a_colleague_who_approves_it(console: Served, page: Page) -> None:
    case = somebodys_case()
    console.open(case)
    page.goto(f"{console.url}/cases/{case.id}")
    page.get_by_label("Answering").fill("It comes tomorrow.")
    page.get_by_role("button", name="For approval").click()
    expect(page.locator(".ours .pill")).to_have_text("Waits for approval")
    expect(page.get_by_role("button", name="Approve")).to_be_hidden()

    theirs = somebodys_case()
    waiting = after(theirs, an_answer(theirs, by="joris", for_approval=True))
    console.open(waiting)
    page.goto(f"{console.url}/cases/{waiting.id}")
    page.get_by_role("button", name="Approve").click()

    expect(page.locator(".ours .pill")).to_have_text("Queued")
    [reply] = console.get(waiting.id).replies
    assert (reply.author, reply.approved_by) == ("joris", "mira")


def test_an_answer_is_refused_with_what_is_missing(console: Served, page: Page) -> None:
    case = somebodys_case()
    waiting = after(case, an_answer(case, by="joris", for_approval=True))
    console.open(waiting)
    page.goto(f"{console.url}/cases/{case.id}")

    page.get_by_role("button", name="Refuse").click()
    assert console.get(case.id).replies[0].status is ReplyStatus.AWAITING_APPROVAL
    page.get_by_label("What is missing").fill("Say when.")
    page.get_by_role("button", name="Refuse").click()

    expect(page.locator(".ours")).to_contain_text("Say when.")
    assert console.get(case.id).replies[0].status is ReplyStatus.REFUSED


def test_cases_are_merged_and_taken_apart_from_the_page(console: Served, page: Page) -> None:
    head, gone = somebodys_case(), somebodys_case(text="The same with mine.")
    console.open(head, gone)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{console.url}/cases/{head.id}")

    page.get_by_text("Merge…").click()
    page.get_by_label("The case to merge into this one").fill(gone.id)
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator(".timeline")).to_contain_text("The same with mine.")
    assert console.get(gone.id).merged_into == head.id

    page.get_by_role("button", name="Unmerge").click()
    expect(page.locator(".timeline")).not_to_contain_text("The same with mine.")
    assert console.get(gone.id).stage is Stage.NEW


def test_a_breach_is_told_where_it_covers_nothing_and_is_gone_once_its_case_was_seen(
    console: Served, page: Page
) -> None:
    """A warning gives way to the breach of the same clock."""
    case = somebodys_case()
    console.open(case)
    page.goto(console.url)
    expect(page.get_by_role("status")).to_have_text("Live")

    console.notify(case, "first_response warn", to="joris")
    console.notify(case, "first_response warn", to="mira")
    console.notify(case, "first_response breach", to=None)

    toast = page.locator(".toast", has_text=f"First answer to @{case.customer.handle}")
    expect(toast).to_contain_text("is late")
    expect(toast).to_have_count(1)
    toast.get_by_role("link", name="is late").click()
    page.wait_for_url(f"{console.url}/cases/{case.id}")
    expect(toast).to_have_count(0)


def test_what_was_missed_is_told_until_it_is_dismissed(console: Served, page: Page) -> None:
    case = somebodys_case()
    told = Notice(at=system_clock(), about="next_response breach", to="mira", changed_in=1)
    console.open(replace(case, notices=(told,)))
    page.goto(console.url)

    toast = page.locator(".toast", has_text="Next answer")
    expect(toast).to_be_visible()
    page.reload()
    expect(toast).to_be_visible()
    toast.get_by_role("button", name="Dismiss").click()
    expect(toast).to_have_count(0)
    page.reload()
    expect(page.get_by_role("status")).to_have_text("Live")
    expect(toast).to_have_count(0)


def test_an_agent_says_how_they_are_at_work_in_all_tabs(console: Served, page: Page) -> None:
    """What was chosen is what the next page says too."""
    with page.expect_response("**/v1/presence"):  # that of the page itself: the ones after it answer what is chosen
        page.goto(console.url)
    choice = page.get_by_label("I am")
    expect(choice).to_have_value("online")

    for value, state in (("away", "away"), ("offline", "offline"), ("away", "away"), ("online", "online")):
        with page.expect_response("**/v1/presence"):
            choice.select_option(value)
        assert console.present()["mira"] == state
    with page.expect_response("**/v1/presence"):
        choice.select_option("away")
    with page.expect_response("**/v1/presence"):
        page.goto(f"{console.url}/waiting")
    expect(choice).to_have_value("away")
    assert console.present()["mira"] == "away"


@pytest.mark.parametrize("path", ["/", "/?view=mine", "/waiting", "/quarantine", "/search?q=parcel"])
def test_pages_fit_a_phone_and_load_nothing_from_elsewhere(console: Served, page: Page, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 360, "height": 740})

    page.goto(f"{console.url}{path}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert all(re.match(re.escape(console.url), url) for url in asked)


def test_a_case_fits_a_phone_whatever_stands_on_it(console: Served, page: Page) -> None:
    case = somebodys_case(text=HOSTILE, intent="x" * 90)
    customer = Customer(handle="h" * 90, display_name="n" * 200, tier="t" * 60)
    console.open(after(replace(case, customer=customer), Hold(by="mira", reason="r" * 400)))
    page.set_viewport_size({"width": 360, "height": 740})

    for path in (f"/cases/{case.id}", "/?view=aside"):
        page.goto(f"{console.url}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
