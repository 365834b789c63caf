"""What an act means depends on fit, stage, repetition, body, person and load."""

from dataclasses import replace

import pytest

from state_machines.acts import VARIABLES, Move
from state_machines.calibration import CALIBRATION, check_calibration
from state_machines.emotion import Feelings
from state_machines.subject import met_at_first
from tests.subjects import KIND_BODY, UPSET, after, change, met, said, saying, setting


def factors(move, start=None, who=None):
    """The named factors of the first act of a move."""
    reason = next(r for r in change(move, start, who).reasons if r.kind == "act")
    return dict(reason.factors)


def trust_gained(move, start=None, who=None):
    found = change(move, start, who)
    return found.after.trust - found.before.trust


def test_a_label_that_names_a_true_feeling_helps_and_a_wrong_one_hurts():
    true = saying("label_emotion", source="rule:x", feeling="fear")
    lesser = saying("label_emotion", source="rule:x", feeling="frustration")
    wrong = saying("label_emotion", source="rule:x", feeling="shame")
    assert trust_gained(true) > trust_gained(lesser) > 0 > trust_gained(wrong)


def test_a_label_helps_less_when_it_plays_the_feeling_down_or_overdoes_it():
    def helped(feeling, intensity):
        move = saying("label_emotion", source="head", feeling=feeling)
        acts = tuple(replace(act, intensity=intensity) for act in move.reading.acts)
        return trust_gained(replace(move, reading=replace(move.reading, acts=acts)))

    assert helped("fear", "") == helped("fear", "strong") > helped("fear", "mild") > 0
    assert helped("frustration", "mild") > helped("frustration", "") > 0
    assert helped("frustration", "") > helped("frustration", "strong") > 0


def test_a_paraphrase_helps_as_far_as_it_takes_up_what_was_said():
    close = saying("reflect", source="rule:x", echo=0.5)
    loose = saying("reflect", source="rule:x", echo=0.0)
    assert trust_gained(close) > trust_gained(loose) > 0


def test_influence_before_it_is_wanted_turns_into_harm():
    assert factors(saying("plan_together"))["gate"] < 0
    assert trust_gained(saying("plan_together")) < 0


def test_influence_helps_once_the_stage_is_reached():
    understood = replace(met(), stage="understood")
    assert trust_gained(saying("plan_together"), understood) > 0
    assert factors(saying("plan_together"), replace(met(), stage="rapport"))["gate"] > 1


@pytest.mark.parametrize("act", ["safety_question", "ask_suicide", "safety_command"])
def test_safety_is_never_gated(act):
    assault = replace(met(), mood="assaultive")
    assert "gate" not in factors(saying(act), assault)


def test_a_safety_command_without_imminent_danger_is_an_order():
    reasons = change(saying("safety_command")).reasons
    assert [r.name for r in reasons if r.kind == "act"] == ["command"]


def test_a_safety_command_in_imminent_danger_costs_no_trust():
    assault = replace(met(), mood="assaultive")
    reason = next(r for r in change(saying("safety_command"), assault).reasons if r.kind == "act")
    assert reason.name == "safety_command"
    assert reason.effect.trust >= 0


def test_a_recap_with_thanks_is_a_close_once_the_subject_lets_you_lead():
    leading = replace(met(), stage="influence")
    assert "close" in after(saying("summarise", "thank"), start=leading).memory.said
    assert "close" not in after(saying("summarise"), start=leading).memory.said
    assert "close" not in after(saying("summarise", "thank")).memory.said


def test_saying_that_it_was_done_counts_only_if_something_was():
    claimed = change(saying("follow_through"))
    assert claimed.acts == () and claimed.met == ()
    fetched = after(saying(deeds=("get_update",)))
    assert change(saying("follow_through"), fetched).met == ("news",)
    assert change(saying("follow_through", deeds=("bring_water",))).acts
    assert not change(saying("follow_through", deeds=("wait",))).acts


def test_the_same_family_again_helps_less_each_time():
    gains = []
    state = met()
    for _ in range(4):
        gains.append(factors(saying("validate"), state).get("repeat", 1.0))
        state = after(saying("validate"), start=state)
    assert gains == sorted(gains, reverse=True)
    assert gains[0] == 1.0 and gains[-1] <= 0.1


def test_words_said_before_letter_for_letter_are_hardly_worth_anything():
    def said_again(text):
        reading = replace(said("validate"), text=text)
        return factors(Move(reading), after(Move(replace(said("validate"), text="That is hard."))))

    assert said_again("that is HARD")["same words"] == 0.1
    assert "same words" not in said_again("That must be hard.")


def test_an_unsure_or_misfitting_act_meets_no_need():
    unsure = saying("label_emotion", confidence=0.3, source="rule:x", feeling="fear")
    wrong = saying("label_emotion", source="rule:x", feeling="hope")
    assert change(unsure).met == () and change(wrong).met == ()
    assert change(saying("label_emotion", source="rule:x", feeling="fear")).met == ("heard",)


