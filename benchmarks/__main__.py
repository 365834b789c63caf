"""`python -m benchmarks`: what each layer of a turn costs, and the debrief, against a bare machine.

Then how many bytes the pictures take.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from statistics import median
from time import perf_counter

from benchmarks import debriefs, pictures
from bot.understanding import learnt_reader, rules_reader
from dialogues.library import Library
from dialogues.policies import acts
from dialogues.prepared import prepare
from dialogues.turn import advance, begin
from state_machines import mood
from state_machines.acts import Move
from state_machines.emotion import Feelings
from state_machines.rules import fire
from state_machines.subject import State, working

REPEATS = 5
SAID = "I'm sorry you waited six hours. You sound scared. What happened tonight?"


def per_second(work: Callable[[], object], times: int) -> float:
    """The median rate of `work` over some repeats, in calls a second."""
    rates = []
    for _ in range(REPEATS):
        began = perf_counter()
        for _ in range(times):
            work()
        rates.append(times / (perf_counter() - began))
    return median(rates)


def main() -> None:
    """Print each rate and its ratio to a bare trigger of one machine, then the sizes."""
    took = debriefs.seconds()
    rates = turn_rates() | {"debrief, picture included": 1 / median(took)}
    bare = rates["one trigger of one machine"]
    for name, rate in rates.items():
        say(f"{name:<30} {rate:>10.0f}/s   1/{bare / rate:.1f} of a bare trigger")
    ready, slowest = (round(1000 * seconds) for seconds in (median(took), max(took)))
    say(f"a debrief is ready in {ready} ms, the slowest of {len(took)} in {slowest} ms\n")
    say("bytes of a picture                 debrief    what if")
    for size in pictures.sizes():
        look = f"{size.turns} turns, {size.kind}, {size.theme}, {size.lang}"
        say(f"{look:<32} {size.debrief:>9} {size.fork:>10}")


def turn_rates() -> dict[str, float]:
    """What a turn is made of, in calls a second."""
    play = prepare(Library().load("er_waiting_room"), "en")
    scene, _ = begin(play, 7)
    move = Move(acts(play, ["apologise", "open_question"], ("daughter",)))
    rules, reader, fresh = rules_reader(), learnt_reader(), count()
    subject = working(State(Feelings(40, 40, 30, 30)))
    return {
        "one trigger of one machine": per_second(lambda: fire(mood.MACHINE, "feel", subject), 5000),
        "advance, acts given": per_second(lambda: advance(scene, move, play), 1000),
        "read by rules alone": per_second(lambda: rules.read(SAID, lang="en"), 300),
        "read by rules and head": per_second(
            lambda: reader.read(f"{SAID} {next(fresh)}", lang="en"), 300
        ),
    }


def say(line: str) -> None:
    """A line on standard output."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
