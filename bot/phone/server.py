"""The phone server: the Bot API for the bot on one side, a phone for a person on the other."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.phone import bot_side, person_side
from bot.phone.answer import Answer
from bot.phone.guard import LOOPBACK, Guard
from bot.phone.pushing import push_updates
from bot.phone.refusals import Refusal
from bot.phone.world import World

PAGE: Final = Path(__file__).parent / "page"
GRACE_S: Final = 2
"""Seconds open requests get when the server stops."""


def create_app(world: World) -> Starlette:
    """The phone as an ASGI application over `world`."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        pushing = asyncio.create_task(push_updates(world))
        yield
        pushing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await pushing

    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard)],
        exception_handlers={
            HTTPException: _unknown,
            ClientDisconnect: _gone,
            Exception: _broken,
        },
        lifespan=lifespan,
    )
    app.state.world = world
    app.state.lines = {}
    return app


@contextlib.asynccontextmanager
async def serve(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[int]:
    """Run the phone in this event loop and give its port.

    Args:
        host: a loopback name; the phone has no password and stays on this machine.
        port: 0 for any free port.

    Raises:
        ValueError: `host` is not a loopback name.
        OSError: the port is taken.
    """
    if host not in LOOPBACK:
        raise ValueError(f"the phone stays on this machine: use {' or '.join(LOOPBACK)} as host")
    app = create_app(world)
    with _listening(host, port) as listener:
        server = _Server(_config(app))
        running = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            await server.ready.wait()
            yield int(listener.getsockname()[1])
        finally:
            world.close()
            server.should_exit = True
            await running


class _Server(uvicorn.Server):
    """A server that says when it is up and leaves signals to whoever runs the process."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _config(app: Starlette) -> uvicorn.Config:
    lines: dict[Any, asyncio.BaseTransport] = app.state.lines

    class Line(H11Protocol):
        """Keeps each connection by its peer, so that a planned fault can hang up."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            lines[self.client] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            lines.pop(self.client, None)
            super().connection_lost(exc)

    return uvicorn.Config(
        app,
        http=Line,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
    )


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Naming TCP lets asyncio switch Nagle's delay off: answers in 1 ms instead of 44.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen()
        except OSError as error:
            raise OSError(
                error.errno, f"port {port} is taken ({error.strerror}); choose another, or 0"
            ) from error
        listener.setblocking(False)
        yield listener


def _routes() -> list[Route | Mount]:
    one = "/api/people/{person:int}"
    return [
        Route("/", _page),
        Mount("/page", StaticFiles(directory=PAGE)),
        Route("/bot{token}/{method}", bot_side.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", bot_side.download),
        Route("/api/people", person_side.people),
        Route(one, person_side.look),
        Route(one + "/events", person_side.watch),
        Route(one + "/{action}", person_side.act, methods=["POST"]),
        Route("/api/files/{file_id}", person_side.picture),
        Route("/api/faults", person_side.plan_fault, methods=["POST"]),
        Route("/api/traffic", person_side.traffic),
    ]


async def _page(request: Request) -> Response:
    return FileResponse(PAGE / "index.html")


async def _broken(request: Request, error: Exception) -> Response:
    refusal = Refusal("internal")
    return Answer(refusal.as_json(), refusal.code)


async def _gone(request: Request, error: Exception) -> Response:
    """The caller broke off in the middle of its request; there is nobody left to answer."""
    return Response(status_code=400)


async def _unknown(request: Request, error: Exception) -> Response:
    return bot_side.missing()
