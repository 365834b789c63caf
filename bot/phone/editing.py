"""What the bot does to messages that are already there: edit, delete, react, pin."""

from typing import Final

from bot.phone.bell import Json
from bot.phone.calls import Params
from bot.phone.chats import Chat
from bot.phone.keyboards import inline_keyboard
from bot.phone.refusals import Refusal
from bot.phone.sending import caption_fields, chat_id, photo_fields, text_fields
from bot.phone.world import World

DELETABLE_S: Final = 48 * 3600
"""Seconds after which a bot can no longer delete a message (telegram.md 2.2)."""
_EMOJI: Final = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 "
    "🤡 🥱 🥴 😍 🐳 ❤️‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 "
    "🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ "
    "💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️ 😡 "
)
REACTIONS: Final = frozenset(_EMOJI.split())
"""The emoji Telegram accepts as a reaction."""
TEXT: Final = ("text", "entities", "link_preview_options")
CAPTION: Final = ("caption", "caption_entities")
MEDIA: Final = ("photo", "document", "voice", "has_media_spoiler", *CAPTION)


def edit_text(world: World, params: Params) -> Json:
    """editMessageText."""
    chat, old = _own(world, params)
    if "text" not in old:
        raise Refusal("no_text_to_edit")
    return _replace(world, chat, old, TEXT, text_fields(params), params)


def edit_caption(world: World, params: Params) -> Json:
    """editMessageCaption."""
    chat, old = _own(world, params)
    if "text" in old:
        raise Refusal("no_caption_to_edit")
    return _replace(world, chat, old, CAPTION, caption_fields(params), params)


def edit_reply_markup(world: World, params: Params) -> Json:
    """editMessageReplyMarkup."""
    chat, old = _own(world, params)
    return _replace(world, chat, old, (), {}, params)


def edit_media(world: World, params: Params) -> Json:
    """editMessageMedia, for photos."""
    chat, old = _own(world, params)
    media = params.get("media")
    if not isinstance(media, dict) or media.get("type") != "photo":
        raise Refusal("bad_json", name="input media")
    inner = Params(media, params.uploads)
    fields = photo_fields(world, inner, "media") | caption_fields(inner)
    return _replace(world, chat, old, (*TEXT, *MEDIA), fields, params)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage."""
    chat = world.chat(chat_id(params))
    message = chat.messages.get(params.whole("message_id"))
    if message is None:
        raise Refusal("no_delete_target")
    if world.clock() - message["date"] > DELETABLE_S:
        raise Refusal("not_deletable")
    chat.remove(message["message_id"])
    return True


def set_reaction(world: World, params: Params) -> bool:
    """setMessageReaction: one emoji, or none to take it away."""
    chat = world.chat(chat_id(params))
    message_id = params.whole("message_id")
    if message_id not in chat.messages:
        raise Refusal("no_reaction_target")
    wanted = params.list_of("reaction") or []
    if len(wanted) > 1:
        raise Refusal("many_reactions")
    emoji = wanted[0].get("emoji", "") if wanted and isinstance(wanted[0], dict) else ""
    if wanted and emoji not in REACTIONS:
        raise Refusal("bad_reaction")
    chat.reactions[message_id] = emoji
    chat.log("reaction", {"message_id": message_id, "emoji": emoji}, by_bot=True)
    return True


def pin_message(world: World, params: Params) -> bool:
    """pinChatMessage."""
    chat = world.chat(chat_id(params))
    message_id = params.whole("message_id")
    if message_id not in chat.messages:
        raise Refusal("no_pin_target")
    chat.pinned = [n for n in chat.pinned if n != message_id] + [message_id]
    chat.log("pinned", {"message_id": message_id}, by_bot=True)
    return True


def _own(world: World, params: Params) -> tuple[Chat, Json]:
    chat = world.chat(chat_id(params))
    message = chat.messages.get(params.whole("message_id"))
    if message is None:
        raise Refusal("no_edit_target")
    if not message["from"]["is_bot"]:
        raise Refusal("not_editable")
    return chat, message


def _replace(
    world: World, chat: Chat, old: Json, fields: tuple[str, ...], new: Json, params: Params
) -> Json:
    markup = inline_keyboard(params)
    given = new | ({"reply_markup": markup} if markup else {})
    gone = (*fields, "reply_markup")
    if given == {name: old[name] for name in gone if name in old}:
        raise Refusal("not_modified")
    world.gate.enter(chat.id)
    kept = {name: value for name, value in old.items() if name not in gone}
    return chat.replace(kept | given | {"edit_date": world.now()}, by_bot=True)
