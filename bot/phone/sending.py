"""The bot's new messages: text, pictures, voice notes, documents and "is typing"."""

from typing import Any, Final

from bot.phone.bell import Json
from bot.phone.calls import Params
from bot.phone.chats import Chat
from bot.phone.files import Stored, picture_size
from bot.phone.formatting import Formatted, finished, from_html, utf16_length
from bot.phone.keyboards import inline_keyboard
from bot.phone.refusals import Refusal
from bot.phone.world import World, as_fields

MAX_TEXT: Final = 4096
MAX_CAPTION: Final = 1024
"""UTF-16 units after parsing (telegram.md 2.2)."""
CHAT_ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, params: Params) -> Json:
    """sendMessage."""
    chat = world.chat(chat_id(params))
    body = text_fields(params) | {"link_preview_options": params.get("link_preview_options")}
    return _send(world, chat, params, body)


def send_photo(world: World, params: Params) -> Json:
    """sendPhoto."""
    chat = world.chat(chat_id(params))
    return _send(world, chat, params, photo_fields(world, params) | caption_fields(params))


def send_voice(world: World, params: Params) -> Json:
    """sendVoice."""
    chat = world.chat(chat_id(params))
    stored = _stored(world, params, "voice")
    body = {"voice": voice_facts(stored, params.whole("duration", 0))}
    return _send(world, chat, params, body | caption_fields(params))


def send_document(world: World, params: Params) -> Json:
    """sendDocument."""
    chat = world.chat(chat_id(params))
    stored = _stored(world, params, "document")
    names = {"file_name": stored.upload.name, "mime_type": stored.upload.mime}
    body = {"document": stored.facts() | names}
    return _send(world, chat, params, body | caption_fields(params))


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction."""
    chat = world.chat(chat_id(params))
    if params.text("action") not in CHAT_ACTIONS:
        raise Refusal("bad_action")
    chat.act(params.text("action"))
    return True


def chat_id(params: Params) -> Any:
    """The chat a call is about.

    Raises:
        Refusal: it names none.
    """
    value = params.get("chat_id")
    if value in (None, ""):
        raise Refusal("no_chat_id")
    return value


def text_fields(params: Params) -> Json:
    """`text` and `entities` from the call, parsed and measured.

    Raises:
        Refusal: nothing to show, too long, or markup that cannot be parsed.
    """
    formatted = _formatted(params, "text", "entities")
    if not formatted.text:
        raise Refusal("no_text")
    if utf16_length(formatted.text) > MAX_TEXT:
        raise Refusal("long_text")
    return as_fields(formatted)


def caption_fields(params: Params) -> Json:
    """`caption` and `caption_entities` from the call, if any.

    Raises:
        Refusal: too long, or markup that cannot be parsed.
    """
    formatted = _formatted(params, "caption", "caption_entities")
    if utf16_length(formatted.text) > MAX_CAPTION:
        raise Refusal("long_caption")
    return as_fields(formatted, "caption") if formatted.text else {}


def photo_fields(world: World, params: Params, name: str = "photo") -> Json:
    """`photo` from an upload or a known file id.

    Raises:
        Refusal: no file, or not a picture.
    """
    stored = _stored(world, params, name, "photo")
    width, height = picture_size(stored.upload.content)
    photo: Json = {"photo": [stored.facts() | {"width": width, "height": height}]}
    return photo | ({"has_media_spoiler": True} if params.get("has_spoiler") else {})


def voice_facts(stored: Stored, seconds: int) -> Json:
    """A `Voice` object."""
    return stored.facts() | {"duration": seconds, "mime_type": stored.upload.mime}


def _formatted(params: Params, name: str, entities_name: str) -> Formatted:
    text, mode = params.text(name), params.text("parse_mode").lower()
    if mode not in ("", "html"):
        raise Refusal("parse_mode")
    if mode == "html":
        return finished(from_html(text))
    entities = params.list_of(entities_name) or []
    if not all(map(_is_entity, entities)):
        raise Refusal("bad_json", name="message entity")
    return finished(Formatted(text, entities))


def _is_entity(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(name), kind)
        for name, kind in (("type", str), ("offset", int), ("length", int))
    )


def _stored(world: World, params: Params, name: str, folder: str = "") -> Stored:
    upload = params.upload(name)
    if upload is not None:
        return world.files.put(folder or name, upload)
    known = world.files.get(params.text(name))
    if known is None:
        raise Refusal("wrong_file" if params.text(name) else "no_file", name=name)
    return known


def _send(world: World, chat: Chat, params: Params, body: Json) -> Json:
    extras = {
        "reply_markup": inline_keyboard(params),
        "reply_to_message": _replied(chat, params),
        "has_protected_content": params.get("protect_content") or None,
    }
    kept = {name: value for name, value in (body | extras).items() if value is not None}
    world.gate.enter(chat.id)
    return chat.show(world.message(chat, world.me(), kept), by_bot=True)


def _replied(chat: Chat, params: Params) -> Json | None:
    wanted = params.get("reply_parameters")
    if not isinstance(wanted, dict):
        return None
    target = chat.messages.get(Params(wanted, {}).whole("message_id"))
    if target is None and not wanted.get("allow_sending_without_reply"):
        raise Refusal("no_reply_target")
    return target and {k: v for k, v in target.items() if k != "reply_to_message"}
