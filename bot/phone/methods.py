"""Every Bot API method this phone answers, by name."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from bot.phone import card, editing, intake, sending
from bot.phone.bell import Json
from bot.phone.calls import Params
from bot.phone.refusals import Refusal
from bot.phone.world import World

MAX_ANSWER: Final = 200
POLL: Final = "getUpdates"
"""The one method that waits; `intake.get_updates` answers it."""


def answer_query(world: World, params: Params) -> bool:
    """answerCallbackQuery: stops the button's spinner; the first answer's text becomes a toast."""
    query = world.queries.get(params.text("callback_query_id"))
    if query is None or world.clock() - query.at > world.query_seconds:
        raise Refusal("old_query")
    text = params.text("text")
    if len(text) > MAX_ANSWER:
        raise Refusal("long_answer")
    if not query.answered:
        query.answered = True
        world.chats[query.chat_id].answer(
            params.text("callback_query_id"), text, alert=bool(params.get("show_alert"))
        )
    return True


Method = Callable[[World, Params], Any]
METHODS: Final[dict[str, Method]] = {
    "getMe": card.get_me,
    "getChat": card.get_chat,
    "getFile": card.get_file,
    "setMyCommands": card.set_commands,
    "getMyCommands": card.get_commands,
    "deleteMyCommands": card.delete_commands,
    "setMyName": partial(card.set_text, name="name"),
    "getMyName": partial(card.get_text, name="name"),
    "setMyDescription": partial(card.set_text, name="description"),
    "getMyDescription": partial(card.get_text, name="description"),
    "setMyShortDescription": partial(card.set_text, name="short_description"),
    "getMyShortDescription": partial(card.get_text, name="short_description"),
    "setChatMenuButton": card.set_menu_button,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendVoice": sending.send_voice,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "editMessageMedia": editing.edit_media,
    "deleteMessage": editing.delete_message,
    "setMessageReaction": editing.set_reaction,
    "pinChatMessage": editing.pin_message,
    "answerCallbackQuery": answer_query,
    "setWebhook": intake.set_webhook,
    "deleteWebhook": intake.delete_webhook,
    "getWebhookInfo": intake.webhook_info,
}
_NAMES: Final = {name.lower(): name for name in (*METHODS, POLL)}


def method_name(given: str) -> str:
    """The method's own spelling; Telegram ignores case.

    Raises:
        Refusal: 404, there is no such method here.
    """
    name = _NAMES.get(given.lower())
    if name is None:
        raise Refusal("unknown_method")
    return name


async def perform(world: World, method: str, params: Params) -> Json:
    """Do the call and give Telegram's answer body; a refusal is an answer too."""
    try:
        if method == POLL:
            result: Any = await intake.get_updates(world, params)
        else:
            result = METHODS[method](world, params)
    except Refusal as refusal:
        return refusal.as_json()
    return {"ok": True, "result": result}
