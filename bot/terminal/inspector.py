"""An encounter with the bonnet open: what was read, what changed and why, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.understanding import Reader
from dialogues.prepared import Prepared
from dialogues.reply import Reply
from dialogues.risk import present
from dialogues.sayings import fill
from dialogues.turn import MoveError, Outcome, Scene, advance, available_deeds, begin
from state_machines.acts import VARIABLES, Move, ReadAct, Reading
from state_machines.emotion import Reason

HELP = """\
words                 say them
/do DEED              do something at the same time as the next words, or alone with /go
/body STANCE          change distance, angle, hands, gaze or voice
/act ACT [TOPIC]      count an act as read, without words
/go                   take the turn with what is set (nothing set: a silence)
/deeds  /stances  /topics  /needs  /factors   what there is here
/undo                 back by one turn
/quit                 leave"""


class Inspector:
    """One encounter that an author plays; each `take` gives the lines to print."""

    def __init__(
        self, prepared: Prepared, reader: Reader, topics: Mapping[str, Sequence[str]], seed: int
    ) -> None:
        self.prepared, self.reader, self.topics = prepared, reader, topics
        scene, self.opening = begin(prepared, seed)
        self.scenes = [scene]
        self.body: dict[str, str] = {}
        self.deeds: list[str] = []

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    def start(self) -> Iterator[str]:
        """What is seen and heard first."""
        yield f"{self.prepared.words.title} ({self.prepared.id}), seed {self.scene.seed}"
        yield f"drawn: {', '.join(f'{k} {v}' for k, v in self.scene.drawn.items()) or 'nothing'}"
        yield from _seen(self.opening)
        yield self._state()
        yield "/help lists what can be typed"

    def take(self, line: str) -> Iterator[str]:
        """One line typed: words, or a command that begins with a stroke."""
        if not line.startswith("/"):
            yield from self._turn(self._read(line))
            return
        name, *rest = line[1:].split() or [""]
        command = getattr(self, f"_do_{name}", None) if name.isidentifier() else None
        if command is None:
            yield f"no command /{name}; /help lists them"
            return
        yield from command(rest)

    def _do_help(self, _: list[str]) -> Iterator[str]:
        yield HELP

    def _do_do(self, names: list[str]) -> Iterator[str]:
        possible = available_deeds(self.prepared, self.scene)
        for name in names:
            if name in possible:
                self.deeds.append(name)
            elif name in self.prepared.deeds:
                when = self.prepared.scenario.deeds[name].when
                yield f"{name} cannot be done now{f' ({when})' if when else ' (done already)'}"
            else:
                yield f"no deed {name}; /deeds lists them"
        yield self._set()

    def _do_body(self, names: list[str]) -> Iterator[str]:
        known = {stance: dimension for dimension, stance in self.prepared.setting.catalogue.stances}
        for name in names:
            if name in known:
                self.body[known[name]] = name
            else:
                yield f"no stance {name}; /stances lists them"
        yield self._set()

    def _do_act(self, names: list[str]) -> Iterator[str]:
        acts, topics = self.prepared.setting.catalogue.acts, self.prepared.topics
        unknown = [name for name in names if name not in acts and name not in topics]
        if unknown or not names:
            yield f"no act and no topic {', '.join(unknown) or 'named'}; acts: {', '.join(acts)}"
            return
        found = [ReadAct(n, acts[n].polarity, source="given") for n in names if n in acts]
        about = tuple(name for name in names if name in topics)
        if about and not found:
            found = [ReadAct("open_question", acts["open_question"].polarity, source="given")]
        yield from self._turn(Reading(acts=tuple(found), topics=about, words=8))

    def _do_go(self, _: list[str]) -> Iterator[str]:
        yield from self._turn(Reading())

    def _do_deeds(self, _: list[str]) -> Iterator[str]:
        possible = available_deeds(self.prepared, self.scene)
        for name, deed in self.prepared.scenario.deeds.items():
            yield f"{'+' if name in possible else ' '} {name:<24} {deed.when or ''}"

    def _do_stances(self, _: list[str]) -> Iterator[str]:
        held = self.scene.subject.memory.posture
        for dimension, stance in self.prepared.setting.catalogue.stances:
            yield f"{'●' if held.get(dimension) == stance else ' '} {dimension:<10} {stance}"

    def _do_topics(self, _: list[str]) -> Iterator[str]:
        for name, topic in self.prepared.scenario.topics.items():
            told = self.scene.told.get(name, "-")
            yield f"  {name:<20} told: {told:<8} partial: {topic.partial}  open: {topic.open}"

    def _do_needs(self, _: list[str]) -> Iterator[str]:
        met = self.scene.subject.memory.met
        for need, by in self.prepared.scenario.needs.items():
            yield f"{'+' if need in met else ' '} {need:<20} {', '.join(by)}"

    def _do_factors(self, _: list[str]) -> Iterator[str]:
        now = present(self.prepared.factors, self.scene)
        for name, factor in self.prepared.scenario.factors.items():
            yield f"{'+' if name in now else ' '} {factor.of:<12} {name}"

    def _do_undo(self, _: list[str]) -> Iterator[str]:
        if len(self.scenes) > 1:
            self.scenes.pop()
        yield self._state()

    def _set(self) -> str:
        return f"set: {', '.join((*self.deeds, *self.body.values())) or 'nothing'}"

    def _read(self, words: str) -> Reading:
        lately = self.scene.lately
        return self.reader.read(
            words,
            lang=self.prepared.lang,
            previous="".join(lately[-1:]),
            earlier=lately[:-1],
            topics=self.topics,
        )

    def _turn(self, reading: Reading) -> Iterator[str]:
        yield f"read     {_reading(reading)}"
        if reading.abstained == "not_addressed":
            yield "         not taken as words to the subject; no turn"
            return
        move = Move(reading, dict(self.body), tuple(self.deeds))
        try:
            outcome = advance(self.scene, move, self.prepared)
        except MoveError as error:
            yield f"         {error}"
            return
        self.scenes.append(outcome.scene)
        self.body, self.deeds = {}, []
        yield from _why(outcome)
        yield self._state()
        if outcome.check:
            yield f"check    {outcome.check}: {self.prepared.scenario.risk_checks[outcome.check]}"
        yield from _seen(outcome.reply)
        if outcome.ending:
            yield from self._ending(outcome.ending)

    def _state(self) -> str:
        subject = self.scene.subject
        return (
            f"state    turn {subject.turn}, {subject.mood}, {subject.stage}, "
            f"{', '.join(f'{v} {subject.feelings[v]:.0f}' for v in VARIABLES)}, "
            f"needs met: {', '.join(sorted(subject.memory.met)) or 'none'}"
        )

    def _ending(self, name: str) -> Iterator[str]:
        ending, words = self.prepared.scenario.endings[name], self.prepared.words.endings[name]
        yield f"ending   {name} ({'good' if ending.good else 'not good'}): {ending.when}"
        yield fill(f"{words.title}. {words.text}", self.scene.drawn)
        yield "/undo goes back by one turn, /quit leaves"


def _reading(reading: Reading) -> str:
    if reading.abstained:
        return f"nothing sure ({reading.abstained})"
    acts = [f"{act.act} {act.confidence:.2f}" for act in reading.acts]
    about = f"; about {', '.join(reading.topics)}" if reading.topics else ""
    return f"{', '.join(acts) or 'no act'}{about}"


def _why(outcome: Outcome) -> Iterator[str]:
    """The change of the four variables and each reason for it."""
    change = outcome.change
    for variable in VARIABLES:
        by = [r for r in change.reasons if abs(r.effect[variable]) >= _WORTH_SAYING]
        parts = ", ".join(_part(reason, variable) for reason in by)
        yield (
            f"{variable:<14} {change.before[variable]:5.1f} -> {change.after[variable]:5.1f}"
            f"{f'   {parts}' if parts else ''}"
        )
    for what, step in (("mood", change.mood), ("stage", change.stage)):
        if step.moved:
            yield f"{what:<14} {step.before} -> {step.after}"
    if change.met:
        yield f"{'need met':<14} {', '.join(change.met)}"


_WORTH_SAYING = 0.05
"""Points below which a reason is not printed."""


def _part(reason: Reason, variable: str) -> str:
    times = "".join(f" x{factor:.2g} {name}" for name, factor in reason.factors)
    return f"{reason.kind} {reason.name} {reason.effect[variable]:+.1f}{times}"


def _seen(reply: Reply) -> Iterator[str]:
    for kind, line in (("event", reply.event), ("deed", reply.deed)):
        if line:
            yield f"{kind:<8} {line}"
    about = f" about {reply.topic}" if reply.topic else ""
    yield f"{reply.kind}{about}:"
    yield from (f"  {line}" for line in (f"*{reply.cue}*" if reply.cue else "", reply.said) if line)
