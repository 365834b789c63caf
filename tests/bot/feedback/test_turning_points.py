"""Turning points: the right turns, the trainee's words, honest reasons, a better line."""

from __future__ import annotations

from dataclasses import replace

from bot.feedback.causes import causes, gained, main_cause, own_doing
from bot.feedback.turning_points import turning_points
from dialogues.reply import Reply
from state_machines.acts import Effect, Move
from state_machines.emotion import Reason
from tests.bot.feedback.encounters import EN, FR, made, said, simulated, told


def act(name, effect, **factors):
    return Reason("act", name, effect, tuple(factors.items()))


HELP = act("validate", Effect(arousal=-6, trust=5))
MORE_HELP = act("apologise", Effect(arousal=-8, trust=7))
HARM = act("minimise", Effect(arousal=5, trust=-4))
MORE_HARM = act("threaten", Effect(arousal=9, fear=8, trust=-6))
NOISE = Reason("event", "filmed", Effect(arousal=30))


def chosen(*turns, play=EN):
    return [(point.turn, point.helped) for point in turning_points(turns, play)]


def test_the_best_and_the_worst_turn_are_taken_in_the_order_they_came():
    turns = [made(1, HARM), made(2, MORE_HELP), made(3, HELP), made(4, MORE_HARM)]
    assert chosen(*turns) == [(2, True), (4, False)]
    assert [p.number for p in turning_points(turns, EN)] == [1, 2]


def test_with_only_one_kind_there_are_two_of_it():
    assert chosen(made(1, HELP), made(2, MORE_HELP), made(3, HELP)) == [(1, True), (2, True)]
    assert chosen(made(1, HARM), made(2, MORE_HARM)) == [(1, False), (2, False)]


def test_ties_go_to_the_earliest():
    assert chosen(made(1, HELP), made(2, HARM), made(3, HELP), made(4, HARM)) == [
        (1, True),
        (2, False),
    ]


def test_what_the_place_did_is_no_turning_point_while_there_is_another():
    assert chosen(made(1, HARM), made(2, HELP, NOISE)) == [(1, False)]
    event = made(1, NOISE, reply=Reply(event="A phone is raised."))
    assert chosen(event) == [(1, False)]
    [point] = turning_points([event], EN)
    assert point.why == ("This was mostly the place, not you: A phone is raised.",)
    assert point.better == ""


def test_turns_that_moved_nothing_and_no_turns_at_all_give_none():
    assert chosen() == []
    assert chosen(made(1), made(2, Reason("time", "relaxation", Effect(arousal=-0.4)))) == []


def test_force_never_counts_as_help():
    relief = Reason("deed", "handcuffs", Effect(arousal=-12))
    assert chosen(made(1, relief, deeds=("handcuffs",)), made(2, HELP)) == [(2, True)]
    assert chosen(made(1, relief, deeds=("handcuffs",))) == []


def test_the_gain_of_a_turn_adds_the_four_variables_towards_better():
    turn = made(1, act("validate", Effect(-6, -4, 5, -3)))
    assert gained(turn.change) == 18
    assert own_doing(turn.change)
    assert not own_doing(made(1, HELP, NOISE).change)


def test_a_trigger_goes_with_the_act_that_set_it_off():
    turn = made(1, HARM, Reason("trigger", "act minimise", Effect(arousal=6)), HELP)
    main = main_cause(turn.change, helped=False)
    assert (main.name, main.weight, main.links) == ("minimise", -15, {"trigger"})
    assert len(causes(turn.change)) == 2


def test_the_trainees_own_words_are_quoted_with_what_they_did_and_a_better_line():
    words = "It's only been a few hours, sir."
    _, turns = told(EN, Move(said(EN, words, "minimise")))
    [point] = turning_points(turns, EN)
    assert point.own == f"“{words}”"
    assert "arousal +" in point.did and "(more worked up)" in point.did
    assert "trust −" in point.did
    assert point.why[0].startswith("Minimize the problem: Shrinking the problem")
    assert any("sore spot" in sentence for sentence in point.why)
    assert point.better == "Better: “It's your daughter. There's nothing small about that.”"


def test_an_early_plan_gets_its_reason_and_a_line_that_fitted_the_moment():
    _, turns = told(EN, Move(said(EN, "Let's make a plan together.", "plan_together")))
    [point] = turning_points(turns, EN)
    assert not point.helped
    assert point.why[0] == "Too early: Mr. Singh does not trust you enough yet."
    assert point.better.startswith("A line that fitted that moment: “")
    offered = {s.say: s.acts for s in EN.words.suggestions[turns[0].change.mood.before]}
    line = point.better.partition("“")[2].removesuffix("”")
    assert all(EN.setting.catalogue.acts[a].polarity == "helpful" for a in offered[line])


def test_a_label_that_does_not_fit_says_so():
    reading = said(EN, "You seem happy and hopeful.", "label_emotion")
    wrong = replace(reading, acts=(replace(reading.acts[0], source="rule", feeling="hope"),))
    _, turns = told(EN, Move(wrong))
    [point] = turning_points(turns, EN)
    assert point.why[0] == "It did not fit what Mr. Singh feels or had said."
    assert "wrong label" in point.why[1]


def test_a_pointing_hand_takes_the_blame_and_open_hands_are_offered():
    move = Move(said(EN, "I'm sorry.", "apologise"), {"hands": "pointing"})
    _, turns = told(EN, move)
    [point] = turning_points(turns, EN)
    assert not point.helped
    assert "accuses" in point.why[0]
    assert point.why[1] == "Kind words in the same turn lost their weight to it."
    assert point.better == "Better: the same words with this stance: Open hands."


def test_repeated_help_is_explained_in_plain_words():
    reason = act("validate", Effect(arousal=-2, trust=2), repeat=0.3)
    [point] = turning_points([made(1, reason)], EN)
    assert point.why[1] == "Third of its kind in a short time: little left in it."
    assert point.better == "Keep it."


def test_a_deed_without_words_is_named():
    _, turns = told(EN, Move(deeds=("get_update",)))
    [point] = turning_points(turns, EN)
    assert point.own == "Go and get news"
    assert point.helped


def test_a_better_line_with_an_unknown_name_gives_way_to_the_rule():
    better = {**EN.words.better, "threaten": "I want to help {daughter}."}
    play = replace(EN, words=EN.words.model_copy(update={"better": better}))
    [named] = turning_points([made(1, MORE_HARM)], play, {"daughter": "Simran"})
    [unnamed] = turning_points([made(1, MORE_HARM)], play)
    assert named.better == "Better: “I want to help Simran.”"
    assert unnamed.better == "Better: Say the limit, the reason and the way out in a calm voice."


def test_french_points_speak_french():
    _, turns = told(FR, Move(said(FR, "Calmez-vous!", "calm_down")))
    [point] = turning_points(turns, FR)
    assert point.own == "«\u00a0Calmez-vous!\u00a0»"
    assert "agitation +" in point.did
    assert point.better.startswith("Mieux\u00a0: «\u00a0")


def test_every_played_turn_can_be_explained():
    for play in (EN, FR):
        for policy in ("expert", "novice", "hostile", "spam"):
            _, turns = simulated(play, policy, most=25)
            for point in turning_points(turns, play):
                assert point.own and point.did and all(point.why)
