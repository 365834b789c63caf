"""How the simulated trainees behave: what each always does and never does."""

from random import Random

import pytest

from dialogues.policies import DIRECTIVE, POLICIES, SUPPORTIVE
from dialogues.rehearse import played
from state_machines.acts import Polarity
from tests.plays import SCENARIOS, prepared

SEEDS = range(8)


def said(name, policy):
    play = prepared(name)
    return [
        read
        for seed in SEEDS
        for outcome in played(play, POLICIES[policy], seed)
        for read in outcome.move.reading.acts
    ]


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize(
    ("policy", "style"), [("supportive", SUPPORTIVE), ("directive", DIRECTIVE)]
)
def test_a_style_keeps_to_itself_and_harms_nobody(name, policy, style):
    acts = said(name, policy)
    assert acts and not {read.act for read in acts} & style.never
    assert all(read.polarity is not Polarity.HARMFUL for read in acts)


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_expert_uses_no_force_and_says_nothing_harmful(name):
    play = prepared(name)
    for seed in SEEDS:
        for outcome in played(play, POLICIES["expert"], seed):
            deeds = [play.setting.catalogue.deeds[deed] for deed in outcome.move.deeds]
            assert not any(deed.force for deed in deeds)
    assert all(read.polarity is not Polarity.HARMFUL for read in said(name, "expert"))


def test_the_wanderer_says_nearly_everything():
    acts = {read.act for name in SCENARIOS for read in said(name, "wanderer")}
    assert len(acts) >= 0.9 * len(prepared().setting.catalogue.acts)


@pytest.mark.parametrize("policy", POLICIES)
def test_the_same_seed_plays_the_same(policy):
    play = prepared()
    one, other = (
        [outcome.scene for outcome in played(play, POLICIES[policy], 3)] for _ in range(2)
    )
    assert one == other


def test_chance_comes_from_the_seed_alone():
    play = prepared()
    scene = next(played(play, POLICIES["novice"], 1)).scene
    moves = {str(POLICIES["novice"](scene, play, Random(7))) for _ in range(5)}
    assert len(moves) == 1
