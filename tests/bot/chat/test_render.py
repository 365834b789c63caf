"""What appears on a phone for each card, in both languages."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import render_panel
from bot.chat.buttons import unpack
from bot.chat.markup import units
from bot.chat.render import render, toast
from bot.phone.formatting import finished, from_html
from bot.practice import cards
from bot.practice.cards import Card, Section
from bot.practice.commands import Rate, Start, Stop
from bot.store.outbox import Call
from bot.texts import LANGS, text
from dialogues.reply import Reply
from tests.bot.chat.shown import AWKWARD, CARDS, TOKEN, panel


def drawn(calls: list[Call]) -> str:
    """Calls as a page of text for a snapshot."""
    return "\n".join(chain.from_iterable(map(_lines, calls)))


def _lines(call: Call) -> list[str]:
    given_files = "".join(f" +{name}" for name in call.files)
    head = f"== {call.method} {call.slot}{given_files}".rstrip()
    body = [str(call.params[name]) for name in ("text", "caption", "action") if name in call.params]
    rows = call.params.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [" ".join(f"[{b['text']} > {b['callback_data']}]" for b in row) for row in rows]
    return [head, *body, *buttons]


def texts_of(calls: list[Call]) -> list[str]:
    return [
        call.params[name] for call in calls for name in ("text", "caption") if name in call.params
    ]


def buttons_of(calls: list[Call]) -> list[dict[str, str]]:
    keyboards = [call.params.get("reply_markup", {}).get("inline_keyboard", []) for call in calls]
    return [button for rows in keyboards for row in rows for button in row]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_looks_like_this(name, lang, snapshot):
    assert drawn(render([CARDS[name]], lang)) == snapshot


def test_every_kind_of_card_is_shown_here():
    assert {type(card) for card in CARDS.values()} == set(Card.__args__)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CARDS)
def test_telegram_would_take_it(name, lang):
    calls = render([CARDS[name]], lang)
    for shown in texts_of(calls):
        said = finished(from_html(shown))
        assert 0 < units(said.text) <= 4096
        assert AWKWARD in said.text or "5 & 3" not in said.text
    for button in buttons_of(calls):
        assert unpack(button["callback_data"]) is not None
        assert button["text"].strip()


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_of_the_other_language_strays_in(lang):
    other = next(each for each in LANGS if each != lang)
    card = CARDS["panel, learning and fresh"]
    foreign = {text(other, f"chat.{key}") for key in ("body_button", "deeds_button", "coach")}
    assert not foreign & {b["text"] for b in buttons_of(render([card], lang))}
    assert not any(word in shown for word in foreign for shown in texts_of(render([card], lang)))


def test_a_fresh_panel_goes_under_the_reply_and_the_old_one_goes_away():
    calls = render([CARDS["heard"], panel(fresh=True)], "en")
    assert [(call.method, call.slot) for call in calls] == [
        ("sendChatAction", ""),
        ("sendMessage", ""),
        ("deleteMessage", "panel"),
        ("sendMessage", "panel"),
    ]
    assert "disable_notification" not in calls[1].params
    assert calls[3].params["disable_notification"]


@pytest.mark.parametrize("page", ["main", "body", "deeds"])
def test_a_tap_only_edits_the_panel(page):
    assert [(c.method, c.slot) for c in render([panel(page)], "en")] == [
        ("editMessageText", "panel")
    ]


def test_stop_is_on_the_main_page_and_works_at_any_turn():
    button = buttons_of(render([panel()], "en"))[-1]
    assert button["text"] == "Stop" and unpack(button["callback_data"]) == Stop()


def test_act_is_offered_only_with_a_deed_chosen():
    def labels(card: cards.Panel) -> set[str]:
        return {button["text"] for button in buttons_of(render([card], "en"))}

    idle = cards.Panel(TOKEN, 1, "main")
    assert text("en", "chat.act_button") in labels(panel())
    assert text("en", "chat.act_button") not in labels(idle)
    assert text("en", "chat.wait_button") in labels(idle) & labels(panel())


def test_the_rating_has_five_buttons():
    found = [
        unpack(b["callback_data"]) for b in buttons_of(render([cards.SelfRating(TOKEN)], "fr"))
    ]
    assert found == [Rate(TOKEN, value) for value in range(1, 6)]


def test_the_notice_can_be_read_in_the_other_language():
    other = buttons_of(render([cards.Notice()], "en"))[-1]
    assert other["text"] == "Français" and unpack(other["callback_data"]) == Start(locale="fr")


def test_crisis_help_is_shown_on_leaving_the_role():
    for lang in LANGS:
        assert "9-8-8" in texts_of(render([cards.Stopped(was_inside=True)], lang))[0]


def test_the_toast_is_not_a_message():
    shown = [cards.Toast("practice.over_toast")]
    assert render(shown, "en") == []
    assert toast(shown, "en") == text("en", "practice.over_toast")
    assert toast([cards.PanelGone()], "en") == ""


def test_a_caption_too_long_for_a_picture_goes_on_under_it():
    words = " ".join(f"word{n}" for n in range(600))
    calls = render([cards.DebriefCard(b"png", words, (), "er")], "en")
    assert calls[0].files == {"photo": b"png"}
    assert units(calls[0].params["caption"]) <= 1024
    shown = " ".join(texts_of(calls))
    assert all(word in shown.split() for word in words.split())


def test_a_long_debrief_becomes_several_messages_with_buttons_on_the_last():
    sections = tuple(Section(f"Part {n}", ("words " * 100,), folded=n % 2 == 0) for n in range(20))
    calls = render([cards.DebriefCard(b"png", "c", sections, "er")], "en")
    assert len(calls) > 3
    assert [bool(buttons_of([call])) for call in calls] == [False] * (len(calls) - 1) + [True]


def test_a_long_coach_note_leaves_the_panel_one_message():
    card = cards.Panel(TOKEN, 1, "main", lines=("x" * 160,) * 4, coach="word " * 2000)
    (call,) = render([card], "fr")
    assert units(from_html(call.params["text"]).text) <= 4096
    assert len(call.params["reply_markup"]["inline_keyboard"]) == 4


@given(st.text(max_size=6000), st.text(max_size=200))
def test_whatever_is_said_is_shown_as_it_is(said, cue):
    calls = render([cards.Heard("Mr. <Singh>", Reply(said=said, cue=cue))], "en")
    for shown in texts_of(calls):
        assert units(from_html(shown).text) <= 4096


def test_the_panel_shows_at_most_three_stances_and_two_deeds_a_row():
    for page, most in (("body", render_panel.STANCES_A_ROW), ("deeds", render_panel.DEEDS_A_ROW)):
        (call,) = render([panel(page)], "en")
        rows = call.params["reply_markup"]["inline_keyboard"]
        assert max(map(len, rows)) == most
