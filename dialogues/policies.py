"""Simulated trainees, from expert to hostile, that prove a scenario before people meet it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from dialogues.catalogue import FEELINGS
from dialogues.conditions import Facts, Term, parse_condition
from dialogues.prepared import Prepared
from dialogues.turn import IMPLIED, Scene, available_deeds, facts
from state_machines.acts import VARIABLES, Move, Polarity, ReadAct, Reading
from state_machines.appraisal import has_kept_word
from state_machines.relationship import lets_lead, rank

Policy = Callable[[Scene, Prepared, Random], Move]

_CALM_BODY = {"angle": "angled", "hands": "open", "gaze": "soft", "voice": "low"}
_SAFE_BODY = {**_CALM_BODY, "distance": "back"}
_POINTING = {"hands": "pointing", "distance": "close", "voice": "loud", "angle": "square"}
_PRACTICAL = ("care", "help", "space", "scene")
"""Groups of deeds that an expert uses to change the place rather than the person."""
_SHELTER = ("use_cover", "keep_distance", "call_backup", "call_security", "clear_onlookers")
"""Deeds an expert thinks of first while somebody could be hurt."""


@dataclass(frozen=True, slots=True)
class Style:
    """A skilled way of talking: what is said when nothing else is called for, and what never."""

    ways: tuple[str, ...]
    never: frozenset[str] = frozenset()
    early: tuple[str, ...] = ()
    """Said in the first turns, whatever else is called for."""


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
_LEADING = (
    "inform",
    "set_limit",
    "offer_choice",
    "agree",
    "request",
    "thank",
    "autonomy",
    "state_intent",
    "give_reason",
    "reflect",
    "ask_name",
)
_SOFT = frozenset(
    {
        "reflect",
        "summarise",
        "encourage",
        "label_emotion",
        "validate",
        "affirm",
        "self_disclose",
        "apologise",
        "repair",
        "find_hook",
        "offer_comfort",
    }
)
_FIRM = frozenset({"set_limit", "request", "offer_choice", "redirect", "safety_command"})
SUPPORTIVE = Style(_LISTENING, _FIRM, ("label_emotion",))
"""Listens, feels with and helps, and never sets a limit."""
DIRECTIVE = Style(_LEADING, _SOFT)
"""Clear, polite and firm, and never listens back or names a feeling."""
EXPERT = {
    "supportive": Style(_LISTENING, early=("label_emotion",)),
    "directive": Style(_LEADING),
}
"""An expert leans towards what this subject needs, and leaves nothing out."""


def acts(prepared: Prepared, names: Iterable[str], topics: tuple[str, ...] = ()) -> Reading:
    """A reading with these acts, as if each had been read with full confidence."""
    known = prepared.setting.catalogue.acts
    found = tuple(ReadAct(name, known[name].polarity) for name in names)
    harmful = any(a.polarity is Polarity.HARMFUL for a in found)
    polarity = Polarity.HARMFUL if harmful else Polarity.HELPFUL if found else Polarity.NEUTRAL
    return Reading(acts=found, polarity=polarity, topics=topics, words=10 if found else 0)


def expert(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Opens properly, meets needs, acts, waits with influence, and keeps everybody safe."""
    return _skilled(scene, prepared, chance, EXPERT[prepared.style])


