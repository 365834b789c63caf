"""A scenario made ready to be played in one language: pools split, conditions compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args
from zlib import crc32

from dialogues.catalogue import load_catalogue, personas, stillness
from dialogues.conditions import Condition, compile_condition
from dialogues.play import Play
from dialogues.sayings import Pool, pool
from dialogues.scenario import Aside, Link, Scenario, Shifts, Words
from state_machines.acts import Effect, Polarity
from state_machines.appraisal import Setting, weight
from state_machines.calibration import LEVELS, USUAL, Level
from state_machines.mood import MOODS

ANY = "any"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its compiled gates and the answers at each level."""

    partial: Condition
    open: Condition
    relief: Effect
    answers: Mapping[str, Pool]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything `advance` needs, built once per scenario revision and language."""

    id: str
    lang: str
    scenario: Scenario
    words: Words
    settings: Mapping[str, Setting]
    """The subject at each level of difficulty."""
    style: str
    """`supportive` or `directive`: what reaches this subject."""
    pools: Mapping[str, Pool]
    replies: Mapping[tuple[str, str], Pool]
    reminders: Mapping[str, Pool]
    stillness: Pool
    """What is seen when there is nothing else left."""
    topics: Mapping[str, Topic]
    events: Mapping[str, Condition]
    deeds: Mapping[str, Condition | None]
    endings: Mapping[str, Condition]
    risk_checks: Mapping[str, Condition]
    factors: Mapping[str, Condition | None]
    hooks: Mapping[str, tuple[Link, ...]]
    triggers: Mapping[str, tuple[Link, ...]]

    @property
    def setting(self) -> Setting:
        """The subject at the usual level."""
        return self.settings[USUAL]

    @property
    def linking(self) -> frozenset[str]:
        """The causes that some hook or trigger waits for."""
        return frozenset((*self.hooks, *self.triggers))


def as_effect(shifts: Shifts) -> Effect:
    """The scenario's shifts as the subject's effect."""
    return Effect(shifts.arousal, shifts.fear, shifts.trust, shifts.hopelessness)


def draw(scenario: Scenario, seed: int) -> dict[str, str]:
    """One value for each name the scenario lets the seed choose."""
    return {
        name: values[crc32(b"%d:%s" % (seed, name.encode())) % len(values)]
        for name, values in scenario.draw.items()
    }


def moods_of(scenario: Scenario) -> tuple[str, ...]:
    """The moods this scenario's subject can come into, in the order of the machine."""
    always = set(MOODS) - set(get_args(Aside))
    return tuple(mood for mood in MOODS if mood in always | set(scenario.subject.moods))


@lru_cache(maxsize=64)
def prepare(play: Play, lang: str) -> Prepared:
    """The play in one language, ready for `advance`; built once per loaded revision.

    Raises:
        KeyError: the play has no such language.
    """
    scenario, words = play.scenario, play.words[lang]
    return Prepared(
        id=play.id,
        lang=lang,
        scenario=scenario,
        words=words,
        settings={name: _setting(scenario, level) for name, level in LEVELS.items()},
        style=personas()[scenario.subject.persona].style,
        pools=_pools(words),
        replies={
            (mood, key): pool(block)
            for mood, blocks in words.replies.items()
            for key, block in blocks.items()
        },
        reminders={act: pool(block) for act, block in words.reminders.items()},
        stillness=pool(stillness(lang)),
        topics=_topics(scenario, words),
        events={name: compile_condition(event.when) for name, event in scenario.events.items()},
        deeds={name: _optional(deed.when) for name, deed in scenario.deeds.items()},
        factors={name: _optional(factor.when) for name, factor in scenario.factors.items()},
        endings={name: compile_condition(end.when) for name, end in scenario.endings.items()},
        risk_checks={name: compile_condition(text) for name, text in scenario.risk_checks.items()},
        hooks=_by_cause(scenario.hooks),
        triggers=_by_cause(scenario.triggers),
    )


def _optional(when: str | None) -> Condition | None:
    return compile_condition(when) if when else None


def _setting(scenario: Scenario, level: Level) -> Setting:
    persona, catalogue = personas()[scenario.subject.persona], load_catalogue()
    sensitivity = {**persona.sensitivity, **scenario.subject.sensitivity}
    harder = {
        act.id: weight(act, sensitivity) * level.harm
        for act in catalogue.acts.values()
        if act.polarity is Polarity.HARMFUL
    }
    return Setting(
        catalogue=catalogue,
        baseline=persona.baseline,
        sensitivity={**sensitivity, **harder},
        feels=scenario.feels,
        needs={need: frozenset(acts) for need, acts in scenario.needs.items()},
        moods=frozenset(moods_of(scenario)),
    )


def _pools(words: Words) -> dict[str, Pool]:
    single = {
        name: pool(block)
        for name in ("opening", "opening_cue", "puzzled", "repeated", "misheard")
        if (block := getattr(words, name))
    }
    grouped = {
        f"{group}.{key}": pool(block)
        for group in ("beats", "cues", "turns", "silence", "deeds")
        for key, block in getattr(words, group).items()
    }
    return {**single, **grouped}


def _topics(scenario: Scenario, words: Words) -> dict[str, Topic]:
    return {
        name: Topic(
            compile_condition(topic.partial),
            compile_condition(topic.open),
            as_effect(topic.relief),
            {
                level: pool(getattr(words.topics[name], level))
                for level in ("guarded", "partial", "open")
            },
        )
        for name, topic in scenario.topics.items()
    }


def _by_cause(links: list[Link]) -> dict[str, tuple[Link, ...]]:
    causes = {link.on for link in links}
    return {cause: tuple(link for link in links if link.on == cause) for cause in causes}
