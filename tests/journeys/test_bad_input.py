"""Whatever a hostile or clumsy user does, the bot answers plainly, loses nothing and goes on."""

import asyncio
import contextlib
import io
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.app import TRAINEE, handle_for, make_tools, open_store, opened
from bot.chat import run_chat
from bot.chat.updates import read_words
from bot.cli import main
from bot.phone import Person, World, serve
from bot.practice.commands import Say, Stop, Unknown
from bot.practice.joining import NOTICE_VERSION
from bot.settings import Settings
from bot.store import encounters, inbox, people
from bot.store.errors import StoreError
from bot.texts import text
from dialogues.library import SCENARIOS
from tests.bot.phone.oracle import check_traffic
from tests.journeys.stage import SINGH, Stage, staged

INSTRUCTOR = 1002
BOT = 1_000_000_001
OTHER = {"en": "fr", "fr": "en"}
SORRY = {"en": "I'm sorry you have waited so long.", "fr": "Je suis désolé de cette attente."}
HALF = "\ud83d"
"""Half of an emoji: JSON can write it, UTF-8 cannot."""


# What stands in the store.


def look(stage, work):
    return stage.store.transact_now(work)


def running(stage, user=TRAINEE):
    """The encounter under way, or None."""
    return look(stage, lambda tx: encounters.current(tx, people.find_or_create(tx, user).id))


def turns_taken(stage, user=TRAINEE):
    row = running(stage, user)
    assert row is not None, "the encounter is gone"
    return row.turn


def said(stage, user=TRAINEE):
    """The words of every kept turn."""

    def work(tx):
        row = encounters.latest(tx, people.find_or_create(tx, user).id, 1)[0]
        return [turn["move"]["reading"]["text"] for turn in encounters.turns(tx, row.id)]

    return look(stage, work)


def states(stage):
    return look(stage, inbox.counts)


# What a person does, and what they see of it.


