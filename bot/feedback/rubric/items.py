"""The twelve items (domain.md 4.3): what each counts, and how the count becomes 1 to 5."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.feedback.facts import OPENING_WORDS
from bot.feedback.rubric.record import Record, Said, gate_of
from state_machines.calibration import CALIBRATION

LEAST, MOST = 1.0, 5.0


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its id, its score from 1 to 5 (None when it cannot be told) and its turns."""

    id: str
    exact: float | None
    """What the total rests on."""
    evidence: tuple[int, ...] = ()

    @property
    def score(self) -> float | None:
        """What is shown: finer than a tenth says nothing."""
        return None if self.exact is None else round(self.exact, 1)


Scored = tuple[float | None, Iterable[Said]]

_LISTENING = ("reflect", "summarise", "label_emotion", "validate")
_QUESTIONS = ("open_question", "safety_question", "find_hook", "ask_name", "ask_suicide")
_CHOICES = ("offer_choice", "autonomy", "ask_permission", "plan_together")
_COURTESY = ("introduce", "thank", "ask_name", "ask_permission", "apologise", "repair")
_ROOM = (*_LISTENING, *_QUESTIONS, "encourage", "slow_down", "ask_permission", "offer_choice")
_SPACE = frozenset({"keep_distance", "step_out_of_way", "use_cover", "disengage", "wait"})
_SCENE = frozenset(
    {
        "clear_onlookers",
        "quiet_scene",
        "move_to_quiet_place",
        "remove_object",
        "call_backup",
        "call_security",
        "call_crisis_team",
        "fetch_colleague",
        "get_update",
        "medical_check",
    }
)
_DISRESPECT: Mapping[str, float] = MappingProxyType(
    {
        "insult": 1.0,
        "stigmatise": 1.0,
        "sarcasm": 0.8,
        "dare": 0.8,
        "threaten": 0.8,
        "guilt": 0.6,
        "moralise": 0.5,
        "minimise": 0.4,
        "dismiss": 0.5,
    }
)
_DICTATING: Mapping[str, float] = MappingProxyType(
    {"command": 1.0, "threaten": 1.0, "calm_down": 0.6, "advise": 0.5, "dare": 0.5}
)
_UNTRUE: Mapping[str, float] = MappingProxyType(
    {
        "false_promise": 1.2,
        "threaten": 0.8,
        "collude": 1.0,
        "false_empathy": 0.5,
        "policy_wall": 0.5,
        "guilt": 0.4,
        "insult": 0.5,
        "dare": 0.5,
    }
)
_TELLING: Mapping[str, float] = MappingProxyType(
    {
        "follow_through": 1.5,
        "set_limit": 1.0,
        "inform": 1.0,
        "give_reason": 0.7,
        "state_intent": 0.7,
        "reassure": 0.5,
        "agree": 0.3,
        "close": 0.5,
    }
)
TAKEN_UP, HALF = 0.5, 0.5
"""From this echo on, words that do no harm take up what the subject said; where no act of
listening was read in them they count by half."""
ENOUGH, FEW_ENOUGH = 3, 2
"""Timely acts of influence that are enough in an encounter, and in a transcript, which is short."""
FACTS = 0.3
"""What giving back facts adds to naming a feeling."""
MENDED, FADES = 0.5, 0.08
"""What is left of a harm that was taken back within two turns; and how far each turn that helps
afterwards makes the rest of it fade, so that it always matters which came first."""


def ramp(value: float, low: float, middle: float, high: float) -> float:
    """1 at `low` or below, 3 at `middle`, 5 at `high` or above, straight in between."""
    if value <= middle:
        return LEAST + 2 * max(0.0, value - low) / (middle - low)
    return 3 + 2 * min(1.0, (value - middle) / (high - middle))


def harm(said: Sequence[Said], weights: Mapping[str, float]) -> float:
    """The weight of these harmful acts, less where they were mended: later harm stays."""
    total, helped = 0.0, 0
    for place in range(len(said) - 1, -1, -1):
        one, after = said[place], said[place + 1 : place + 3]
        weight = sum(weights.get(act, 0.0) for act in one.harmful) / (1 + FADES * helped)
        mended = any(later.has("apologise", "repair") for later in after)
        total += weight * (MENDED if mended else 1.0)
        helped += one.helpful and not one.harmful
    return total


def _with(record: Record, *names: str) -> list[Said]:
    return [one for one in record.said if one.has(*names)]


def _kinds(record: Record, names: Iterable[str]) -> int:
    return sum(bool(_with(record, name)) for name in names)


def _counted(record: Record, names: Iterable[str]) -> int:
    wanted = frozenset(names)
    return sum(read.act in wanted for one in record.said for read in one.acts)


def _harming(record: Record, weights: Mapping[str, float]) -> list[Said]:
    return [one for one in record.said if set(one.harmful) & set(weights)]


