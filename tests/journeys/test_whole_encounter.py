"""A person on a phone, from /start to the debrief, through the real bot over HTTP."""

import pytest

from bot.store import encounters, people
from bot.texts import text
from tests.bot.store.places import postgres_place, postgres_server
from tests.journeys.stage import staged

WELL_SAID = {
    "en": [
        "Hi, I'm Sam, I'm in charge tonight. I came over because nobody has told you anything.",
        "I'm sorry. Six hours without a word is not okay.",
        "You sound exhausted and scared for her.",
        "What happened tonight?",
        "So you brought her in after eight and nobody has come back to you since.",
        "Anyone would be furious after that.",
        "What do you like to be called?",
        "Thank you for telling me that.",
        "I can't tell you yet what is wrong. I can find out where she is and come back to you.",
        "What would help most right now?",
        "Would you like to wait here, or in the quiet room down the hall?",
        "Let's work out together what happens next.",
        "I said I'd come back, and here is what I found: the doctor is with her now.",
        "You did right to bring her in straight away. That took a clear head.",
        "I'm staying close by, and I won't leave without telling you.",
        "So: the doctor comes out to you, I check again at three. Thank you for working this out.",
        "To sum up: the doctor speaks to you at twenty to three, I come back at three. Thank you.",
    ],
    "fr": [
        "Bonsoir, je m'appelle Sam, je suis responsable ici cette nuit. Je viens vous voir parce "
        "que personne ne vous a rien dit.",
        "Je suis désolé. Six heures sans nouvelles, ce n'est pas correct.",
        "Vous avez l'air épuisé et inquiet pour elle.",
        "Qu'est-ce qui s'est passé ce soir?",
        "Si je comprends bien, vous l'avez amenée après huit heures et personne n'est revenu.",
        "N'importe qui serait furieux après ça.",
        "Comment aimez-vous qu'on vous appelle?",
        "Merci de me l'avoir dit.",
        "Je ne peux pas vous dire encore ce qu'elle a. Je peux aller voir où elle est et revenir.",
        "Qu'est-ce qui vous aiderait le plus maintenant?",
        "Préférez-vous attendre ici, ou dans la petite salle tranquille au bout du couloir?",
        "Regardons ensemble ce qu'on peut faire.",
        "J'avais dit que je reviendrais, et voici ce que j'ai trouvé : le médecin est avec elle.",
        "Vous avez bien fait de l'amener tout de suite. Ça prenait du sang-froid.",
        "Je reste pas loin, et je ne pars pas sans vous le dire.",
        "En résumé : le médecin vient vous voir, et je repasse à trois heures. Merci, monsieur.",
        "On fait comme ça : le médecin vous parle, et je reviens à trois heures. Merci de m'avoir "
        "parlé d'elle.",
    ],
}


GOES_TO_FIND_OUT = 8
"""The line with which the trainee also goes and gets news."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request):
    """The URL of a fresh database of each kind; None is the SQLite file of the data folder."""
    if request.param == "sqlite":
        yield None
        return
    with postgres_server() as server:
        yield postgres_place(server).url


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_from_start_to_debrief(tmp_path, lang, database):
    async with staged(tmp_path, database=database) as stage:
        person = stage.person
        await stage.join(lang)
        await stage.begin(lang)
        await stage.open_hands(lang)
        for number, words in enumerate(WELL_SAID[lang]):
            if number == GOES_TO_FIND_OUT:
                await stage.choose_deed(lang, "get_update")
            await stage.say(words)
            if "5" in person.buttons()[-1]:
                break
        assert "5" in person.buttons()[-1], f"it did not end well:\n{person.transcript()}"
        person.tap("4")
        await stage.shows_button(text(lang, "chat.another_button"))
        debrief = person.transcript().split("(photo)")[-1]
        quoted = [words for words in WELL_SAID[lang] if words[:40] in debrief]
        assert quoted, "the debrief quotes none of the trainee's own words"


@pytest.mark.parametrize("words", ["/stop", "stop", "STOP!", "arrêt", "Arret"])
async def test_stop_words_leave_the_role_at_once_and_cost_nothing(tmp_path, words):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.begin()
        shown = await stage.say(words)
        assert "9-8-8" in shown
        row = stage.store.transact_now(
            lambda tx: encounters.latest(tx, people.find_or_create(tx, stage.person.id).id, 1)[0]
        )
        assert row.phase == "stopped" and not row.ending
        assert "practice.nothing_running" not in shown
        assert text("en", "practice.nothing_running")[:30] in await stage.say("hello?")


async def test_a_double_tap_takes_one_turn(tmp_path):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.begin()
        stage.person.double_tap("1")
        await stage.person.settle()
        row = stage.store.transact_now(
            lambda tx: encounters.current(tx, people.find_or_create(tx, stage.person.id).id)
        )
        assert row.turn == 1


async def test_an_old_panel_does_nothing_but_say_so(tmp_path):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.begin()
        panel = next(line for line in reversed(stage.person.screen()) if "1" in line.labels)
        data = stage.world.chats[stage.person.id].messages[panel.message_id]["reply_markup"]
        old = data["inline_keyboard"][0][0]["callback_data"]
        await stage.say("I'm sorry you have waited so long.")
        stage.person.tap_data(old)
        await stage.person.settle()
        assert stage.person.toasts()[-1].text == text("en", "practice.answered_toast")
        row = stage.store.transact_now(
            lambda tx: encounters.current(tx, people.find_or_create(tx, stage.person.id).id)
        )
        assert row.turn == 1


async def test_words_that_sound_like_the_trainees_own_danger_leave_the_role(tmp_path):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.begin()
        shown = await stage.say("honestly I just want to die")
        assert "9-8-8" in shown and "9-1-1" in shown


async def test_delete_leaves_nothing(tmp_path):
    async with staged(tmp_path) as stage:
        await stage.join()
        await stage.begin()
        await stage.say("You sound worn out and frightened for your daughter.")
        stage.person.say("/delete")
        await stage.shows_button(text("en", "chat.delete_button"))
        stage.person.tap(text("en", "chat.delete_button"))
        await stage.person.wait_for(text("en", "chat.deleted")[:20])
        await stage.person.settle()
        shown = await stage.say("hello?")
        assert text("en", "practice.nothing_running")[:30] not in shown, "still known after /delete"
