"""Pushes updates to the bot's webhook: lanes in parallel, one at a time and in order in each."""

import asyncio
import http.client
import json
import urllib.error
import urllib.request
from typing import Final

from bot.phone.bell import Json
from bot.phone.updates import Waiting
from bot.phone.world import World

FIRST_RETRY_S: Final = 1.0
LAST_RETRY_S: Final = 60.0
ANSWER_S: Final = 10.0
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


async def push_updates(world: World) -> None:
    """Run for ever: give each lane with something waiting a carrier of its own."""
    lanes: dict[str, asyncio.Task[None]] = {}
    async with asyncio.TaskGroup() as carriers:
        while True:
            waiting = world.updates.pending() if world.webhook.url else []
            for lane in {w.lane for w in waiting}:
                if lane not in lanes or lanes[lane].done():
                    lanes[lane] = carriers.create_task(_carry(world, lane))
            await world.updates.bell.wait(LAST_RETRY_S)


async def _carry(world: World, lane: str) -> None:
    pause = FIRST_RETRY_S
    while first := _first(world, lane):
        error = await asyncio.to_thread(
            _post, world.webhook.url, world.webhook.secret, first.update
        )
        if not error:
            world.updates.forget(first.update_id)
            pause = FIRST_RETRY_S
            continue
        world.webhook.error, world.webhook.error_at = error, world.now()
        await asyncio.sleep(pause)
        pause = min(pause * 2, LAST_RETRY_S)


def _first(world: World, lane: str) -> Waiting | None:
    if not world.webhook.url:
        return None
    return next((w for w in world.updates.pending() if w.lane == lane), None)


def _post(url: str, secret: str, update: Json) -> str:
    headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: secret} if secret else {})
    request = urllib.request.Request(url, json.dumps(update).encode(), headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_S):  # noqa: S310 - checked when set
            return ""
    except urllib.error.HTTPError as error:
        with error:
            return f"Wrong response from the webhook: {error.code} {error.reason}"
    except (OSError, http.client.HTTPException) as error:
        return f"Connection failed: {error}"
