"""Pushing updates: the secret, the order, and another try when the bot was not there."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import telegram
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest, Conflict

from bot.phone import Person, World
from bot.phone.bell import Bell


@dataclass
class Hook:
    """A bot's webhook that keeps what it got and can be told to fail."""

    url: str = ""
    failures: int = 0
    updates: list[dict[str, object]] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)

    async def take(self, request: Request) -> Response:
        if self.failures:
            self.failures -= 1
            return Response(status_code=500)
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token", ""))
        self.bell.ring()
        return Response()

    async def got(self, count: int) -> list[dict[str, object]]:
        async with asyncio.timeout(5):
            while len(self.updates) < count:
                await self.bell.wait(1)
        return self.updates


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    app = Starlette(routes=[Route("/hook", made.take, methods=["POST"])])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made.url = f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        with contextlib.suppress(asyncio.CancelledError):
            running = asyncio.create_task(server.serve([listener]))
            yield made
            server.should_exit = True
            await running


async def test_updates_are_pushed_in_order_with_the_secret(
    bot: telegram.Bot, trainee: Person, hook: Hook
) -> None:
    await bot.set_webhook(hook.url, secret_token="s3cret")
    for n in range(5):
        trainee.say(str(n))
    updates = await hook.got(5)
    assert [u["message"]["text"] for u in updates] == list("01234")  # type: ignore[index]
    assert set(hook.secrets) == {"s3cret"}
    for _ in range(500):  # the last is taken off once its answer has come back
        if not (pending := (await bot.get_webhook_info()).pending_update_count):
            break
        await asyncio.sleep(0.01)
    assert pending == 0


async def test_a_failed_push_is_tried_again_and_reported(
    bot: telegram.Bot, trainee: Person, hook: Hook
) -> None:
    hook.failures = 1
    await bot.set_webhook(hook.url, allowed_updates=["message"])
    trainee.say("first")
    trainee.say("second")
    updates = await hook.got(2)
    assert [u["message"]["text"] for u in updates] == ["first", "second"]  # type: ignore[index]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert list(info.allowed_updates) == ["message"]


async def test_a_press_does_not_wait_behind_a_text_that_fails(
    bot: telegram.Bot, trainee: Person, hook: Hook
) -> None:
    hook.failures = 1
    await bot.set_webhook(hook.url)
    trainee.say("stuck for a second")
    await asyncio.sleep(0.2)
    trainee.tap_data("at once")
    updates = await hook.got(2)
    assert ["callback_query" in u for u in updates] == [True, False]


async def test_polling_and_a_webhook_exclude_each_other(
    bot: telegram.Bot, trainee: Person, hook: Hook
) -> None:
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    trainee.say("polled")
    assert len(await bot.get_updates(timeout=2)) == 1


async def test_pending_updates_can_be_dropped(
    bot: telegram.Bot, trainee: Person, world: World
) -> None:
    trainee.say("old news")
    await bot.delete_webhook(drop_pending_updates=True)
    assert world.updates.pending() == []


async def test_a_webhook_needs_a_web_address_and_a_plain_secret(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="an http or https url must be provided"):
        await bot.set_webhook("file:///etc/passwd")
    with pytest.raises(BadRequest, match="secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:1/", secret_token="two words")
