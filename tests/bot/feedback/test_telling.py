"""Each skill is told with words of the trainee's that show it."""

from bot.feedback.rubric.items import Item
from bot.feedback.rubric.score import Score
from bot.feedback.rubric.telling import MOST_QUOTES, told
from dialogues.policies import acts
from dialogues.records import turn_of
from dialogues.turn import advance, begin
from state_machines.acts import Move
from tests.plays import prepared

SAID = (
    ("calm_down", "Calm down."),
    ("autonomy", "It is up to you."),
    ("command", "Sit."),
    ("offer_choice", "Here, or outside?"),
)


def quoted(exact):
    play = prepared("er_waiting_room", "en")
    scene, turns = begin(play, 7)[0], []
    for act, words in SAID:
        reading = acts(play, [act])
        outcome = advance(scene, Move(type(reading)(words, reading.acts, words=3)), play)
        turns.append(turn_of(outcome))
        scene = outcome.scene
    score = Score(exact, (Item("autonomy", exact, (1, 2, 3, 4)),))
    return next(part for part in told(score, turns, play) if part.quote).quote.splitlines()


def test_what_shows_a_skill_is_quoted_where_it_is_high_and_what_lacks_it_where_it_is_low():
    assert MOST_QUOTES == 2
    assert ["It is up to you." in quoted(4.9)[0], "Here, or outside?" in quoted(4.9)[1]] == [
        True
    ] * 2
    assert ["Calm down." in quoted(1.2)[0], "Sit." in quoted(1.2)[1]] == [True] * 2
