"""The phone over HTTP, as the page and other programs use it: act, look, and watch for changes."""

import json
import re
from collections.abc import AsyncIterator
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.phone.actions import ACTIONS
from bot.phone.answer import Answer
from bot.phone.bell import Json
from bot.phone.card import commands_for, shown_text
from bot.phone.chats import Chat, Event
from bot.phone.faults import KINDS, Fault
from bot.phone.person import Person
from bot.phone.refusals import Refusal
from bot.phone.world import World

KEEP_ALIVE_S: Final = 15.0
MAX_WAIT_S: Final = 50.0
MAX_BODY: Final = 30_000_000
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SHOWN_TYPES: Final = ("image/png", "image/jpeg", "audio/ogg", "audio/mpeg", "audio/mp4")


async def people(request: Request) -> Response:
    """Who can hold the phone."""
    world: World = request.app.state.world
    names = [{"id": c.id, "name": c.person["first_name"]} for c in world.chats.values()]
    return Answer({"people": names})


async def look(request: Request) -> Response:
    """The whole screen; with `after` and `wait`, once something changed after that cursor."""
    world, chat = _chat(request)
    after, wait = request.query_params.get("after"), request.query_params.get("wait", "0")
    if after == _cursor(world, chat.count) and world.open:
        await chat.bell.wait(min(float(wait), MAX_WAIT_S))
    return Answer(_snapshot(world, chat))


async def act(request: Request) -> Response:
    """Do one action of `ACTIONS`; 409 says in plain words why a person could not do that."""
    world, chat = _chat(request)
    action = ACTIONS.get(request.path_params["action"])
    if action is None:
        return Answer({"error": "there is no such action"}, 404)
    try:
        args = await _args(request)
        _speak(world, chat, args.get("language"))
        return Answer({"result": action(Person(world, chat.id), args)})
    except (AssertionError, ValueError, Refusal, LookupError) as error:
        return Answer({"error": str(error)}, 409)


async def watch(request: Request) -> Response:
    """Server-sent events from a cursor on; a cursor that is not known gets a snapshot first."""
    world, chat = _chat(request)
    _speak(world, chat, request.query_params.get("language"))
    cursor = request.headers.get("last-event-id") or request.query_params.get("after", "")
    return StreamingResponse(_stream(world, chat, cursor), media_type="text/event-stream")


async def picture(request: Request) -> Response:
    """A file shown in the chat."""
    world: World = request.app.state.world
    stored = world.files.get(request.path_params["file_id"])
    if stored is None:
        return Answer({"error": "there is no such file"}, 404)
    mime = stored.upload.mime if stored.upload.mime in SHOWN_TYPES else "application/octet-stream"
    return Response(stored.upload.content, media_type=mime)


async def plan_fault(request: Request) -> Response:
    """Let the next calls of a method go wrong: `method`, `kind`, `times`, and its details."""
    world: World = request.app.state.world
    try:
        args = await _args(request)
        if args.get("kind") not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        fault = Fault(
            args["kind"], int(args.get("retry_after", 1)), float(args.get("seconds", 0.0))
        )
        world.faults.plan(str(args["method"]), fault, int(args.get("times", 1)))
    except (ValueError, TypeError, LookupError) as error:
        return Answer({"error": str(error)}, 409)
    return Answer({"result": True})


async def traffic(request: Request) -> Response:
    """The recorded calls of the methods named in `method` (repeatable), or of all but polling."""
    world: World = request.app.state.world
    calls = world.calls_of(*request.query_params.getlist("method"))
    return Answer({"calls": [call.as_json() for call in calls]})


def _chat(request: Request) -> tuple[World, Chat]:
    world: World = request.app.state.world
    return world, _known(world, request.path_params["person"])


def _known(world: World, person: int) -> Chat:
    if person not in world.chats:
        raise HTTPException(404)
    return world.chats[person]


def _speak(world: World, chat: Chat, language: object) -> None:
    if isinstance(language, str) and LANGUAGE.fullmatch(language):
        Person(world, chat.id).speak(language)


async def _args(request: Request) -> Json:
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise ValueError("send a JSON object as application/json")
    if int(request.headers.get("content-length") or 0) > MAX_BODY:
        raise ValueError("too much to send at once")
    args = json.loads(await request.body() or b"{}")
    if not isinstance(args, dict):
        raise ValueError("send a JSON object")
    return args


def _cursor(world: World, number: int) -> str:
    return f"{world.era}.{number}"


def _head(world: World, chat: Chat) -> Json:
    language = chat.person["language_code"]
    return {
        "name": shown_text(world, "name", language),
        "about": shown_text(world, "description", language),
        "commands": commands_for(world, chat.id, language),
        "menu": world.card.menu.get(chat.id) or world.card.menu.get(0) or {"type": "default"},
    }


def _snapshot(world: World, chat: Chat) -> Json:
    return {
        "cursor": _cursor(world, chat.count),
        "fresh": sorted(chat.fresh()),
        "person": chat.person,
        "bot": _head(world, chat),
        "messages": list(chat.messages.values()),
        "reactions": {str(n): emoji for n, emoji in chat.reactions.items() if emoji},
        "pinned": chat.pinned,
        "toasts": [toast._asdict() for toast in chat.toasts],
        "action": chat.acting(),
        "started": chat.started,
        "blocked": chat.blocked,
    }


async def _stream(world: World, chat: Chat, cursor: str) -> AsyncIterator[str]:
    era, _, number = cursor.rpartition(".")
    known = era == world.era and number.isdecimal() and chat.since(int(number)) is not None
    at = int(number) if known else chat.count
    if not known:
        yield _event(_cursor(world, at), "snapshot", _snapshot(world, chat))
    yield ": watching\n\n"
    while world.open:
        events = chat.since(at)
        if events is None:
            at = chat.count
            yield _event(_cursor(world, at), "snapshot", _snapshot(world, chat))
        for event in events or ():
            at = event.number
            yield _event(_cursor(world, at), "change", _change(world, chat, event))
        if at == chat.count and not await chat.bell.wait(KEEP_ALIVE_S):
            yield ": still here\n\n"


def _change(world: World, chat: Chat, event: Event) -> Json:
    body = _head(world, chat) if event.kind == "menu" else event.body
    return {"kind": event.kind, "by_bot": event.by_bot, "body": body}


def _event(cursor: str, name: str, data: Json) -> str:
    return f"id: {cursor}\nevent: {name}\ndata: {json.dumps(data)}\n\n"
