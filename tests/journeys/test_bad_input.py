"""Whatever a hostile or clumsy user does, the bot answers plainly, loses nothing and goes on."""

import contextlib
import sqlite3

import pytest

from bot.app import TRAINEE
from bot.chat.updates import read_words
from bot.phone import Person, World
from bot.practice.commands import Say, Stop, Unknown
from bot.store import inbox
from bot.texts import text
from tests.journeys.attacks import (
    HALF,
    INSTRUCTOR,
    OTHER,
    SORRY,
    all_done,
    begin,
    beside,
    calls_in,
    in_an_encounter,
    look,
    main_panel,
    running,
    said,
    shown_for,
    states,
    tapped,
    turns_taken,
    typed,
    until,
)
from tests.journeys.stage import begin_label


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_what_is_no_words_gets_a_plain_answer_and_uses_no_turn(tmp_path, lang):
    async with in_an_encounter(tmp_path, lang) as stage:
        person = stage.person
        mine = person.say(SORRY[lang])["message_id"]
        await until(lambda: turns_taken(stage) == 1)
        await person.settle()
        answers = {
            "unsupported_other": [
                person.send_sticker,
                person.send_location,
                lambda: person.send_document(b"x", "a.txt"),
                lambda: person.inject(typed(text="")),
                lambda: person.inject(typed()),
            ],
            "unsupported_picture": [lambda: person.send_photo(caption=SORRY[lang])],
            "unsupported_voice": [lambda: person.send_voice(b"OggS")],
            "unsupported_forwarded": [lambda: person.forward(SORRY[lang])],
            "unsupported_edited": [lambda: person.edit(mine, "calm down")],
            "not_addressed": [
                lambda: person.inject(typed(text=" \n\t ")),
                lambda: person.say("😀👍🏽👨‍👩‍👧"),
                lambda: person.say("?!…"),
                lambda: person.say("אני מצטער שחיכית"),
                lambda: person.say("对不起，让您久等了"),
                lambda: person.inject(typed(text="x" * 5000)),
                lambda: person.inject(typed(text=HALF)),
            ],
        }
        for key, acts in answers.items():
            for act in acts:
                shown = await shown_for(stage, act)
                assert text(lang, f"practice.{key}") in shown, (key, shown)
                assert turns_taken(stage) == 1, key
        assert said(stage) == [SORRY[lang]]


async def test_the_phone_lets_nobody_send_nothing_or_too_much():
    person = Person(World(seed=1), TRAINEE)
    for words in ("", "   ", "x" * 4097):
        with pytest.raises(ValueError, match="1 to 4096"):
            person.say(words)


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_odd_words_are_still_words_down_to_the_debrief(tmp_path, lang):
    async with in_an_encounter(tmp_path, lang) as stage:
        odd = [
            f"{SORRY[lang]} " * 150,
            f"\u202e{SORRY[lang]}\u202c",
            f"{SORRY[lang]}\x00 \x07",
            f"{SORRY[lang]} {HALF}",
            f"{SORRY[lang]} {{name}} & %s <3",
            SORRY[OTHER[lang]],
            "Lo siento mucho, señor. ¿Qué pasó esta noche?",
        ]
        for number, words in enumerate(odd, 1):
            update = typed(text=words)
            await shown_for(stage, lambda raw=update: stage.person.inject(raw))
            assert turns_taken(stage) == number, words
            assert text(lang, "chat.turn", n=number + 1) in await main_panel(stage, lang), words
        assert said(stage) == odd
        await stage.choose_deed(lang, "code_white")
        await shown_for(stage, lambda: stage.person.tap(text(lang, "chat.act_button")))
        stage.person.tap("1")
        await stage.shows_button(text(lang, "chat.another_button"))
        await until(lambda: all_done(stage))
        assert not calls_in(stage, "dead"), "a message was refused for good"


