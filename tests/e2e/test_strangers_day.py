"""A stranger's day: three customers answered, a collision seen, an answer taken back, all by keyboard."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Page, async_playwright, expect

from deploy.local.running import Stack
from shared.runtime.ids import random_id
from tests.e2e.test_story import mira_goes_home
from tests.e2e.world import Desk, Json, Square
from tests.waiting import eventually

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

CHROMIUM: Final = Path("/usr/bin/chromium")
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SORRY: Final = "We are sorry: your parcel was lost on Monday. A new one leaves today and is with you by Friday noon."


@pytest_asyncio.fixture(loop_scope="session")
async def page(earshot: Stack) -> AsyncIterator[Page]:
    """A browser in which nobody has signed in yet; its mouse is never used."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: install chromium to see the console in a browser")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        opened = await browser.new_page(base_url=earshot["respond-api"].url)
        opened.set_default_timeout(20_000)
        yield opened
        await browser.close()
    await mira_goes_home(earshot)


def word_of(name: str) -> str:
    """What nobody else says."""
    return name.rpartition("-")[2]


async def asked(square: Square, desk: Desk, count: int) -> dict[str, Json]:
    """People who complain on the square: their posts, by name, once each has a case."""
    names = [random_id("day") for _ in range(count)]
    posts = {}
    for name in names:
        await square.person(name)
        posts[name] = await square.post(name, f"@discus where is my parcel {word_of(name)}?")

    async def all_have_cases() -> bool:
        return all([await desk.case_of(name) for name in names])

    await eventually(all_have_cases)
    return posts


async def signs_in(page: Page, name: str, password: str) -> None:
    await page.goto("/")
    await page.keyboard.type(name)
    await page.keyboard.press("Tab")
    await page.keyboard.type(password)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").first).to_have_text("Live")


async def opens(page: Page, name: str) -> None:
    """By searching what they said: the list may be long with what other tests left waiting."""
    await page.keyboard.press("Escape")
    await page.keyboard.press("/")
    await page.keyboard.type(word_of(name))
    await page.keyboard.press("Enter")
    await page.wait_for_url(lambda url: word_of(name) in url)

    async def is_found() -> bool:
        if await page.locator(".row a").count():
            return True
        await page.reload()  # what was said a moment ago may not be findable yet
        return False

    await eventually(is_found)
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/cases/*")
    await page.wait_for_selector("#answer")


async def claims_and_writes(page: Page, text: str) -> None:
    if await page.locator("[data-do=claim]").count():
        await page.keyboard.press("c")
        await expect(page.locator(".owner-line")).to_contain_text("You")
    await page.keyboard.press("r")
    await page.keyboard.type(text)


async def test_a_stranger_answers_by_keyboard_sees_a_collision_and_takes_an_answer_back(
    earshot: Stack, square: Square, mira: Desk, secrets: dict[str, str], page: Page
) -> None:
    posts = await asked(square, mira, 5)
    *answered, taken, regretted = posts

    await signs_in(page, "joris", secrets["EARSHOT_PASSWORD_JORIS"])
    for name in answered:
        await opens(page, name)
        await claims_and_writes(page, SORRY)
        await page.keyboard.press("Control+Enter")
        await expect(page.locator(".said.ours .pill").last).to_have_text("Posted")
    for name in answered:
        assert len(await square.answers_to(posts[name]["id"])) == 1

    await opens(page, taken)
    await claims_and_writes(page, SORRY)
    case = await mira.case_of(taken)
    assert case is not None
    assert (await mira.answer(case, "I have it already: it comes tomorrow.")).status_code == 202
    await expect(page.locator("#collision")).to_contain_text("Mira answered")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator("#reply-notice")).to_be_visible()
    await expect(page.locator("#reply-text")).to_have_value(SORRY)

    await earshot["respond-publisher"].kill()  # as slow as it can be: the answer surely waits
    await opens(page, regretted)
    await claims_and_writes(page, SORRY)
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".said.ours .pill").last).to_have_text("Queued")
    await page.keyboard.press("Escape")
    await page.keyboard.press("u")
    await expect(page.locator(".said.ours .pill").last).to_have_text("Withdrawn")
    await earshot["respond-publisher"].start()
    await earshot["respond-publisher"].wait_ready()

    marker = next(iter(await asked(square, mira, 1)))
    said = await mira.case_of(marker)
    assert said is not None
    assert (await mira.answer(said, "We look into it.")).status_code == 202

    async def publisher_has_been_at_work() -> bool:
        case = await mira.case_of(marker)
        return case is not None and any(reply["status"] == "posted" for reply in case["replies"])

    await eventually(publisher_has_been_at_work)
    assert len(await square.answers_to(posts[taken]["id"])) == 1
    assert await square.answers_to(posts[regretted]["id"]) == []
