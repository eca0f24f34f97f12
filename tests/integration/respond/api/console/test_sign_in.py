"""Signing in, in a browser: by name and password, and at an identity provider on another site, whence the session's
strict cookie must come along to the page that was asked for."""

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright, expect

from services.respond.live.broadcast import Broadcast
from services.respond.settings import RespondSettings
from services.respond.store.indexes import create_indexes
from shared.runtime.clock import system_clock
from shared.runtime.process import serve
from tests.fakes.issuer import Issuer, issuing
from tests.integration.respond.api.conftest import MIRAS_PASSWORD, Site
from tests.integration.respond.api.console.conftest import CHROMIUM, QUIET


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    """The provider. To a browser, 127.0.0.1 and localhost are two sites."""
    async with issuing() as serving:
        serving.now, serving.subject = system_clock().timestamp(), "mira"
        yield serving


@pytest.fixture
async def url(database: Any, issuer: Issuer) -> AsyncIterator[str]:
    """Where the console is, which believes that provider."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await create_indexes(database)
    here = f"http://localhost:{port}"
    settings = RespondSettings(console_url=here, oidc_issuer=issuer.url, oidc_client_id="console")
    broadcast = Broadcast(boot="test", window=100)
    site, stop = Site(database=database, broadcast=broadcast, settings=settings, clock=system_clock), asyncio.Event()
    parts = [asyncio.ensure_future(run(stop)) for run in (serve(site.app, host="127.0.0.1", port=port), broadcast.run)]
    yield here
    stop.set()
    await asyncio.gather(*parts)


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    """Debian's Chromium, driven from the test's own loop."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: install chromium to test the console in a browser")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield running
        await running.close()


async def test_by_name_and_password(url: str, chromium: Browser) -> None:
    page = await chromium.new_page()
    await page.goto(f"{url}/waiting")
    await page.get_by_label("Your name here").fill("mira")
    await page.get_by_label("Password").fill("not the password")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_contain_text("Nobody here has that name and password")

    await page.get_by_label("Your name here").fill("mira")
    await page.get_by_label("Password").fill(MIRAS_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()

    await expect(page).to_have_url(f"{url}/waiting")
    assert (await page.request.get(f"{url}/v1/me")).status == 200


async def test_at_the_organisations_own_provider(url: str, issuer: Issuer, chromium: Browser) -> None:
    page = await chromium.new_page()
    await page.goto(f"{url}/waiting")
    await page.get_by_role("link", name="Sign in with your organisation").click()

    await expect(page).to_have_url(f"{url}/waiting")
    await expect(page.get_by_label("Password")).to_have_count(0)
    cookies = {cookie["name"]: cookie["sameSite"] for cookie in await page.context.cookies()}
    assert cookies["earshot_session"] == "Strict"
    assert "earshot_sign_in" not in cookies
    assert len(issuer.exchanges) == 1
