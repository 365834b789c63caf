"""The ten elements of an account, 0 to 2 each (domain.md 4.4), found in its sentences.

1 when an element is touched upon, 2 when what makes it specific stands with it: an observable
act, words that were said, a measure, a reason. How good the account is, only a person can tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.feedback.articulation.account import PARTS
from bot.feedback.articulation.marking import Marked

WHOLE = 999
"""`near` for marks that may stand anywhere in the account."""
MOST = 2
"""Points of one element."""
Together = tuple[str, ...]
"""Marks that must stand near one another; one named twice needs two different wordings."""


@dataclass(frozen=True, slots=True)
class Element:
    """What touches an element, and what makes it specific; `police` replaces `full` for police.

    `near` is how many sentences after the first of the marks the others may stand.
    """

    id: str
    touch: tuple[str, ...]
    full: tuple[Together, ...]
    near: int = 0
    police: tuple[Together, ...] = ()
    parts: tuple[str, ...] = PARTS
    in_order: bool = False
    """Whether the others must come after the first."""


ELEMENTS = (
    Element("call", ("call",), (("call", "call_detail"),), 1, parts=("before", "during")),
    Element("situation", ("place",), (("place", "number"), ("place", "place"))),
    Element(
        "behaviour",
        ("level", "act", "their_quote"),
        (("act", "their_quote"), ("act", "act"), ("level", "act"), ("other_level", "act")),
        WHOLE,
        police=(("level", "act"), ("level", "their_quote")),
    ),
    Element("perception", ("perceive", "made_of_it"), (("perceive", "meaning"),), 1),
    Element("tactics", ("tactic",), (("tactic", "distance"), ("tactic", "reason"))),
    Element("options", ("option",), (("option", "reason"),), 1),
    Element(
        "talk",
        ("talk", "own_quote"),
        (("own_quote", "response"), ("own_quote", "their_quote")),
        2,
        in_order=True,
    ),
    Element(
        "choice",
        ("choice", "proportion"),
        (("choice", "reason"),),
        1,
        police=(("choice", "reason", "proportion"),),
    ),
    Element("change", ("change",), (("change_then",),)),
    Element(
        "after",
        ("care", "notified", "handover"),
        (("care", "notified"), ("care", "handover"), ("notified", "handover")),
        WHOLE,
        parts=("after",),
    ),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One element: its points, and the sentences that show it (none for 0 points)."""

    id: str
    points: int
    shown: tuple[str, ...] = ()


def find(account: Sequence[Marked], *, police: bool) -> tuple[Found, ...]:
    """Every element in order, as far as the account covers it."""
    return tuple(_find(element, account, police) for element in ELEMENTS)


def _find(element: Element, account: Sequence[Marked], police: bool) -> Found:
    here = [one for one in account if one.sentence.part in element.parts]
    wanted = element.police if police and element.police else element.full
    spans = [span for together in wanted for span in _spans(together, here, element)]
    if spans:
        tightest = min(spans, key=lambda span: (span[-1] - span[0], span))
        return Found(element.id, MOST, tuple(here[at].sentence.text for at in tightest))
    touched = next((one for one in here if one.has(*element.touch)), None)
    return Found(element.id, 1, (touched.sentence.text,)) if touched else Found(element.id, 0)


def _spans(
    together: Together, here: Sequence[Marked], element: Element
) -> Iterator[tuple[int, ...]]:
    """The places of the sentences that hold these marks, from each sentence that holds one."""
    begins = together[:1] if element.in_order else together
    for start, first in enumerate(here):
        if first.has(*begins) and (span := _span(Counter(together), here, start, element.near)):
            yield span


def _span(need: Counter[str], here: Sequence[Marked], start: int, near: int) -> tuple[int, ...]:
    """The sentences from `start` on that complete the marks; empty if they do not."""
    seen: dict[str, set[str]] = {name: set() for name in need}
    places = []
    for at in range(start, min(len(here), start + near + 1)):
        fresh = {name: here[at].marks.get(name, frozenset()) - seen[name] for name in need}
        if any(fresh[name] and len(seen[name]) < need[name] for name in need):
            places.append(at)
        for name in need:
            seen[name] |= fresh[name]
        if all(len(seen[name]) >= need[name] for name in need):
            return tuple(places)
    return ()