async def until(holds, seconds=15):
    """Poll until it holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came true"
        await asyncio.sleep(0.02)


async def shown_for(stage, act, new=True):
    """Do something; give what the bot shows for it, notices included, once it is taken.

    `new` is false for an update that came before and so is not kept again.
    """
    person = stage.person
    before = {line.message_id for line in person.screen()}
    notices, taken = len(person.toasts()), finished(stage)
    act()
    if new:
        await until(lambda: finished(stage) > taken)
    else:
        await person.settle()
    await until(lambda: all_done(stage))
    lines = [line for line in person.screen() if line.by_bot and line.message_id not in before]
    return "\n".join([*(n.text for n in lines), *(t.text for t in person.toasts()[notices:])])


def finished(stage):
    counts = states(stage)
    return counts["done"] + counts["dead"]


def all_done(stage):
    """True when every update is taken, every message sent and every tap answered."""
    answered = all(query.answered for query in stage.world.queries.values())
    return answered and not states(stage)["open"] and not calls_in(stage, "pending", "started")


def calls_in(stage, *wanted):
    """How many calls stand in one of these states."""

    def work(tx):
        found = tx.connection.exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY 1")
        return sum(count for state, count in found if state in wanted)

    return look(stage, work)


def typed(user=TRAINEE, **message):
    """A raw update; `...` leaves a field out."""
    sender = {"id": user, "is_bot": False, "first_name": "T", "language_code": "en"}
    chat = {"id": user, "type": "private", "first_name": "T"}
    body = {"message_id": 9, "date": 1, "chat": chat, "from": sender, **message}
    return {"message": {name: value for name, value in body.items() if value is not ...}}


def tapped(**query):
    """A raw tap on Stop; `...` leaves a field out."""
    message = typed(text="x")["message"]
    body = {"id": "77", "from": message["from"], "message": message, "chat_instance": "1"}
    body |= {"data": "v1:-:0:stop", **query}
    return {"callback_query": {name: value for name, value in body.items() if value is not ...}}


def straight_in(stage, update):
    """Keep an update as if it had been fetched."""
    look(stage, lambda tx: inbox.accept(tx, BOT, [update]))


async def begin(stage, lang, mode):
    """Somebody who agreed long ago begins to practise."""

    def agreed(tx):
        person = people.find_or_create(tx, stage.person.id)
        people.update(tx, person.id, lang=lang, consented_at=1, consent_version=NOTICE_VERSION)

    look(stage, agreed)
    stage.person.speak(lang)
    await shown_for(stage, lambda: stage.person.tap_data(f"v1:-:0:{mode}.{SINGH}"))


@contextlib.asynccontextmanager
async def in_an_encounter(folder, lang="en", mode="learn"):
    async with staged(folder) as stage:
        await begin(stage, lang, mode)
        yield stage
        check_traffic(stage.world)


def beside(stage):
    """The instructor, before the same bot."""
    return replace(stage, person=Person(stage.world, INSTRUCTOR))


# In an encounter.


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
                lambda: straight_in(stage, {"update_id": 1, **typed(text=HALF)}),
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
            update = {"update_id": number, **typed(text=words)}
            shown = await shown_for(stage, lambda sent=update: straight_in(stage, sent))
            assert turns_taken(stage) == number, words
            assert text(lang, "chat.turn", n=number + 1) in shown, words
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
        assert text("fr", "practice.language_later") in shown
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
        for forged in ("v1:-:0:pick.nowhere", "v1:-:0:learn.nowhere", "v1:-:0:lang.de"):
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
        await shown_for(stage, lambda: stage.person.tap(text("en", "chat.begin_practise_button")))
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
    async with staged(tmp_path) as stage:
        await stage.join()
        with contextlib.closing(sqlite3.connect(tmp_path / "stepdown.db")) as raw, raw:
            raw.execute("UPDATE person SET channel = zeroblob(60)")
        stage.person.say("hello?")
        other = Person(stage.world, INSTRUCTOR)
        other.start()
        await other.wait_for(text("en", "chat.notice_title"), timeout=20)
        assert states(stage) == {"open": 0, "done": states(stage)["done"], "dead": 1}


# The program.


def stepdown(capfd, monkeypatch, *arguments, given=b"", env=None):
    """The command line in this process: exit code, standard output, standard error."""
    for name, value in (env or {}).items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setattr(sys, "argv", ["stepdown", *map(str, arguments)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capfd.readouterr()
    assert "Traceback" not in err
    return ended.value.code or 0, out, err


def program(*arguments, env):
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "STEPDOWN_PORT": "0", **{k: str(v) for k, v in env.items()}},
    )


async def ended(process, seconds=30):
    """Exit code, standard output and standard error, without holding up this event loop."""
    out, err = await asyncio.to_thread(process.communicate, timeout=seconds)
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize("secret", ["x", "1000000001:some-secret-1"])
async def test_a_wrong_token_is_one_line_that_does_not_show_it(tmp_path, secret):
    async with serve(World(seed=1)) as port:
        address = f"http://127.0.0.1:{port}"
        given = {"TELEGRAM_BOT_TOKEN": secret, "TELEGRAM_API_BASE": address}
        code, out, err = await ended(program("run", env={"STEPDOWN_DATA": tmp_path, **given}))
    assert code == 1 and err.count("\n") == 1 and "TELEGRAM_BOT_TOKEN" in err
    assert "BotFather" in err and "some-secret" not in out + err


async def test_a_port_in_use_and_a_file_for_a_folder_are_one_line_each(tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        calls = [
            program("run", env={"STEPDOWN_DATA": tmp_path / "data", "STEPDOWN_PORT": port}),
            program("run", env={"STEPDOWN_DATA": file}),
        ]
        busy, folder = [await ended(call) for call in calls]
    for code, _, err in (busy, folder):
        assert code == 1 and err.count("\n") == 1 and "Errno" not in err
    assert str(port) in busy[2] and "STEPDOWN_PORT" in busy[2] and "STEPDOWN_DATA" not in busy[2]
    assert "STEPDOWN_DATA" in folder[2] and "STEPDOWN_PORT" not in folder[2]


UNREACHABLE = {"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_API_BASE": "http://127.0.0.1:9"}


@pytest.mark.parametrize(
    ("how", "env"), [(signal.SIGINT, {}), (signal.SIGTERM, {}), (signal.SIGTERM, UNREACHABLE)]
)
async def test_ctrl_c_and_sigterm_stop_cleanly(tmp_path, how, env):
    process = program("run", env={"STEPDOWN_DATA": tmp_path, **env})
    await asyncio.to_thread(process.stdout.readline)
    process.send_signal(how)
    code, _, err = await ended(process)
    assert code == 0 and "Traceback" not in err


@pytest.fixture
def installed(tmp_path):
    """A data folder with a key and a database in which somebody is known."""
    settings = Settings(STEPDOWN_DATA=tmp_path / "data")
    with opened(settings) as store:
        store.transact_now(lambda tx: people.find_or_create(tx, TRAINEE))
    return settings


def newer(settings):
    with contextlib.closing(sqlite3.connect(settings.data / "stepdown.db")) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


def folder_for_a_file(settings):
    for path in settings.data.glob("stepdown.db*"):
        path.unlink()
    (settings.data / "stepdown.db").mkdir()


BROKEN = {
    "newer than the program": (newer, {}, "newer than this program"),
    "without its key": (lambda s: s.key_file.unlink(), {}, "put the key back"),
    "with half a key": (lambda s: s.key_file.write_bytes(b"short"), {}, "restore the right key"),
    "with another key": (lambda s: None, {"STEPDOWN_KEY": "A" * 43}, "the key it was made with"),
    "with no key at all": (lambda s: None, {"STEPDOWN_KEY": "é"}, "base64"),
    "a folder": (folder_for_a_file, {}, "name another place"),
    "not a database": (
        lambda s: (s.data / "stepdown.db").write_bytes(b"hello" * 2000),
        {},
        "restore a backup",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_database_that_cannot_be_used_is_one_line_and_stays_as_it_is(
    installed, name, capfd, monkeypatch
):
    damage, env, says = BROKEN[name]
    damage(installed)
    before = sorted(path.name for path in installed.data.iterdir())
    settings = Settings(STEPDOWN_DATA=installed.data, **env)
    with pytest.raises(StoreError, match=says) as refused:
        open_store(settings)
    assert "\n" not in str(refused.value)
    env = {"STEPDOWN_DATA": installed.data, **env}
    code, out, _ = stepdown(capfd, monkeypatch, "check", env=env)
    assert code == 1 and sum(line.startswith("wrong") for line in out.splitlines()) == 1
    left = sorted(path.name for path in installed.data.iterdir() if "db-" not in path.name)
    assert left == [name for name in before if "db-" not in name]


@contextlib.contextmanager
def nobody():
    """For a while without the rights of whoever runs the tests; root may write everywhere."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def open_folder():
    """A folder below which nobody in particular may look."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_and_a_database_that_may_only_be_read_are_one_line_each(open_folder):
    key = b64encode(bytes(32)).decode()
    open_store(Settings(STEPDOWN_DATA=open_folder, STEPDOWN_KEY=key)).close()
    open_folder.chmod(0o555)
    (open_folder / "stepdown.db").chmod(0o444)
    for env in ({"STEPDOWN_KEY": key}, {"STEPDOWN_DATABASE": f"sqlite:///{open_folder}/new.db"}):
        settings = Settings(STEPDOWN_DATA=open_folder, **env)
        with nobody(), pytest.raises(StoreError, match=f"{open_folder}.* cannot be written") as no:
            open_store(settings)
        assert "\n" not in str(no.value)
    assert sorted(path.name for path in open_folder.iterdir()) == ["stepdown.db"]


@pytest.mark.parametrize("folder", ["/proc/nowhere", "/dev/null", "/dev/null/data"])
def test_a_folder_that_cannot_be_made_says_which_setting_names_it(folder):
    with pytest.raises(StoreError, match="STEPDOWN_DATA"):
        open_store(Settings(STEPDOWN_DATA=folder))


@pytest.mark.parametrize("base", ["garbage", "ftp://127.0.0.1", "http://", "http://127.0.0.1:x"])
async def test_an_address_that_is_none_is_refused_at_once(installed, base):
    with opened(installed) as store, pytest.raises(Exception, match="TELEGRAM_API_BASE"):
        await run_chat("1:a", base, store, handle_for(make_tools(installed)), asyncio.Event())


async def test_a_server_that_goes_away_and_comes_back_finds_the_encounter_as_it_was(tmp_path):
    settings, stop = Settings(STEPDOWN_DATA=tmp_path), asyncio.Event()
    world = World(seed=1, limits=None)
    later = World(limits=None)
    with opened(settings) as store:
        async with serve(world) as port:
            address = f"http://127.0.0.1:{port}"
            handle = handle_for(make_tools(settings, 7))
            bot = asyncio.create_task(run_chat(world.token, address, store, handle, stop))
            stage = Stage(world, Person(world, TRAINEE), store, address, settings)
            await stage.join()
            await stage.begin()
            await stage.say(SORRY["en"])
        await asyncio.sleep(0)
        async with serve(later, port=port):
            stage = Stage(later, Person(later, TRAINEE), store, address, settings)
            stage.person.start()
            await stage.person.wait_for(text("en", "practice.still_running"), timeout=20)
            await stage.person.settle()
            await stage.say("You sound worn out.")
            assert said(stage) == [SORRY["en"], "You sound worn out."]
            stop.set()
            await bot


# Scenario files.


def written(name, content):
    """A change that puts something else into a file of the scenario."""

    def change(folder):
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)

    return change


def replaced(name, old, new):
    def change(folder):
        before = (folder / name).read_text()
        assert old in before
        (folder / name).write_text(before.replace(old, new, 1))

    return change


SINGH_FILES = {path.name: path.read_bytes() for path in (SCENARIOS / SINGH).glob("*.yaml")}
NEVER = replaced(
    "scenario.yaml", "when: mood == assaultive and arousal >= 93", "when: turn >= 3 and turn <= 2"
)
FLAWS = {
    "broken YAML": (written("scenario.yaml", "format: 1\nroles: [nurse\n"), "scenario.yaml:", "D0"),
    "an unknown act": (
        replaced("scenario.yaml", "[validate, apologise", "[validat, apologise"),
        "scenario.yaml:6:12",
        "did you mean `validate`?",
    ),
    "an ending out of reach": (NEVER, "scenario.yaml:199:", "D040"),
    "a missing translation": (
        replaced("fr.yaml", "\n  struck_glass:", "\n  verre_brise:"),
        "fr.yaml:",
        "struck_glass",
    ),
    "no French at all": (lambda folder: (folder / "fr.yaml").unlink(), "fr.yaml:1:1", "D007"),
    "a key given twice": (
        written("scenario.yaml", SINGH_FILES["scenario.yaml"] + b"\nminutes: 3\n"),
        "scenario.yaml:",
        "D003",
    ),
    "a number that is `no`": (
        replaced("scenario.yaml", "minutes: 15", "minutes: no"),
        "scenario.yaml:5",
        "minutes",
    ),
    "an effect that is `on`": (
        replaced("scenario.yaml", "thank: 1.3", "thank: on"),
        "scenario.yaml:",
        "thank",
    ),
    "an empty file": (written("en.yaml", ""), "en.yaml:1:1", "D006"),
    "a binary file": (written("scenario.yaml", bytes(range(256))), "scenario.yaml:2:118", "D009"),
    "a NUL": (written("scenario.yaml", b"format: 1\n\0\n"), "scenario.yaml:2:1", "D010"),
    "UTF-16": (written("scenario.yaml", "format: 1".encode("utf-16")), "scenario.yaml:1:", "D009"),
    "a Python object": (
        written("scenario.yaml", "a: !!python/object/apply:os.getcwd []\n"),
        "scenario.yaml:1:",
        "D002",
    ),
    "1,000 brackets": (written("en.yaml", "[" * 1000 + "]" * 1000), "en.yaml:1:", "D011"),
    "100,000 brackets": (written("en.yaml", "[" * 100_000 + "]" * 100_000), "en.yaml:1:", "D011"),
    "100,000 dashes": (written("en.yaml", "- " * 100_000), "en.yaml:1:", "D011"),
    "a folder for a file": (
        lambda folder: ((folder / "fr.yaml").unlink(), (folder / "fr.yaml").mkdir()),
        "fr.yaml:1:1",
        "D007",
    ),
    "a pipe for a file": (
        lambda folder: ((folder / "fr.yaml").unlink(), os.mkfifo(folder / "fr.yaml")),
        "fr.yaml:1:1",
        "D007",
    ),
    "a file without end": (
        lambda folder: (
            (folder / "fr.yaml").unlink(),
            (folder / "fr.yaml").symlink_to("/dev/zero"),
        ),
        "fr.yaml:1:1",
        "D007",
    ),
}


@pytest.fixture
def folder(tmp_path):
    """A scenario of one's own, sound so far."""
    made = tmp_path / "own"
    made.mkdir()
    for name, content in SINGH_FILES.items():
        (made / name).write_bytes(content)
    return made


