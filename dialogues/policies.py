"""Simulated trainees, from expert to hostile, that prove a scenario before people meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from dialogues.prepared import Prepared
from dialogues.turn import Scene, available_deeds
from state_machines.acts import Move, Polarity, ReadAct, Reading
from state_machines.appraisal import has_kept_word
from state_machines.relationship import rank

Policy = Callable[[Scene, Prepared, Random], Move]

_CALM_BODY = {"angle": "angled", "hands": "open", "gaze": "soft", "voice": "low"}
_POINTING = {"hands": "pointing", "distance": "close", "voice": "loud", "angle": "square"}
_PRACTICAL = ("care", "help", "space", "scene")
"""Groups of deeds that an expert uses to change the place rather than the person."""


def acts(prepared: Prepared, names: Iterable[str], topics: tuple[str, ...] = ()) -> Reading:
    """A reading with these acts, as if each had been read with full confidence."""
    known = prepared.setting.catalogue.acts
    found = tuple(ReadAct(name, known[name].polarity) for name in names)
    harmful = any(a.polarity is Polarity.HARMFUL for a in found)
    polarity = Polarity.HARMFUL if harmful else Polarity.HELPFUL if found else Polarity.NEUTRAL
    return Reading(acts=found, polarity=polarity, topics=topics, words=10 if found else 0)


def expert(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Opens properly, listens in varied ways, meets needs, acts, waits with influence."""
    memory, stage = scene.subject.memory, rank(scene.subject.stage)
    if scene.subject.turn == 0:
        return Move(acts(prepared, ["introduce", "give_reason"]), _CALM_BODY)
    deed = _next_deed(scene, prepared)
    if stage >= rank("influence"):
        return Move(acts(prepared, _closing(scene)), deeds=deed)
    wanted = _unmet(scene, prepared)
    topic = _untold(scene, prepared)
    ways = chance.sample(_LISTENING, k=len(_LISTENING))
    fresh = [act for act in (*wanted, *ways) if act not in memory.recent[-5:]]
    chosen = fresh[:2] or ["encourage"]
    asks = topic and scene.subject.turn % 2 == 0
    if asks:
        chosen = [chosen[0], "open_question"]
    return Move(acts(prepared, chosen, (topic,) if asks else ()), deeds=deed)


_LISTENING = (
    "label_emotion",
    "validate",
    "apologise",
    "reflect",
    "ask_name",
    "inform",
    "affirm",
    "offer_comfort",
    "summarise",
    "thank",
    "slow_down",
    "reassure",
    "agree",
)


def _closing(scene: Scene) -> list[str]:
    said = scene.subject.memory.said
    order = ("plan_together", "follow_through", "offer_choice", "inform", "summarise", "close")
    left = [act for act in order if act not in said] or ["close", "thank"]
    return left[:2]


def _unmet(scene: Scene, prepared: Prepared) -> list[str]:
    """Acts that would meet a need not yet met, now."""
    memory, catalogue = scene.subject.memory, prepared.setting.catalogue
    stage, kept = rank(scene.subject.stage), has_kept_word(memory.done, catalogue)

    def ready(act: str) -> bool:
        gate = catalogue.acts[act].gate
        return (not gate or rank(gate) <= stage) and (kept or act != "follow_through")

    unmet = [by for need, by in prepared.scenario.needs.items() if need not in memory.met]
    return [act for by in unmet for act in [a for a in by if ready(a)][:1]]


def _untold(scene: Scene, prepared: Prepared) -> str:
    return next((topic for topic in prepared.topics if scene.told.get(topic) != "open"), "")


def _next_deed(scene: Scene, prepared: Prepared) -> tuple[str, ...]:
    """A deed that meets a need, else a practical one every third turn."""
    catalogue, here = prepared.setting.catalogue.deeds, prepared.scenario.deeds
    possible = available_deeds(prepared, scene)
    useful = [
        d for d in possible if here[d].meets and here[d].meets not in scene.subject.memory.met
    ]
    if useful and scene.subject.turn >= 2:
        return tuple(useful[:1])
    kind = [d for d in possible if catalogue[d].group in _PRACTICAL and not catalogue[d].force]
    fresh = [d for d in kind if d not in scene.subject.memory.done]
    return tuple(fresh[:1]) if scene.subject.turn % 3 == 2 else ()


def novice(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Means well and knows half of it; the other half orders, advises, hurries or explains."""
    if chance.random() < NOVICE_SKILL:
        return expert(scene, prepared, chance)
    names = chance.sample(_CLUMSY, k=1) + chance.sample(_WELL_MEANT, k=1)
    return Move(acts(prepared, names))


NOVICE_SKILL = 0.55
"""Share of a novice's moves that an expert could have made."""
_CLUMSY = [
    "calm_down",
    "advise",
    "why_question",
    "policy_wall",
    "command",
    "minimise",
    "false_promise",
    "plan_together",
    "false_empathy",
]
_WELL_MEANT = ["open_question", "inform", "reassure", "request", "apologise"]


def hostile(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Orders, threats and contempt, at close range."""
    names = [chance.choice(["threaten", "insult", "command", "sarcasm", "dare", "dismiss"])]
    return Move(acts(prepared, names), _POINTING)


def silent(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Says and does nothing at all."""
    return Move()


def spam(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Says "I understand" in two ways and nothing else."""
    names = ["label_emotion"] if scene.subject.turn % 2 else ["validate"]
    return Move(acts(prepared, names), _CALM_BODY)


def anything(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Any acts, any deed, any body."""
    catalogue = prepared.setting.catalogue
    names = chance.sample(sorted(catalogue.acts), k=chance.randint(0, 2))
    topic = (chance.choice(sorted(prepared.topics)),) if chance.random() < 0.3 else ()
    stances = dict([chance.choice(sorted(catalogue.stances))]) if chance.random() < 0.3 else {}
    deeds = tuple(deed for deed in available_deeds(prepared, scene) if chance.random() < 0.05)
    return Move(acts(prepared, names, topic), stances, deeds)


POLICIES: dict[str, Policy] = {
    "expert": expert,
    "novice": novice,
    "hostile": hostile,
    "silent": silent,
    "spam": spam,
    "random": anything,
}
