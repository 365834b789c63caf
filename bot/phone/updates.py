"""The queue of updates waiting for the bot, with Telegram's rules for confirming them."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.phone.bell import Bell, Json
from bot.phone.refusals import Refusal

KEPT_S: Final = {"callback_query": 150.0}
"""Seconds an update waits for the bot: 24 hours, but 150 s for a pressed button."""
DAY_S: Final = 86_400.0
ON_REQUEST: Final = {"chat_member", "message_reaction", "message_reaction_count"}
"""Kinds a bot gets only when it names them in `allowed_updates`."""
MAX_WAIT_S: Final = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update, where it stands in line, and until when it is kept."""

    update: Json
    lane: str
    until: float

    @property
    def update_id(self) -> int:
        return int(self.update["update_id"])


class Updates:
    """Updates in order of their id; confirmed ones are gone."""

    def __init__(self, first_id: int, clock: Callable[[], float]) -> None:
        self.bell = Bell()
        self.allowed: list[str] = []
        self.made: deque[Json] = deque(maxlen=10_000)
        self.foreign: set[int] = set()
        self.webhook_url = ""
        self.open = True
        self._next_id, self._clock = first_id, clock
        self._waiting: dict[int, Waiting] = {}
        self._again: list[Json] = []
        self._poll = 0

    def add(self, kind: str, body: Json, lane: str) -> Json | None:
        """Queue an update; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        update = {"update_id": self._take_id(), kind: body}
        self.made.append(update)
        self._queue(update, lane, KEPT_S.get(kind, DAY_S))
        return update

    def inject(self, update: Json) -> Json:
        """Queue any JSON object as it is, malformed or not; an update_id is added if missing."""
        given = {"update_id": self._take_id(), **update}
        self.foreign.add(given["update_id"])
        self._queue(given, "foreign", DAY_S)
        return given

    def repeat(self, update: Json) -> Json:
        """Hand an update out once more under the same id, even if it was confirmed."""
        if self.webhook_url:
            self._queue(update, "again", DAY_S)
        else:
            self._again.append(update)
            self.bell.ring()
        return update

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which kinds the bot wants from now on; None leaves them as they were."""
        if kinds is not None:
            self.allowed = list(kinds)

    def confirm(self, offset: int) -> None:
        """Forget everything below `offset`; a negative one keeps only the last -offset."""
        self._expire()
        if offset < 0:
            offset = ([0, *self._waiting][offset:] or [0])[0]
        for update_id in [n for n in self._waiting if n < offset]:
            del self._waiting[update_id]

    def forget(self, update_id: int) -> None:
        """Drop one delivered update."""
        self._waiting.pop(update_id, None)

    def pending(self) -> list[Waiting]:
        """All that still waits, oldest first."""
        self._expire()
        return sorted(self._waiting.values(), key=lambda w: w.update_id)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Long poll: confirm, then wait up to `seconds` for something to hand out.

        Raises:
            Refusal: 409 when a webhook is set or a newer poll takes over.
        """
        self._poll += 1
        mine = self._poll
        self.bell.ring()
        if offset:
            self.confirm(offset)
        deadline = self._clock() + min(seconds, MAX_WAIT_S)
        while self.open:
            self._may_poll(mine)
            ready = self._ready(limit)
            left = deadline - self._clock()
            if ready or left <= 0 or not await self.bell.wait(left):
                return ready or self._ready(limit)
        return []

    def _may_poll(self, mine: int) -> None:
        if self.webhook_url:
            raise Refusal("webhook_active")
        if mine != self._poll:
            raise Refusal("other_poller")

    def _ready(self, limit: int) -> list[Json]:
        again, self._again = self._again, []
        return (again + [w.update for w in self.pending()])[:limit]

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def _take_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1

    def _queue(self, update: Json, lane: str, kept: float) -> None:
        self._waiting[update["update_id"]] = Waiting(update, lane, self._clock() + kept)
        self.bell.ring()

    def _expire(self) -> None:
        now = self._clock()
        for update_id in [n for n, w in self._waiting.items() if w.until <= now]:
            del self._waiting[update_id]