@pytest.mark.parametrize("name", FLAWS)
def test_lint_says_where_a_scenario_is_wrong(name, folder, capfd, monkeypatch):
    spoil, place, says = FLAWS[name]
    spoil(folder)
    began = time.monotonic()
    code, out, _ = stepdown(capfd, monkeypatch, "scenarios", "lint", folder)
    assert time.monotonic() - began < 10
    wrong = [line for line in out.splitlines() if line.endswith("[error]")]
    assert code == 1 and wrong, out
    found = next((line for line in wrong if f"own/{place}" in line and says in line), "")
    assert found, out
    where, code_of = wrong[0].split(" ")[:2]
    assert where.count(":") == 2 and code_of[0] == "D" and code_of[1:].isdigit()


def test_lint_does_not_read_a_file_of_100_megabytes(folder):
    with (folder / "scenario.yaml").open("wb") as file:
        file.write(b"a: ")
        file.truncate(100_000_000)
    began = time.monotonic()
    process = program("scenarios", "lint", folder, env={})
    out, err = process.communicate(timeout=30)
    assert process.returncode == 1 and b"own/scenario.yaml:1:1 D008" in out.splitlines()[0]
    assert time.monotonic() - began < 15 and b"Traceback" not in err


@pytest.mark.parametrize("make", ["nothing", "file", "empty folder"])
def test_lint_of_what_is_no_scenario_says_so(make, tmp_path, capfd, monkeypatch):
    path = tmp_path / "own"
    if make == "file":
        path.write_text("x")
    if make == "empty folder":
        path.mkdir()
    code, out, err = stepdown(capfd, monkeypatch, "scenarios", "lint", path)
    assert code == 1
    if make == "empty folder":
        assert "own/scenario.yaml:1:1 D007" in out
    else:
        assert not out and err.count("\n") == 1 and "scenarios list" in err


