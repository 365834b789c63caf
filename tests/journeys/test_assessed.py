"""From the agreement on a phone to the instructor's reading beside the running bot, and back."""

import json
import re

import pytest

from bot.texts import text
from tests.journeys.program import ended, program
from tests.journeys.stage import staged

SAID = {"en": "I'm sorry nobody came.", "fr": "Je suis désolé que personne ne soit venu."}
HISTORY = {"en": "/history", "fr": "/historique"}


async def assessments(stage, *arguments):
    """What the instructor's command prints on the machine while the bot runs there."""
    env = {"STEPDOWN_DATA": stage.settings.data}
    code, out, err = await ended(program("assessments", *arguments, env=env), seconds=60)
    assert code == 0, err
    return out


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_an_instructor_reads_what_was_agreed_to_and_the_trainee_sees_it(tmp_path, lang):
    async with staged(tmp_path) as stage:
        await stage.join(lang)
        await stage.tap(stage.title(lang), then=text(lang, "assess.button"))
        nurse = text(lang, "chat.role_nurse")
        begin = text(lang, "assess.begin_as_button", role=nurse)
        await stage.tap(text(lang, "assess.button"), then=begin)
        assert text(lang, "assess.leave") in stage.person.transcript()
        await stage.tap(begin, then=text(lang, "chat.body_button"))
        await stage.choose_deed(lang, "code_white")
        await stage.say(SAID[lang])
        assert text(lang, "assess.rating") in stage.person.transcript()
        await stage.tap("4", then=text(lang, "chat.another_button"))
        wanted = re.escape(text(lang, "assess.token", token="#")).replace("\\#", r"(\S+)")
        token = re.search(wanted, stage.person.transcript())[1]
        (row,) = json.loads(await assessments(stage, "list", "--json", "--unread"))
        assert (row["token"], row["turns"], row["read"]) == (token, 1, None)
        assert text(lang, "assess.unread") in await stage.say(HISTORY[lang])
        shown = await assessments(stage, "read", token)
        assert SAID[lang] in shown and text(lang, "assess.judge_1") in shown
        assert str(stage.person.id) not in shown
        told = await stage.say(HISTORY[lang])
        assert text(lang, "assess.read", date="#").split("#")[0] in told
        assert text(lang, "assess.unread") not in told


async def test_back_leads_to_the_briefing_and_nothing_has_begun(tmp_path):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.tap(stage.title("en"), then=text("en", "assess.button"))
        await stage.tap(text("en", "assess.button"), then=text("en", "chat.back_button"))
        await stage.tap(text("en", "chat.back_button"), then=text("en", "assess.button"))
        assert text("en", "practice.nothing_running") in await stage.say("hello?")


async def test_a_made_up_button_begins_nothing(tmp_path):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.tap(stage.title("en"), then=text("en", "assess.button"))
        for data in ("v1:-:0:a.er_waiting_room.nurse", "v1:-:0:a9.er_waiting_room.nurse"):
            stage.person.tap_data(data)
            await stage.person.settle()
        assert text("en", "assess.leave") in stage.person.transcript()
        assert text("en", "practice.nothing_running") in await stage.say("hello?")
