"""People, the phone, the store and the chat edge together: order, taps, refusals and trouble."""

import asyncio
import logging

import pytest

from bot.chat import IntakeError
from bot.chat.buttons import pack
from bot.phone import Fault, Limits
from bot.practice import commands
from bot.store import inbox, outbox, people
from bot.texts import text
from tests.bot.chat.conftest import said
from tests.bot.chat.scripted import TOKEN
from tests.bot.phone.oracle import check_traffic

STATES = ("open", "done", "dead")


async def inbox_states(store):
    found = await store.transact(inbox.counts)
    return {state: found[state] for state in STATES if found[state]}


async def until(condition, seconds=10.0):
    """Wait until something holds."""
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - the store has no event to wait for
            await asyncio.sleep(0.02)


async def test_words_are_answered_with_the_panel_underneath(line, trainee):
    async with line.bot():
        trainee.start()
        await trainee.wait_for(text("en", "chat.notice_title"))
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        screen = await trainee.settle()
    assert text("en", "chat.body_button") in screen[-1].labels
    assert "Sam\n1. hello" in screen[-2].text
    assert await inbox_states(line.store) == {"done": 2}
    check_traffic(line.world)


async def test_each_chat_is_answered_in_order(line, trainee, other):
    for n in range(1, 11):
        trainee.say(f"a{n}")
        other.say(f"b{n}")
    async with line.bot():
        await trainee.wait_for("10. a10", timeout=20)
        await other.wait_for("10. b10", timeout=20)
    assert said(trainee) == [f"{n}. a{n}" for n in range(1, 11)]
    assert said(other) == [f"{n}. b{n}" for n in range(1, 11)]


async def test_there_is_one_panel_at_a_time(line, trainee):
    async with line.bot():
        for n in range(1, 4):
            trainee.say(f"w{n}")
            await trainee.wait_for(f"{n}. w{n}")
        screen = await trainee.settle()
        panels = [shown for shown in screen if text("en", "chat.body_button") in shown.labels]
        assert [panel.message_id for panel in panels] == [screen[-1].message_id]
        trainee.say("/stop")
        await trainee.wait_for("9-8-8")
        assert not any(shown.labels for shown in await trainee.settle())

    def held(tx):
        return outbox.slot(tx, people.find_or_create(tx, trainee.id).id, "panel")

    assert await line.store.transact(held) is None


async def test_a_double_tap_takes_one_turn_and_both_taps_are_answered(line, trainee):
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        await trainee.settle()
        trainee.double_tap(text("en", "chat.wait_button"))
        await trainee.wait_for("2. (silence)")
        await trainee.settle()
    assert said(trainee) == ["1. hello", "2. (silence)"]
    assert [toast.text for toast in trainee.toasts()] == [text("en", "practice.answered_toast")]
    assert len(line.calls("answerCallbackQuery")) == 2


async def test_a_tap_sent_again_under_a_new_number_takes_one_turn(line, trainee):
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        await trainee.settle()
        trainee.tap(text("en", "chat.wait_button"))
        await trainee.wait_for("2. (silence)")
        trainee.resend_tap()
        trainee.repeat_last()
        trainee.say("more")
        await trainee.wait_for("3. more")
    assert said(trainee) == ["1. hello", "2. (silence)", "3. more"]


async def test_a_button_of_another_bot_gets_a_toast(line, trainee):
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        await trainee.settle()
        for data in ("buy:42", "v1:zzzz9999:9:wait"):
            trainee.tap_data(data)
        await until(lambda: _toasts(trainee, 2))
        await trainee.settle()
    assert [toast.text for toast in trainee.toasts()] == [
        text("en", "chat.old_button_toast"),
        text("en", "practice.answered_toast"),
    ]
    assert said(trainee) == ["1. hello"]


async def _toasts(person, count):
    return len(person.toasts()) >= count


