"""Every kind of update becomes what the person asked for, or is left alone, or is refused."""

import pytest

from bot.chat.updates import (
    Blocked,
    OldButton,
    Received,
    Unblocked,
    UpdateError,
    translate,
)
from bot.practice import commands as c
from tests.bot.chat.raw import FILE, GROUP, TRAINEE, membership, message, tap

WORDS = {
    "Hello there": c.Say("Hello there"),
    "  spaced  ": c.Say("  spaced  "),
    "Stop it!": c.Say("Stop it!"),
    "arrêtez": c.Say("arrêtez"),
    "/": c.Say("/"),
    "stop": c.Stop(),
    "STOP!": c.Stop(),
    "« Stop. »": c.Stop(),
    "stop 🛑": c.Stop(),
    "arrêt": c.Stop(),
    "arret": c.Stop(),
    "ARRÊT!": c.Stop(),
    "Arre\u0302t": c.Stop(),
    "/stop": c.Stop(),
    "/STOP": c.Stop(),
    "/arret": c.Stop(),
    "/start": c.Start(locale="fr-CA"),
    "/start class_42": c.Start("class_42", "fr-CA"),
    "/start@practice_bot": c.Start(locale="fr-CA"),
    "/language": c.ChooseLanguage(),
    "/langue": c.ChooseLanguage(),
    "/privacy": c.AskPrivacy(),
    "/help": c.AskHelp(),
    "/aide": c.AskHelp(),
    "/scenarios": c.ListScenarios(),
    "/progress": c.AskProgress(),
    "/progres": c.AskProgress(),
    "/progrès": c.AskProgress(),
    "/history": c.AskHistory(),
    "/historique": c.AskHistory(),
    "/export": c.AskExport(),
    "/exporter": c.AskExport(),
    "/delete": c.AskDelete(),
    "/fly": c.Unknown("fly"),
    "/fly away": c.Unknown("fly"),
}


@pytest.mark.parametrize(("words", "wish"), WORDS.items())
def test_typed_words(words, wish):
    assert translate(message(text=words)) == Received(7, "fr-CA", wish)


SIZED = {**FILE, "width": 1, "height": 1}
OTHER = {
    "sticker": (
        {"sticker": {**SIZED, "type": "regular", "is_animated": False, "is_video": False}},
        "sticker",
    ),
    "photo": ({"photo": [SIZED], "caption": "look"}, "picture"),
    "location": ({"location": {"longitude": 1.0, "latitude": 2.0}}, "location"),
    "voice": ({"voice": {**FILE, "duration": 3}}, "voice"),
    "contact": ({"contact": {"phone_number": "1", "first_name": "A"}}, "contact"),
    "video": ({"video": {**SIZED, "duration": 3}}, "video"),
    "video note": ({"video_note": {**FILE, "length": 9, "duration": 3}}, "video"),
    "audio": ({"audio": {**FILE, "duration": 3}}, "audio"),
    "document": ({"document": FILE}, "document"),
    "animation": ({"animation": {**SIZED, "duration": 3}, "document": FILE}, "animation"),
    "dice": ({"dice": {"emoji": "🎲", "value": 3}}, "dice"),
    "forwarded words": (
        {"text": "stop", "forward_origin": {"type": "user", "date": 1, "sender_user": TRAINEE}},
        "forwarded",
    ),
    "something new": ({"hologram": {"depth": 3}}, "other"),
}


@pytest.mark.parametrize(("content", "kind"), OTHER.values(), ids=OTHER)
def test_what_is_not_typed_words(content, kind):
    assert translate(message(**content)) == Received(7, "fr-CA", c.Unsupported(kind))


def test_an_edit_is_not_said_again():
    edited = message("edited_message", text="/stop", edit_date=1_800_000_009)
    assert translate(edited) == Received(7, "fr-CA", c.Unsupported("edited"))


TAPS = {
    "v1:abcdefgh:3:wait": c.PanelChoice("abcdefgh", 3, "wait"),
    "v1:abcdefgh:0:rate.4": c.Rate("abcdefgh", 4),
    "v1:-:0:lang.fr": c.SetLanguage("fr"),
    "v1:-:0:start.fr": c.Start(locale="fr"),
    "somebody:else": OldButton(),
    None: OldButton(),
}


@pytest.mark.parametrize(("data", "wish"), TAPS.items())
def test_taps(data, wish):
    assert translate(tap(data)) == Received(7, "fr-CA", wish, "q1")


def test_a_tap_on_a_message_too_old_to_be_shown_still_counts():
    old = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}
    assert translate(tap("v1:-:0:agree", message=old)) == Received(7, "fr-CA", c.Consent(), "q1")


@pytest.mark.parametrize(
    ("status", "wish"), [("kicked", Blocked()), ("left", Blocked()), ("member", Unblocked())]
)
def test_blocking_and_unblocking(status, wish):
    assert translate(membership(status)) == Received(7, "fr-CA", wish)


LEFT_ALONE = {
    "words in a group": message(text="/start", chat=GROUP),
    "a tap in a group": tap("v1:-:0:agree", chat=GROUP),
    "joining a group": membership("member", chat=GROUP),
    "a live location that moved": message(
        "edited_message", location={"longitude": 1, "latitude": 2}
    ),
    "a note of Telegram's own": message(
        message_auto_delete_timer_changed={"message_auto_delete_time": 9}
    ),
    "a kind nobody asked for": {
        "update_id": 1,
        "poll_answer": {
            "poll_id": "1",
            "option_ids": [],
            "option_persistent_ids": [],
            "user": TRAINEE,
        },
    },
    "a kind nobody knows": {"update_id": 1, "telepathy": {"chat": {"id": 7}}},
    "a tap on an inline message": tap("v1:-:0:agree", message=None),
    "a post of a channel": {
        "update_id": 1,
        "channel_post": message(chat=GROUP, text="x")["message"],
    },
}


@pytest.mark.parametrize("raw", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(raw):
    assert translate(raw) is None


BROKEN = {
    "no message id": {"update_id": 1, "message": {"date": 1, "chat": {"id": 7, "type": "private"}}},
    "a message that is a list": {"update_id": 1, "message": [1, 2]},
    "a message that is a word": {"update_id": 1, "message": "hello"},
    "a tap from nobody": {"update_id": 1, "callback_query": {"id": "1", "data": "x"}},
    "a date beyond time": message(text="x")
    | {"message": {**message(text="x")["message"], "date": 10**18}},
    "no update id": {},
    "no chat": {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "text": "x", "from": TRAINEE},
    },
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_refused_in_one_line(raw):
    with pytest.raises(UpdateError) as refused:
        translate(raw)
    assert "\n" not in str(refused.value) and str(refused.value).startswith("not an update: ")