COMMANDS = {
    "/help": "practice.help",
    "/aide": "practice.help",
    "/HELP": "practice.help",
    "/help!": "practice.help",
    "/help, please": "practice.help",
    "//help": "practice.help",
    "/help@practice_bot": "practice.help",
    "/privacy": "practice.privacy",
    "/confidentialité": "practice.privacy",
    "/language": "chat.languages",
    "/langue": "chat.languages",
    "/delete": "chat.delete_what",
    "/supprimer": "chat.delete_what",
    "/start again": "practice.still_running",
    "/scenarios": "practice.still_running",
}


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_commands_never_use_a_turn(tmp_path, lang):
    async with in_an_encounter(tmp_path, lang) as stage:
        for command, key in COMMANDS.items():
            shown = await shown_for(stage, lambda words=command: stage.person.say(words))
            assert text(lang, key) in shown, command
        for command in ("/nonsense", "/no.such", "/" + "x" * 4000):
            shown = await shown_for(stage, lambda words=command: stage.person.say(words))
            assert "/help" in shown, command
        assert turns_taken(stage) == 0
        stage.person.say("/delete")
        await stage.shows_button(text(lang, "chat.keep_button"))
        shown = await shown_for(stage, lambda: stage.person.tap(text(lang, "chat.keep_button")))
        assert text(lang, "practice.still_running") in shown
        await stage.say(SORRY[lang])
        assert turns_taken(stage) == 1


