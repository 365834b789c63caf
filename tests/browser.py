"""A real browser for tests: the system's Chromium, whose absence fails only where all must run."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

SWITCHES = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --no-first-run"
)
PHONE = {"width": 390, "height": 844}


def chromium() -> str:
    """The path of the system's browser."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium on this machine")
    return found


@contextlib.asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """The browser, closed in the end."""
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path, args=SWITCHES.split(), ignore_default_args=["--headless=old"]
        )
        yield browser
        await browser.close()


@contextlib.asynccontextmanager
async def holding(browser: Browser, url: str, **options: Any) -> AsyncIterator[Page]:
    """A page on the phone; anything the browser complains about fails the test."""
    context = await browser.new_context(**({"viewport": PHONE, "locale": "en-CA"} | options))
    page = await context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    await page.goto(url)
    await expect(page.locator("#name")).not_to_be_empty()
    yield page
    await context.close()
    assert [c for c in complaints if "ERR_CONNECTION_REFUSED" not in c] == []
