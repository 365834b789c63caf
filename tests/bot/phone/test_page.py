"""The page in a real browser: a trainee can do a whole exercise on it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import telegram
from playwright.async_api import Browser, Locator, Page, expect

from bot.phone import Person, World, serve
from tests.bot.phone import scripted
from tests.browser import holding, launched

pytestmark = pytest.mark.browser
CONTRAST = (Path(__file__).parent / "contrast.js").read_text()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with launched() as opened:
        yield opened


@pytest.fixture
async def answering(bot: telegram.Bot) -> AsyncIterator[None]:
    running = asyncio.create_task(scripted.run(bot))
    yield
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def page(browser: Browser, url: str, answering: None) -> AsyncIterator[Page]:
    async with holding(browser, url) as opened:
        yield opened


async def height(thing: Locator) -> float:
    box = await thing.bounding_box()
    assert box is not None
    return box["height"]


async def started(page: Page) -> Page:
    """Press Start and wait for the panel."""
    await page.get_by_role("button", name="Start").click()
    await expect(page.get_by_role("button", name="Sit down")).to_be_visible()
    return page


async def test_an_exercise_from_start_to_stop(page: Page, trainee: Person) -> None:
    await expect(page.get_by_text("Practise talking with people in crisis.")).to_be_visible()
    await started(page)
    assert trainee.screen()[0].text == "/start"
    await page.get_by_role("button", name="Sit down").click()
    await expect(page.get_by_text("You chose: Sit down")).to_be_visible()
    await expect(page.get_by_role("button", name="• Sit down")).not_to_have_attribute(
        "aria-busy", "true"
    )
    await expect(page.get_by_text("What do you do?")).to_have_count(0)
    await page.get_by_label("Message", exact=True).fill("You look tired.")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("He listens.")).to_be_visible()
    await expect(page.get_by_role("img", name="Practice bot reacted with 🤝")).to_be_visible()
    await expect(page.get_by_label("Message", exact=True)).to_have_value("")
    await page.get_by_role("button", name="Stop the exercise").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Stopped. Well done.")
    await page.keyboard.press("Enter")
    await expect(page.locator(".key")).to_have_count(0)


async def test_quotes_unfold_and_hidden_words_show_by_keyboard(page: Page) -> None:
    await started(page)
    quote = page.locator(".quoted")
    folded = await height(quote)
    await page.get_by_role("button", name="Show more").press("Enter")
    await expect(page.get_by_role("button", name="Show less")).to_have_attribute(
        "aria-expanded", "true"
    )
    assert await height(quote) > folded * 1.5
    secret = page.get_by_role("button", name="Hidden text. Press to read.")
    assert await page.locator(".veil").evaluate("hidden => hidden.inert")
    await secret.press("Enter")
    assert not await page.locator(".veil").evaluate("hidden => hidden.inert")
    await expect(secret).to_have_count(0)
    await expect(page.locator(".spoiler .veil")).to_have_css("opacity", "1")


async def test_a_picture_opens_large_and_has_its_caption_as_text(page: Page) -> None:
    await started(page)
    assert await page.locator(".message img").get_attribute("alt") == "Arousal fell from 84 to 41."
    await page.get_by_role("button", name="Enlarge the picture").click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_commands_can_be_picked_from_a_menu_or_a_text(page: Page) -> None:
    await started(page)
    await page.get_by_role("button", name="Commands").click()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("That costs nothing.")).to_have_count(1)
    await page.get_by_role("button", name="/stop").first.click()
    await expect(page.get_by_text("That costs nothing.")).to_have_count(2)


async def test_markup_in_words_stays_words(page: Page, url: str) -> None:
    await started(page)
    nasty = '<img src=x onerror="document.title=1"> &amp; <b>bold</b>'
    await page.get_by_label("Message", exact=True).fill(nasty)
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .text").last).to_contain_text(nasty)
    assert await page.title() == "Practice bot"


async def test_reading_back_is_not_disturbed(page: Page, bot: telegram.Bot) -> None:
    await started(page)
    for n in range(12):
        await bot.send_message(1001, f"line {n}\n\nmore\n\nmore")
    await expect(page.get_by_text("line 11")).to_be_in_viewport()
    await page.locator("#log").evaluate("log => { log.scrollTop = 0 }")
    await bot.send_message(1001, "new below")
    pill = page.get_by_role("button", name="1 new message")
    await pill.click()
    await expect(page.get_by_text("new below")).to_be_in_viewport()
    await expect(pill).to_have_count(0)


async def test_typing_shows_and_goes_with_the_message(page: Page, bot: telegram.Bot) -> None:
    await started(page)
    await bot.send_chat_action(1001, "typing")
    await expect(page.get_by_text("typing…")).to_be_visible()
    await bot.send_message(1001, "done")
    await expect(page.get_by_text("typing…")).to_have_count(0)


async def test_the_phone_changes_hands(page: Page, instructor: Person) -> None:
    await started(page)
    await page.get_by_role("button", name="Trainee").click()
    await page.get_by_role("button", name="Instructor").click()
    await page.get_by_role("button", name="Start").click()
    await instructor.wait_for(lambda screen: len(screen) == 4)
    await page.get_by_role("button", name="Instructor").click()
    await page.get_by_role("button", name="Block this bot").click()
    await page.get_by_role("button", name="Unblock").click()
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()
    assert not instructor.chat.blocked


async def test_long_drafts_grow_to_four_lines_and_no_further(page: Page) -> None:
    await started(page)
    box = page.get_by_label("Message", exact=True)
    heights = []
    for lines in (1, 2, 4, 9):
        await box.fill("\n".join(["words"] * lines))
        heights.append(round(await height(box)))
    assert heights[0] < heights[1] < heights[2] == heights[3] <= 115


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
async def test_everything_fits_and_can_be_hit(
    browser: Browser, url: str, answering: None, width: int
) -> None:
    async with holding(browser, url, viewport={"width": width, "height": 700}) as page:
        await started(page)
        for target in (page.locator("html"), page.locator("#log")):
            assert await target.evaluate("e => e.scrollWidth <= e.clientWidth")
        for button in await page.locator(".key, .round:visible, .holder").all():
            box = await button.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["width"] >= 44
        phone = await page.locator(".phone").bounding_box()
        assert phone is not None
        assert phone["width"] == (width if width <= 480 else 406)


async def test_text_has_enough_contrast(browser: Browser, url: str, answering: None) -> None:
    for scheme in ("light", "dark"):
        async with holding(browser, url, color_scheme=scheme) as page:
            if scheme == "light":
                await started(page)
            await expect(page.locator(".key").first).to_be_visible()
            ratios: dict[str, float] = {}
            async with asyncio.timeout(10):
                while len(ratios) <= 10:
                    ratios = await page.evaluate(CONTRAST)
            assert {k: v for k, v in ratios.items() if v < 4.5} == {}, scheme


async def test_in_french_the_page_and_the_person_speak_french(
    browser: Browser, url: str, answering: None, world: World
) -> None:
    async with holding(browser, url, locale="fr-CA") as page:
        await page.get_by_role("button", name="Commencer").click()
        await expect(page.get_by_role("button", name="Lire la suite")).to_be_visible()
        assert await page.locator("html").get_attribute("lang") == "fr"
        await expect(page.get_by_role("button", name="Stagiaire")).to_be_visible()
    assert world.updates.made[0]["message"]["from"]["language_code"] == "fr"


async def test_a_lost_connection_is_said_and_nothing_is_lost(browser: Browser) -> None:
    world = World(seed=7)
    trainee = Person(world)
    trainee.start()
    async with serve(world) as port:
        opening = holding(browser, f"http://127.0.0.1:{port}")
        page = await opening.__aenter__()
        await page.get_by_label("Message", exact=True).fill("half a thought")
    await expect(page.get_by_text("Connection lost. Trying again…")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Nothing is lost: try again.")).to_be_visible()
    await expect(page.get_by_label("Message", exact=True)).to_have_value("half a thought")
    trainee.say("from another phone")
    world.open = world.updates.open = True
    async with serve(world, port=port):
        await expect(page.get_by_text("from another phone")).to_be_visible()
        await expect(page.get_by_text("Connection lost")).to_have_count(0)
        await page.get_by_label("Message", exact=True).press("Enter")
        await expect(page.locator(".mine .text").last).to_contain_text("half a thought")
        await expect(page.locator(".message")).to_have_count(3)
        await opening.__aexit__(None, None, None)


async def test_motion_stops_for_those_who_ask(browser: Browser, url: str, answering: None) -> None:
    async with holding(browser, url, reduced_motion="reduce") as page:
        await started(page)
        assert (
            await page.locator(".message").first.evaluate("e => getComputedStyle(e).animationName")
            == "none"
        )
