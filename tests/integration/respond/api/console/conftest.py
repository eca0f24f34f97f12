"""A browser, the console that it looks at, and agents who sit before it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from deploy.local.infra import Backing
from tests.integration.respond.api.conftest import KEYS
from tests.integration.respond.api.served import Served, served

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

Seat = Callable[..., Page]
"""Gives an agent's page, signed in, in a browser of its own: their id, and options of the browser's context."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: install chromium to test the console in a browser")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield running
        running.close()


@pytest.fixture(scope="module")
def console(backing: Backing) -> Iterator[Served]:
    """The application that the browser looks at."""
    with served(backing.mongo_url) as running:
        yield running


@pytest.fixture
def seat(browser: Browser, console: Served) -> Iterator[Seat]:
    """Where agents sit down. Scripts of the console's own never fail, whatever the test is about."""
    contexts: list[BrowserContext] = []
    failures: list[str] = []

    def sit(agent: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        form: dict[str, str | float | bool] = {"then": "/", "key": KEYS[agent]}
        context.request.post(f"{console.url}/session", form=form, headers={"Origin": console.url})
        page = context.new_page()
        page.on("pageerror", lambda error: failures.append(str(error)))
        return page

    yield sit
    for context in contexts:
        context.close()
    assert failures == []


@pytest.fixture
def page(seat: Seat) -> Page:
    """A page of Mira's."""
    return seat("mira")
