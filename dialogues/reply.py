"""What is seen and heard after a move, composed from the scenario's lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogues.prepared import ANY, Prepared
from dialogues.sayings import Pool, Saying, fill, pick
from dialogues.scenario import LEVELS
from state_machines.acts import Move, Polarity, ReadAct
from state_machines.mood import LADDER
from state_machines.relationship import rank
from state_machines.subject import Change

LISTENING = frozenset({"listen", "ask"})
"""Families after which the subject goes on with their own story."""


@dataclass(frozen=True, slots=True)
class Told:
    """A topic that was asked about: how much is told now, and what was told before."""

    topic: str
    level: str
    before: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the trainee sees and hears.

    `event` is what happened in the place, `deed` what came of a deed, `cue` what body and
    voice show, `said` the subject's words (empty when nothing is said). `kind` says what
    the words are: answer, repeated, reaction, reminder, beat, silence, puzzled or opening.
    """

    said: str = ""
    cue: str = ""
    event: str = ""
    deed: str = ""
    kind: str = "reaction"
    topic: str = ""
    ids: tuple[int, ...] = ()


def open_scene(prepared: Prepared, drawn: Mapping[str, str], seed: int) -> Reply:
    """The first thing seen and heard."""
    said = pick([prepared.pools["opening"]], (), seed)
    cue = pick([prepared.pools["opening_cue"]], (), seed)
    lines = [line for line in (said, cue) if line]
    return Reply(
        said=_text(said, drawn),
        cue=_text(cue, drawn),
        kind="opening",
        ids=tuple(line.id for line in lines),
    )


def compose(
    prepared: Prepared,
    used: tuple[int, ...],
    seed: int,
    drawn: Mapping[str, str],
    move: Move,
    change: Change,
    told: Told | None,
    event: str,
    owing: str = "",
    overtaken: bool = False,
) -> Reply:
    """Answer, reaction or own story, with a cue; no line twice.

    `owing` is the act whose promise the subject is ready to ask about. `overtaken` says that a
    deed has ended it badly: what comes of the deed is seen, and nobody answers the words.

    When all has been said the subject falls silent; when all has been seen, too, time passes.
    """
    heard = frozenset(used)
    kind, pools = _speech(prepared, heard, move, change, told)
    reminder = _reminder(prepared, heard, seed, kind, change, owing)
    said = None if overtaken else reminder or pick(pools, heard, seed)
    kind = "reminder" if reminder else kind
    seen = [pick([prepared.pools[f"deeds.{deed}"]], heard, seed) for deed in move.deeds]
    deed_text = " ".join(_text(line, drawn) for line in seen if line)
    cue = None if overtaken and deed_text else _cue(prepared, heard, seed, change, said)
    event_text = fill(prepared.words.events[event], drawn) if event else ""
    lines = [line for line in (said, cue, *seen) if line]
    return Reply(
        said=_text(said, drawn),
        cue=_text(cue, drawn),
        event=event_text,
        deed=deed_text,
        kind=kind if said else "silence",
        topic=told.topic if told and said and kind in ("answer", "repeated") else "",
        ids=tuple(line.id for line in lines),
    )


def _reminder(
    prepared: Prepared, heard: frozenset[int], seed: int, kind: str, change: Change, owing: str
) -> Saying | None:
    """How the subject asks what became of a promise, unless this turn wants another answer."""
    harmed = any(read.polarity is Polarity.HARMFUL for read in change.acts)
    if not owing or harmed or kind in ("answer", "repeated", "puzzled"):
        return None
    return pick([prepared.reminders[owing]], heard, seed)


def _text(saying: Saying | None, drawn: Mapping[str, str]) -> str:
    return fill(saying.text, drawn) if saying else ""