@pytest.mark.parametrize("command", [("scenarios", "list"), ("check",), ("scenarios", "lint")])
def test_scenarios_in_no_folder_are_an_error_and_not_an_empty_list(
    command, tmp_path, capfd, monkeypatch
):
    env = {"STEPDOWN_SCENARIOS": tmp_path / "none", "STEPDOWN_DATA": tmp_path / "data"}
    code, out, err = stepdown(capfd, monkeypatch, *command, env=env)
    assert code == 1 and "STEPDOWN_SCENARIOS" in out + err


# Other commands.


SIMULATE = ("scenarios", "simulate", SINGH, "--policy", "expert")
ODD_CALLS = [
    (("read", "--scenario", "nowhere"), "nowhere"),
    (("read", "--scenario", "../er_waiting_room"), "er_waiting_room"),
    (("read", "--lang", "de"), "--lang"),
    (("read", "--bogus"), "--bogus"),
    (("chat", "--script", "/nowhere/at/all"), "/nowhere/at/all"),
    (("chat", "--script", "/"), "cannot be read"),
    (("chat", "--script", sys.executable), "cannot be read"),
    (("chat", "--scenario", "nowhere"), "nowhere"),
    (("chat", "--lang", "de"), "--lang"),
    (("chat", "--seed", "many"), "--seed"),
    (("scenarios", "simulate", "nowhere", "--policy", "expert"), "nowhere"),
    (("scenarios", "simulate", SINGH, "--policy", "wizard"), "wizard"),
    ((*SIMULATE, "--runs", "-1"), "--runs"),
    ((*SIMULATE, "--runs", "0"), "--runs"),
    ((*SIMULATE, "--turns", "-5"), "--turns"),
    ((*SIMULATE, "--lang", "de"), "--lang"),
    (("scenarios", "schema", "zzz"), "zzz"),
    (("nosuch",), "nosuch"),
]


