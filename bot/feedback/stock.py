"""What the trainee said of the risk at a moment, beside what could be observed then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.texts import text
from dialogues.risk import Observed
from state_machines.behaviour import LEVELS


@dataclass(frozen=True, slots=True)
class Stocktaking:
    """One risk check: the answers (empty where none was given) and what was there to be seen."""

    turn: int
    level: str
    factors: tuple[str, ...]
    changed: str
    seen: Observed


def compared(one: Stocktaking, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """Lines of plain text; `names` are the factors' texts. Nothing is scored here."""
    if not one.level:
        yield text(lang, "stock.unanswered", seen=_level(one.seen.level, lang))
        return
    yield _levels(one, lang)
    if one.changed:
        same = one.changed == one.seen.changed
        yield text(
            lang,
            "stock.change_same" if same else "stock.change_other",
            said=text(lang, f"chat.changed_{one.changed}"),
            seen=text(lang, f"chat.changed_{one.seen.changed}"),
        )
    yield from _factors("stock.", one, names, lang)


def side_by_side(one: Stocktaking, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """The same for somebody who reviews it: what was answered and what was there, no advice."""
    seen = _level(one.seen.level, lang)
    if not one.level:
        yield text(lang, "assess.look_none", seen=seen)
        return
    yield text(lang, "assess.look_level", said=_level(one.level, lang), seen=seen)
    if one.changed:
        both = {"said": one.changed, "seen": one.seen.changed}
        told = {name: text(lang, f"chat.changed_{what}") for name, what in both.items()}
        yield text(lang, "assess.look_changed", **told)
    yield from _factors("assess.look_", one, names, lang)


def _levels(one: Stocktaking, lang: str) -> str:
    """The behaviour as it was classified, and as it could be observed."""
    said, seen = _level(one.level, lang), _level(one.seen.level, lang)
    apart = LEVELS.index(one.level) - LEVELS.index(one.seen.level)
    if not apart:
        return text(lang, "stock.level_same", seen=seen)
    return text(lang, f"stock.level_{'higher' if apart > 0 else 'lower'}", said=said, seen=seen)


def _level(level: str, lang: str) -> str:
    return text(lang, f"chat.level_{level}")


def _factors(keys: str, one: Stocktaking, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """A line each for the factors named and there, missed, and named but not there, where there
    are any; `keys` is how the keys of the texts begin."""
    named, there = one.factors, one.seen.factors
    found = {
        "named": [factor for factor in named if factor in there],
        "missed": [factor for factor in there if factor not in named],
        "not_there": [factor for factor in named if factor not in there],
    }
    for which, factors in found.items():
        if listed := "; ".join(names[factor] for factor in factors if factor in names):
            yield text(lang, f"{keys}{which}", factors=listed)
