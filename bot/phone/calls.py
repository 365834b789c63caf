"""Reads a Bot API request, however it was sent, into plain parameters and uploads."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.phone.bell import Json
from bot.phone.files import MAX_UPLOAD, Upload
from bot.phone.refusals import Refusal

NUMBERS: Final = frozenset(
    {
        "chat_id",
        "message_id",
        "offset",
        "limit",
        "timeout",
        "duration",
        "width",
        "height",
        "cache_time",
        "max_connections",
        "user_id",
        "message_thread_id",
    }
)
FLAGS: Final = frozenset(
    {
        "show_alert",
        "drop_pending_updates",
        "disable_notification",
        "protect_content",
        "is_big",
        "has_spoiler",
        "show_caption_above_media",
        "allow_paid_broadcast",
        "disable_content_type_detection",
    }
)
OBJECTS: Final = frozenset(
    {
        "reply_markup",
        "entities",
        "caption_entities",
        "allowed_updates",
        "commands",
        "scope",
        "media",
        "reply_parameters",
        "link_preview_options",
        "reaction",
        "menu_button",
    }
)
"""Parameters that are numbers, flags or JSON when they arrive as text."""


class Params(dict[str, Any]):
    """Decoded parameters of a call, with the files that came along."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload]) -> None:
        super().__init__(values)
        self.uploads = dict(uploads)

    def text(self, name: str) -> str:
        """A text parameter; empty when absent."""
        value = self.get(name, "")
        return value if isinstance(value, str) else str(value)

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number.

        Raises:
            Refusal: it is absent without a default, or no number.
        """
        value = self.get(name, default)
        if value is None or value == "":
            raise Refusal("missing", name=name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise Refusal("bad_value", name=name)
        return value

    def list_of(self, name: str) -> list[Any] | None:
        """A JSON list, or None when absent.

        Raises:
            Refusal: it is something else.
        """
        value = self.get(name)
        if value is not None and not isinstance(value, list):
            raise Refusal("bad_json", name=name.replace("_", " "))
        return value

    def upload(self, name: str) -> Upload | None:
        """The file sent for this parameter, directly or as `attach://part`."""
        part = self.text(name).removeprefix("attach://") or name
        return self.uploads.get(part)


async def read_call(request: Request) -> Params:
    """Parameters from the query, a form, a multipart body or a JSON body, in Telegram's order.

    Raises:
        Refusal: the body is too large or not what it says it is.
    """
    if int(request.headers.get("content-length") or 0) > MAX_UPLOAD + 100_000:
        raise Refusal("too_large")
    values: Json = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    if request.headers.get("content-type", "").startswith("application/json"):
        values |= _json_object(await request.body())
    elif request.method == "POST":
        async with request.form(max_part_size=MAX_UPLOAD) as form:
            fields, uploads = await _split(form.multi_items())
            values |= fields
    return Params({name: decoded(name, value) for name, value in values.items()}, uploads)


def decoded(name: str, value: Any) -> Any:
    """One parameter, turned from text into what the method wants."""
    if not isinstance(value, str):
        return value
    if name in OBJECTS:
        return _parsed(name, value) if value else None
    if name in FLAGS:
        return value.lower() in ("true", "1", "yes")
    if name in NUMBERS and value.lstrip("-").isdecimal():
        return int(value)
    return value


def _parsed(name: str, value: str) -> Any:
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise Refusal("bad_json", name=name.replace("_", " ")) from None


def _json_object(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise Refusal("bad_json", name="request")
    return value


async def _split(
    items: Iterable[tuple[str, UploadFile | str]],
) -> tuple[Json, dict[str, Upload]]:
    fields: Json = {}
    uploads: dict[str, Upload] = {}
    for name, value in items:
        if isinstance(value, str):
            fields[name] = value
        else:
            mime = value.content_type or "application/octet-stream"
            uploads[name] = Upload(value.filename or name, mime, await value.read())
            fields.setdefault(name, f"attach://{name}")
    return fields, uploads
