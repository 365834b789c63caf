"""One turn of an encounter: `advance` takes a move and gives the change and the reply.

Pure: the same scene, move, scenario and seed give the same result, byte for byte. Replay,
what-if and re-scoring rest on that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dialogues.conditions import Condition, Facts, parse_condition
from dialogues.prepared import Prepared, Topic, as_effect, draw
from dialogues.reply import Reply, Told, compose, open_scene
from state_machines.acts import VARIABLES, Effect, Move
from state_machines.appraisal import has_kept_word
from state_machines.calibration import CALIBRATION as TABLE
from state_machines.calibration import LEVELS, USUAL
from state_machines.emotion import Feelings, Reason, any_of
from state_machines.subject import Change, State, advance_phase, met_at_first, take

ASKING = frozenset(
    {"open_question", "safety_question", "ask_name", "ask_suicide", "find_hook", "why_question"}
)
"""Acts that ask; only these get a topic answered, so nothing is answered that was not asked."""
LATELY = 6
"""Lines of the subject that a summary can still take up."""

IMPLIED = {"ask_name": "name", "ask_suicide": "suicide"}
"""Acts that ask about a topic by themselves, however they are worded."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is stored of an encounter between two turns."""

    subject: State
    seed: int
    drawn: Mapping[str, str]
    level: str = USUAL
    """How hard: easier, usual or harder; it changes the start and sensitivities, no rule."""
    told: Mapping[str, str] = field(default_factory=dict)
    """Each topic answered so far and how much was told: guarded, partial or open."""
    events: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    """Hooks and triggers that have had their effect."""
    used: tuple[int, ...] = ()
    """Ids of the sayings heard, oldest first."""
    lately: tuple[str, ...] = ()
    """The subject's last few lines, the newest last: what the next move may take up."""
    owed: str = ""
    """The act that promised or offered something nothing has been done about yet."""
    owed_since: int = 0
    checked: tuple[str, ...] = ()
    """Risk checks that have come up."""
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `advance` gives back."""

    scene: Scene
    move: Move
    """The move as it was taken: without deeds that could not be done."""
    change: Change
    reply: Reply
    ending: str = ""
    check: str = ""
    """The risk check that is due after this turn."""


class MoveError(ValueError):
    """A move names a deed or stance that does not exist here."""


def begin(prepared: Prepared, seed: int, level: str = USUAL) -> tuple[Scene, Reply]:
    """The scene as the trainee walks in, and what is seen and heard first.

    Raises:
        KeyError: no such level of difficulty.
    """
    start, shift = prepared.scenario.start, LEVELS[level]
    feelings = Feelings(*(_within(getattr(start, v) + getattr(shift, v)) for v in VARIABLES))
    subject = State(feelings, mood=met_at_first(feelings, prepared.setting.moods))
    held = replace(subject.memory, posture=dict(prepared.setting.catalogue.default_posture))
    subject = advance_phase(replace(subject, memory=held), "begin")
    drawn = draw(prepared.scenario, seed)
    reply = open_scene(prepared, drawn, seed)
    scene = Scene(subject, seed, drawn, level=level, used=reply.ids, lately=(reply.said,))
    return scene, reply


def _within(points: float) -> float:
    return min(100.0, max(0.0, points))


def facts(scene: Scene) -> Facts:
    """What the scenario's conditions may ask about."""
    return _facts(scene.subject, scene.told, scene.events)


def _facts(
    subject: State, told: Mapping[str, str], events: tuple[str, ...], ahead: int = 0
) -> Facts:
    """The facts of a state; with `ahead`, as they stand that many turns later."""
    feelings, memory = subject.feelings, subject.memory
    return Facts(
        arousal=feelings.arousal,
        fear=feelings.fear,
        trust=feelings.trust,
        hopelessness=feelings.hopelessness,
        turn=subject.turn + ahead,
        harm=memory.harm,
        force=memory.force,
        mood=subject.mood,
        stage=subject.stage,
        said=memory.said,
        did=memory.done,
        met=memory.met,
        told=frozenset(topic for topic, level in told.items() if level == "open"),
        events=frozenset(events),
    )


