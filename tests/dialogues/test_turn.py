"""One turn: pure, complete, and true to what was asked and said."""

import json
from dataclasses import replace

import pytest

from dialogues.play import LANGS
from dialogues.policies import POLICIES
from dialogues.records import plain, scene_from, turn_from, turn_of
from dialogues.rehearse import played as rehearsed
from dialogues.rehearse import run
from dialogues.sayings import fill
from dialogues.turn import MoveError, advance, available_deeds, begin
from state_machines.acts import Move, Reading
from tests.plays import EVERY, SCENARIOS, lines_of, moved, opened, played, prepared

SHOTS = [name for name in SCENARIOS if "firearm_used" in prepared(name).deeds]


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_the_same_moves_give_the_same_encounter_byte_for_byte(name, lang):
    play = prepared(name, lang)

    def story():
        return json.dumps([plain(o) for o in played(play, _mixed(play, 20))], ensure_ascii=False)

    assert story() == story()


def test_another_seed_changes_the_wording_and_not_what_happens():
    play = prepared()
    moves = [moved(play, "introduce"), moved(play, "apologise"), moved(play, "reflect")]
    one, other = played(play, moves, seed=1), played(play, moves, seed=2)
    assert [o.change.after for o in one] == [o.change.after for o in other]
    assert [o.reply.said for o in one] != [o.reply.said for o in other]


def test_a_stored_scene_comes_back_equal_and_plays_on_the_same():
    play = prepared()
    half = played(play, _mixed(play, 10))[-1].scene
    restored = scene_from(json.loads(json.dumps(plain(half))))
    assert restored == half
    move = moved(play, "validate")
    one, other = (advance(scene, move, play) for scene in (restored, half))
    assert json.dumps(plain(one)) == json.dumps(plain(other))


def test_a_stored_turn_comes_back_equal():
    play = prepared()
    move = moved(play, "apologise", "open_question", topics=("daughter",), hands="open")
    turn = turn_of(advance(opened(), move, play))
    assert turn_from(json.loads(json.dumps(plain(turn)))) == turn


@pytest.mark.parametrize(("name", "lang"), EVERY)
@pytest.mark.parametrize("seed", range(12))
def test_twenty_five_turns_without_a_repeated_line(name, lang, seed):
    play = prepared(name, lang)
    _, opening = begin(play, seed)
    heard = lines_of(opening)
    for outcome in played(play, _mixed(play, 25, seed), seed):
        assert outcome.reply.said or outcome.reply.cue, "the subject neither spoke nor showed"
        heard += lines_of(outcome.reply)
    assert len(heard) == len(set(heard)), [line for line in heard if heard.count(line) > 1]


def test_a_question_is_answered_with_that_topic():
    play = prepared()
    reply = advance(opened(), moved(play, "open_question", topics=("daughter",)), play).reply
    assert (reply.kind, reply.topic) == ("answer", "daughter")
    guarded = fill(play.words.topics["daughter"].guarded, opened().drawn)
    assert reply.said in guarded.splitlines()


def test_talking_about_a_topic_without_asking_is_not_answered_as_a_question():
    play = prepared()
    reply = advance(opened(), moved(play, "inform", topics=("daughter",)), play).reply
    assert reply.kind != "answer"


def test_asking_the_name_gets_the_name_whatever_the_reader_made_of_the_topic():
    play = prepared()
    reply = advance(opened(), moved(play, "ask_name"), play).reply
    assert (reply.kind, reply.topic) == ("answer", "name")


def test_asked_twice_the_subject_says_so_until_there_is_more_to_tell():
    play = prepared()
    ask = moved(play, "open_question", topics=("daughter",))
    first, second = played(play, [ask, ask])
    assert first.reply.kind == "answer"
    same = second.scene.told["daughter"] == first.scene.told["daughter"]
    assert second.reply.kind == ("repeated" if same else "answer")


def test_trust_opens_what_was_guarded():
    play = prepared()
    scene = opened()
    feelings = replace(scene.subject.feelings, trust=80)
    trusting = replace(scene, subject=replace(scene.subject, feelings=feelings))
    outcome = advance(trusting, moved(play, "open_question", topics=("daughter",)), play)
    assert outcome.scene.told["daughter"] == "open"


def test_words_that_could_not_be_followed_are_met_with_a_question_and_nothing_is_credited():
    play = prepared()
    outcome = advance(opened(), Move(Reading(text="hm", abstained="unsure", words=1)), play)
    assert outcome.reply.kind == "puzzled"
    assert not [r for r in outcome.change.reasons if r.kind == "act"]