async def test_an_edit_that_changes_nothing_is_success(line, trainee):
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        await trainee.settle()
        same = pack(commands.PanelChoice(TOKEN, 2, "page.main"))
        for _ in range(3):
            trainee.tap_data(same)
        await until(lambda: _answered(line, 3))
        trainee.say("next")
        await trainee.wait_for("2. next")
    refused = [call for call in line.world.calls_of("editMessageText") if not call.ok]
    assert refused and all("not modified" in call.response["description"] for call in refused)
    assert await _unfinished(line.store) == {}


async def _answered(line, count):
    return len(line.calls("answerCallbackQuery")) >= count


async def _unfinished(store):
    """Calls by state that are neither sent nor discarded."""
    rows = await store.transact(lambda tx: outbox.due(tx, 100))
    again = await store.transact(outbox.restart)
    return {name: n for name, n in (("due", len(rows)), ("started", again)) if n}


async def test_a_panel_that_is_gone_from_the_chat_is_sent_afresh(line, trainee):
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        panel = (await trainee.settle())[-1]
        line.world.chats[trainee.id].remove(panel.message_id)
        trainee.tap_data(pack(commands.PanelChoice(TOKEN, 2, "page.body")), panel.message_id)
        back = text("en", "chat.back_button")
        await trainee.wait_for(lambda screen: back in screen[-1].labels)
        trainee.tap(back)
        await trainee.wait_for(lambda s: text("en", "chat.body_button") in s[-1].labels)


async def test_a_429_pauses_that_chat_and_no_other(line, trainee, other):
    async with line.bot():
        trainee.start()
        other.start()
        await trainee.settle()
        await other.settle()
        line.world.faults.plan("sendMessage", Fault("too_many", retry_after=2))
        trainee.say("slow")
        await until(lambda: _tried(line, trainee))
        other.say("quick")
        await other.wait_for("1. quick", timeout=1.5)
        assert said(trainee) == []
        await trainee.wait_for("1. slow", timeout=5)
    assert said(trainee) == ["1. slow"]


async def _tried(line, person):
    return any(
        c.fault for c in line.world.calls_of("sendMessage") if c.params["chat_id"] == person.id
    )


async def test_real_limits_delay_replies_and_lose_none(line, trainee):
    line.world.gate.limit(Limits(per_chat=4.0, chat_burst=2, overall=30.0, overall_burst=30))
    for n in range(1, 5):
        trainee.say(f"w{n}")
    async with line.bot():
        await trainee.wait_for("4. w4", timeout=30)
    assert said(trainee) == [f"{n}. w{n}" for n in range(1, 5)]
    assert any(call.response.get("error_code") == 429 for call in line.world.calls_of())


async def test_a_person_who_blocked_the_bot_is_marked_and_comes_back(line, trainee):
    async def unreachable():
        found = await line.store.transact(lambda tx: people.find_or_create(tx, trainee.id))
        return found.unreachable_at is not None

    async with line.bot():
        trainee.start()
        await trainee.wait_for(text("en", "chat.notice_title"))
        trainee.tap(text("en", "chat.agree_button"))
        await trainee.reply()
        await trainee.settle()
        line.world.faults.plan("sendMessage", "blocked")
        trainee.say("lost")
        await until(unreachable)
        trainee.say("found")
        await trainee.wait_for("2. found")
        assert not await unreachable()
        trainee.block()
        await until(unreachable)
        trainee.unblock()
        trainee.say("again")
        await trainee.wait_for("3. again")
        assert not await unreachable()
    assert said(trainee) == ["2. found", "3. again"]


async def test_a_reply_delivered_but_unacknowledged_is_shown_at_least_once(line, trainee):
    async with line.bot():
        trainee.start()
        await trainee.settle()
        line.world.faults.plan("sendMessage", "lose_reply")
        trainee.say("hello")
        await trainee.wait_for(lambda s: text("en", "chat.body_button") in s[-1].labels)
        await trainee.settle()
    assert said(trainee) == ["1. hello", "1. hello"]


