"""What a mix of simulated trainees reaches in a scenario, and what none of them ever does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogues.policies import POLICIES
from dialogues.prepared import Prepared, moods_of
from dialogues.rehearse import UNFINISHED, played
from dialogues.sayings import Pool
from dialogues.scenario import LEVELS

MIX = (
    *["wanderer"] * 9,
    *["novice"] * 3,
    *["expert"] * 2,
    "random",
    "supportive",
    "directive",
    "hostile",
    "silent",
    "spam",
)
"""Who plays, one after the other, round and round."""


@dataclass(slots=True)
class Seen:
    """What came up over many encounters, each counted in encounters."""

    lines: Counter[int] = field(default_factory=Counter)
    moods: Counter[str] = field(default_factory=Counter)
    topics: Counter[tuple[str, str]] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    deeds: Counter[str] = field(default_factory=Counter)
    risk_checks: Counter[str] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    repeats: int = 0
    """Lines that came a second time within one encounter."""


def coverage(
    prepared: Prepared, runs: int, seed: int, after_each: Callable[[], None] = lambda: None
) -> dict[str, Any]:
    """A report over `runs` encounters, seeds from `seed` up, played by MIX.

    `lines` has the total, how many were reached and their share (0 to 1); `unreached` the
    lines never heard or seen, by place; the other parts how many encounters reached each
    mood, topic, event, deed, risk check and ending; `repeats` the lines that came twice within
    one encounter. `after_each` is called after every encounter.
    """
    seen = Seen()
    for index in range(runs):
        _watch(prepared, MIX[index % len(MIX)], seed + index, seen)
        after_each()
    places = dict(pools_of(prepared))
    total = sum(len(pool) for pool in places.values())
    unreached = {
        place: lines
        for place, pool in places.items()
        if (lines := [saying.text for saying in pool if saying.id not in seen.lines])
    }
    reached = total - sum(len(lines) for lines in unreached.values())
    scenario = prepared.scenario
    return {
        "scenario": prepared.id,
        "lang": prepared.lang,
        "runs": runs,
        "lines": {"total": total, "reached": reached, "share": round(reached / total, 4)},
        "unreached": unreached,
        "moods": {mood: seen.moods[mood] for mood in moods_of(scenario)},
        "topics": {
            topic: {level: seen.topics[topic, level] for level in LEVELS}
            for topic in scenario.topics
        },
        "events": {event: seen.events[event] for event in scenario.events},
        "deeds": {deed: seen.deeds[deed] for deed in scenario.deeds},
        "risk_checks": {check: seen.risk_checks[check] for check in scenario.risk_checks},
        "endings": {ending: seen.endings[ending] for ending in scenario.endings},
        "repeats": seen.repeats,
    }


def never(report: Mapping[str, Any]) -> list[str]:
    """What a report shows as never reached, apart from lines: "mood despairing"."""
    kinds = {
        "moods": "mood",
        "events": "event",
        "deeds": "deed",
        "risk_checks": "risk check",
        "endings": "ending",
    }
    single = [
        f"{kind} {name}"
        for group, kind in kinds.items()
        for name, times in report[group].items()
        if not times
    ]
    topics = [
        f"topic {topic}, {level}"
        for topic, levels in report["topics"].items()
        for level, times in levels.items()
        if not times
    ]
    return [*single, *topics]


def pools_of(prepared: Prepared) -> Iterator[tuple[str, Pool]]:
    """Every pool of sayings with its place in the words file, as `replies.hostile.own`."""
    yield from prepared.pools.items()
    for act, pool in prepared.reminders.items():
        yield f"reminders.{act}", pool
    for (mood, key), pool in prepared.replies.items():
        yield f"replies.{mood}.{key}", pool
    for name, topic in prepared.topics.items():
        for level, pool in topic.answers.items():
            yield f"topics.{name}.{level}", pool


def _watch(prepared: Prepared, policy: str, seed: int, seen: Seen) -> None:
    """Play one encounter and note what came up in it."""
    moods: set[str] = set()
    topics: set[tuple[str, str]] = set()
    for outcome in played(prepared, POLICIES[policy], seed):
        scene = outcome.scene
        moods.add(scene.subject.mood)
        topics.update(scene.told.items())
    seen.lines.update(set(scene.used))
    seen.moods.update(moods)
    seen.topics.update(topics)
    seen.events.update(scene.events)
    seen.deeds.update(scene.subject.memory.done)
    seen.risk_checks.update(scene.checked)
    seen.endings[scene.ending or UNFINISHED] += 1
    seen.repeats += len(scene.used) - len(set(scene.used))