def test_a_deed_done_again_and_again_wears_out_and_a_hostile_body_undoes_it():
    def calmed(state):
        reason = next(r for r in change(saying(deeds=("wait",)), state).reasons if r.kind == "deed")
        return -reason.effect.arousal

    first, later = met(), after(*[saying(deeds=("wait",))] * 3)
    hostile = after(saying(posture={"hands": "pointing"}))
    assert calmed(first) > calmed(later)
    assert calmed(first) > calmed(hostile)


def test_an_agreement_is_gone_when_the_relationship_falls_back():
    leading = replace(met(Feelings(20, 20, 70, 20)), stage="influence")
    agreed = after(saying("plan_together"), start=leading)
    assert agreed.memory.agreed
    fallen = after(saying("encourage"), start=replace(agreed, stage="rapport"))
    assert not fallen.memory.agreed


def test_harm_repeated_grows():
    again = after(saying("insult"))
    assert factors(saying("insult"), again)["again"] > 1


def test_kind_words_beside_a_threatening_body_lose_their_gain_and_the_body_does_its_own_harm():
    kind = change(saying("validate", posture=KIND_BODY))
    pointing = change(saying("validate", posture={"hands": "pointing"}))
    assert dict(pointing.reasons[0].factors)["body"] < 0.5
    assert any(r.kind == "posture" and r.name == "hands_pointing" for r in pointing.reasons)
    assert pointing.after.trust < kind.after.trust
    assert pointing.after.arousal > kind.after.arousal


def test_a_kind_body_never_rescues_hostile_words():
    assert dict(change(saying("insult", posture=KIND_BODY)).reasons[0].factors).get("body") is None


def test_too_many_words_are_a_load_only_when_worked_up():
    assert any(r.kind == "load" for r in change(saying("inform", words=60)).reasons)
    calm = met(Feelings(20, 20, 40, 20))
    assert not any(r.kind == "load" for r in change(saying("inform", words=60), calm).reasons)


def test_a_false_promise_comes_back_after_four_turns():
    state = after(saying("false_promise"))
    found = None
    for turn in range(2, 6):
        found = change(saying("encourage"), state)
        debts = [r for r in found.reasons if r.kind == "debt"]
        assert bool(debts) == (turn == 1 + CALIBRATION.debt_turns)
        state = after(saying("encourage"), start=state)
    assert found is not None


def test_an_apology_soon_after_a_slight_is_worth_more():
    slighted = after(saying("command"))
    assert factors(saying("repair"), slighted)["repair"] > 1
    assert "repair" not in factors(saying("repair"))


def test_nothing_is_credited_when_the_reading_abstains():
    unsure = change(saying("validate", abstained="unsure"))
    assert not [r for r in unsure.reasons if r.kind == "act"]


def test_frightened_people_hear_more_harm_and_trust_buffers_it():
    def harm(feelings):
        return next(
            r for r in change(saying("command"), met(feelings)).reasons if r.kind == "act"
        ).effect.arousal

    assert harm(Feelings(50, 80, 30, 30)) > harm(Feelings(50, 20, 30, 30))
    assert harm(Feelings(50, 50, 80, 30)) < harm(Feelings(50, 50, 10, 30))


def test_reactive_and_proactive_subjects_need_different_styles():
    heard = replace(met(), stage="heard")
    supportive, directive = saying("validate"), saying("set_limit")
    reactive, proactive = setting("reactive"), setting("proactive")
    assert trust_gained(supportive, heard, reactive) > trust_gained(directive, heard, reactive)
    assert trust_gained(directive, heard, proactive) > trust_gained(supportive, heard, proactive)


def test_the_reasons_add_up_to_the_change():
    moves = [
        saying("introduce", "give_reason"),
        saying("calm_down"),
        saying("label_emotion"),
        saying("plan_together", posture={"hands": "pointing"}),
        saying(deeds=("wait",)),
    ]
    state = met()
    for move in moves:
        found = change(move, state)
        for variable in VARIABLES:
            parts = sum(r.effect[variable] for r in found.reasons)
            assert parts == pytest.approx(found.after[variable] - found.before[variable], abs=0.011)
        state = after(move, start=state)


def test_trust_cannot_pass_the_ceiling_until_needs_are_met_and_is_never_pulled_down_by_it():
    trusting = met(Feelings(20, 20, 75, 10))
    assert change(saying("encourage"), trusting).after.trust > 70
    none = setting(needs={"impossible": frozenset({"nothing"})})
    state = met()
    for act in ("validate", "apologise", "inform", "thank", "offer_comfort", "open_question") * 6:
        state = after(saying(act), start=state, who=none)
    assert state.feelings.trust == CALIBRATION.ceiling


def test_numbers_that_would_break_the_order_of_states_are_refused():
    with pytest.raises(ValueError, match="room"):
        check_calibration(replace(CALIBRATION, most_per_turn=30))
    with pytest.raises(ValueError, match="repeat"):
        check_calibration(replace(CALIBRATION, repeat=(0.5, 1.0)))


def test_a_scenario_states_numbers_and_the_mood_follows():
    assert met_at_first(UPSET) == "agitated"
    assert met_at_first(Feelings(10, 10, 50, 10)) == "settled"
    assert met_at_first(Feelings(20, 20, 20, 70)) == "withdrawn"
    assert met_at_first(Feelings(60, 85, 20, 30)) == "frightened"
