"""Everything the phone knows: the bot, the people, their chats, and what passed between them."""

import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.phone.bell import Bell, Json
from bot.phone.chats import Chat
from bot.phone.faults import Faults
from bot.phone.files import Shelf
from bot.phone.formatting import Formatted, finished
from bot.phone.limits import Gate, Limits
from bot.phone.refusals import Refusal
from bot.phone.updates import Updates

TOKEN: Final = "1000000001:local-phone"  # noqa: S105 - opens nothing but this loopback server
EPOCH: Final = 1_700_000_000
QUERY_S: Final = 60.0
"""Seconds a button press can be answered; Telegram does not publish its own limit."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person who holds this phone."""

    id: int
    name: str
    language: str = "en"

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }


PEOPLE: Final = (Profile(1001, "Trainee"), Profile(1002, "Instructor"))


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded Bot API call and what it was answered."""

    method: str
    params: Json
    response: Json
    at: float
    fault: str = ""

    @property
    def ok(self) -> bool:
        return bool(self.response.get("ok"))

    def as_json(self) -> Json:
        return {
            name: getattr(self, name) for name in ("method", "params", "response", "at", "fault")
        }


@dataclass(slots=True)
class Query:
    """A pressed button waiting for its answer."""

    chat_id: int
    at: float
    answered: bool = False


@dataclass
class Card:
    """What the bot says about itself: names, descriptions, commands and menu buttons."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu: dict[int, Json] = field(default_factory=dict)


@dataclass
class Webhook:
    """Where updates are pushed to, if anywhere."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    error_at: int = 0
    error: str = ""


class World:
    """The state behind one phone server; used from one event loop only.

    Args:
        token: the bot token that opens the Bot API side.
        bot_name, username: how the bot is called on the phone.
        people: who can hold the phone.
        clock: seconds since 1970.
        seed: makes every id reproducible. Without one, ids start from the clock and are random,
            so that a bot with a memory never meets an id of an earlier phone again.
        limits: flood limits; None switches them off.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        bot_name: str = "Practice bot",
        username: str = "practice_bot",
        people: Sequence[Profile] = PEOPLE,
        clock: Callable[[], float] = time.time,
        seed: int | None = None,
        limits: Limits | None = Limits(),  # noqa: B008 - frozen
    ) -> None:
        first = int(clock()) - EPOCH if seed is None else 1000
        self.token, self.clock = token, clock
        self.random = random.Random(seed)  # noqa: S311 - ids, not secrets
        self.era = self.name_id()
        self.bot_name, self.username = bot_name, username
        self.chats = {p.id: Chat(p.as_json(), clock) for p in people}
        self.updates = Updates(first, clock)
        self.files = Shelf(self.name_id)
        self.faults = Faults()
        self.gate = Gate(limits, clock)
        self.calls: deque[Call] = deque(maxlen=10_000)
        self.called = Bell()
        self.queries: dict[str, Query] = {}
        self.card = Card()
        self.webhook = Webhook()
        self.query_seconds = QUERY_S
        self.open = True
        self._message_id = first

    def now(self) -> int:
        """The time in whole seconds, as messages carry it."""
        return int(self.clock())

    def name_id(self) -> str:
        """A fresh opaque id."""
        return f"{self.random.getrandbits(60):015x}"

    def me(self) -> Json:
        """The bot as a `User`."""
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": self.card.texts.get(("name", ""), self.bot_name),
            "username": self.username,
        }

    def chat(self, chat_id: object) -> Chat:
        """The chat the bot may write to.

        Raises:
            Refusal: the person never pressed Start, or has blocked the bot.
        """
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or not chat.started:
            raise Refusal("no_chat")
        if chat.blocked:
            raise Refusal("blocked")
        return chat

    def message(self, chat: Chat, sender: Json, body: Json) -> Json:
        """A `Message` with a new id; not shown yet."""
        self._message_id += 1
        return {
            "message_id": self._message_id,
            "from": sender,
            "chat": chat.as_json(),
            "date": self.now(),
            **body,
        }

    def ask(self, chat: Chat) -> str:
        """Open a callback query and give its id."""
        for old in [k for k, q in self.queries.items() if self.clock() - q.at > self.query_seconds]:
            del self.queries[old]
        query_id = str(self.random.getrandbits(62))
        self.queries[query_id] = Query(chat.id, self.clock())
        return query_id

    def record(self, call: Call) -> None:
        """Keep a call for asserts."""
        self.calls.append(call)
        self.called.ring()

    def calls_of(self, *methods: str) -> list[Call]:
        """The recorded calls of these methods (all but polling when none is named), in order."""
        if methods:
            return [call for call in self.calls if call.method in methods]
        return [call for call in self.calls if call.method != "getUpdates"]

    def close(self) -> None:
        """Let every open stream and poll end."""
        self.open = self.updates.open = False
        self.updates.bell.ring()
        for chat in self.chats.values():
            chat.bell.ring()


def plain(text: str) -> Json:
    """`text` and `entities` of a message somebody typed."""
    return as_fields(finished(Formatted(text, [])))


def as_fields(formatted: Formatted, name: str = "text") -> Json:
    """Message fields of a formatted text: `text`/`entities` or `caption`/`caption_entities`."""
    entities = "entities" if name == "text" else f"{name}_entities"
    return {name: formatted.text} | ({entities: formatted.entities} if formatted.entities else {})
