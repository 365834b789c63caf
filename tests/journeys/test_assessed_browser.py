"""What being assessed means, read on a phone in a real browser before it begins."""

import pytest

from bot.texts import text
from dialogues.library import Library
from tests.browser import holding, launched
from tests.journeys.test_browser import Trainee, started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
THREE_ROLES, ONE_ROLE = "winter_road", "night_ward"


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("fr", "dark")])
async def test_the_agreement_is_read_before_an_assessed_encounter_begins(tmp_path, lang, scheme):
    options = {"color_scheme": scheme, "locale": f"{lang}-CA", "device_scale_factor": 2}
    async with (
        started(tmp_path) as url,
        launched() as browser,
        holding(browser, url, **options) as page,
    ):
        trainee = Trainee(page, lang, scheme)
        await to_the_list(trainee)
        for name in (ONE_ROLE, THREE_ROLES):
            await trainee.tap(Library().load(name).words[lang].title)
            await reads_the_agreement(trainee, name)
            await trainee.tap(trainee.label("back"))
            await trainee.sees_key(text(lang, "assess.button"))
            await trainee.still()
            await trainee.picture(f"back_{name}")
            await trainee.tap(trainee.label("back"))
        await trainee.sees_key(Library().load(ONE_ROLE).words[lang].title)
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await trainee.tap(Library().load(ONE_ROLE).words[lang].title)
        await reads_the_agreement(trainee, ONE_ROLE)
        await trainee.tap(text(lang, "assess.begin_button"))
        await trainee.sees_key(trainee.label("body"))
        await trainee.still()
        await trainee.picture("opening")
        assert text(lang, "assess.turn", n=1) in await page.locator("#messages").inner_text()


async def to_the_list(trainee):
    await trainee.page.locator("#begin").click()
    await trainee.tap(trainee.label("agree"))
    await trainee.tap(text(trainee.lang, "chat.language_name"))


async def reads_the_agreement(trainee, name):
    """From the briefing to the agreement; every button is in sight and none is cut."""
    lang, page = trainee.lang, trainee.page
    await trainee.sees_key(text(lang, "assess.button"))
    await trainee.still()
    await page.locator("#log").evaluate("log => { log.scrollTop = log.scrollHeight }")
    await trainee.picture(f"briefing_{name}")
    await whole(page)
    await trainee.tap(text(lang, "assess.button"))
    shown = page.locator("#messages > li", has_text=text(lang, "assess.leave")[:30]).last
    await trainee.still()
    await trainee.picture(f"agreement_{name}")
    await page.locator("#log").evaluate("log => { log.scrollTop = log.scrollHeight }")
    await trainee.picture(f"agreement_{name}_end")
    await whole(page)
    assert await shown.is_visible()


async def whole(page):
    """No label on a button is cut off."""
    cut = "keys => keys.filter(k => k.scrollWidth > k.clientWidth).map(k => k.innerText)"
    assert await page.locator(".key").evaluate_all(cut) == []