@pytest.mark.parametrize(("arguments", "says"), ODD_CALLS)
def test_odd_arguments_are_told_and_end_with_an_error(
    arguments, says, tmp_path, capfd, monkeypatch
):
    code, out, err = stepdown(
        capfd, monkeypatch, *arguments, env={"STEPDOWN_DATA": tmp_path / "data"}
    )
    assert code in (1, 2) and not out and says in err
    assert code == 2 or err.count("\n") == 1
    assert not (tmp_path / "data").exists()


MOVES = '{"scenario": "er_waiting_room", %s}'
ODD_MOVES = [
    ("", "not JSON"),
    (MOVES % f'"seed": {"9" * 5000}, "moves": []', "not JSON"),
    (MOVES % '"seed": 1e400, "moves": []', "seed"),
    (MOVES % '"lang": "de", "moves": []', "lang"),
    (MOVES % '"moves": 5', "moves"),
    (MOVES % '"moves": [{"acts": [{"act": "apologise", "confidence": NaN}]}]', "moves.0"),
    (MOVES % '"moves": [{"text": "\\ud83d sorry"}]', "moves.0.text"),
    ('{"scenario": "../x", "moves": []}', "../x"),
    ('{"scenario": "er_waiting_room\\u0000", "moves": []}', "no scenario"),
]


@pytest.mark.parametrize(("given", "says"), ODD_MOVES, ids=range(len(ODD_MOVES)))
def test_odd_moves_are_one_line(given, says, capfd, monkeypatch):
    code, out, err = stepdown(capfd, monkeypatch, "advance", "--json", given=given.encode())
    assert code == 1 and not out and err.count("\n") == 1 and says in err


def test_read_answers_every_line_whatever_it_holds(capfd, monkeypatch):
    lines = [
        '{"text": 5}',
        '{"text": "hi", "lang": 5}',
        '{"text": "\\ud83d I am sorry"}',
        '{"text": "hi", "previous": "\\udc00"}',
        f'{{"text": "hi", "n": {"9" * 5000}}}',
        "[" * 5000,
        "nul \x00",
    ]
    code, out, err = stepdown(capfd, monkeypatch, "read", "--json", given="\n".join(lines).encode())
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and not err and len(rows) == len(lines)
    assert rows[2]["text"] == f"{HALF} I am sorry"
