"""Trouble on demand: what goes wrong with the next calls of a method."""

from collections import deque
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["too_many", "blocked", "internal", "drop", "lose_reply", "slow"]
KINDS: Final[tuple[Kind, ...]] = (
    "too_many",
    "blocked",
    "internal",
    "drop",
    "lose_reply",
    "slow",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One way for a call to fail.

    `too_many` (429), `blocked` (403) and `internal` (500) refuse before anything is done; `drop`
    closes the connection before, `lose_reply` after the call took effect; `slow` waits `seconds`
    and then does the call.
    """

    kind: Kind
    retry_after: int = 1
    seconds: float = 0.0

    @property
    def wait(self) -> int | None:
        """Seconds for `retry_after`, where the answer carries them."""
        return self.retry_after if self.kind == "too_many" else None


class Faults:
    """The script of faults, by method name; `*` stands for any method but getUpdates."""

    def __init__(self) -> None:
        self._planned: dict[str, deque[Fault]] = {}

    def plan(self, method: str, fault: Fault | Kind, times: int = 1) -> None:
        """Let the next `times` calls of `method` meet `fault`."""
        chosen = fault if isinstance(fault, Fault) else Fault(fault)
        self._planned.setdefault(method.lower(), deque()).extend([chosen] * times)

    def clear(self) -> None:
        """Forget every planned fault."""
        self._planned.clear()

    def take(self, method: str) -> Fault | None:
        """The fault this call meets, used up by asking."""
        names = (method.lower(),) if method == "getUpdates" else (method.lower(), "*")
        waiting = next((self._planned[n] for n in names if self._planned.get(n)), None)
        return waiting.popleft() if waiting else None
