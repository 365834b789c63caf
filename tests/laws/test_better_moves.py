"""A better move in the same situation never leaves the subject worse off at that turn."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.policies import POLICIES, acts
from dialogues.turn import advance, begin
from state_machines.acts import VARIABLES, Polarity
from state_machines.appraisal import weight
from state_machines.emotion import WORSE
from tests.plays import SCENARIOS, prepared


def situation(play, policy, seed, turns):
    """The scene after some turns of a policy, or where it ended, and what it would do next."""
    chance = Random(seed)
    scene, _ = begin(play, seed)
    for _ in range(turns):
        after = advance(scene, POLICIES[policy](scene, play, chance), play).scene
        if after.ending:
            break
        scene = after
    return scene, POLICIES[policy](scene, play, chance)


def kind_acts(play):
    """Acts that help this person at any stage, whatever was said before."""
    linked = {link.on for link in (*play.scenario.hooks, *play.scenario.triggers)}
    return [
        act.id
        for act in play.setting.catalogue.acts.values()
        if act.polarity is Polarity.HELPFUL
        and not (act.gate or act.needs_fit)
        and f"act {act.id}" not in linked
        and act.id not in ("safety_command", "follow_through", "ask_suicide", "ask_name")
        and weight(act, play.setting.sensitivity) > 0
    ]


def harmful_acts(play):
    """Acts that harm at once; what flatters or deceives only harms later."""
    return [
        act.id
        for act in play.setting.catalogue.acts.values()
        if act.polarity is Polarity.HARMFUL and act.family != "deceit"
    ]


def no_worse(better, other):
    """At least as good on every variable, to rounding."""
    return all(
        (better.subject.feelings[v] - other.subject.feelings[v]) * WORSE[v] <= 0.011
        for v in VARIABLES
    )


@pytest.mark.parametrize("name", SCENARIOS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_saying_something_kind_instead_of_something_harmful(name, data):
    play = prepared(name)
    policy = data.draw(st.sampled_from(["novice", "random", "expert", "hostile", "wanderer"]))
    scene, move = situation(
        play, policy, data.draw(st.integers(0, 400)), data.draw(st.integers(0, 20))
    )
    rude = acts(play, [data.draw(st.sampled_from(harmful_acts(play)))])
    kind = acts(play, [data.draw(st.sampled_from(kind_acts(play)))])
    move = replace(move, deeds=())
    worse = advance(scene, replace(move, reading=rude), play)
    better = advance(scene, replace(move, reading=kind), play)
    assert no_worse(better.scene, worse.scene), (rude.acts, kind.acts)


@pytest.mark.parametrize("name", SCENARIOS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_leaving_out_the_harmful_act_of_a_move(name, data):
    play = prepared(name)
    scene, move = situation(
        play, "novice", data.draw(st.integers(0, 400)), data.draw(st.integers(0, 20))
    )
    known = play.setting.catalogue.acts
    kept = [
        read.act for read in move.reading.acts if known[read.act].polarity is not Polarity.HARMFUL
    ]
    if len(kept) == len(move.reading.acts) or set(kept) & {"request", "plan_together"}:
        return
    deceit = any(known[read.act].family == "deceit" for read in move.reading.acts)
    if deceit:
        return
    cleaned = replace(move, reading=acts(play, kept, move.reading.topics))
    worse, better = advance(scene, move, play), advance(scene, cleaned, play)
    assert no_worse(better.scene, worse.scene), move.reading.acts


@pytest.mark.parametrize("name", SCENARIOS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_same_words_with_a_calmer_body(name, data):
    play = prepared(name)
    scene, move = situation(
        play, "expert", data.draw(st.integers(0, 400)), data.draw(st.integers(0, 12))
    )
    catalogue = play.setting.catalogue
    looming = [key for key, stance in catalogue.stances.items() if stance.threat > 0]
    dimension, stance = data.draw(st.sampled_from(sorted(looming)))
    default = catalogue.default_posture[dimension]
    calm = replace(move, posture={**move.posture, dimension: default})
    threatening = replace(move, posture={**move.posture, dimension: stance})
    assert no_worse(advance(scene, calm, play).scene, advance(scene, threatening, play).scene), (
        dimension,
        stance,
    )


@pytest.mark.parametrize("name", SCENARIOS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_same_words_without_force(name, data):
    play = prepared(name)
    forces = [d for d in play.deeds if play.setting.catalogue.deeds[d].force]
    if not forces:
        return
    scene, move = situation(
        play, "expert", data.draw(st.integers(0, 400)), data.draw(st.integers(0, 12))
    )
    if scene.subject.mood == "assaultive":
        return
    calm = replace(move, deeds=())
    forced = replace(move, deeds=(data.draw(st.sampled_from(forces)),))
    assert no_worse(advance(scene, calm, play).scene, advance(scene, forced, play).scene)
