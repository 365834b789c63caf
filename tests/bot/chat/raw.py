"""Updates as Telegram delivers them, written out by hand."""

from typing import Any

TRAINEE = {"id": 7, "is_bot": False, "first_name": "T", "language_code": "fr-CA"}
PRIVATE = {"id": 7, "type": "private", "first_name": "T"}
GROUP = {"id": -100, "type": "group", "title": "Cadets"}
FILE = {"file_id": "F", "file_unique_id": "U"}


def message(kind: str = "message", *, chat: Any = PRIVATE, **content: Any) -> dict[str, Any]:
    """An update with one message."""
    body = {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": TRAINEE, **content}
    return {"update_id": 1, kind: body}


def tap(data: str | None, *, chat: Any = PRIVATE, **more: Any) -> dict[str, Any]:
    """An update with one tap on a button."""
    shown = {"message_id": 5, "date": 1_800_000_000, "chat": chat, "text": "panel"}
    query = {"id": "q1", "from": TRAINEE, "chat_instance": "c", "message": shown, **more}
    return {"update_id": 1, "callback_query": query | ({"data": data} if data else {})}


def membership(status: str, *, chat: Any = PRIVATE) -> dict[str, Any]:
    """An update that says what the bot now is in a chat."""
    bot = {"id": 99, "is_bot": True, "first_name": "B"}
    gone = {"status": status, "user": bot} | ({"until_date": 0} if status == "kicked" else {})
    change = {
        "chat": chat,
        "from": TRAINEE,
        "date": 1_800_000_000,
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": gone,
    }
    return {"update_id": 1, "my_chat_member": change}
