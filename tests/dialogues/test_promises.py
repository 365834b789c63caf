"""Given a promise, the subject waits for it, then asks, and trusts less; a deed settles it."""

import pytest

from dialogues.play import LANGS
from dialogues.turn import begin
from state_machines.calibration import CALIBRATION
from tests.plays import SCENARIOS, moved, played, prepared

PLAY = prepared()
WAIT = CALIBRATION.promise_turns
PROMISE = moved(PLAY, "state_intent")
LISTEN = [moved(PLAY, act) for act in ("encourage", "thank", "validate", "encourage", "agree")]


def kinds(outcomes):
    return [outcome.reply.kind for outcome in outcomes]


def debts(outcome):
    return [reason for reason in outcome.change.reasons if reason.kind == "debt"]


def test_what_was_promised_is_asked_for_once():
    outcomes = played(PLAY, [PROMISE, *LISTEN, *LISTEN])
    assert kinds(outcomes).count("reminder") == 1
    asked = kinds(outcomes).index("reminder")
    assert asked == WAIT
    lines = [saying.text for saying in PLAY.reminders["state_intent"]]
    assert outcomes[asked].reply.said in lines


def test_the_wait_costs_trust_once_and_says_why():
    outcomes = played(PLAY, [PROMISE, *LISTEN, *LISTEN])
    costs = [reason for outcome in outcomes for reason in debts(outcome)]
    assert [reason.name for reason in costs] == ["state_intent"]
    assert costs[0].effect.trust < 0 < costs[0].effect.arousal


@pytest.mark.parametrize("turn", [1, WAIT - 1])
def test_something_done_in_time_settles_it(turn):
    moves = [PROMISE, *LISTEN]
    moves[turn] = moved(PLAY, "encourage", deeds=("bring_water",))
    outcomes = played(PLAY, moves)
    assert "reminder" not in kinds(outcomes)
    assert not any(debts(outcome) for outcome in outcomes)


def test_a_question_is_answered_before_a_promise_is_asked_for():
    moves = [PROMISE, *LISTEN[: WAIT - 1], moved(PLAY, "open_question", topics=("wait",))]
    outcomes = played(PLAY, [*moves, LISTEN[0]])
    assert kinds(outcomes)[WAIT:] == ["answer", "reminder"]


def test_harm_is_answered_before_a_promise_is_asked_for():
    moves = [PROMISE, *LISTEN[: WAIT - 1], moved(PLAY, "calm_down"), LISTEN[0]]
    assert kinds(played(PLAY, moves))[WAIT:] == ["reaction", "reminder"]


def test_nobody_asks_for_what_was_not_promised():
    assert "reminder" not in kinds(played(PLAY, [*LISTEN, *LISTEN]))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_everybody_can_ask_for_two_kinds_of_promise_at_least(name, lang):
    play = prepared(name, lang)
    assert len(play.reminders) >= 2
    assert all(len(lines) >= 2 for lines in play.reminders.values())
    assert begin(play, 1)[0].owed == ""