@pytest.mark.parametrize("kind", ["drop", "internal"])
async def test_a_reply_that_did_not_get_through_is_sent_again(line, trainee, kind):
    async with line.bot():
        trainee.start()
        await trainee.settle()
        line.world.faults.plan("sendMessage", kind)
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        await trainee.settle()
    assert said(trainee) == ["1. hello"]


async def test_trouble_with_typing_holds_nothing_up(line, trainee):
    line.world.faults.plan("sendChatAction", Fault("too_many", retry_after=60))
    trainee.say("hello")
    async with line.bot():
        await trainee.wait_for("1. hello")
    assert len(line.world.calls_of("sendChatAction")) == 1


async def test_a_malformed_update_is_put_aside_and_later_ones_go_on(line, trainee):
    async with line.bot():
        trainee.say("before")
        trainee.inject({"message": {"chat": {"id": trainee.id}, "from": {"id": trainee.id}}})
        trainee.inject({"message": "nonsense"})
        trainee.say("after")
        await trainee.wait_for("2. after")
    assert await inbox_states(line.store) == {"done": 2, "dead": 2}
    letters = await line.store.transact(inbox.dead_letters)
    assert all(letter.error.startswith("not an update: ") for letter in letters)


async def test_a_use_case_that_fails_is_apologised_for_and_the_chat_goes_on(line, trainee, caplog):
    caplog.set_level(logging.DEBUG)
    async with line.bot():
        trainee.say("crash")
        await trainee.wait_for(text("en", "chat.sorry"))
        trainee.say("hello")
        await trainee.wait_for("1. hello")
    assert await inbox_states(line.store) == {"done": 1, "dead": 1}
    (letter,) = await line.store.transact(inbox.dead_letters)
    assert letter.error.startswith("KeyError at scripted.py:") and "\n" not in letter.error
    assert "KeyError at scripted.py:" in caplog.text and "private words" not in caplog.text


async def test_what_is_not_words_is_named(line, trainee):
    async with line.bot():
        trainee.send_sticker()
        await trainee.wait_for("<sticker>")
        trainee.send_location()
        await trainee.wait_for("<location>")
        trainee.forward("stop")
        await trainee.wait_for("<forwarded>")
        said_first = trainee.say("first")
        await trainee.wait_for("1. first")
        trainee.edit(said_first["message_id"], "second")
        await trainee.wait_for("<edited>")


async def test_french_phones_are_answered_in_french_until_a_language_is_chosen(line, trainee):
    trainee.speak("fr")
    async with line.bot():
        trainee.start()
        await trainee.wait_for(text("fr", "chat.notice_title"))
        trainee.tap("English")
        await trainee.wait_for(text("en", "chat.notice_title"))
        trainee.tap_data(pack(commands.SetLanguage("en")))
        await trainee.wait_for(text("en", "practice.help")[:20])
        trainee.start()
        await trainee.wait_for(text("en", "chat.notice_title"))


async def test_after_deletion_only_the_goodbye_is_left(line, trainee):
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello")
        await trainee.settle()
        trainee.say("/delete")
        await trainee.wait_for(text("en", "chat.delete_title"))
        trainee.tap(text("en", "chat.delete_button"))
        await trainee.wait_for(text("en", "chat.deleted"))
        screen = await trainee.settle()
        assert text("en", "chat.body_button") not in {b for shown in screen for b in shown.labels}
        assert await inbox_states(line.store) == {}
        trainee.say("hello again")
        await trainee.wait_for("1. hello again")


async def test_somebody_who_never_agreed_and_blocks_leaves_no_trace(line, trainee):
    async with line.bot():
        trainee.start()
        await trainee.wait_for(text("en", "chat.notice_title"))
        await trainee.settle()
        trainee.block()

        async def nothing_left():
            return await inbox_states(line.store) == {}

        await until(nothing_left)


