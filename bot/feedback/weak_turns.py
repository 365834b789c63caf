"""Which skills to drill after an encounter, from the trainee's own weak turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.feedback.causes import causes, counted_acts, gained, harmful_acts, own_doing
from bot.feedback.drills import SKILLS
from bot.feedback.heard import said_before
from bot.feedback.rubric.items import Item
from dialogues.prepared import Prepared
from dialogues.records import Turn
from dialogues.reply import Reply

MOST = 3
"""Drills after one encounter; more would bury the first."""
LOW = 3.0
"""A rubric item below this counts as weak."""
REMEMBERED = 6
"""The subject's last lines that words are read against, as in an encounter."""

INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "command": "set_limit",
        "threaten": "set_limit",
        "dare": "set_limit",
        "policy_wall": "set_limit",
        "calm_down": "label",
        "minimise": "label",
        "false_empathy": "label",
        "argue": "reflect",
        "dismiss": "reflect",
        "advise": "reflect",
        "why_question": "reflect",
        "question_stack": "reflect",
        "collude": "reflect",
        "jargon": "brevity",
        "insult": "repair",
        "sarcasm": "repair",
        "moralise": "repair",
        "stigmatise": "repair",
        "guilt": "repair",
        "false_promise": "repair",
    }
)
"""Each harmful act with the skill that serves in its place."""
MADE, RAISED = "made", "raised"
ITEMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "opening": ("open", MADE),
        "listening": ("reflect", MADE),
        "attunement": ("label", MADE),
        "respect": ("repair", RAISED),
        "autonomy": ("set_limit", RAISED),
        "honesty": ("set_limit", RAISED),
        "pace": ("brevity", RAISED),
    }
)
"""Each rubric item with its skill. A weak item MADE a drill, or only RAISED one that a turn asks
for: there is no limit to set and nothing to mend where nothing happened."""
_MENDING = frozenset({"apologise", "repair"})
_HARM, _LONG, _SLIP, _DUTY, _DESPAIR = 2.0, 1.0, 1.0, 6.0, 4.0
"""Weights beside the points that the turn cost."""


@dataclass(frozen=True, slots=True)
class Drill:
    """One exercise: the skill, the turn it comes from, and why.

    `why` is act, long, slip, item, asked or fresh; `what` is the act or the rubric item.
    """

    skill: str
    turn: int
    why: str
    what: str = ""


_Found = tuple[float, Drill]


def weak_drills(
    turns: Sequence[Turn], items: Iterable[Item], prepared: Prepared
) -> tuple[Drill, ...]:
    """At most three drills, what went worst first; the opening where nothing was weak."""
    found = [
        *_harms(turns),
        *_slips(turns),
        *_long(turns),
        *_mislabelled(turns),
        *_not_asked(turns, prepared),
    ]
    found += _weak_items(items, turns, {drill.skill for _, drill in found})
    worst: dict[str, Drill] = {}
    weights = dict.fromkeys(SKILLS, 0.0)
    for weight, drill in sorted(found, key=lambda one: -one[0]):
        weights[drill.skill] += weight
        if drill.turn:
            worst.setdefault(drill.skill, drill)
    order = sorted(worst, key=lambda skill: (-weights[skill], SKILLS.index(skill)))
    return tuple(worst[skill] for skill in order[:MOST]) or (Drill("open", 1, "fresh"),)


def heard_before(drill: Drill, turns: Iterable[Turn], opening: Reply) -> tuple[str, ...]:
    """The subject's last lines as the drill begins, the newest last.

    After a slip that includes the answer to it; an opening always answers the first line.
    """
    number = drill.turn + 1 if drill.skill == "repair" else drill.turn
    return said_before(opening, turns, 1 if drill.skill == "open" else number)[-REMEMBERED:]


def _lost(turn: Turn) -> float:
    """Points that the trainee's own doing cost in this turn."""
    return max(0.0, -gained(turn.change)) if own_doing(turn.change) else 0.0


def _harms(turns: Sequence[Turn]) -> Iterator[_Found]:
    for turn in turns:
        for act in harmful_acts(turn):
            if INSTEAD[act] != "repair":
                yield _HARM + _lost(turn), Drill(INSTEAD[act], turn.number, "act", act)


def _slips(turns: Sequence[Turn]) -> Iterator[_Found]:
    """Harm that was not mended in the two turns after it; the last turn cannot be answered."""
    for place, turn in enumerate(turns[:-1]):
        after = turns[place + 1 : place + 3]
        mended = any(read.act in _MENDING for later in after for read in counted_acts(later))
        for act in () if mended else harmful_acts(turn):
            heavy = _HARM if INSTEAD[act] == "repair" else 0.0
            yield _SLIP + heavy + _lost(turn) / 2, Drill("repair", turn.number, "slip", act)


def _long(turns: Sequence[Turn]) -> Iterator[_Found]:
    for turn in turns:
        if any(cause.kind == "load" and cause.weight < 0 for cause in causes(turn.change)):
            yield _LONG + _lost(turn), Drill("brevity", turn.number, "long")


def _mislabelled(turns: Sequence[Turn]) -> Iterator[_Found]:
    for turn in turns:
        for cause in causes(turn.change):
            if cause.name == "label_emotion" and cause.factors.get("fit", 1.0) < 0:
                yield _HARM + _lost(turn), Drill("label", turn.number, "act", "label_emotion")


def _not_asked(turns: Sequence[Turn], prepared: Prepared) -> Iterator[_Found]:
    """Suicide, where duty or despair asked for the question and it was never put."""
    if any(read.act == "ask_suicide" for turn in turns for read in counted_acts(turn)):
        return
    despairing = next((turn for turn in turns if turn.change.mood.before == "despairing"), None)
    on_duty = prepared.scenario.duty == "ask_suicide"
    lowest = max(turns, key=lambda turn: turn.change.before.hopelessness, default=None)
    turn = despairing or (lowest if on_duty else None)
    if turn:
        yield _DUTY if on_duty else _DESPAIR, Drill("ask_suicide", turn.number, "asked")


def _weak_items(items: Iterable[Item], turns: Sequence[Turn], asked: set[str]) -> Iterator[_Found]:
    """Weak rubric items, at the turn with words that helped least (an opening at the first).

    One that only raises a drill names no turn.
    """
    said = [turn for turn in turns if turn.move.reading.words]
    for item in items:
        skill, kind = ITEMS.get(item.id, ("", ""))
        if not skill or not said or item.score is None or item.score >= LOW:
            continue
        if kind == MADE or skill in asked:
            worst = said[0] if skill == "open" else min(said, key=lambda t: gained(t.change))
            number = worst.number if kind == MADE else 0
            yield LOW - item.score, Drill(skill, number, "item", item.id)
