"""Weighs the evidence: which acts a move shows, which way it pushes, and when to abstain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.understanding.evidence import Clause, Evidence
from bot.understanding.feelings import felt
from state_machines.acts import Polarity, ReadAct

MOST_ACTS = 3
TWO_WAYS = 0.1
"""Readings of opposite polarity closer than this cannot be told apart (nlu.md 5)."""

SEVERE = frozenset({"insult", "threaten", "dare", "stigmatise"})
"""Harm that no kind word in the same breath takes back."""

_QUESTIONS = frozenset(
    {"open_question", "safety_question", "ask_name", "why_question", "find_hook"}
)

ASKING = _QUESTIONS | {"ask_suicide", "plan_together", "ask_permission", "encourage"}
"""Acts that invite the subject to speak about something."""

WINS_OVER: Mapping[str, frozenset[str]] = {
    "ask_name": frozenset({"open_question"}),
    "ask_suicide": frozenset({"advise", "safety_question", "open_question", "ask_permission"}),
    "find_hook": frozenset({"open_question", "encourage"}),
    "plan_together": frozenset({"open_question", "inform", "state_intent", "request"}),
    "why_question": frozenset({"open_question", "reflect"}),
    "open_question": frozenset({"encourage", "command", "request", "ask_permission"}),
    "safety_question": frozenset({"open_question"}),
    "summarise": frozenset({"reflect", "label_emotion", "inform"}),
    "label_emotion": frozenset({"reflect", "encourage", "safety_question"}),
    "validate": frozenset({"label_emotion", "reflect", "encourage", "agree"}),
    "affirm": frozenset({"reflect"}),
    "apologise": frozenset({"label_emotion", "reflect"}),
    "repair": frozenset({"apologise", "encourage", "request", "inform", "reflect"}),
    "follow_through": frozenset({"inform", "plan_together", "state_intent", "self_disclose"}),
    "offer_choice": frozenset(
        {"autonomy", "open_question", "offer_comfort", "ask_permission", "request"}
    ),
    "offer_comfort": frozenset({"ask_permission", "open_question", "inform", "request"}),
    "offer_resource": frozenset({"ask_permission", "offer_comfort", "inform", "open_question"}),
    "ask_permission": frozenset({"request"}),
    "request": frozenset({"command"}),
    "redirect": frozenset(
        {"offer_comfort", "command", "request", "open_question", "plan_together"}
    ),
    "ground": frozenset({"command", "request", "calm_down", "open_question", "safety_question"}),
    "safety_command": frozenset({"command", "request"}),
    "clear_scene": frozenset({"inform", "command", "request", "reassure"}),
    "close": frozenset({"inform", "reassure", "plan_together"}),
    "set_limit": frozenset({"command", "request", "dismiss", "state_intent", "inform"}),
    "slow_down": frozenset({"reassure", "inform"}),
    "reassure": frozenset({"inform", "reflect"}),
    "state_intent": frozenset({"inform", "reassure"}),
    "give_reason": frozenset({"reflect", "inform", "state_intent", "label_emotion"}),
    "introduce": frozenset({"inform"}),
    "thank": frozenset({"encourage"}),
    "agree": frozenset({"encourage"}),
    "autonomy": frozenset({"inform", "reassure", "request"}),
    "self_disclose": frozenset({"reflect", "label_emotion"}),
    "threaten": frozenset({"command", "set_limit", "inform", "request", "offer_choice"}),
    "calm_down": frozenset({"command", "advise", "request"}),
    "insult": frozenset(
        {"open_question", "command", "advise", "moralise", "reflect", "label_emotion", "affirm"}
    ),
    "moralise": frozenset({"inform", "open_question", "advise", "reflect"}),
    "stigmatise": frozenset({"open_question", "safety_question", "label_emotion"}),
    "sarcasm": frozenset(
        {"reflect", "agree", "thank", "affirm", "encourage", "open_question", "apologise"}
    ),
    "guilt": frozenset(
        {"inform", "open_question", "command", "thank", "reflect", "find_hook", "request"}
    ),
    "dare": frozenset({"command", "encourage", "reflect"}),
    "collude": frozenset({"agree", "inform", "self_disclose"}),
    "argue": frozenset({"open_question", "inform", "reflect", "agree"}),
    "minimise": frozenset({"inform", "reassure", "reflect"}),
    "dismiss": frozenset({"open_question", "inform", "command", "encourage", "request"}),
    "policy_wall": frozenset({"inform", "dismiss", "command", "set_limit"}),
    "false_empathy": frozenset(
        {"validate", "self_disclose", "label_emotion", "encourage", "open_question"}
    ),
    "false_promise": frozenset(
        {"inform", "reassure", "plan_together", "state_intent", "set_limit"}
    ),
    "jargon": frozenset({"inform", "policy_wall", "reflect"}),
    "advise": frozenset({"command", "request"}),
    "question_stack": _QUESTIONS,
}
"""Where one clause shows both, the more telling act stands and the general one goes."""

WINS_OVER_MOVE: Mapping[str, frozenset[str]] = {
    "question_stack": _QUESTIONS,
    "safety_command": frozenset({"command"}),
    "false_empathy": frozenset({"self_disclose", "encourage"}),
}
"""The same over the whole move, for acts that colour or are made of several clauses."""

NAMES_FEELINGS = frozenset({"label_emotion", "validate"})
"""Acts in which a feeling is named."""

COUNTS = 0.8
"""Confidence from which a helpful act softens a harmful one; a looser hit beside plain harm is
more likely chance than kindness. Calibration on the lines of the tests."""


def _beaten(one: Evidence, by: Evidence) -> bool:
    here = one.clause == by.clause and one.act in WINS_OVER.get(by.act, frozenset())
    return here or one.act in WINS_OVER_MOVE.get(by.act, frozenset())


def settle(found: Iterable[Evidence]) -> list[Evidence]:
    """The evidence that stands once telling acts have won, the surest of each act."""
    every = list(found)
    standing = [one for one in every if not any(_beaten(one, by) for by in every)]
    return sorted(surest(standing).values(), key=_rank)


def surest(found: Iterable[Evidence]) -> dict[str, Evidence]:
    """The surest evidence of each act, the first of equals."""
    best: dict[str, Evidence] = {}
    for one in found:
        if one.act not in best or one.confidence > best[one.act].confidence:
            best[one.act] = one
    return best


def _rank(one: Evidence) -> tuple[bool, float, int, int]:
    return (not is_severe(one), -one.confidence, one.clause, one.start)


def is_severe(one: Evidence) -> bool:
    """Whether this harm outweighs every kind word around it."""
    return one.severe or one.act in SEVERE


def polarity_of(settled: Sequence[Evidence], signs: Mapping[str, Polarity]) -> Polarity:
    """Which way the whole move pushes."""
    kinds = {signs[one.act] for one in settled}
    if Polarity.HARMFUL not in kinds:
        return Polarity.HELPFUL if Polarity.HELPFUL in kinds else Polarity.NEUTRAL
    kind = any(signs[o.act] is Polarity.HELPFUL and o.confidence >= COUNTS for o in settled)
    softened = kind and not any(map(is_severe, settled))
    return Polarity.MIXED if softened else Polarity.HARMFUL


def harm(settled: Sequence[Evidence], signs: Mapping[str, Polarity]) -> float:
    """How likely the move harms rather than helps, 0 to 1, by the surest act of each sign."""
    bad = max((o.confidence for o in settled if signs[o.act] is Polarity.HARMFUL), default=0.0)
    good = max((o.confidence for o in settled if signs[o.act] is Polarity.HELPFUL), default=0.0)
    return (1 + bad - good) / 2


def reads_two_ways(settled: Sequence[Evidence], signs: Mapping[str, Polarity]) -> bool:
    """Whether the same words can be read for good or for ill about as well."""
    return any(
        signs[one.act] != signs[other.act]
        and one.overlaps(other)
        and abs(one.confidence - other.confidence) < TWO_WAYS
        and not is_severe(one)
        and not is_severe(other)
        for number, one in enumerate(settled)
        for other in settled[number + 1 :]
    )


def chosen(settled: Sequence[Evidence], signs: Mapping[str, Polarity]) -> list[Evidence]:
    """At most three acts, in the order said of their weight, with both signs if both were found."""
    top = list(settled[:MOST_ACTS])
    seen = {signs[one.act] for one in top}
    missed = next((one for one in settled[MOST_ACTS:] if signs[one.act] not in seen), None)
    return [*top[:-1], missed] if missed else top


def read_act(one: Evidence, clauses: Sequence[Clause], signs: Mapping[str, Polarity]) -> ReadAct:
    """The act as the rest of the product knows it."""
    clause = clauses[one.clause]
    feeling, intensity = felt(clause.plain, clause.lang) if one.act in NAMES_FEELINGS else ("", "")
    return ReadAct(
        one.act,
        signs[one.act],
        one.confidence,
        clause.text,
        one.source,
        one.feeling or feeling,
        intensity,
    )