def _speech(
    prepared: Prepared, heard: frozenset[int], move: Move, change: Change, told: Told | None
) -> tuple[str, list[Pool]]:
    """What kind of thing is said, and the pools to take it from, best first."""
    reading, mood = move.reading, change.mood.after
    beats = _beats(prepared, change)
    last_resort = list(_reactions(prepared, mood, None))
    if reading.abstained:
        return "puzzled", [prepared.pools["puzzled"], *last_resort]
    acts = change.acts  # as they counted, so that words and feelings answer the same thing
    harmful = next((a for a in acts if a.polarity is Polarity.HARMFUL), None)
    if told and not (harmful and mood in ("hostile", "assaultive")):
        answers = prepared.topics[told.topic].answers[told.level]
        if told.before == told.level:
            return "repeated", [prepared.pools["repeated"], answers, *beats, *last_resort]
        return "answer", [answers, prepared.pools["repeated"], *last_resort]
    if not acts:
        if reading.words:
            return "reaction", [*last_resort, *beats]
        return "silence", [*_silences(prepared, mood), *beats]
    act = harmful or _leading(acts, reading.text)
    family = prepared.setting.catalogue.acts[act.act].family
    reactions = list(_reactions(prepared, mood, act.act))
    if "misheard" in prepared.pools and _misses(change, act.act):
        return "reaction", [prepared.pools["misheard"], *reactions, *beats, *last_resort]
    if family in LISTENING and not _takes_up(heard):
        return "beat", [*beats, *reactions, *last_resort]
    return "reaction", [*reactions, *beats, *last_resort]


def _takes_up(heard: frozenset[int]) -> bool:
    """Now and then being heard or asked is itself answered, before the story goes on."""
    return len(heard) % 3 == 2


def _misses(change: Change, act: str) -> bool:
    """True when what was named or given back is not how it is."""
    return any(
        reason.kind == "act" and reason.name == act and dict(reason.factors).get("fit", 1.0) < 0
        for reason in change.reasons
    )


def _leading(acts: tuple[ReadAct, ...], text: str) -> ReadAct:
    """The act the subject reacts to: what was said last stays in the ear, its surest reading."""
    places = [(text.rfind(act.sentence) if act.sentence else -1, act.confidence) for act in acts]
    return acts[max(range(len(acts)), key=lambda number: (*places[number], number))]


def _reactions(prepared: Prepared, mood: str, act: str | None) -> Iterator[Pool]:
    """Reactions to an act from the most apt to the most general."""
    keys = (act, prepared.setting.catalogue.acts[act].family) if act else ()
    places = [(where, key) for where in (mood, ANY) for key in keys]
    for place in (*places, (mood, ANY), (ANY, ANY)):
        if place in prepared.replies:
            yield prepared.replies[place]


def _beats(prepared: Prepared, change: Change) -> list[Pool]:
    """The subject's own story, from as much as trust allows down to the guarded part."""
    reach = min(2, max(0, rank(change.stage.after) - 1))
    levels = LEVELS[: reach + 1]
    return [
        prepared.pools[f"beats.{level}"]
        for level in reversed(levels)
        if f"beats.{level}" in prepared.pools
    ]


def _silences(prepared: Prepared, mood: str) -> list[Pool]:
    names = (f"silence.{mood}", f"silence.{ANY}")
    return [prepared.pools[name] for name in names if name in prepared.pools]


def _cue(
    prepared: Prepared, heard: frozenset[int], seed: int, change: Change, said: Saying | None
) -> Saying | None:
    """What body and voice show, unless the words begin with a gesture: two could disagree."""
    if said and said.text.startswith("*"):
        return None
    still = [] if said else [prepared.stillness]
    return pick([*_cues(prepared, change), *still], heard, seed)


def _cues(prepared: Prepared, change: Change) -> list[Pool]:
    """A change of mood shows first; else how the subject is now."""
    here = f"cues.{change.mood.after}"
    pools = [prepared.pools[here]] if here in prepared.pools else []
    if change.mood.moved:
        into = f"turns.{change.mood.after}"
        turned = [prepared.pools[into]] if into in prepared.pools else []
        return [*turned, prepared.pools[f"turns.{_direction(change)}"], *pools]
    return pools


def _direction(change: Change) -> str:
    before, after = change.mood.before, change.mood.after
    if before in LADDER and after in LADDER:
        return "rising" if LADDER.index(after) > LADDER.index(before) else "easing"
    return "rising" if change.after.tension > change.before.tension else "easing"
