"""The machines drive the subject: every rule counts, every state has a way out."""

import ast
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from transitions import MachineError

from state_machines import encounter, mood, relationship
from state_machines.appraisal import Memory
from state_machines.emotion import Feelings
from state_machines.rules import Rule, RuleError, build, check, fire, mermaid
from state_machines.subject import State, Subject, advance_phase, working

FAMILIES = frozenset({"contact", "listen", "feel", "own", "inform"})
MOOD_CASES = [
    ("hostile", Feelings(95, 90, 5, 30), "assaultive"),
    ("hostile", Feelings(80, 75, 5, 30), "hostile"),
    ("assaultive", Feelings(70, 80, 5, 30), "hostile"),
    ("assaultive", Feelings(88, 80, 5, 30), "assaultive"),
    ("agitated", Feelings(75, 70, 5, 30), "hostile"),
    ("frightened", Feelings(78, 88, 5, 30), "hostile"),
    ("frightened", Feelings(70, 88, 5, 30), "frightened"),
    ("agitated", Feelings(72, 90, 5, 30), "frightened"),
    ("hostile", Feelings(60, 55, 20, 30), "agitated"),
    ("hostile", Feelings(64, 60, 20, 30), "hostile"),
    ("agitated", Feelings(55, 80, 20, 30), "frightened"),
    ("uneasy", Feelings(50, 80, 20, 30), "frightened"),
    ("frightened", Feelings(50, 60, 20, 30), "agitated"),
    ("frightened", Feelings(50, 70, 20, 30), "frightened"),
    ("agitated", Feelings(40, 40, 20, 30), "uneasy"),
    ("agitated", Feelings(45, 44, 20, 30), "agitated"),
    ("uneasy", Feelings(60, 50, 20, 30), "agitated"),
    ("uneasy", Feelings(25, 25, 40, 30), "settled"),
    ("uneasy", Feelings(30, 30, 40, 30), "uneasy"),
    ("settled", Feelings(40, 36, 40, 30), "uneasy"),
    ("settled", Feelings(30, 20, 20, 85), "despairing"),
    ("uneasy", Feelings(35, 30, 20, 85), "despairing"),
    ("withdrawn", Feelings(30, 20, 20, 85), "despairing"),
    ("despairing", Feelings(30, 20, 20, 60), "withdrawn"),
    ("despairing", Feelings(30, 20, 20, 75), "despairing"),
    ("settled", Feelings(20, 20, 20, 70), "withdrawn"),
    ("uneasy", Feelings(30, 30, 20, 70), "withdrawn"),
    ("withdrawn", Feelings(60, 50, 20, 68), "agitated"),
    ("withdrawn", Feelings(30, 30, 30, 50), "uneasy"),
    ("withdrawn", Feelings(30, 30, 30, 60), "withdrawn"),
]
STAGE_CASES = [
    ("stranger", 30, FAMILIES, False, "heard"),
    ("stranger", 30, frozenset(), False, "stranger"),
    ("heard", 45, FAMILIES, False, "understood"),
    ("understood", 60, FAMILIES, False, "rapport"),
    ("rapport", 70, FAMILIES, False, "influence"),
    ("rapport", 70, frozenset({"feel", "own"}), False, "rapport"),
    ("influence", 70, FAMILIES, True, "change"),
    ("influence", 70, FAMILIES, False, "influence"),
    ("change", 50, FAMILIES, True, "influence"),
    ("influence", 50, FAMILIES, False, "rapport"),
    ("rapport", 40, FAMILIES, False, "understood"),
    ("understood", 30, FAMILIES, False, "heard"),
    ("heard", 10, FAMILIES, False, "stranger"),
]


def subject(mood_="uneasy", stage="stranger", feelings=None, **memory):
    held = Memory(**memory)
    return working(State(feelings or Feelings(40, 40, 30, 30), mood_, stage, memory=held))


def fired(machine, event, who):
    """The subject after an event; where no rule is left at all, nothing moves."""
    with suppress(MachineError):
        fire(machine, event, who)
    return who


def felt(rules, before, feelings):
    machine = build("mood", mood.MOODS, rules, "uneasy")
    return fired(machine, "feel", subject(before, feelings=feelings)).mood