def available_deeds(
    prepared: Prepared, scene: Scene, known: Facts | None = None
) -> tuple[str, ...]:
    """The deeds that can be done now, in the scenario's order (which means nothing)."""
    known = known or facts(scene)
    return tuple(
        name
        for name, holds in prepared.deeds.items()
        if (holds is None or holds(known))
        and not (prepared.scenario.deeds[name].once and name in known.did)
    )


def advance(scene: Scene, move: Move, prepared: Prepared) -> Outcome:
    """One turn: the subject takes the move, the place goes on, and a reply is composed.

    Deeds that cannot be done now, or are named twice, are left out of the move.

    Raises:
        MoveError: a deed or stance that this scenario or the catalogue does not know, or the
            encounter has ended.
    """
    _check(scene, move, prepared)
    known = _facts(scene.subject, scene.told, scene.events, ahead=1)
    if move.deeds:
        possible = available_deeds(prepared, scene)
        once = dict.fromkeys(deed for deed in move.deeds if deed in possible)
        move = replace(move, deeds=tuple(once))
    told = _answering(scene, move, prepared, known)
    event = _first(prepared.events, known, scene.events)
    causes = _causes(move, told)
    here = (*_here(scene, move, prepared, causes, told, event), *_missed(scene, move, prepared))
    subject, change = take(
        scene.subject, move, prepared.settings[scene.level], here, _meets(move, prepared)
    )
    levels = {**scene.told, told.topic: told.level} if told else scene.told
    events = (*scene.events, event) if event else scene.events
    now = _facts(subject, levels, events)
    ending = _first(prepared.endings, now)
    check = "" if ending else _first(prepared.risk_checks, now, scene.checked)
    owing = scene.owed if _is_due(scene, move, prepared) else ""
    heard = (scene.used, scene.seed, scene.drawn)
    overtaken = _overtakes(move, ending, prepared)
    reply = compose(prepared, *heard, move, change, told, event, owing, overtaken)
    owed, since = _owed(scene, move, prepared, change, reply)
    after = Scene(
        subject=advance_phase(subject, "end") if ending else subject,
        seed=scene.seed,
        drawn=scene.drawn,
        level=scene.level,
        told=levels,
        events=events,
        linked=scene.linked.union(
            c for c in causes if c in prepared.hooks or c in prepared.triggers
        ),
        used=(*scene.used, *reply.ids),
        lately=_lately(scene, reply),
        owed=owed,
        owed_since=since,
        checked=(*scene.checked, check) if check else scene.checked,
        ending=ending,
    )
    return Outcome(after, move, change, reply, ending, check)


def _overtakes(move: Move, ending: str, prepared: Prepared) -> bool:
    """True when a deed of this move ends the encounter badly, by force or as the ending says."""
    end = prepared.scenario.endings[ending] if ending and move.deeds else None
    if end is None or end.good:
        return False
    named = {term.right for term in parse_condition(end.when) if term.left == "did"}
    deeds = prepared.setting.catalogue.deeds
    return any(deed in named or deeds[deed].force for deed in move.deeds)


def _meets(move: Move, prepared: Prepared) -> frozenset[str]:
    """The needs that the move's deeds meet here."""
    here = prepared.scenario.deeds
    return frozenset(need for deed in move.deeds if (need := here[deed].meets))


def _check(scene: Scene, move: Move, prepared: Prepared) -> None:
    if scene.ending:
        raise MoveError("this encounter has ended; begin another")
    catalogue = prepared.setting.catalogue
    for deed in move.deeds:
        if deed not in prepared.deeds:
            known = ", ".join(prepared.deeds)
            raise MoveError(f"deed {deed!r} cannot be done in {prepared.id}; choose from {known}")
    for dimension, stance in move.posture.items():
        if (dimension, stance) not in catalogue.stances:
            known = ", ".join(f"{d}: {s}" for d, s in catalogue.stances)
            raise MoveError(f"no stance {dimension}: {stance}; choose from {known}")
    for read in move.reading.acts:
        if read.act not in catalogue.acts:
            raise MoveError(f"no act {read.act!r}; the acts are listed in acts.yaml")


