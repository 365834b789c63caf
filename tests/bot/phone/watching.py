"""Reads the phone's server-sent events the way a page does."""

import asyncio
import json
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.phone.bell import Json


class Told(NamedTuple):
    """One server-sent event."""

    cursor: str
    name: str
    data: Json

    @property
    def what(self) -> str:
        body = self.data["body"]
        return f"{self.data['kind']} {body.get('text', '')}".rstrip()


async def watch(url: str, count: int, cursor: str = "", person: int = 1001) -> list[Told]:
    """The next `count` events from `cursor` on; then the connection breaks off."""
    port = urlsplit(url).port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [f"GET /api/people/{person}/events HTTP/1.0", f"Host: 127.0.0.1:{port}"]
    lines += [f"Last-Event-ID: {cursor}"] if cursor else []
    writer.write("\r\n".join([*lines, "", ""]).encode())
    told: list[Told] = []
    try:
        async with asyncio.timeout(5):
            while len(told) < count:
                block = (await reader.readuntil(b"\n\n")).decode()
                fields = dict(ln.split(": ", 1) for ln in block.splitlines() if ": " in ln)
                if "data" in fields:
                    told.append(Told(fields["id"], fields["event"], json.loads(fields["data"])))
    finally:
        writer.close()
        await writer.wait_closed()
    return told