def related(rules, before, trust, kinds, agreed):
    machine = build("stage", relationship.STAGES, rules, "stranger")
    who = subject(stage=before, feelings=Feelings(30, 30, trust, 30), kinds=kinds, agreed=agreed)
    return fired(machine, "relate", who).stage


@pytest.mark.parametrize(("before", "feelings", "expected"), MOOD_CASES)
def test_mood_follows_feelings_one_step_a_turn(before, feelings, expected):
    assert felt(mood.RULES, before, feelings) == expected


@pytest.mark.parametrize(("before", "trust", "kinds", "agreed", "expected"), STAGE_CASES)
def test_the_relationship_needs_trust_and_more_than_one_skill(
    before, trust, kinds, agreed, expected
):
    assert related(relationship.RULES, before, trust, kinds, agreed) == expected


def _without(rules, rule, source):
    """The rules with one source of one rule taken away."""
    left = tuple(s for s in rule.sources if s != source)
    kept = [replace(r, sources=left) if r is rule else r for r in rules]
    return tuple(r for r in kept if r.sources)


@pytest.mark.parametrize(
    ("rule", "source"), [(rule, source) for rule in mood.RULES for source in rule.sources]
)
def test_taking_any_mood_rule_away_changes_what_happens(rule, source):
    rules = _without(mood.RULES, rule, source)
    assert any(
        felt(rules, before, feelings) != expected for before, feelings, expected in MOOD_CASES
    )


@pytest.mark.parametrize("rule", relationship.RULES)
def test_taking_any_relationship_rule_away_changes_what_happens(rule):
    rules = tuple(r for r in relationship.RULES if r is not rule)
    assert any(related(rules, *case[:-1]) != case[-1] for case in STAGE_CASES)


def test_an_encounter_goes_from_briefing_to_debrief():
    state = State(Feelings(40, 40, 30, 30))
    for event, expected in [
        ("begin", "contact"),
        ("end", "ended"),
        ("articulate", "articulated"),
        ("debrief", "debriefed"),
    ]:
        state = advance_phase(state, event)
        assert state.phase == expected


@pytest.mark.parametrize("phase", [p for p in encounter.PHASES if p not in encounter.FINAL])
def test_stop_works_from_anywhere(phase):
    assert advance_phase(State(Feelings(1, 1, 1, 1), phase=phase), "stop").phase == "stopped"


@pytest.mark.parametrize("phase", ["briefed", *encounter.LIVE])
def test_a_pause_goes_back_to_where_it_came_from(phase):
    paused = advance_phase(State(Feelings(1, 1, 1, 1), phase=phase), "pause")
    assert paused.phase == "paused"
    assert advance_phase(paused, "resume").phase == phase


def test_an_event_that_does_not_apply_is_an_error_and_not_silence():
    with pytest.raises(MachineError):
        advance_phase(State(Feelings(1, 1, 1, 1), phase="stopped"), "begin")


def test_one_machine_serves_any_number_of_subjects_it_has_never_seen():
    one, other = subject(feelings=Feelings(60, 60, 1, 1)), subject(feelings=Feelings(10, 10, 1, 1))
    assert fire(mood.MACHINE, "feel", one) and one.mood == "agitated"
    assert other.mood == "uneasy"
    assert not mood.MACHINE.models


def test_misspelt_states_guards_and_dead_ends_are_refused():
    with pytest.raises(RuleError, match="unknown state"):
        check(("a", "b"), [Rule("go", ("a",), "c")], Subject)
    with pytest.raises(RuleError, match="no guard"):
        check(("a", "b"), [Rule("go", ("a",), "b", "flies")], Subject, ("b",))
    with pytest.raises(RuleError, match="no way out of b"):
        check(("a", "b"), [Rule("go", ("a",), "b")], Subject)


def test_mood_stage_and_phase_are_set_by_the_machines_alone():
    folder = Path("state_machines")
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign):
                named = [t.attr for t in node.targets if isinstance(t, ast.Attribute)]
                assert not {"mood", "stage", "phase"} & set(named), f"{path}:{node.lineno}"


def test_the_table_draws_itself():
    picture = mermaid(mood.MOODS, mood.RULES, "uneasy")
    assert "hostile --> assaultive: boils over" in picture
    assert picture.count("-->") == 1 + sum(len(rule.sources) for rule in mood.RULES)