def test_silence_is_answered_with_silence_or_his_own_words():
    play = prepared()
    outcome = advance(opened(), Move(), play)
    assert outcome.reply.kind == "silence"


def test_a_deed_is_done_once_and_seen():
    play = prepared()
    first = advance(opened(), moved(play, deeds=("bring_water",)), play)
    assert first.reply.deed in play.words.deeds["bring_water"]
    assert "bring_water" not in available_deeds(play, first.scene)
    again = advance(first.scene, moved(play, deeds=("bring_water",)), play)
    assert not again.reply.deed


@pytest.mark.parametrize("name", SHOTS)
@pytest.mark.parametrize("lang", LANGS)
def test_after_a_shot_nobody_answers_the_words(name, lang):
    play = prepared(name, lang)
    shot = moved(play, "introduce", "open_question", topics=("name",), deeds=("firearm_used",))
    outcome = advance(opened(name, lang), shot, play)
    assert outcome.ending and not play.scenario.endings[outcome.ending].good
    assert outcome.reply.deed in fill(play.words.deeds["firearm_used"], outcome.scene.drawn)
    reply = outcome.reply
    assert (reply.said, reply.cue, reply.topic, reply.kind) == ("", "", "", "silence")


@pytest.mark.parametrize("deed", ["hand_over", "disengage"])
def test_who_is_left_with_others_too_soon_does_not_answer_the_words(deed):
    play = prepared()
    outcome = advance(opened(), moved(play, "apologise", deeds=(deed,)), play)
    assert outcome.ending in ("passed_along", "left")
    assert outcome.reply.deed and not outcome.reply.said


def test_a_deed_that_ends_nothing_leaves_the_words_answered():
    play = prepared()
    outcome = advance(opened(), moved(play, "apologise", deeds=("bring_water",)), play)
    assert outcome.reply.deed and outcome.reply.said


def test_a_bad_end_that_no_deed_of_the_turn_brought_leaves_the_words_answered():
    play = prepared()
    scene = opened()
    late = replace(scene, subject=replace(scene.subject, turn=35))
    outcome = advance(late, moved(play, "apologise", deeds=("bring_water",)), play)
    assert outcome.ending == "stalemate"
    assert outcome.reply.said


def test_a_good_end_by_a_deed_is_answered():
    play = prepared()
    ends = [list(rehearsed(play, POLICIES["expert"], seed))[-1] for seed in range(20)]
    last = [end for end in ends if "hand_over" in end.move.deeds and end.ending == "handed_over"]
    assert last and all(end.reply.said for end in last)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_words_that_begin_with_a_gesture_have_no_cue_beside_them(name, lang):
    play = prepared(name, lang)
    replies = [o.reply for seed in range(6) for o in played(play, _mixed(play, 25, seed), seed)]
    gestures = [reply for reply in replies if reply.said.startswith("*")]
    plain_words = [reply for reply in replies if reply.said and reply not in gestures]
    assert gestures and plain_words
    assert not [reply.cue for reply in gestures if reply.cue]
    assert any(reply.cue for reply in plain_words)


@pytest.mark.parametrize(
    ("move", "complaint"),
    [
        (Move(deeds=("fly",)), "cannot be done"),
        (Move(posture={"hands": "wings"}), "no stance"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(move, complaint):
    with pytest.raises(MoveError, match=complaint):
        advance(opened(), move, prepared())


def test_an_ended_encounter_takes_no_more_turns():
    play = prepared()
    scene = run(play, POLICIES["hostile"], 3).scene
    assert scene.ending and scene.subject.phase == "ended"
    with pytest.raises(MoveError, match="ended"):
        advance(scene, Move(), play)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_every_placeholder_is_filled(name, lang):
    play = prepared(name, lang)
    for seed in range(5):
        for outcome in played(play, _mixed(play, 30, seed), seed):
            for line in lines_of(outcome.reply):
                assert "{" not in line and "}" not in line


def _mixed(play, count, seed=0):
    """Moves of every kind that do not end the encounter early by themselves."""
    topics = sorted(play.topics)
    kinds = [
        ("introduce", "give_reason"),
        ("open_question",),
        ("validate",),
        ("inform",),
        ("safety_question",),
        ("apologise",),
        (),
        ("minimise",),
        ("reflect",),
        ("thank",),
        ("advise",),
        ("label_emotion",),
        ("policy_wall",),
        ("offer_comfort",),
        ("agree",),
    ]
    found = []
    for index in range(count):
        names = kinds[(index * 7 + seed) % len(kinds)]
        about = (topics[(index + seed) % len(topics)],) if "question" in "".join(names) else ()
        found.append(moved(play, *names, topics=about))
    return found