def supportive(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Skilled support without limits or choices, whoever the subject is."""
    return _skilled(scene, prepared, chance, SUPPORTIVE)


def directive(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Skilled direction without listening back, whoever the subject is."""
    return _skilled(scene, prepared, chance, DIRECTIVE)


def _skilled(scene: Scene, prepared: Prepared, chance: Random, style: Style) -> Move:
    subject = scene.subject
    if subject.turn == 0:
        return Move(acts(prepared, ["introduce", "give_reason"]), _CALM_BODY)
    goals = tuple(_goals(scene, prepared))
    deed = _next_deed(scene, prepared, goals)
    if subject.mood == "assaultive":
        return _in_danger(scene, prepared, style)
    names, topic = _words(scene, prepared, chance, style, goals)
    return Move(acts(prepared, names, (topic,) if topic else ()), _CALM_BODY, deed)


def _words(
    scene: Scene, prepared: Prepared, chance: Random, style: Style, goals: tuple[Term, ...]
) -> tuple[list[str], str]:
    """What is said, and the topic asked about, if any."""
    memory = scene.subject.memory
    ready = _ready(scene, prepared, style)
    if lets_lead(scene.subject.stage):
        said = [act for act in _closing(scene, goals) if ready(act)]
        topic = _topic(scene, prepared, goals, wanted=True)
        return ([said[0], "open_question"], topic) if topic else (said[:2], "")
    ways = chance.sample(style.ways, k=len(style.ways))
    aims = [term.right for term in goals if term.left == "said" and term.right != "close"]
    early = [act for act in style.early if act not in memory.said]
    wanted = [act for act in (*early, *_unmet(scene, prepared, ready), *aims) if ready(act)]
    fresh = [a for a in (*wanted, *filter(ready, ways)) if a not in memory.recent[-5:]]
    chosen = list(dict.fromkeys(fresh))[:2] or ["agree"]
    topic = _topic(scene, prepared, goals, wanted=False)
    if topic and scene.subject.turn % 2 == 0:
        return [chosen[0], "open_question"], topic
    return chosen, next((IMPLIED[act] for act in chosen if act in IMPLIED), "")


def _in_danger(scene: Scene, prepared: Prepared, style: Style) -> Move:
    """Short words, room, and whatever gives shelter or help, while somebody could be hurt."""
    possible = available_deeds(prepared, scene)
    deeds = tuple(deed for deed in _SHELTER if deed in possible)[:1]
    said = ("safety_command", "slow_down", "reassure")[scene.subject.turn % 3]
    names = ["slow_down" if said in style.never else said]
    return Move(acts(prepared, names), _SAFE_BODY, deeds)


def _ready(scene: Scene, prepared: Prepared, style: Style) -> Callable[[str], bool]:
    """Whether an act belongs to the style and would be taken well now."""
    catalogue, stage = prepared.setting.catalogue, rank(scene.subject.stage)
    kept = has_kept_word(scene.subject.memory.done, catalogue)

    def ready(act: str) -> bool:
        gate = catalogue.acts[act].gate
        early = gate and rank(gate) > stage
        return act not in style.never and not early and (kept or act != "follow_through")

    return ready


def _closing(scene: Scene, goals: tuple[Term, ...]) -> list[str]:
    said = scene.subject.memory.said
    aims = [term.right for term in goals if term.left == "said" and term.right != "close"]
    order = (*aims, "plan_together", "follow_through", "inform", "agree", "close")
    return [act for act in dict.fromkeys(order) if act not in said] + ["close", "thank"]


def _unmet(scene: Scene, prepared: Prepared, ready: Callable[[str], bool]) -> list[str]:
    """Acts that would meet a need not yet met, now."""
    unmet = [
        sorted(by, key=scene.subject.memory.recent.count)
        for need, by in prepared.scenario.needs.items()
        if need not in scene.subject.memory.met
    ]
    return [act for by in unmet for act in [a for a in by if ready(a)][:1]]


def _goals(scene: Scene, prepared: Prepared) -> Iterator[Term]:
    """What the good endings still wait for."""
    known = facts(scene)
    for ending in prepared.scenario.endings.values():
        if ending.good:
            yield from (term for term in parse_condition(ending.when) if not term.holds(known))


def _topic(scene: Scene, prepared: Prepared, goals: tuple[Term, ...], wanted: bool) -> str:
    """A topic that is not yet told: one a good ending waits for, else (unless `wanted`) any."""
    aims = [term.right for term in goals if term.left == "told"]
    others = [] if wanted else prepared.topics
    return next((name for name in (*aims, *others) if scene.told.get(name) != "open"), "")


def _next_deed(scene: Scene, prepared: Prepared, goals: tuple[Term, ...]) -> tuple[str, ...]:
    """A deed that finishes well or meets a need, else a practical one every third turn."""
    catalogue, here = prepared.setting.catalogue.deeds, prepared.scenario.deeds
    known = facts(scene)
    possible = available_deeds(prepared, scene, known)
    finishing = _finishing(possible, known, prepared)
    if finishing:
        return tuple(finishing[:1])
    grave = _grave(prepared)
    safe = [d for d in possible if d not in grave and not catalogue[d].force]
    met, done = scene.subject.memory.met, scene.subject.memory.done
    useful = [d for d in safe if here[d].meets and here[d].meets not in met]
    if useful and scene.subject.turn >= 2:
        return tuple(useful[:1])
    aims = {term.right for term in goals if term.left == "did"}
    kind = [d for d in safe if catalogue[d].group in _PRACTICAL and d not in done]
    fresh = sorted(kind, key=lambda deed: deed not in aims)
    return tuple(fresh[:1]) if scene.subject.turn % 3 == 2 else ()


def _finishing(possible: Iterable[str], known: Facts, prepared: Prepared) -> list[str]:
    """The deeds of these that, done now, would leave nothing to wait for in a good ending."""
    good = [(name, e.when) for name, e in prepared.scenario.endings.items() if e.good]
    named = _deeds_named(tuple(when for _, when in good))
    return [
        deed
        for deed in possible
        if deed in named
        and any(
            f"did {deed}" in when and prepared.endings[name](replace(known, did=known.did | {deed}))
            for name, when in good
        )
    ]


def _grave(prepared: Prepared) -> frozenset[str]:
    """Deeds that lead to a bad ending, whatever is said."""
    bad = (e.when for e in prepared.scenario.endings.values() if not e.good)
    return _deeds_named(tuple(when for when in bad if not _SAID.search(when)))


_SAID = re.compile(r"(?<!not )\bsaid ")


@lru_cache
def _deeds_named(conditions: tuple[str, ...]) -> frozenset[str]:
    """The deeds that some of these conditions want to have been done."""
    return frozenset(
        term.right
        for condition in conditions
        for term in parse_condition(condition)
        if term.left == "did" and term.op == "is"
    )


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


def wanderer(scene: Scene, prepared: Prepared, chance: Random) -> Move:
    """Walks into every corner: skilled at first (or not at all), then now this way, now that.

    Every few turns it chooses one variable to push up or down, asks about what is not yet
    told, and prefers what it has said least; sometimes it is silent or makes no sense.
    """
    turn = scene.subject.turn
    if turn < _START_OF_WANDERING[scene.seed % len(_START_OF_WANDERING)]:
        return _unending(expert(scene, prepared, chance), scene, prepared)
    roll = chance.random()
    if roll < _SILENT:
        return Move()
    if roll < _STRANGE:
        return Move(Reading(text="?", abstained="unsure", words=3))
    untold = [topic for topic in prepared.topics if scene.told.get(topic) != "open"]
    if untold and roll < _CURIOUS:
        return Move(acts(prepared, ["open_question"], (chance.choice(untold),)))
    catalogue, said = prepared.setting.catalogue, scene.subject.memory.said
    whim = Random(f"{scene.seed} {turn // _WHIM}")  # noqa: S311 - a simulated trainee
    variable, sign = whim.choice(VARIABLES), whim.choice((-1, 1))
    name = max(
        chance.sample(sorted(catalogue.acts), k=8),
        key=lambda act: (sign * catalogue.acts[act].effect[variable] > 0, act not in said),
    )
    body = dict([chance.choice(sorted(catalogue.stances))]) if chance.random() < 0.3 else {}
    reading = acts(prepared, [name])
    if name in _LABELS and chance.random() < 0.5:
        felt = (replace(read, feeling=chance.choice(FEELINGS)) for read in reading.acts)
        reading = replace(reading, acts=tuple(felt))
    return Move(reading, body, _tried(scene, prepared, chance))


def _tried(scene: Scene, prepared: Prepared, chance: Random) -> tuple[str, ...]:
    """Now and then a deed, and far more seldom one that would end the encounter at once."""
    grave, known = _grave(prepared), prepared.setting.catalogue.deeds

    def likely(deed: str) -> float:
        return 0.001 if known[deed].force else 0.006 if deed in grave else 0.04

    possible = available_deeds(prepared, scene)
    return tuple(deed for deed in possible if chance.random() < likely(deed))


def _unending(move: Move, scene: Scene, prepared: Prepared) -> Move:
    """The move without what would bring a good ending about, asking after what is untold."""
    finishing = _finishing(move.deeds, facts(scene), prepared)
    deeds = tuple(deed for deed in move.deeds if deed not in finishing)
    if not any(read.act == "close" for read in move.reading.acts):
        return replace(move, deeds=deeds)
    topic = _topic(scene, prepared, (), wanted=False)
    names = ["open_question"] if topic else ["reflect"]
    return replace(move, reading=acts(prepared, names, (topic,) if topic else ()), deeds=deeds)


_LABELS = frozenset({"label_emotion", "validate"})
"""Acts that name a feeling; half of the time the wanderer names any."""
_START_OF_WANDERING = (0, 0, 0, 6, 12, 18)
"""The turn at which the wanderer leaves the skilled way, by seed."""
_WHIM = 6
"""Turns for which it pushes the same way."""
_SILENT, _STRANGE, _CURIOUS = 0.12, 0.2, 0.5
"""Below these rolls of 0 to 1 it is silent, makes no sense, or asks about a topic."""


POLICIES: dict[str, Policy] = {
    "expert": expert,
    "novice": novice,
    "hostile": hostile,
    "silent": silent,
    "spam": spam,
    "random": anything,
    "directive": directive,
    "supportive": supportive,
    "wanderer": wanderer,
}
