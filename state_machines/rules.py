"""Transition tables as data, turned into one shared flat machine each, and checked at import.

A machine never holds an encounter: it is fired on a working object that is rebuilt from
the stored row, so that any number of encounters and threads can share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from transitions import Machine


@dataclass(frozen=True, slots=True)
class Rule:
    """From any of `sources`, on `event`, go to `dest` if the guard (a method name) holds."""

    event: str
    sources: tuple[str, ...]
    dest: str
    guard: str = ""


class RuleError(ValueError):
    """A transition table names a state or guard that does not exist, or traps the subject."""


class Table(Machine):
    """A machine that can tell which guards stand at the ways out of a state."""

    guards: dict[tuple[str, str], tuple[str, ...]]
    """By event and state: the guard of each rule, empty where there is none."""


def build(attribute: str, states: Sequence[str], rules: Sequence[Rule], initial: str) -> Table:
    """One flat, unqueued machine without callbacks; rules are tried in the order given."""
    machine = Table(
        model=None,
        states=list(states),
        initial=initial,
        model_attribute=attribute,
        auto_transitions=False,
        transitions=[
            {
                "trigger": rule.event,
                "source": list(rule.sources),
                "dest": rule.dest,
                "conditions": [rule.guard] if rule.guard else None,
            }
            for rule in rules
        ],
    )
    machine.guards = {
        (event, state): tuple(r.guard for r in rules if r.event == event and state in r.sources)
        for event in {rule.event for rule in rules}
        for state in {source for rule in rules if rule.event == event for source in rule.sources}
    }
    return machine


def fire(machine: Table, event: str, subject: Any) -> bool:
    """Fire `event` on a working object that the machine has never seen; True if it moved.

    Most turns move nothing, so the guards are asked first and the library only when one holds.

    Raises:
        transitions.MachineError: the event is not known in the present state.
    """
    guards = machine.guards.get((event, getattr(subject, machine.model_attribute)), ("",))
    if not any(not guard or getattr(subject, guard)() for guard in guards):
        return False
    return bool(machine.events[event].trigger(subject))


def check(
    states: Sequence[str], rules: Iterable[Rule], owner: type, final: Sequence[str] = ()
) -> None:
    """Refuse what the library would accept in silence.

    Raises:
        RuleError: an unknown state, a guard that is not a method, a state without a way out.
    """
    known, leaving = set(states), set()
    for rule in rules:
        for state in (*rule.sources, rule.dest):
            if state not in known:
                raise RuleError(f"unknown state {state!r} in {rule}")
        if rule.guard and not callable(getattr(owner, rule.guard, None)):
            raise RuleError(f"{owner.__name__} has no guard {rule.guard!r}")
        leaving |= {source for source in rule.sources if source != rule.dest}
    stuck = known - leaving - set(final)
    if stuck:
        raise RuleError(f"no way out of {', '.join(sorted(stuck))}")


def mermaid(states: Sequence[str], rules: Iterable[Rule], initial: str) -> str:
    """The table as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", f"    [*] --> {initial}"]
    for rule in rules:
        label = rule.guard.replace("_", " ") or rule.event
        lines += [f"    {source} --> {rule.dest}: {label}" for source in rule.sources]
    return "\n".join(lines) + "\n"
