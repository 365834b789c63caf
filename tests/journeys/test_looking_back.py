"""A person looks back on a phone: the list, a file to open, and nothing left after leaving."""

import json

import pytest

from bot.store import people
from bot.texts import text
from tests.bot.phone.oracle import check_traffic
from tests.journeys.stage import SINGH, staged

SAID = {"en": "I'm sorry nobody came.", "fr": "Je suis désolé que personne ne soit venu."}
NAMES = {
    "en": ("/history", "/progress", "/export"),
    "fr": ("/historique", "/progrès", "/exporter"),
}


def file_of(stage):
    """The newest document in the chat: its message and its content."""
    messages = stage.world.chats[stage.person.id].messages.values()
    message = [each for each in messages if "document" in each][-1]
    upload = stage.world.files.get(message["document"]["file_id"]).upload
    return message, upload


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_from_an_ending_to_a_file_on_the_phone(tmp_path, lang):
    history, progress, export = NAMES[lang]
    async with staged(tmp_path) as stage:
        await stage.join(lang)
        assert text(lang, "progress.none_title") in await stage.say(history)
        stage.person.say("/scenarios")
        await stage.shows_button(stage.title(lang))
        await stage.begin(lang, "practise")
        await stage.choose_deed(lang, "code_white")
        await stage.say(SAID[lang])
        await stage.tap("4", then=text(lang, "chat.another_button"))
        assert stage.title(lang) in await stage.say(history)
        assert "▱" in await stage.say(progress)
        assert text(lang, "progress.export_title") in await stage.say(export)
        for form, mime in (("json", "application/json"), ("html", "text/html")):
            stage.person.tap(text(lang, f"progress.form_{form}_button"))
            await stage.person.wait_for(f"{stage.title(lang)}, ", timeout=15)
            await stage.person.settle()
            message, upload = file_of(stage)
            assert message["document"]["mime_type"] == mime
            assert message["document"]["file_name"].startswith(f"stepdown-{SINGH}-")
            assert upload.name.endswith(f".{form}")
            assert stage.title(lang) in message["caption"]
            assert str(stage.person.id).encode() not in upload.content
            if form == "json":
                (turn,) = json.loads(upload.content)["turns"]
                assert turn["said"] == SAID[lang]
        check_traffic(stage.world)
        stage.person.say("/delete")
        await stage.shows_button(text(lang, "chat.delete_button"))
        stage.person.tap(text(lang, "chat.delete_button"))
        await stage.person.wait_for(text(lang, "chat.deleted")[:20], timeout=15)
        found = stage.store.transact_now(lambda tx: people.find_or_create(tx, stage.person.id))
        assert found.consent_version == 0
