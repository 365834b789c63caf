"""Five to seven turns to look at first: doubtful readings, then what mattered, each with why."""

from dataclasses import replace

import pytest

from bot.feedback.moments import DOUBTFUL, FEWEST, MOST, MOST_DOUBTED, moments, sureness
from dialogues.policies import POLICIES
from state_machines.acts import Move, Reading
from tests.bot.feedback.encounters import EN, said, simulated, told


def doubted(text, *names, confidence):
    """A reading whose acts are this sure."""
    reading = said(EN, text, *names)
    acts = tuple(replace(act, confidence=confidence) for act in reading.acts)
    return replace(reading, acts=acts)


def play(*readings):
    return told(EN, *(Move(reading, {}, ()) for reading in readings))[1]


def sure(number):
    return said(EN, f"You sound worn out, and that is the {number} time.", "label_emotion")


@pytest.mark.parametrize("policy", sorted(POLICIES))
def test_there_are_five_to_seven_or_all_of_a_short_encounter(policy):
    _, turns = simulated(EN, policy)
    found = moments(turns, EN, {})
    assert min(FEWEST, len(turns)) <= len(found) <= MOST
    assert len({moment.turn.number for moment in found}) == len(found)
    assert all(moment.why for moment in found)


def test_doubtful_readings_come_first_each_part_in_the_order_of_its_turns():
    abstained = Reading(text="hm the thing of it", abstained="unsure", words=5)
    turns = play(
        sure(1),
        abstained,
        said(EN, "Sit down or I call security.", "threaten"),
        doubted("You seem done.", "label_emotion", confidence=DOUBTFUL - 0.1),
        sure(2),
        replace(abstained, abstained="two_ways"),
        Reading(text="My shift began at seven tonight.", words=6),
    )
    found = moments(turns, EN, {})
    first = [moment.doubted for moment in found]
    assert first == sorted(first, reverse=True) and sum(first) == MOST_DOUBTED
    why = {moment.turn.number: moment.why[0] for moment in found}
    assert {n: why[n] for n in (2, 4, 6, 7)} == {
        2: "unsure", 4: "doubtful", 6: "two_ways", 7: "nothing",
    }  # fmt: skip
    assert [m.turn.number for m in found if m.doubted] == [2, 4, 6, 7]
    rest = [m.turn.number for m in found if not m.doubted]
    assert rest == sorted(rest) and "harm" in moments(turns, EN, {})[-1].why + found[5].why
    assert {1, 3} <= set(rest), "the first words, and the threat"


def test_what_the_trainee_contests_comes_before_every_other_doubt():
    mumbled = [Reading(text=f"hm {n} of it then", abstained="unsure", words=5) for n in range(6)]
    turns = play(*mumbled, sure(1), sure(2))
    found = moments(turns, EN, {8: ("validate",)})
    assert found[0].turn.number == 8
    assert found[0].why[0] == "contested"
    rest = [moment.turn.number for moment in found[1:]]
    assert rest[: MOST_DOUBTED - 1] == [1, 2, 3] and all(m.doubted for m in found[1:4])


def test_what_is_contested_keeps_the_order_of_its_turns():
    turns = play(*(sure(n) for n in range(8)))
    found = moments(turns, EN, {7: ("validate",), 3: ("apologise",)})
    assert [moment.turn.number for moment in found][:2] == [3, 7]
    assert [moment.doubted for moment in found] == [True, True, False, False, False]


def test_doubt_does_not_crowd_out_what_was_done():
    mumbled = [Reading(text=f"hm {n} of it then", abstained="unsure", words=5) for n in range(9)]
    turns = play(*mumbled[:5], said(EN, "Shut up, idiot.", "insult"), sure(1), *mumbled[5:])
    found = moments(turns, EN, {})
    reasons = {reason for moment in found for reason in moment.why}
    assert {"hurt", "harm"} <= reasons and len(found) == MOST


def test_where_all_was_read_surely_nothing_is_called_doubtful():
    turns = play(*(sure(n) for n in range(8)))
    found = moments(turns, EN, {})
    assert not any(moment.doubted for moment in found) and len(found) == FEWEST
    assert "opening" in found[0].why
    assert any(moment.why == ("other",) for moment in found)


def test_filling_up_takes_what_was_read_least_surely():
    readings = [sure(n) for n in range(8)]
    readings[6] = doubted("You look tired, I think.", "label_emotion", confidence=DOUBTFUL + 0.05)
    turns = play(*readings)
    assert sureness(turns[6]) == pytest.approx(DOUBTFUL + 0.05)
    assert 7 in {moment.turn.number for moment in moments(turns, EN, {})}


def test_silence_is_no_doubt():
    turns = play(sure(1), Reading(), Reading(), sure(2), Reading(), sure(3))
    assert not any(moment.doubted for moment in moments(turns, EN, {}))
