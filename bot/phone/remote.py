"""A person on a phone server in another process; standard library only, and synchronous."""

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import Any

from bot.phone.bell import Json
from bot.phone.chats import Toast
from bot.phone.onlooker import PATIENCE_S
from bot.phone.screen import Line, lines_of, transcript_of

POLL_S = 2.0


class RemotePerson:
    """The acts and views of `Person`, over HTTP.

    Args:
        url: the server's address, such as `http://127.0.0.1:8081`.
        user_id: who holds the phone.
    """

    def __init__(self, url: str, user_id: int = 1001) -> None:
        self.url, self.id = url.rstrip("/"), user_id
        self._me = f"/api/people/{user_id}"

    def start(self, payload: str = "") -> Json:
        """Press Start."""
        return dict(self._act("start", payload=payload))

    def say(self, text: str) -> Json:
        """Type and send."""
        return dict(self._act("say", text=text))

    def edit(self, message_id: int, text: str) -> Json:
        """Edit one of the person's own messages."""
        return dict(self._act("edit", message_id=message_id, text=text))

    def forward(self, text: str) -> Json:
        """Forward somebody else's message."""
        return dict(self._act("forward", text=text))

    def send_photo(self, content: bytes = b"", caption: str = "") -> Json:
        """Send a picture."""
        return dict(self._act("send_photo", content=_packed(content), caption=caption))

    def send_voice(self, content: bytes) -> Json:
        """Send a voice note."""
        return dict(self._act("send_voice", content=_packed(content)))

    def send_sticker(self) -> Json:
        """Send a sticker."""
        return dict(self._act("send_sticker"))

    def send_location(self) -> Json:
        """Send a place."""
        return dict(self._act("send_location"))

    def tap(self, label: str) -> str:
        """Press the newest button with this label.

        Raises:
            AssertionError: there is none; the error lists the visible ones.
        """
        return str(self._act("tap", label=label))

    def tap_old(self, message_id: int, label: str) -> str:
        """Press a button of this very message."""
        return str(self._act("tap_old", message_id=message_id, label=label))

    def tap_data(self, data: str, message_id: int | None = None) -> str:
        """Report any data as if a button had it."""
        return str(self._act("tap_data", data=data, message_id=message_id))

    def double_tap(self, label: str) -> None:
        """Press a button twice."""
        self._act("double_tap", label=label)

    def block(self) -> None:
        """Stop the bot."""
        self._act("block")

    def unblock(self) -> None:
        """Let the bot write again."""
        self._act("unblock")

    def repeat_last(self) -> None:
        """Deliver the newest update once more under the same id."""
        self._act("repeat_last")

    def resend_tap(self) -> None:
        """Deliver the newest press under a new update id."""
        self._act("resend_tap")

    def inject(self, update: Json) -> None:
        """Deliver any JSON object as an update."""
        self._act("inject", update=update)

    def plan_fault(self, method: str, kind: str, times: int = 1, **details: float) -> None:
        """Let the next `times` calls of `method` meet a fault of this kind."""
        self._post("/api/faults", {"method": method, "kind": kind, "times": times, **details})

    def calls(self, *methods: str) -> list[Json]:
        """Recorded calls: method, params, response, at, fault."""
        query = urllib.parse.urlencode([("method", name) for name in methods])
        found: list[Json] = self._get(f"/api/traffic?{query}")["calls"]
        return found

    def screen(self) -> list[Line]:
        """The chat after every edit and deletion, oldest first."""
        return _lines(self._get(self._me))

    def transcript(self) -> str:
        """The screen as plain text."""
        return transcript_of(self.screen())

    def buttons(self) -> list[list[str]]:
        """Rows of labels under the newest message that has buttons."""
        rows = next((line.rows for line in reversed(self.screen()) if line.rows), ())
        return [list(row) for row in rows]

    def toasts(self) -> list[Toast]:
        """The notices button presses were answered with."""
        return [Toast(t["text"], t["alert"]) for t in self._get(self._me)["toasts"]]

    def wait_for(
        self, what: str | Callable[[list[Line]], Any], timeout: float = PATIENCE_S
    ) -> Line:
        """Wait until the bot shows or edits in a text since the person last did something.

        Raises:
            AssertionError: it did not appear; the error shows the screen.
        """
        deadline, seen = time.monotonic() + timeout, self._get(self._me)
        while not (found := _found(seen, what)):
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(
                    f"{what!r} did not appear within {timeout:g} s; on the screen:\n"
                    f"{transcript_of(_lines(seen))}"
                )
            wait = f"?after={seen['cursor']}&wait={min(left, POLL_S):.2f}"
            seen = self._get(self._me + wait)
        return found[-1]

    def reply(self, timeout: float = PATIENCE_S) -> Line:
        """Wait for the bot's first new or edited message since the person last did something."""
        return self.wait_for("", timeout)

    def _act(self, action: str, **args: Any) -> Any:
        return self._post(f"{self._me}/{action}", args)

    def _post(self, path: str, body: Json) -> Any:
        headers = {"Content-Type": "application/json"}
        return self._open(
            urllib.request.Request(self.url + path, json.dumps(body).encode(), headers)  # noqa: S310
        )["result"]

    def _get(self, path: str) -> Json:
        return self._open(urllib.request.Request(self.url + path))  # noqa: S310

    def _open(self, request: urllib.request.Request) -> Json:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                body: Json = json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise AssertionError(json.load(error).get("error", error.reason)) from None
        return body


def _packed(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _lines(snapshot: Json) -> list[Line]:
    reactions = {int(n): emoji for n, emoji in snapshot["reactions"].items()}
    return lines_of(snapshot["messages"], reactions)


def _found(snapshot: Json, what: str | Callable[[list[Line]], Any]) -> list[Line]:
    lines = _lines(snapshot)
    if not isinstance(what, str):
        return lines if what(lines) else []
    fresh = set(snapshot["fresh"])
    return [n for n in lines if n.by_bot and what in n.text and n.message_id in fresh]