def opening(record: Record) -> Scored:
    """Name and role, reason, a question, and no order in the first words."""
    first, ahead = [], 0
    for one in record.said:
        if ahead >= OPENING_WORDS:
            break
        first.append(one)
        ahead += one.words
    asked = any(one.has(*_QUESTIONS, "ask_permission") for one in first)
    score = LEAST + 1.5 * any(one.has("introduce") for one in first)
    score += 1.2 * any(one.has("give_reason") for one in first) + 0.8 * asked
    score += 0.5 * (bool(first) and not any(one.harmful for one in first))
    score -= 2.0 * any(one.has("command", "threaten", "insult") for one in first)
    return score, first


def listening(record: Record) -> Scored:
    """What was given back for each question, in how many ways."""
    taken_up = [one for one in record.said if _takes_up(one) and not one.has(*_LISTENING)]
    given = _counted(record, _LISTENING) + HALF * len(taken_up)
    asked = _counted(record, _QUESTIONS) + 3 * _counted(record, ("question_stack",))
    shown = [*_with(record, *_LISTENING), *taken_up]
    if not given:
        return LEAST, shown
    varied = 0.4 * max(0, _kinds(record, _LISTENING) - 1)
    return min(ramp(given / max(asked, 1), 0.2, 0.8, 2.0) + varied, 2.0 + given), shown


def _takes_up(one: Said) -> bool:
    return one.echo >= TAKEN_UP and not one.harmful and not one.hollow


def attunement(record: Record) -> Scored:
    """Feelings named or made sense of, as far as they are there; and facts given back."""
    shown = _with(record, "label_emotion", "validate")
    fits = [
        one.fits.get(read.act, 0.6)
        for one in shown
        for read in one.acts
        if read.act in ("label_emotion", "validate")
    ]
    right = sum(fit > 0 for fit in fits)
    wrong = sum(fit < 0 for fit in fits)
    facts = min(2, _counted(record, ("reflect", "summarise", "affirm")))
    return ramp(right + FACTS * facts, 0, 0.9, 2.0) - 1.2 * wrong, shown


def respect(record: Record) -> Scored:
    """Courtesy of several kinds, turn after turn, and nothing that takes dignity away."""
    courtesy = min(2.0, 0.6 * _kinds(record, _COURTESY))
    kind = sum(one.helpful and not one.harmful for one in record.said)
    score = 2.6 + courtesy + kind / max(1, len(record.said)) - 1.6 * harm(record.said, _DISRESPECT)
    return score, [*_with(record, *_COURTESY), *_harming(record, _DISRESPECT)]


def autonomy(record: Record) -> Scored:
    """Choices given and asked for, against orders."""
    choices, kinds = _counted(record, _CHOICES), _kinds(record, _CHOICES)
    score = ramp(kinds + 0.4 * (choices - kinds), -0.5, 0.8, 2.2)
    return score - harm(record.said, _DICTATING), [
        *_with(record, *_CHOICES),
        *_harming(record, _DICTATING),
    ]


def pace(record: Record) -> Scored:
    """Room for the other, no more words than can be taken in, no piles of questions."""
    said = [one for one in record.said if not one.hollow]
    if not said:
        return LEAST, ()
    turns = len(said)
    room = [one for one in said if one.has(*_ROOM) or not one.words or "wait" in one.deeds]
    long = [one for one in said if one.words > _limit(one)]
    piled = _with(record, "question_stack", "jargon")
    score = ramp(len(room) / turns, 0.05, 0.35, 0.6)
    return score - 3 * len(long) / turns - 0.8 * len(piled), [*long, *piled] or room


def _limit(one: Said) -> int:
    """Words that can be taken in at this arousal; a transcript is held to the calm limit."""
    arousal = one.arousal if one.arousal is not None else 0.0
    return next(words for points, words in CALIBRATION.load_words if arousal >= points)


def discovery(record: Record) -> Scored:
    """The share of what this person needed and could tell that was found."""
    known = record.known
    if known is None:
        return _told(record)
    share = 0.65 * known.met / max(known.needs, 1) + 0.35 * min(1.0, known.told / 3)
    return ramp(share, 0.0, 0.42, 0.8), _with(record, *_QUESTIONS)


def _told(record: Record) -> Scored:
    """Of a transcript: the lines of asking and listening that the subject answered by telling."""
    answered = record.heard.told if record.heard else frozenset[int]()
    opened = [
        one
        for one in record.said
        if one.turn in answered and one.has(*_QUESTIONS, *_LISTENING) and not one.harmful
    ]
    if not record.heard or not record.said:
        return None, ()
    return ramp(len(opened) / len(record.said), 0.0, 0.2, 0.4), opened


