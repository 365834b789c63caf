"""How the bot presents itself: name, descriptions, command menus; and what it may look up."""

import re
from typing import Any, Final

from bot.phone.bell import Json
from bot.phone.calls import Params
from bot.phone.files import MAX_DOWNLOAD
from bot.phone.refusals import Refusal
from bot.phone.sending import chat_id
from bot.phone.world import World

TEXT_LIMITS: Final = {"name": 64, "description": 512, "short_description": 120}
MAX_COMMANDS: Final = 100
MAX_COMMAND_TEXT: Final = 256
COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
"""Telegram's limits (telegram.md 2.2)."""
DEFAULT_SCOPES: Final = ("all_private_chats", "default")


def get_me(world: World, params: Params) -> Json:
    """getMe."""
    no = dict.fromkeys(("can_read_all_group_messages", "supports_inline_queries"), False)
    return world.me() | no | {"can_join_groups": False}


def get_chat(world: World, params: Params) -> Json:
    """getChat."""
    chat = world.chat(chat_id(params))
    gifts = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        True,
    )
    limits: Json = {"accent_color_id": 0, "max_reaction_count": 11}
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    shown = {"pinned_message": pinned} if pinned else {}
    return chat.as_json() | limits | {"accepted_gift_types": gifts} | shown


def get_file(world: World, params: Params) -> Json:
    """getFile."""
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise Refusal("bad_file_id")
    if len(stored.upload.content) > MAX_DOWNLOAD:
        raise Refusal("big_file")
    return stored.facts() | {"file_path": stored.path}


def set_commands(world: World, params: Params) -> bool:
    """setMyCommands."""
    commands = params.list_of("commands")
    if commands is None:
        raise Refusal("missing", name="commands")
    if len(commands) > MAX_COMMANDS:
        raise Refusal("many_commands")
    world.card.commands[_scope(params)] = [_command(command) for command in commands]
    _refresh(world)
    return True


def get_commands(world: World, params: Params) -> list[Json]:
    """getMyCommands."""
    return world.card.commands.get(_scope(params), [])


def delete_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.card.commands.pop(_scope(params), None)
    _refresh(world)
    return True


def set_menu_button(world: World, params: Params) -> bool:
    """setChatMenuButton, for one chat or for all (chat 0)."""
    button = params.get("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or "type" not in button:
        raise Refusal("bad_json", name="menu button")
    world.card.menu[params.whole("chat_id", 0)] = button
    _refresh(world)
    return True


def set_text(world: World, params: Params, name: str) -> bool:
    """setMyName, setMyDescription, setMyShortDescription; empty text takes it away.

    Raises:
        Refusal: longer than Telegram allows.
    """
    text = params.text(name)
    if len(text) > TEXT_LIMITS[name]:
        raise Refusal("long_profile", name=name.replace("_", " "))
    key = (name, params.text("language_code"))
    world.card.texts.pop(key, None)
    if text:
        world.card.texts[key] = text
    _refresh(world)
    return True


def get_text(world: World, params: Params, name: str) -> Json:
    """getMyName, getMyDescription, getMyShortDescription."""
    texts = world.card.texts
    default = world.bot_name if name == "name" else ""
    given = texts.get((name, params.text("language_code"))) or texts.get((name, ""))
    return {name: given or default}


def commands_for(world: World, person: int, language: str) -> list[Json]:
    """The command menu this person sees: the nearest scope and language that is set."""
    scopes = (f"chat:{person}", *DEFAULT_SCOPES)
    keys = [(scope, tongue) for scope in scopes for tongue in (language[:2], "")]
    return next((world.card.commands[k] for k in keys if k in world.card.commands), [])


def shown_text(world: World, name: str, language: str) -> str:
    """The bot's name or description in this language."""
    texts = world.card.texts
    default = world.bot_name if name == "name" else ""
    return texts.get((name, language[:2])) or texts.get((name, "")) or default


def _scope(params: Params) -> tuple[str, str]:
    scope = params.get("scope") or {"type": "default"}
    if not isinstance(scope, dict) or not isinstance(scope.get("type"), str):
        raise Refusal("bad_json", name="bot command scope")
    kind = f"chat:{scope.get('chat_id')}" if scope["type"] == "chat" else scope["type"]
    return kind, params.text("language_code")


def _command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise Refusal("bad_json", name="commands")
    name = str(command.get("command", "")).removeprefix("/").lower()
    text = str(command.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise Refusal("bad_command")
    if not 1 <= len(text) <= MAX_COMMAND_TEXT:
        raise Refusal("bad_command_text")
    return {"command": name, "description": text}


def _refresh(world: World) -> None:
    for chat in world.chats.values():
        chat.log("menu", {}, by_bot=True)
