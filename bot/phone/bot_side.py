"""The Bot API over HTTP, as a bot sees it: `/bot<TOKEN>/<method>` and file downloads."""

import asyncio
import hmac

from starlette.requests import Request
from starlette.responses import Response

from bot.phone.answer import Answer
from bot.phone.bell import Json
from bot.phone.calls import Params, read_call
from bot.phone.faults import Fault
from bot.phone.methods import method_name, perform
from bot.phone.refusals import Refusal
from bot.phone.world import Call, World


async def call(request: Request) -> Response:
    """Answer one Bot API call, and record it."""
    world: World = request.app.state.world
    try:
        _check_token(world, request)
        method = method_name(request.path_params["method"])
        params = await read_call(request)
    except Refusal as refusal:
        return Answer(refusal.as_json(), refusal.code)
    fault = world.faults.take(method)
    body = await _answer(world, method, params, fault)
    if fault and fault.kind in ("drop", "lose_reply"):
        await _hang_up(request)
    return Answer(body, body.get("error_code", 200))


async def download(request: Request) -> Response:
    """Give a file's bytes at the path `getFile` named."""
    world: World = request.app.state.world
    try:
        _check_token(world, request)
    except Refusal as refusal:
        return Answer(refusal.as_json(), refusal.code)
    stored = world.files.at(request.path_params["path"])
    if stored is None:
        return missing()
    return Response(stored.upload.content, media_type="application/octet-stream")


def missing() -> Response:
    """Telegram's 404."""
    refusal = Refusal("not_found")
    return Answer(refusal.as_json(), refusal.code)


def _check_token(world: World, request: Request) -> None:
    given = request.path_params["token"].encode()
    if not hmac.compare_digest(given, world.token.encode()):
        raise Refusal("unauthorized")


async def _answer(world: World, method: str, params: Params, fault: Fault | None) -> Json:
    if fault is None or fault.kind == "lose_reply":
        body = await perform(world, method, params)
    elif fault.kind == "drop":
        body = {}
    elif fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
        body = await perform(world, method, params)
    else:
        body = Refusal(fault.kind, retry_after=fault.wait).as_json()
    kept = {name: value for name, value in params.items() if value is not None}
    world.record(Call(method, kept, body, world.clock(), fault.kind if fault else ""))
    return body


async def _hang_up(request: Request) -> None:
    """Close the connection without a byte of an answer."""
    lines = getattr(request.app.state, "lines", {})
    line = lines.get(tuple(request.client or ()))
    if line is None:
        raise ConnectionResetError("the connection was cut on purpose")
    line.close()
    while (await request.receive())["type"] != "http.disconnect":
        pass
