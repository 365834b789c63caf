"""The subject as a whole: `take` one move, feel it, and let the three machines decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from state_machines import encounter, mood, relationship
from state_machines.acts import Catalogue, Move, Polarity, ReadAct
from state_machines.appraisal import (
    Memory,
    Setting,
    appraise,
    as_meant,
    has_kept_word,
    words_of,
)
from state_machines.behaviour import behaviour
from state_machines.calibration import CALIBRATION as TABLE
from state_machines.emotion import Feelings, Reason
from state_machines.emotion import move as moved
from state_machines.rules import check, fire

_FRIGHT, _FRIGHT_LEAD, _LASHING, _CALM_BODY = 75.0, 8.0, 75.0, 0.3
_DESPAIR, _DESPAIR_LEFT = 80.0, 70.0
_WITHDRAWN, _WITHDRAWN_LEFT, _STILL = 65.0, 55.0, 45.0
EVERY = frozenset(mood.MOODS)
_AGREEING = frozenset({"plan_together", "offer_choice", "request", "offer_resource"})


@dataclass(slots=True)
class Subject:
    """What the three machines are fired on; guards read numbers and never change them."""

    feelings: Feelings
    memory: Memory
    mood: str
    stage: str
    phase: str
    turn: int = 0
    resting: str = ""
    """The phase a pause came from."""
    moods: frozenset[str] = EVERY

    def _rising(self, step: int) -> bool:
        return self.feelings.tension >= TABLE.mood_enter[step]

    def _falling(self, step: int) -> bool:
        return self.feelings.tension < TABLE.mood_enter[step] - TABLE.mood_gap

    def grows_uneasy(self) -> bool:
        return self._rising(0)

    def gets_agitated(self) -> bool:
        return self._rising(1)

    def turns_hostile(self) -> bool:
        return self._rising(2)

    def boils_over(self) -> bool:
        return "assaultive" in self.moods and self._rising(3)

    def settles(self) -> bool:
        return self._falling(0)

    def calms(self) -> bool:
        return self._falling(1)

    def cools(self) -> bool:
        return self._falling(2)

    def backs_off(self) -> bool:
        return self._falling(3)

    def takes_fright(self) -> bool:
        fear, arousal = self.feelings.fear, self.feelings.arousal
        return "frightened" in self.moods and fear >= max(_FRIGHT, arousal + _FRIGHT_LEAD)

    def lashes_out(self) -> bool:
        return self.feelings.arousal >= _LASHING

    def fear_eases(self) -> bool:
        return self.feelings.fear < _FRIGHT - TABLE.mood_gap

    def despairs(self) -> bool:
        return "despairing" in self.moods and self.feelings.hopelessness >= _DESPAIR

    def despair_lifts(self) -> bool:
        return self.feelings.hopelessness < _DESPAIR_LEFT

    def withdraws(self) -> bool:
        still = self.feelings.arousal < _STILL
        return "withdrawn" in self.moods and still and self.feelings.hopelessness >= _WITHDRAWN

    def comes_back(self) -> bool:
        return self.feelings.hopelessness < _WITHDRAWN_LEFT

    def _climbs(self, step: int) -> bool:
        return self.feelings.trust >= TABLE.stage_enter[step] and len(self.memory.kinds) > step

    def _slips(self, step: int) -> bool:
        return self.feelings.trust < TABLE.stage_enter[step] - TABLE.stage_gap

    def feels_heard(self) -> bool:
        return self._climbs(0)

    def feels_understood(self) -> bool:
        return self._climbs(1)

    def feels_with_you(self) -> bool:
        return self._climbs(2)

    def lets_you_lead(self) -> bool:
        return self._climbs(3)

    def has_agreed(self) -> bool:
        return self.memory.agreed

    def stops_talking(self) -> bool:
        return self._slips(0)

    def feels_missed(self) -> bool:
        return self._slips(1)

    def pulls_away(self) -> bool:
        return self._slips(2)

    def stops_following(self) -> bool:
        return self._slips(3)

    def doubts(self) -> bool:
        return self._slips(3)

    def has_exchanged(self) -> bool:
        return self.turn >= 1

    def is_ready_to_close(self) -> bool:
        return relationship.lets_lead(self.stage)

    def is_not_ready_to_close(self) -> bool:
        return not self.is_ready_to_close()

    def was_in_contact(self) -> bool:
        return self.resting == "contact"

    def was_engaged(self) -> bool:
        return self.resting == "engaged"

    def was_closing(self) -> bool:
        return self.resting == "closing"


check(mood.MOODS, mood.RULES, Subject)
check(relationship.STAGES, relationship.RULES, Subject)
check(encounter.PHASES, encounter.RULES, Subject, encounter.FINAL)


@dataclass(frozen=True, slots=True)
class State:
    """All that is stored of the subject between two turns."""

    feelings: Feelings
    mood: str = "uneasy"
    stage: str = "stranger"
    phase: str = "briefed"
    turn: int = 0
    resting: str = ""
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, slots=True)
class Step:
    """One machine's part of a change: where it was and where it is."""

    before: str
    after: str

    @property
    def moved(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Change:
    """What the turn did to the subject; the reasons add up to the difference, to rounding."""

    before: Feelings
    after: Feelings
    reasons: tuple[Reason, ...]
    mood: Step
    stage: Step
    phase: Step
    behaviour: str
    met: tuple[str, ...] = ()
    """Needs met for the first time in this turn."""
    acts: tuple[ReadAct, ...] = ()
    """The acts as they counted in this situation."""


def working(state: State, moods: frozenset[str] = EVERY) -> Subject:
    """The working object for a stored state of a subject who can come into these moods."""
    return Subject(
        state.feelings,
        state.memory,
        state.mood,
        state.stage,
        state.phase,
        state.turn,
        state.resting,
        moods,
    )


def met_at_first(feelings: Feelings, moods: frozenset[str] = EVERY) -> str:
    """The mood the machine rests in for these feelings, so that a scenario states only numbers."""
    subject = working(State(feelings), moods)
    for _ in mood.MOODS:
        if not fire(mood.MACHINE, "feel", subject):
            break
    return subject.mood


def advance_phase(state: State, event: str) -> State:
    """Fire one event of the encounter machine: begin, end, pause, resume, stop, debrief ...

    Raises:
        transitions.MachineError: the event does not apply in the present phase.
    """
    subject = working(state)
    before = subject.phase
    fire(encounter.MACHINE, event, subject)
    resting = before if subject.phase == "paused" else ""
    return replace(state, phase=subject.phase, resting=resting)


def _remember(
    state: State,
    move: Move,
    posture: Mapping[str, str],
    acts: tuple[ReadAct, ...],
    reasons: Sequence[Reason],
    deeds_meet: frozenset[str],
    setting: Setting,
) -> Memory:
    memory, catalogue, turn = state.memory, setting.catalogue, state.turn + 1
    named = [read.act for read in acts]
    harmful = sum(catalogue.acts[act].polarity is Polarity.HARMFUL for act in named)
    useful = frozenset(r.name for r in reasons if _worked(r, catalogue))
    met = {need for need, by in setting.needs.items() if by & useful} | deeds_meet
    leads = relationship.lets_lead(state.stage)
    debts = (turn + TABLE.debt_turns,) if "false_promise" in named else ()
    said = words_of(move.reading)
    return Memory(
        recent=(*memory.recent, *named)[-TABLE.memory :],
        deeds=(*memory.deeds, *move.deeds)[-TABLE.memory :],
        said=memory.said | set(named),
        done=memory.done | set(move.deeds),
        kinds=memory.kinds | {catalogue.acts[act].family for act in useful},
        met=memory.met | met,
        harm=memory.harm + harmful,
        force=memory.force + sum(catalogue.deeds[deed].force for deed in move.deeds),
        slighted=turn if harmful else memory.slighted,
        debts=(*(d for d in memory.debts if d > turn), *debts),
        agreed=leads and (memory.agreed or bool(_AGREEING & useful)),
        phrases=memory.phrases | {said} if said else memory.phrases,
        posture=posture,
    )


def _worked(reason: Reason, catalogue: Catalogue) -> bool:
    """True for a helpful act that was sure enough, in time, fitting, and not undone by the body."""
    if reason.kind != "act" or catalogue.acts[reason.name].polarity is Polarity.HARMFUL:
        return False
    factors = dict(reason.factors)
    return (
        factors.get("confidence", 1.0) >= TABLE.least_sure
        and factors.get("gate", 1.0) > 0
        and factors.get("fit", 1.0) > 0
        and factors.get("body", 1.0) > 1 - _CALM_BODY
    )


def take(
    state: State,
    move: Move,
    setting: Setting,
    here: Sequence[Reason] = (),
    deeds_meet: frozenset[str] = frozenset(),
) -> tuple[State, Change]:
    """One turn of the subject: feel the move, then one step of each machine.

    `here` are the scenario's own reasons (hooks, triggers, deeds and events in this place);
    `deeds_meet` the needs that a deed meets here. A pure function.
    """
    posture = {**state.memory.posture, **move.posture}
    kept = has_kept_word({*state.memory.done, *move.deeds}, setting.catalogue)
    acts = as_meant(move.reading, state.mood, state.stage, kept)
    turn = state.turn + 1
    reasons = appraise(
        acts, move, posture, state.feelings, state.stage, state.memory, turn, setting
    )
    memory = _remember(state, move, posture, acts, reasons, deeds_meet, setting)
    ceiling = TABLE.ceiling + TABLE.per_need * len(memory.met)
    after, applied = moved(state.feelings, (*reasons, *here), setting.baseline, ceiling)
    subject = Subject(after, memory, state.mood, state.stage, state.phase, turn, "", setting.moods)
    fire(mood.MACHINE, "feel", subject)
    fire(relationship.MACHINE, "relate", subject)
    if state.phase in encounter.LIVE:
        fire(encounter.MACHINE, "proceed", subject)
    new = State(after, subject.mood, subject.stage, subject.phase, turn, "", memory)
    change = Change(
        state.feelings,
        after,
        applied,
        Step(state.mood, new.mood),
        Step(state.stage, new.stage),
        Step(state.phase, new.phase),
        behaviour(new.mood, after),
        tuple(sorted(memory.met - state.memory.met)),
        acts,
    )
    return new, change