def _lately(scene: Scene, reply: Reply) -> tuple[str, ...]:
    return (*scene.lately, *filter(None, [reply.said]))[-LATELY:]


def _answering(scene: Scene, move: Move, prepared: Prepared, known: Facts) -> Told | None:
    """Which topic is answered and how openly, sooner one with something new to tell.

    None when nothing was asked.
    """
    if move.reading.abstained:
        return None
    asked = [read.act for read in move.reading.acts if read.act in ASKING]
    if not asked:
        return None
    about = [
        Told(name, _level(prepared.topics[name], known), scene.told.get(name, ""))
        for name in _asked_about(asked, move.reading.topics)
        if name in prepared.topics
    ]
    return next((told for told in about if told.level != told.before), about[0] if about else None)


def _asked_about(asked: list[str], topics: tuple[str, ...]) -> tuple[str, ...]:
    """The topics in the order they would be answered: as they were read, then what is implied."""
    return tuple(dict.fromkeys((*topics, *(IMPLIED[act] for act in asked if act in IMPLIED))))


def _level(topic: Topic, known: Facts) -> str:
    if topic.open(known):
        return "open"
    return "partial" if topic.partial(known) else "guarded"


def _first(conditions: Mapping[str, Condition], known: Facts, past: Collection[str] = ()) -> str:
    """The first name whose condition holds and that is not past; at most one a turn."""
    return next((name for name, due in conditions.items() if name not in past and due(known)), "")


def _keeps(move: Move, prepared: Prepared) -> bool:
    """True when something practical is done, whatever was promised."""
    return has_kept_word(move.deeds, prepared.setting.catalogue)


def _is_due(scene: Scene, move: Move, prepared: Prepared) -> bool:
    """True when the subject has waited long enough for what was promised, and still does."""
    waited = scene.subject.turn + 1 - scene.owed_since
    return bool(scene.owed) and waited >= TABLE.promise_turns and not _keeps(move, prepared)


def _missed(scene: Scene, move: Move, prepared: Prepared) -> Iterator[Reason]:
    """What a promise costs, once, at the turn at which it is missed."""
    waited = scene.subject.turn + 1 - scene.owed_since
    if waited == TABLE.promise_turns and _is_due(scene, move, prepared):
        effect = Effect(arousal=TABLE.promise_arousal, trust=TABLE.promise_trust)
        yield Reason("debt", scene.owed, effect)


def _owed(
    scene: Scene, move: Move, prepared: Prepared, change: Change, reply: Reply
) -> tuple[str, int]:
    """What is owed after this turn, and since which turn; one thing at a time."""
    if _keeps(move, prepared) or reply.kind == "reminder":
        return "", 0
    if scene.owed or change.mood.after in ("hostile", "assaultive"):
        return scene.owed, scene.owed_since
    offered = [read.act for read in change.acts if read.act in prepared.reminders]
    return (offered[0], scene.subject.turn + 1) if offered else ("", 0)


def _causes(move: Move, told: Told | None) -> tuple[str, ...]:
    acts = () if move.reading.abstained else move.reading.acts
    causes = [f"act {read.act}" for read in acts] + [f"deed {deed}" for deed in move.deeds]
    if told:
        causes.append(f"topic {told.topic}")
    return tuple(dict.fromkeys(causes))


def _here(
    scene: Scene,
    move: Move,
    prepared: Prepared,
    causes: tuple[str, ...],
    told: Told | None,
    event: str,
) -> Iterator[Reason]:
    """The scenario's own reasons this turn."""
    for kind, links in (("hook", prepared.hooks), ("trigger", prepared.triggers)):
        for cause in causes:
            for link in links.get(cause, ()):
                if link.again or cause not in scene.linked:
                    yield Reason(kind, cause, as_effect(link.effect))
    for deed in move.deeds:
        effect = as_effect(prepared.scenario.deeds[deed].effect)
        if any_of(effect):
            yield Reason("deed", deed, effect)
    if told and told.level == "open" and told.before != "open":
        relief = prepared.topics[told.topic].relief
        if any_of(relief):
            yield Reason("topic", told.topic, relief)
    if event:
        yield Reason("event", event, as_effect(prepared.scenario.events[event].effect))