async def test_a_change_of_language_keeps_the_encounter_in_its_own(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        await shown_for(stage, lambda: stage.person.say("/language"))
        french = text("fr", "chat.language_name")
        shown = await shown_for(stage, lambda: stage.person.tap(french))
        assert text("en", "practice.language_later") in shown
        assert "Mr. Singh" in await stage.say(SORRY["en"])
        assert running(stage).lang == "en" and turns_taken(stage) == 1


STOPS = [
    *("stop", "STOP", "Stop!", " stop. ", "«stop»", "stop...", "_stop_", "**STOP**", "stop 🛑"),
    *("ＳＴＯＰ", "arrêt", "ARRÊT!", "arret", "Arrêt.", "/stop", "/STOP", "/stop!", "/stop now"),
    *("/arret", "/arrêt", "/stop@practice_bot", "\u200bstop\u200b", "arre\u0302t"),
]
SAYINGS = [
    *("please stop shouting", "Stop shouting, please.", "Stop it.", "stop stop", "non-stop"),
    *("Arrêtez de crier.", "Arrête!", "On arrête ça là.", "Il faut un arrêt.", "stopper", "s top"),
    "Don't stop. I am listening.",
    "stop" + "." * 120 + " shouting at her",
]


@pytest.mark.parametrize("words", STOPS)
def test_a_stop_word_alone_stops_however_it_is_written(words):
    assert read_words(words) == Stop()


@pytest.mark.parametrize("words", SAYINGS)
def test_a_stop_word_among_others_is_said_to_the_subject(words):
    assert read_words(words) == Say(words)


def test_what_begins_like_a_command_is_said_to_nobody():
    assert read_words("/nonsense, really") == Unknown("nonsense")


FORGED = [
    *("", "garbage", "x" * 200, "é\x00", "v1:", "v2:-:0:stop", "v1:-:0:stop\n", "v1:-:1:stop"),
    *("v1:-:0:nope", "v1:AAAAAAAA:999999999:wait", "v1:AAAAAAAA:0:rate.9", "v1:AAAAAAAA:1:fly"),
]


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_forged_buttons_say_that_they_are_old(tmp_path, lang):
    async with in_an_encounter(tmp_path, lang) as stage:
        for data in FORGED:
            shown = await shown_for(stage, lambda forged=data: stage.person.tap_data(forged))
            assert shown == text(lang, "chat.old_button_toast"), data
        row = running(stage)
        for choice in ("page.x", "stance.hands.wings", "deed.fly", "line.0", "line.99", "act"):
            forged = f"v1:{row.token}:1:{choice}"
            assert await shown_for(stage, lambda data=forged: stage.person.tap_data(data)), choice
        for forged in ("v1:-:0:pick.nowhere", "v1:-:0:l.nowhere", "v1:-:0:lang.de"):
            assert await shown_for(stage, lambda data=forged: stage.person.tap_data(data)), forged
        now = running(stage)
        assert (now.turn, now.lang, now.state) == (0, lang, row.state)


async def test_an_update_that_comes_again_and_a_doubled_tap_are_taken_once(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        person = stage.person
        await shown_for(stage, lambda: person.say(SORRY["en"]))
        await shown_for(stage, person.repeat_last, new=False)
        assert turns_taken(stage) == 1
        await shown_for(stage, lambda: person.double_tap("2"))
        await shown_for(stage, person.resend_tap)
        await shown_for(stage, person.repeat_last, new=False)
        assert turns_taken(stage) == 2
        await main_panel(stage)
        await shown_for(stage, lambda: person.double_tap(text("en", "chat.wait_button")))
        assert turns_taken(stage) == 3
        assert said(stage)[0] == SORRY["en"] and len(said(stage)) == 3


async def test_a_doubled_tap_on_a_deed_chooses_it_once_and_does_not_take_it_back(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        person = stage.person
        await stage.tap(text("en", "chat.deeds_button"), then=text("en", "chat.back_button"))
        label = person.buttons()[0][0]
        await shown_for(stage, lambda: person.double_tap(label))
        await shown_for(stage, person.resend_tap)
        await until(lambda: f"✓ {label}" in person.buttons()[0])
        assert len(running(stage).state["pending"]["deeds"]) == 1
        await shown_for(stage, lambda: person.double_tap(f"✓ {label}"))
        assert running(stage).state["pending"]["deeds"] == []


async def test_a_doubled_stop_and_a_doubled_rating_are_one(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        await stage.choose_deed("en", "code_white")
        await shown_for(stage, lambda: stage.person.tap(text("en", "chat.act_button")))
        stage.person.double_tap("3")
        await stage.shows_button(text("en", "chat.another_button"))
        pictures = [line for line in stage.person.screen() if line.kind == "photo"]
        assert len(pictures) == 1
        await shown_for(stage, lambda: stage.person.tap(text("en", "chat.again_button")))
        await shown_for(stage, lambda: stage.person.tap(begin_label("en", "practise")))
        await shown_for(stage, lambda: stage.person.double_tap(text("en", "chat.stop_button")))
        assert running(stage) is None


async def test_nobody_moves_anothers_encounter(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        row = running(stage)
        other = beside(stage)
        await other.join("fr")
        for choice in ("1:wait", "1:line.1", "1:page.body", "0:rate.5"):
            data = f"v1:{row.token}:{choice}"
            shown = await shown_for(other, lambda forged=data: other.person.tap_data(forged))
            assert text("fr", "practice.over_toast") in shown, choice
        assert running(stage) == row


async def test_two_people_at_once_are_kept_apart(tmp_path):
    async with in_an_encounter(tmp_path, mode="practise") as stage:
        other = beside(stage)
        await begin(other, "fr", "practise")
        english = [f"I'm sorry you have waited {n} hours." for n in range(2, 6)]
        french = [f"Je suis désolé de ces {n} heures d'attente." for n in range(2, 6)]
        for mine, theirs in zip(english, french, strict=True):
            stage.person.say(mine)
            other.person.say(theirs)
        await until(lambda: turns_taken(stage) == 4 and turns_taken(stage, INSTRUCTOR) == 4)
        await until(lambda: all_done(stage))
        assert said(stage) == english and said(stage, INSTRUCTOR) == french
        mine, theirs = stage.person.transcript(), other.person.transcript()
        assert "Mr. Singh" in mine and "M. Singh" not in mine
        assert "M. Singh" in theirs and "Mr. Singh" not in theirs


async def test_a_block_in_the_middle_loses_no_turn(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        person = stage.person
        await shown_for(stage, lambda: person.say(SORRY["en"]))
        person.say("You sound worn out.")
        await shown_for(stage, person.block)
        await until(lambda: turns_taken(stage) == 2)
        await shown_for(stage, person.unblock)
        shown = await shown_for(stage, person.start)
        assert text("en", "practice.still_running") in shown
        assert text("en", "chat.turn", n=3) in shown
        assert said(stage) == [SORRY["en"], "You sound worn out."]


async def test_groups_channels_and_bots_are_left_alone(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        group = {"id": -100, "type": "supergroup", "title": "g"}
        machine = {"id": TRAINEE, "is_bot": True, "first_name": "b"}
        for update in (
            typed(chat=group, text=SORRY["en"]),
            typed(chat=group, text="/stop"),
            typed(chat={**group, "type": "channel"}, text="/stop", **{"from": ...}),
            typed(text="/stop", **{"from": machine}),
            tapped(message=typed(chat=group, text="x")["message"]),
        ):
            assert await shown_for(stage, lambda raw=update: stage.person.inject(raw)) == ""
        assert turns_taken(stage) == 0 and states(stage)["dead"] == 0


PERSON = typed()["message"]["from"]
UNREADABLE = {
    "a chat without a number": typed(chat={"id": "abc", "type": "private"}, text="hi"),
    "a chat with a truth value": typed(chat={"id": True, "type": "private"}, text="hi"),
    "a chat with half a number": typed(chat={"id": 1.5, "type": "private"}, text="hi"),
    "a chat with nothing": typed(chat={"id": None, "type": "private"}, text="hi"),
    "a chat with a list": typed(chat={"id": [1], "type": "private"}, text="hi"),
    "no chat": typed(chat=..., text="hi"),
    "a bare chat": typed(chat=5, text="hi"),
    "a bare person": typed(text="hi", **{"from": 5}),
    "a language that is a number": typed(text="hi", **{"from": {**PERSON, "language_code": 5}}),
    "a language that is a list": typed(text="hi", **{"from": {**PERSON, "language_code": ["en"]}}),
    "words that are a number": typed(text=5),
    "words that are a list": typed(text=["hi"]),
    "a date that is a word": typed(text="hi", date="x"),
    "a date beyond time": typed(text="hi", date=10**20),
    "no message number": typed(text="hi", message_id=...),
    "entities that are a word": typed(text="hi", entities="x"),
    "a sticker that is a list": typed(sticker=[1]),
    "a message that is a list": {"message": [1, 2]},
    "a message that is a word": {"message": "x"},
    "a tap with a number for its id": tapped(id=5),
    "a tap without an id": tapped(id=...),
    "a tap by nobody": tapped(**{"from": ...}),
    "a tap with a number for data": tapped(data=5),
    "a membership that is a number": {"my_chat_member": 5},
}


async def test_updates_that_cannot_be_read_are_kept_aside_and_stop_nothing(tmp_path, caplog):
    async with in_an_encounter(tmp_path) as stage:
        for name, update in UNREADABLE.items():
            before = states(stage)["dead"]
            await shown_for(stage, lambda raw=update: stage.person.inject(raw))
            assert states(stage)["dead"] == before + 1, name
        kept = look(stage, inbox.dead_letters)
        assert all("\n" not in letter.error and letter.payload for letter in kept)
        for nothing in ({}, {"message": None}, {"poll": None}):
            await shown_for(stage, lambda raw=nothing: stage.person.inject(raw))
        assert turns_taken(stage) == 0
        await stage.say(SORRY["en"])
        assert turns_taken(stage) == 1
    assert "Traceback" not in caplog.text


async def test_a_person_whose_row_is_damaged_holds_up_nobody_else(tmp_path):
    async with in_an_encounter(tmp_path) as stage:
        with contextlib.closing(sqlite3.connect(tmp_path / "stepdown.db")) as raw, raw:
            raw.execute("UPDATE person SET channel = zeroblob(60)")
        stage.person.say("hello?")
        other = Person(stage.world, INSTRUCTOR)
        other.start()
        await other.wait_for(text("en", "chat.notice_title"), timeout=20)
        assert states(stage) == {"open": 0, "done": states(stage)["done"], "dead": 1}
