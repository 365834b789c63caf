"""Properties that hold for every subject and every move, found by search rather than example."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from state_machines.acts import VARIABLES, Move, Polarity
from state_machines.emotion import WORSE, Feelings
from state_machines.mood import MACHINE, MOODS
from state_machines.relationship import STAGES
from state_machines.rules import fire
from state_machines.subject import State, met_at_first, take, working
from tests.subjects import CATALOGUE, KIND_BODY, met, said, saying, setting

points = st.floats(0, 100, allow_nan=False).map(lambda x: round(x, 2))
feelings = st.builds(Feelings, points, points, points, points)
acts = st.lists(st.sampled_from(sorted(CATALOGUE.acts)), max_size=3)
stances = st.lists(st.sampled_from(sorted(CATALOGUE.stances)), max_size=3).map(dict)
deeds = st.lists(st.sampled_from(sorted(CATALOGUE.deeds)), max_size=2, unique=True).map(tuple)
personas = st.sampled_from(
    ["reactive", "proactive", "guarded_proud", "frightened_confused", "despairing", "intoxicated"]
)
moves = st.builds(
    lambda names, posture, done, words: Move(said(*names, words=words), posture, done),
    acts,
    stances,
    deeds,
    st.integers(0, 120),
)
DECEIT = {act.id for act in CATALOGUE.acts.values() if act.family == "deceit"}
UNGATED = sorted(
    act.id
    for act in CATALOGUE.acts.values()
    if act.polarity is Polarity.HELPFUL and not act.gate and act.id != "safety_command"
)
HARMFUL = sorted(
    act.id
    for act in CATALOGUE.acts.values()
    if act.polarity is Polarity.HARMFUL and act.id not in DECEIT
)


def better_or_equal(one: Feelings, other: Feelings, slack: float = 0.011) -> bool:
    """At least as good on every variable, to rounding."""
    return all((one[v] - other[v]) * WORSE[v] <= slack for v in VARIABLES)


@settings(max_examples=400, deadline=None)
@given(feelings, personas, st.lists(moves, min_size=1, max_size=12))
def test_bounded_and_deterministic(start, persona, played):
    who = setting(persona)
    state = again = met(start)
    for move in played:
        state, change = take(state, move, who)
        again, same = take(again, move, who)
        assert all(0 <= state.feelings[v] <= 100 for v in VARIABLES)
        assert (state, change) == (again, same)
        assert state.mood in MOODS and state.stage in STAGES


@settings(max_examples=600, deadline=None)
@given(feelings, st.tuples(points, points, points, points), moves, personas)
def test_a_better_state_stays_at_least_as_good_after_the_same_move(start, ease, move, persona):
    better = Feelings(
        max(0, start.arousal - ease[0]),
        max(0, start.fear - ease[1]),
        min(100, start.trust + ease[2]),
        max(0, start.hopelessness - ease[3]),
    )
    # Too many words weigh more the higher arousal is, so the load step stays out of this law.
    move = replace(move, reading=replace(move.reading, words=0))
    worse = replace(met(start), mood="agitated")
    eased = replace(met(better), mood="agitated")
    who = setting(persona)
    assert better_or_equal(take(eased, move, who)[0].feelings, take(worse, move, who)[0].feelings)


@settings(max_examples=600, deadline=None)
@given(feelings, stances, st.sampled_from(UNGATED), st.sampled_from(HARMFUL))
def test_a_helpful_act_never_leaves_the_subject_worse_than_a_harmful_one(start, body, kind, rude):
    helped = take(met(start), saying(kind, posture=body), setting())[0]
    harmed = take(met(start), saying(rude, posture=body), setting())[0]
    assert better_or_equal(helped.feelings, harmed.feelings)


@settings(max_examples=400, deadline=None)
@given(feelings, acts, st.sampled_from(sorted(CATALOGUE.stances)))
def test_a_more_threatening_body_is_never_better(start, names, stance):
    dimension, value = stance
    if CATALOGUE.stances[stance].threat == 0:
        return
    neutral = take(met(start), saying(*names), setting())[0]
    threatening = take(met(start), saying(*names, posture={dimension: value}), setting())[0]
    gated = any(CATALOGUE.acts[name].gate for name in names)
    if not gated:
        assert better_or_equal(neutral.feelings, threatening.feelings)


@settings(max_examples=400, deadline=None)
@given(feelings, st.sampled_from(UNGATED), st.floats(0, 1), st.floats(0, 1))
def test_being_surer_of_a_helpful_act_never_makes_it_worse(start, act, one, other):
    low, high = sorted((one, other))
    less = take(met(start), saying(act, confidence=low), setting())[0]
    more = take(met(start), saying(act, confidence=high), setting())[0]
    assert better_or_equal(more.feelings, less.feelings)


@settings(max_examples=200, deadline=None)
@given(feelings)
def test_stepping_back_is_never_punished(start):
    stood = take(met(start), saying(), setting())[0]
    for move in (saying(posture={"distance": "back"}), saying(deeds=("keep_distance",))):
        assert better_or_equal(take(met(start), move, setting())[0].feelings, stood.feelings)


@settings(max_examples=300, deadline=None)
@given(feelings, st.sampled_from(sorted(a.id for a in CATALOGUE.acts.values() if a.gate)))
def test_influence_too_early_is_no_better_than_nothing_and_later_no_worse(start, act):
    gate = CATALOGUE.acts[act].gate
    before = replace(met(start), stage=STAGES[STAGES.index(gate) - 1])
    there = replace(met(start), stage=gate)
    nothing = take(before, saying(), setting())[0].feelings
    assert take(before, saying(act), setting())[0].feelings.trust <= nothing.trust + 0.011
    assert take(there, saying(act), setting())[0].feelings.trust >= nothing.trust - 0.011


@settings(max_examples=150, deadline=None)
@given(feelings, st.lists(st.sampled_from(["validate", "label_emotion"]), min_size=12, max_size=20))
def test_empathy_alone_never_lifts_trust_past_what_one_met_need_allows(start, names):
    who, state = setting(), met(replace(start, trust=min(start.trust, 45)))
    for name in names:
        state, _ = take(state, saying(name, posture=KIND_BODY), who)
    assert state.feelings.trust <= 50
    assert state.stage in ("stranger", "heard", "understood")


@settings(max_examples=200, deadline=None)
@given(feelings)
def test_force_is_never_rewarded(start):
    stood = take(met(start), saying(), setting())[0]
    for deed in (d.id for d in CATALOGUE.deeds.values() if d.force):
        forced = take(met(start), saying(deeds=(deed,)), setting())[0]
        assert better_or_equal(stood.feelings, forced.feelings), deed


@settings(max_examples=200, deadline=None)
@given(feelings)
def test_the_mood_a_subject_is_met_in_is_one_the_machine_rests_in(start):
    resting = working(State(start, mood=met_at_first(start)))
    assert not fire(MACHINE, "feel", resting)


@settings(max_examples=200, deadline=None)
@given(feelings, acts)
def test_the_same_family_twice_in_one_breath_is_not_worth_twice(start, names):
    for name in names:
        if name in UNGATED and name != "follow_through":
            once = take(met(start), saying(name), setting())[1].reasons[0].effect.trust
            twice = take(met(start), saying(name, name), setting())[1].reasons
            assert twice[1].effect.trust <= once * 0.65 + 0.01