async def test_a_wrong_token_says_what_to_do_and_never_shows_itself(line, caplog):
    caplog.set_level(logging.DEBUG)
    secret = "99:very-secret-token"
    with pytest.raises(IntakeError) as refused:
        await line.run(token=secret)
    told = f"{refused.value}{refused.value.__cause__}{ours(caplog)}"
    assert "TELEGRAM_BOT_TOKEN" in str(refused.value) and "\n" not in str(refused.value)
    assert "very-secret" not in told


async def test_an_empty_token_says_what_to_do(line):
    with pytest.raises(IntakeError, match="TELEGRAM_BOT_TOKEN"):
        await line.run(token="")


async def test_a_token_taken_away_while_running_ends_the_bot(line, trainee):
    running = asyncio.create_task(line.run())
    trainee.start()
    await trainee.reply()
    line.world.token = "1:another"
    trainee.say("wake up")
    with pytest.raises(IntakeError, match="TELEGRAM_BOT_TOKEN"):
        await running


async def test_the_token_is_in_no_log_whatever_goes_wrong(line, trainee, caplog):
    caplog.set_level(logging.DEBUG)
    for kind in ("internal", "drop", "lose_reply"):
        line.world.faults.plan("getUpdates", kind)
        line.world.faults.plan("sendMessage", kind)
    async with line.bot():
        for n in range(4):
            trainee.say(f"w{n}")
        await trainee.wait_for(lambda screen: any("4. w3" in shown.text for shown in screen), 20)
    assert "Polling failed" in ours(caplog)
    assert line.world.token.partition(":")[2] not in ours(caplog)


def ours(caplog):
    """All that was logged, but for what the phone's own server says of its addresses."""
    kept = [r for r in caplog.records if not r.name.startswith("uvicorn")]
    return "\n".join(f"{r.name} {r.getMessage()} {r.exc_text or ''}" for r in kept)


async def test_a_second_poller_is_told_of_in_one_line(line, trainee, caplog):
    async with line.bot():
        trainee.start()
        await trainee.reply()
        await line.world.updates.poll(0, 1, 0)
        trainee.say("hello")
        await trainee.wait_for("1. hello")
    lines = [r.getMessage() for r in caplog.records if "Another program" in r.getMessage()]
    assert len(lines) == 1 and "\n" not in lines[0]


async def test_what_was_waiting_when_the_bot_stopped_is_taken_when_it_starts(line, trainee):
    async with line.bot():
        trainee.say("one")
        await trainee.wait_for("1. one")
    trainee.say("two")
    async with line.bot():
        await trainee.wait_for("2. two")
    assert said(trainee) == ["1. one", "2. two"]


async def test_a_clean_stop_sends_everything_first(line, trainee):
    for n in range(1, 21):
        trainee.say(f"w{n}")

    async def fetched():
        return sum((await line.store.transact(inbox.counts)).values()) == 20

    async with line.bot():
        await until(fetched)
    assert said(trainee) == [f"{n}. w{n}" for n in range(1, 21)]
    assert await inbox_states(line.store) == {"done": 20}


async def test_the_menu_and_the_description_are_set_in_both_languages(line, trainee):
    async with line.bot():
        trainee.start()
        await trainee.reply()
        await until(lambda: _menus(line, 3))
    menus = {call.get("language_code"): call["commands"] for call in line.calls("setMyCommands")}
    assert set(menus) == {None, "en", "fr"}
    assert menus["fr"][0] == {"command": "scenarios", "description": "Choisir une rencontre"}
    check_traffic(line.world)


async def _menus(line, count):
    return len(line.calls("setMyShortDescription")) >= count


async def test_groups_are_left_alone(line, trainee):
    group = {"id": -5, "type": "group", "title": "Cadets"}
    user = {"id": trainee.id, "is_bot": False, "first_name": "T"}
    spoken = {"message_id": 1, "date": 1, "chat": group, "from": user, "text": "/start"}
    async with line.bot():
        trainee.inject({"message": spoken})
        trainee.say("hello")
        await trainee.wait_for("1. hello")
    assert not [c for c in line.calls("sendMessage") if c["chat_id"] != trainee.id]
