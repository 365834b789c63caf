"""One person's chat with the bot: its messages, and a numbered log of what changed on screen."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from bot.phone.bell import Bell, Json

KEPT_MESSAGES: Final = 5_000
KEPT_EVENTS: Final = 2_000
ACTION_S: Final = 5.0
"""Seconds a chat action such as "typing" stays visible (telegram.md 2.2)."""

EventKind = Literal[
    "message",
    "edited",
    "deleted",
    "action",
    "toast",
    "answered",
    "reaction",
    "pinned",
    "menu",
    "blocked",
]


class Event(NamedTuple):
    """Something that changed on one phone; `number` counts from 1 without gaps."""

    number: int
    kind: EventKind
    by_bot: bool
    body: Json


class Toast(NamedTuple):
    """The short notice a button press was answered with."""

    text: str
    alert: bool


@dataclass
class Chat:
    """A private chat; messages are never changed in place, only replaced."""

    person: Json
    clock: Callable[[], float]
    messages: dict[int, Json] = field(default_factory=dict)
    reactions: dict[int, str] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    toasts: deque[Toast] = field(default_factory=lambda: deque(maxlen=200))
    started: bool = False
    blocked: bool = False
    last_act: int = 0
    action: tuple[str, float] = ("", 0.0)
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    bell: Bell = field(default_factory=Bell)
    count: int = 0

    @property
    def id(self) -> int:
        return int(self.person["id"])

    def as_json(self) -> Json:
        """The `Chat` object of a message."""
        names = {k: v for k, v in self.person.items() if k in ("first_name", "last_name")}
        return {"id": self.id, "type": "private", **names}

    def log(self, kind: EventKind, body: Json, *, by_bot: bool) -> None:
        """Number an event and wake whoever watches this phone."""
        self.count += 1
        self.events.append(Event(self.count, kind, by_bot, body))
        self.bell.ring()

    def show(self, message: Json, *, by_bot: bool) -> Json:
        """Add a message at the bottom."""
        self.messages[message["message_id"]] = message
        if len(self.messages) > KEPT_MESSAGES:
            del self.messages[next(iter(self.messages))]
        if by_bot:
            self.action = ("", 0.0)
        self.log("message", message, by_bot=by_bot)
        return message

    def replace(self, message: Json, *, by_bot: bool) -> Json:
        """Show the edited message in the place of the old one."""
        self.messages[message["message_id"]] = message
        self.log("edited", message, by_bot=by_bot)
        return message

    def remove(self, message_id: int) -> None:
        """Take a message off the screen."""
        del self.messages[message_id]
        self.reactions.pop(message_id, None)
        self.log("deleted", {"message_id": message_id}, by_bot=True)

    def act(self, action: str) -> None:
        """Show a chat action for five seconds or until the next message."""
        self.action = (action, self.clock() + ACTION_S)
        self.log("action", {"action": action, "seconds": ACTION_S}, by_bot=True)

    def acting(self) -> str:
        """The chat action visible now, or nothing."""
        name, until = self.action
        return name if self.clock() < until else ""

    def since(self, number: int) -> list[Event] | None:
        """Events after `number`; None when some of them are no longer kept."""
        if number > self.count or (self.events and number < self.events[0].number - 1):
            return None
        return [event for event in self.events if event.number > number]

    def fresh(self) -> set[int]:
        """Messages the bot showed or edited since the person last did something."""
        events = self.since(self.last_act)
        if events is None:
            return set(self.messages)
        shown = [e for e in events if e.by_bot and e.kind in ("message", "edited")]
        return {event.body["message_id"] for event in shown}

    def answer(self, query_id: str, text: str, *, alert: bool) -> None:
        """End a button's spinner and show the notice that came with the answer, if any."""
        if text:
            self.toasts.append(Toast(text, alert))
            self.log("toast", {"text": text, "alert": alert}, by_bot=True)
        self.log("answered", {"query_id": query_id}, by_bot=True)
