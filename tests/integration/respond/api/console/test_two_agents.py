"""Two agents at one case: they see each other, the second answer is refused, and nothing that was written is lost."""

from playwright.sync_api import expect

from shared.case.state.case import Case
from tests.builders import an_answer
from tests.integration.respond.api.console.browsing import changed_by, somebodys_case
from tests.integration.respond.api.console.conftest import Seat
from tests.integration.respond.api.served import Served


def opened(console: Served) -> Case:
    """A case that both may answer."""
    case = somebodys_case()
    console.open(case)
    return case


def test_who_types_is_seen_by_who_looks(console: Served, seat: Seat) -> None:
    case, mira, joris = opened(console), seat("mira"), seat("joris")
    for page in (mira, joris):
        page.goto(f"{console.url}/cases/{case.id}")
        expect(page.get_by_role("status")).to_have_text("Live")
    expect(mira.locator("#together")).to_contain_text("Joris is looking")

    joris.get_by_label("Answering").press_sequentially("We")

    expect(mira.locator("#typing")).to_have_text("Joris is writing an answer right now.")
    expect(mira.locator("#together")).to_contain_text("Joris is typing")
    mira.get_by_label("Answering").press_sequentially("I")
    expect(mira.locator("#typing")).to_contain_text("Agree who sends")


def test_who_was_overtaken_is_told_and_keeps_what_they_wrote(console: Served, seat: Seat) -> None:
    case, mira, joris = opened(console), seat("mira"), seat("joris")
    for page, text in ((mira, "It comes on Monday."), (joris, "It comes on Tuesday.")):
        page.goto(f"{console.url}/cases/{case.id}")
        expect(page.get_by_role("status")).to_have_text("Live")
        page.get_by_label("Answering").fill(text)

    joris.get_by_label("Answering").press("Control+Enter")
    expect(joris.locator(".ours .pill")).to_have_text("Queued")
    console.update(case.id, lambda now: now)

    expect(mira.locator("#collision")).to_contain_text("Joris answered")
    expect(mira.locator("#collision")).to_contain_text("was not sent")
    expect(mira.get_by_label("Answering")).to_have_value("It comes on Monday.")


def test_the_second_answer_is_refused_with_its_text_kept(console: Served, seat: Seat) -> None:
    """Mira's page has heard nothing of Joris's answer when she sends hers: the refusal tells it."""
    case, mira = opened(console), seat("mira")
    mira.goto(f"{console.url}/cases/{case.id}")
    mira.get_by_label("Answering").fill("It comes on Monday.")
    console.update_quietly(case.id, changed_by(an_answer(case, by="joris")))

    with mira.expect_response("**/replies") as refused:
        mira.get_by_label("Answering").press("Control+Enter")

    assert refused.value.status == 409
    expect(mira.locator("#collision")).to_contain_text("Joris answered")
    expect(mira.get_by_label("Answering")).to_have_value("It comes on Monday.")
    assert [reply.author for reply in console.get(case.id).replies] == ["joris"]


def test_a_draft_outlives_its_page_and_changes_hands(console: Served, seat: Seat) -> None:
    case, mira, joris = opened(console), seat("mira"), seat("joris")
    mira.goto(f"{console.url}/cases/{case.id}")
    mira.get_by_label("Answering").press_sequentially("We look for it")
    expect(mira.locator("#draft-line")).to_contain_text("Your draft, kept")
    mira.reload()
    expect(mira.get_by_label("Answering")).to_have_value("We look for it")

    joris.goto(f"{console.url}/cases/{case.id}")

    expect(joris.locator("#draft-line")).to_contain_text("A draft of Mira’s")
    expect(joris.get_by_label("Answering")).to_have_value("We look for it")
    joris.keyboard.press("r")
    joris.keyboard.type(" and write today")
    expect(mira.get_by_label("Answering")).to_have_value("We look for it and write today")
    expect(mira.locator("#draft-line")).to_contain_text("A draft of Joris")


def test_a_note_reaches_colleagues_and_looks_like_no_answer(console: Served, seat: Seat) -> None:
    case, mira, joris = opened(console), seat("mira"), seat("joris")
    for page in (mira, joris):
        page.goto(f"{console.url}/cases/{case.id}")
        expect(page.get_by_role("status")).to_have_text("Live")

    mira.keyboard.press("n")
    mira.keyboard.type("The depot has it.")
    mira.keyboard.press("Control+Enter")

    note = joris.locator(".timeline .note")
    expect(note).to_contain_text("The depot has it.")
    expect(note).to_contain_text("Note, only colleagues see this")
    assert console.get(case.id).replies == ()