def timing(record: Record) -> Scored:
    """Influence once there is a relationship to lead in, neither before nor never."""
    timely: list[Said] = []
    early: list[Said] = []
    heard = 0
    for one in record.said:
        stage = one.stage if one.stage is not None else _approximate(heard)
        for read in one.acts:
            gate = gate_of(read.act)
            if gate:
                (timely if stage >= gate else early).append(one)
        heard += sum(read.act in _LISTENING for read in one.acts) or int(_takes_up(one))
    pushed = sum(len(one.harmful) for one in record.said)
    if not timely:
        return LEAST if early or pushed else 1.5, early
    share = len(timely) / (len(timely) + 2 * len(early))
    enough = ENOUGH if record.known else FEW_ENOUGH
    return LEAST + 4 * share * min(1.0, (1 + len(timely)) / (1 + enough)), [*timely, *early]


def _approximate(heard: int) -> int:
    """A stage for a transcript, from how often the trainee has listened so far."""
    return sum(heard >= least for least in (1, 3, 5, 7))


def honesty(record: Record) -> Scored:
    """Said what is true, set limits with reasons, kept one's word; promised nothing empty."""
    told = sum(_TELLING.get(read.act, 0.0) for one in record.said for read in one.acts)
    score = ramp(told, -2.0, 0.3, 3.0 if record.known else 2.0) - harm(record.said, _UNTRUE)
    return score, [*_with(record, *_TELLING), *_harming(record, _UNTRUE)]


def body(record: Record) -> Scored:
    """A body that says the same as the words: calm, at a distance, hands in sight."""
    seen = [one for one in record.said if one.looming is not None]
    if not seen:
        return None, ()
    looming = sum(one.looming or 0.0 for one in seen) / len(seen)
    calm = sum(one.calm for one in seen) / len(seen)
    score = 3.0 + min(2.0, 4 * calm) - 4.5 * looming
    return score, [one for one in seen if (one.looming or 0.0) >= 0.4] or [
        one for one in seen if one.calm
    ]


def risk(record: Record) -> Scored:
    """Asked about danger, kept space, used the scene and help, took stock again."""
    asked = _with(record, "safety_question", "ask_suicide")
    space = [one for one in record.said if _SPACE & set(one.deeds)]
    scene = [one for one in record.said if _SCENE & set(one.deeds)]
    duty = _with(record, record.known.duty) if record.known else []
    points = float(min(2, len(asked)) + min(1, len(space)) + min(2, len(scene)))
    points += min(1, len(duty))
    if record.known:
        points += 0.5 * (min(2, record.known.looks) - min(2, record.known.put_off))
    else:
        points += min(1, len(_with(record, "reassure", "slow_down")))
    danger = harm(record.said, {"threaten": 0.3, "dare": 0.3})
    return ramp(points, 0, 1.6, 4) - danger, [*asked, *space, *scene, *duty]


def outcome(record: Record) -> Scored:
    """How it ended, whether there was a plan, and whether slips were mended."""
    closing = _with(record, "close")
    plan = _with(record, "plan_together", "offer_choice", "follow_through")
    handed = [one for one in record.said if "hand_over" in one.deeds]
    score = LEAST + (2.2 * record.known.good if record.known else _settling(record))
    score += 1.0 * bool(closing or handed) + 0.8 * bool(plan) + 0.4 * bool(_with(record, "thank"))
    harmful = sum(len(one.harmful) for one in record.said)
    left = harm(record.said, {act: 1.0 for one in record.said for act in one.harmful})
    if harmful:
        score -= 1.0 * left / harmful * min(1.0, harmful / 3)
    return score, [*closing, *handed, *plan]


def _settling(record: Record) -> float:
    """What the last lines of a transcript are worth: up to as much as a good ending."""
    return 1.3 * (1 + record.heard.settled) if record.heard else 0.5


ITEMS: Mapping[str, tuple[float, Callable[[Record], Scored]]] = MappingProxyType(
    {
        "opening": (0.05, opening),
        "listening": (0.08, listening),
        "attunement": (0.12, attunement),
        "respect": (0.10, respect),
        "autonomy": (0.08, autonomy),
        "pace": (0.07, pace),
        "discovery": (0.10, discovery),
        "timing": (0.10, timing),
        "honesty": (0.08, honesty),
        "body": (0.08, body),
        "risk": (0.09, risk),
        "outcome": (0.05, outcome),
    }
)
"""Each item with its weight; outcome weighs little, so that the way there counts."""


def item(name: str, record: Record) -> Item:
    """One item of a record.

    Raises:
        KeyError: no such item.
    """
    score, shown = ITEMS[name][1](record)
    turns = tuple(sorted({one.turn for one in shown}))
    kept = None if score is None else min(MOST, max(LEAST, score))
    return Item(name, kept, turns)
